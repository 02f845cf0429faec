import json

import pytest

from socdesk.bundled import resource
from socdesk.exchange.columns import match_columns
from socdesk.exchange.file_errors import HeaderNotFoundError, MissingColumnsError, SensitiveColumnsError
from socdesk.exchange.header_row import find_header, header_at
from socdesk.exchange.list_kinds import ListKind, list_shape
from socdesk.exchange.list_rows import read_list
from socdesk.exchange.sensitive_columns import sensitive_reason
from socdesk.exchange.sheet import Sheet

HEADINGS_OF_THE_DOMAIN = [
    "Licence No", "Licence Number", "License No", "Badge", "Badge No", "Badge Number", "Ref",
    "Reference", "Plate No", "Name", "Driver Name", "Full Name", "Surname", "Forename",
    "First Name", "Type", "Licence Type", "Category", "Issued", "Start Date", "Licence Start",
    "Valid From", "Expiry", "Expires", "Expiry Date", "Valid To", "Status", "Training Date",
    "Date of Training", "Safeguarding", "Course", "Certificate",
]  # fmt: skip


def pairs(match):
    return {pair.target: match.header[pair.column_index] for pair in match.pairs}


@pytest.mark.parametrize("heading", HEADINGS_OF_THE_DOMAIN)
def test_every_heading_that_the_domain_lists_is_known_in_any_case(heading):
    for text in (heading, heading.upper(), f" {heading}. "):
        assert len(match_columns((text,), ListKind.DRIVERS).pairs) == 1


@pytest.mark.parametrize(
    ("heading", "target"),
    [("Licence\nNo.", "licence_no"), ("Driver's Surname", "surname"), ("Expiry Date (dd/mm/yyyy)", "expires"),
     ("Lic #", "licence_no"), ("Drivers Licence Number", "licence_no")],
)  # fmt: skip
def test_headings_are_known_through_their_trimmings(heading, target):
    assert [pair.target for pair in match_columns((heading,), ListKind.DRIVERS).pairs] == [target]


def test_the_likelier_of_two_columns_is_taken_and_the_other_named():
    match = match_columns(("Ref", "Licence No", "Plate No", "Badge No", "Colour"), ListKind.DRIVERS)
    assert pairs(match) == {"licence_no": "Licence No", "badge_no": "Badge No"}
    assert match.unmatched == ("Ref", "Plate No", "Colour")


def test_what_is_missing_is_named_in_words():
    match = match_columns(("Surname", "Expiry"), ListKind.DRIVERS)
    assert match.missing_required == ("Licence number", "Licence type")


def test_a_list_without_a_needed_column_is_refused_until_the_person_says_which_it_is():
    header = ("Licence No", "Surname", "Expiry", "Sort")
    sheets = (Sheet("", (header, ("PHD1", "EXAMPLE", "31/03/2027", "PH"))),)
    with pytest.raises(MissingColumnsError, match="Licence type"):
        read_list(sheets, ListKind.DRIVERS)
    match = match_columns(header, ListKind.DRIVERS).with_column("licence_type", 3)
    assert read_list(sheets, ListKind.DRIVERS, match).rows[0].value.licence_type == "PHD"


def test_a_corrected_column_leaves_the_field_that_had_it():
    match = match_columns(("Name", "Course"), ListKind.MEMBERS).with_column("ward", 1)
    assert pairs(match) == {"full_name": "Name", "ward": "Course"}
    assert pairs(match.with_column("ward", None)) == {"full_name": "Name"}


def test_a_sensitive_column_cannot_be_chosen_by_hand():
    match = match_columns(("Name", "Convictions"), ListKind.DRIVERS)
    with pytest.raises(SensitiveColumnsError, match="Convictions"):
        match.with_column("status", 1)


def test_a_column_or_field_that_is_not_there_is_our_fault():
    match = match_columns(("Name",), ListKind.DRIVERS)
    with pytest.raises(IndexError):
        match.with_column("surname", 1)
    with pytest.raises(KeyError):
        match.with_column("ward", 0)


@pytest.mark.parametrize(
    "heading",
    ["Convictions", "DBS result", "Vetting", "DBS Result Date", "Offences", "Ethnicity",
     "Ethnic Origin", "Religion", "Health", "Medical expiry", "Sexual orientation", "Nationality",
     "National Insurance No", "NI Number", "Political party", "Party", "Any convictions?",
     "Penalty Points", "Right to Work", "Disability", "Trade union member"],
)  # fmt: skip
def test_sensitive_headings_are_refused_with_a_reason(heading):
    assert sensitive_reason(heading).endswith(".")


@pytest.mark.parametrize(
    "heading",
    ["Name", "Health and Safety", "Environmental Health", "Surname", "Status", "Safeguarding", "Unit", ""],
)
def test_harmless_headings_are_not(heading):
    assert sensitive_reason(heading) == ""


@pytest.mark.parametrize("kind", ListKind)
def test_no_synonym_is_sensitive_or_stands_under_two_fields(kind):
    words = [word for target in list_shape(kind).targets for word in target.synonyms]
    assert len(words) == len(set(words))
    assert [word for word in words if sensitive_reason(word)] == []


@pytest.mark.parametrize("kind", ListKind)
def test_required_and_standing_in_fields_are_fields(kind):
    shape = list_shape(kind)
    keys = {target.key for target in shape.targets}
    assert {key for group in shape.required for key in group} <= keys
    assert {key for pair in shape.stands_for for key in pair} <= keys


def test_every_reason_is_a_sentence():
    kinds = json.loads(resource("exchange", "sensitive.json").read_text(encoding="utf-8"))["kinds"]
    assert all(kind["reason"].endswith(".") for kind in kinds)


def test_the_shown_sheet_with_the_headings_is_found_before_a_hidden_one():
    row = ("Licence No", "Name", "Type", "Expiry")
    sheets = (Sheet("Old", (row,), hidden=True), Sheet("Cover", (("Drivers",),)), Sheet("Now", ((), row)))
    header = find_header(sheets, ListKind.DRIVERS)
    assert (header.sheet.name, header.index) == ("Now", 1)


def test_a_file_of_something_else_is_refused():
    with pytest.raises(HeaderNotFoundError, match="taxi driver list"):
        find_header((Sheet("", (("Apples", "Pears"),)),), ListKind.DRIVERS)


def test_a_person_can_point_to_the_headings_and_say_what_they_are():
    sheet = Sheet("", (("List", None), ("Wer", "Wo"), ("Alex Example", "Bramcote")))
    header = header_at(sheet, 1, ListKind.MEMBERS)
    match = header.match.with_column("full_name", 0).with_column("ward", 1)
    read = read_list((sheet,), ListKind.MEMBERS, match, header=header)
    assert [(row.value.surname, row.value.ward) for row in read.rows] == [("Example", "Bramcote")]
