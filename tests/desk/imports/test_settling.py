"""What a person settles of single rows before a list comes in."""

from datetime import date

import pytest
from desk.imports.conftest import csv_of
from exchange.lists_of_the_domain import DRIVERS_DUP, DRIVERS_SERIAL_DATES

from socdesk.desk.imports.attendance import CourseGiven, check_attendance, open_attendance
from socdesk.desk.imports.bringing_in import ListFile, bring_in
from socdesk.desk.imports.checking import check_list
from socdesk.desk.imports.opened_list import open_list
from socdesk.desk.imports.problems import NEW_PERSON, Settled
from socdesk.exchange.list_kinds import ListKind
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.learners import LEARNERS, LICENCES
from socdesk.registers.declared.training import COMPLETIONS

HEADER = ("Licence No", "Surname", "Forename", "Licence Type", "Expiry")
STAFF = ("Staff No", "Full Name", "Service")
COURSE = "Serious and organised crime awareness"
TWO_SAMPLES = csv_of(STAFF, ("1", "Sam Sample", "Licensing"), ("2", "Sam Sample", ""), ("3", "Alex Example", ""))
NAMESAKE = csv_of(("Full Name", "Course", "Completion Date", "Status"), ("Sam Sample", COURSE, "1/3/2026", "Completed"))


@pytest.fixture
def check(lists):
    def check(kind, data, settled=None):
        opened = open_list(lists.desk, ListKind(kind), ListFile(data, ".csv"))
        return check_list(lists.desk, opened, settled)

    return check


@pytest.fixture
def accept(lists):
    return lambda seen: bring_in(lists.desk, seen, SilentProgress())


def test_a_problem_tells_row_person_column_cell_and_reason(check):
    [problem] = check("drivers", DRIVERS_SERIAL_DATES).to_settle
    assert (problem.row, problem.who, problem.heading, problem.cell) == (3, "Sam SAMPLE", "Expiry", "31/02/2026")
    assert (problem.at, problem.reason) == (5, "There is no 31 February.")


def test_a_corrected_cell_is_checked_by_the_same_rules(lists, check, accept):
    wrong = check("drivers", DRIVERS_SERIAL_DATES, Settled().with_cell(3, 5, "30/02/2026"))
    assert [problem.reason for problem in wrong.to_settle] == ["There is no 30 February."]
    right = check("drivers", DRIVERS_SERIAL_DATES, Settled().with_cell(3, 5, "28/02/2029"))
    assert (right.to_settle, right.rows, right.refused) == ((), 4, 0)
    accept(right)
    assert lists.children(LICENCES, "Sample")[0].held.until == date(2029, 2, 28)


def test_a_row_left_out_does_not_come_in_and_frees_the_one_that_it_stood_against(check):
    settled = Settled().without(7)
    seen = check("drivers", DRIVERS_DUP, settled)
    assert (seen.to_settle, seen.rows, seen.refused) == ((), 5, 1)
    assert [(each.row, each.who) for each in seen.left_out] == [(7, "Jo PLACEHOLDER")]
    assert len(check("drivers", DRIVERS_DUP, settled.back(7)).to_settle) == 2


def test_who_stands_in_a_row_that_was_left_out_is_not_missing(lists, check):
    data = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/03/2027"), ("PHD2", "Sample", "Sam", "PHD", "1/4/27"))
    lists.bring("drivers", data)
    seen = check("drivers", data, Settled().without(2))
    assert (seen.missing, seen.people.missing) == (0, ())


def test_an_ambiguous_name_is_queued_with_who_may_be_meant(lists, check):
    lists.bring("staff", TWO_SAMPLES)
    [problem] = check("staff", NAMESAKE).to_settle
    assert problem.reason.startswith("more than one person has this name.")
    *known, new = problem.choices
    assert new.token == NEW_PERSON
    assert sorted(choice.words.rsplit(",", 1)[0] for choice in known) == [
        "Sam Sample, staff number 1, Licensing, from 2 March 2026",
        "Sam Sample, staff number 2, from 2 March 2026",
    ]


