"""What holds for lists of every kind."""

from dataclasses import replace
from datetime import date

import pytest
from desk.imports.conftest import csv_of
from exchange import lists_of_the_domain as shipped

from socdesk.desk.deeds import Deed, StaleRecordError
from socdesk.desk.imports.bringing_in import (
    AlreadyBroughtInError,
    ListFile,
    NothingToBringInError,
    UnknownColumnError,
    bring_in,
)
from socdesk.errors import UserFacingError
from socdesk.exchange.file_errors import FileNotReadableError, SensitiveColumnsError
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.desk_records import IMPORTS
from socdesk.registers.declared.learners import LEARNERS, LICENCES
from socdesk.registers.declared.training import COMPLETIONS, COURSES, Completion
from socdesk.registers.register import new_id

HEADER = ("Licence No", "Surname", "Forename", "Licence Type", "Expiry")
FIRST = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/03/2027"), ("PHD2", "Sample", "Sam", "PHD", "31/03/2027"))
SECOND = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/05/2027"), ("PHD3", "New", "Kim", "PHD", "31/03/2027"))


@pytest.mark.parametrize(
    ("data", "suffix", "people", "refused"),
    [
        (shipped.DRIVERS_CLEAN, ".csv", [("Alex", "Example")], 0),
        (shipped.DRIVERS_ONE_NAME, ".csv", [("Alex", "Example"), ("John", "O'Sample")], 0),
        (shipped.DRIVERS_CP1252, ".csv", [("Zoë", "Sample")], 0),
        (shipped.DRIVERS_UTF16, ".csv", [("Zoë", "Sample")], 0),
        (shipped.DRIVERS_SERIAL_DATES, ".csv", [("Alex", "Example"), ("Jo", "Placeholder"), ("Kim", "Specimen")], 1),
        (shipped.DRIVERS_DUP, ".csv", [("Alex", "Example"), ("Sam", "Sample"), ("Sam", "Sample")], 2),
    ],
)
def test_the_driver_lists_of_the_domain_come_in_or_are_refused_row_by_row(lists, data, suffix, people, refused):
    seen = lists.bring("drivers", data, suffix)
    assert lists.people() == people
    assert (seen.refused, len(seen.problems)) == (refused, refused)
    assert all(words.startswith("Row ") for words in seen.problems)


def test_the_workbook_with_title_rows_comes_in_whole(lists):
    seen = lists.bring("drivers", shipped.drivers_title_rows(), ".xlsx")
    assert (seen.rows, seen.refused, seen.new) == (240, 0, 240)
    assert lists.desk.read.count(LEARNERS) == lists.desk.read.count(LICENCES) == 240


def test_a_sensitive_column_is_refused_by_name_and_left_out_when_agreed(lists):
    with pytest.raises(SensitiveColumnsError, match="Convictions"):
        lists.look("drivers", shipped.DRIVERS_SENSITIVE)
    seen = lists.bring("drivers", shipped.DRIVERS_SENSITIVE, leave_out_sensitive=True)
    assert any("Convictions" in words for words in seen.in_words())
    assert all("None declared" not in body for _key, _reference, body in lists.standing().values())


def test_looking_writes_nothing(lists):
    head = lists.desk.store.heads
    lists.look("drivers", FIRST)
    assert lists.desk.store.heads == head


def test_an_import_is_one_deed_with_a_record_of_it(lists):
    deeds = lists.deeds()
    lists.bring("drivers", FIRST)
    assert lists.deeds() == deeds + 1
    [batch] = lists.desk.read.page(IMPORTS)
    assert (batch.kind, batch.rows_in, batch.rows_refused, batch.imported) == ("DRIVERS", 2, 0, date(2026, 3, 2))
    assert batch.columns.splitlines()[0] == "licence_no: Licence No"


