"""Headings are matched once (story 21)."""

from desk.imports.conftest import csv_of

from socdesk.desk.imports.bringing_in import ListFile
from socdesk.desk.imports.column_questions import columns_to_choose, questions_of, with_answer
from socdesk.desk.imports.opened_list import open_list
from socdesk.exchange.list_kinds import ListKind
from socdesk.registers.declared.desk_records import IMPORTS

HEADER = ("No of holder", "Surname", "Forename", "Licence Type", "Expiry", "Status")
ROW = ("PHD1", "Example", "Alex", "PHD", "31/03/2027", "Active")
MATCHED = {"licence_no": "No of holder", "status": ""}


def opened(lists, *rows, header=HEADER):
    return open_list(lists.desk, ListKind.DRIVERS, ListFile(csv_of(header, *rows), ".csv"))


def test_what_was_matched_by_hand_is_matched_again_for_the_same_headings(lists):
    lists.bring("drivers", csv_of(HEADER, ROW), columns=MATCHED)
    again = opened(lists, ROW, ROW, header=HEADER[::-1])
    assert again.remembered == "These headings are matched as they were on 2 March 2026 (I001)."
    answers = {question.target: question.at for question in questions_of(again)}
    assert (answers["licence_no"], answers["status"]) == (5, None)


def test_other_headings_are_guessed(lists):
    lists.bring("drivers", csv_of(HEADER, ROW), columns=MATCHED)
    other = opened(lists, (*ROW, "7"), header=(*HEADER, "Badge"))
    assert other.remembered == ""
    assert other.match.column_of("status") == 5


def test_a_match_is_remembered_even_when_its_import_was_undone(lists):
    lists.bring("drivers", csv_of(HEADER, ROW), columns=MATCHED)
    lists.desk.undo()
    assert opened(lists, ROW).remembered


def test_the_record_of_an_import_keeps_headings_and_nothing_of_the_rows(lists):
    lists.bring("drivers", csv_of(HEADER, ROW), columns=MATCHED)
    [batch] = lists.desk.read.page(IMPORTS)
    assert "not imported: Status" in batch.columns
    assert "Example" not in batch.columns


def test_what_is_needed_and_has_no_column_is_marked(lists):
    questions = {question.target: question for question in questions_of(opened(lists, ROW))}
    assert (questions["licence_no"].needed, questions["licence_no"].missing) == ("needed", True)
    assert (questions["surname"].needed, questions["surname"].missing) == ("needed or Full name", False)
    assert (questions["expires"].example, questions["forename"].needed) == ("31 March 2027", "")


def test_a_column_goes_to_the_field_that_was_answered_last(lists):
    found = with_answer(opened(lists, ROW), "title", 2)
    answers = {question.target: question.at for question in questions_of(found)}
    assert (answers["title"], answers["forename"]) == (2, None)


def test_a_badge_number_stands_for_the_licence_number_and_says_so(lists):
    found = opened(lists, ROW, header=("Badge", *HEADER[1:]))
    [question] = [each for each in questions_of(found) if each.target == "licence_no"]
    assert (question.at, question.missing, question.example) == (None, False, "Taken from Badge: PHD1")


def test_columns_that_are_never_kept_cannot_be_chosen_and_twins_are_told_apart(lists):
    header = ("Name", "Name", "Convictions", "Licence No", "")
    found = opened(lists, ("Alex Example", "Alex", "None", "PHD1", ""), header=header)
    assert columns_to_choose(found) == ((0, "Name (column 1)"), (1, "Name (column 2)"), (3, "Licence No"))