@pytest.mark.parametrize("number", ["1", "2"])
def test_the_person_who_was_chosen_gets_the_row(lists, check, accept, number):
    lists.bring("staff", TWO_SAMPLES)
    [problem] = check("staff", NAMESAKE).to_settle
    [token] = [choice.token for choice in problem.choices if f"staff number {number}" in choice.words]
    seen = check("staff", NAMESAKE, Settled().with_person(2, token))
    assert (seen.to_settle, seen.rows, seen.new) == ((), 1, 0)
    accept(seen)
    taken = {person.staff_number: lists.desk.read.children(COMPLETIONS, person.id) for person in samples(lists)}
    assert [number for number, completions in taken.items() if completions] == [number]


def samples(lists):
    return [person for person in lists.desk.read.page(LEARNERS) if person.surname == "Sample"]


def test_somebody_new_may_have_a_name_that_others_have(lists, check):
    lists.bring("staff", TWO_SAMPLES)
    seen = check("staff", NAMESAKE, Settled().with_person(2, NEW_PERSON))
    assert (seen.to_settle, seen.new) == ((), 1)


def test_people_whom_the_same_list_adds_can_be_chosen_again_at_each_check(check):
    data = csv_of(STAFF, ("1", "Sam Sample", ""), ("2", "Sam Sample", ""), ("", "Sam Sample", ""))
    [problem] = check("staff", data).to_settle
    tokens = [choice.token for choice in problem.choices]
    assert tokens == ["row 2", "row 3", NEW_PERSON]
    assert check("staff", data, Settled().with_person(4, "row 3")).to_settle == ()


def test_a_choice_is_asked_for_again_when_the_row_is_corrected():
    settled = Settled().with_person(2, "row 3").with_cell(2, 1, "Alex Example")
    assert settled.people == {}


def test_a_participant_who_is_not_known_may_be_someone_of_much_the_same_name(lists, accept):
    lists.bring("staff", TWO_SAMPLES)
    rows = b"Name\tFirst Join\tDuration\nAlex Exampel\t\t50m\nSam Sample\t\t50m\nQq Xx\t\tlong\nExample Alex\t\t50m\n"
    opened = open_attendance(lists.desk, ListFile(rows, ".csv"))
    given = CourseGiven(title=COURSE, held_on=date(2026, 3, 1))
    first = {problem.row: problem for problem in check_attendance(lists.desk, opened, given).to_settle}
    assert [choice.words.split(",")[0] for choice in first[2].choices] == ["Alex Example"]
    assert [choice.words.split(",")[0] for choice in first[5].choices] == ["Alex Example"]
    assert len(first[3].choices) == 2
    assert (first[4].cell, first[4].at) == ("long", 2)
    settled = Settled().with_person(2, first[2].choices[0].token).with_person(3, first[3].choices[1].token).without(4)
    seen = check_attendance(lists.desk, opened, given, settled.without(5))
    assert (seen.to_settle, seen.rows, seen.refused) == ((), 2, 2)
    accept(seen)
    assert [one.result for one in lists.children(COMPLETIONS, "Example")] == ["ATTENDED"]


def test_what_would_change_is_told_old_and_new(lists, check):
    lists.bring("drivers", csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/03/2027")))
    data = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/05/2027"), ("PHD2", "Sample", "Sam", "PHD", "1/4/27"))
    seen = check("drivers", data)
    [change] = seen.people.changes
    assert (change.who, change.what) == ("Example, Alex", "Licence PHD1: Valid")
    assert (change.old, change.new) == ("until 31 March 2027", "until 31 May 2027")
    assert seen.people.new[0][0] == "Sample, Sam"
    assert "PHD2" in seen.people.new[0][1]
    assert seen.headline == "2 rows: 1 new, 1 changed, 0 problems"


def test_nothing_of_a_list_stands_in_what_is_printed_of_it(check):
    assert "SAMPLE" not in repr(check("drivers", DRIVERS_SERIAL_DATES)).upper().replace("SAMPLE DESK", "")