def test_a_column_match_can_be_corrected(lists):
    data = csv_of(
        ("Number", "Surname", "Forename", "Licence Type", "Expiry"), ("PHD1", "Example", "Alex", "PHD", "1/4/27")
    )
    with pytest.raises(FileNotReadableError, match="no column for: Licence number"):
        lists.look("drivers", data)
    lists.bring("drivers", data, columns={"licence_no": "Number"})
    assert lists.children(LICENCES, "Example")[0].number == "PHD1"


@pytest.mark.parametrize(("field", "heading"), [("licence_no", "No such"), ("shoe_size", "Surname")])
def test_a_correction_that_names_what_there_is_not_is_refused(lists, field, heading):
    with pytest.raises(UnknownColumnError, match="The fields are: licence_no, full_name"):
        lists.look("drivers", FIRST, columns={field: heading})


def test_the_same_file_is_known_again_and_allowed_when_asked_for_or_undone(lists):
    lists.bring("drivers", FIRST)
    with pytest.raises(AlreadyBroughtInError, match="on 2 March 2026"):
        lists.look("drivers", FIRST)
    assert lists.look("drivers", FIRST, again=True).same == 2
    lists.desk.undo()
    assert lists.look("drivers", FIRST).new == 2


def test_a_list_of_which_nothing_may_come_in_is_refused(lists):
    seen = lists.look("drivers", csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/02/2027")))
    with pytest.raises(NothingToBringInError, match="1 were refused"):
        bring_in(lists.desk, seen, SilentProgress())


def test_undo_takes_back_exactly_that_import_and_redo_brings_it_back(lists):
    lists.bring("drivers", FIRST)
    before = lists.standing()
    lists.bring("drivers", SECOND)
    after = lists.standing()
    undone = lists.desk.undo()
    assert undone.kept == ()
    assert lists.standing() == before
    lists.desk.redo()
    assert lists.standing() == after


def test_undo_after_other_edits_keeps_them_and_lists_what_it_left(lists):
    lists.bring("drivers", FIRST)
    lists.bring("drivers", SECOND)
    number = lists.desk.store.versions.deeds()[-1].number
    licence = lists.children(LICENCES, "Example")[0]
    training = Completion(
        id=new_id(), parent=licence.parent, course=lists.desk.read.page(COURSES)[0].id, completed=date(2026, 2, 1)
    )
    lists.desk.do(
        Deed(
            words="By hand",
            puts=(
                replace(licence, held=replace(licence.held, until=date(2028, 1, 1))),
                replace(lists.person("Sample"), note="Rang"),
                training,
            ),
        )
    )
    undone = lists.desk.undo(number)
    assert [(kept.reference, kept.label) for kept in undone.kept] == [(licence.reference, "Valid")]
    assert lists.people() == [("Alex", "Example"), ("Sam", "Sample")]
    assert lists.children(LICENCES, "Example")[0].held.until == date(2028, 1, 1)
    assert lists.children(COMPLETIONS, "Example") != ()
    sample = lists.person("Sample")
    assert (sample.note, sample.on_latest_list) == ("Rang", True)


def test_a_desk_that_changed_since_the_preview_is_told(lists):
    lists.bring("drivers", FIRST)
    seen = lists.look("drivers", SECOND)
    lists.desk.do(Deed(words="By hand", puts=(replace(lists.person("Sample"), note="Rang"),)))
    with pytest.raises(StaleRecordError):
        bring_in(lists.desk, seen, SilentProgress())


def test_the_same_bytes_under_another_name_are_the_same_file(tmp_path):
    (tmp_path / "list.CSV").write_bytes(FIRST)
    assert ListFile.read(tmp_path / "list.CSV") == ListFile(FIRST, ".csv")


def test_a_file_that_is_gone_is_told(tmp_path):
    with pytest.raises(UserFacingError, match="could not be opened"):
        ListFile.read(tmp_path / "list.csv")


def test_no_part_of_a_list_stands_in_the_words_of_a_deed_or_an_import(lists):
    lists.bring("drivers", FIRST)
    assert "Example" not in lists.desk.store.versions.deeds()[-1].words
    assert "Example" not in repr(lists.look("drivers", SECOND))
