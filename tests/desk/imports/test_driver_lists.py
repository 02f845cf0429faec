from dataclasses import replace
from datetime import date

import pytest
from desk.imports.conftest import csv_of

from socdesk.desk.deeds import Deed
from socdesk.registers.declared.learners import LICENCES
from socdesk.registers.declared.training import COMPLETIONS
from socdesk.registers.register import new_id
from socdesk.registers.values import Span

HEADER = ("Licence No", "Surname", "Forename", "Licence Type", "Issued", "Expiry", "Status")
EXAMPLE = ("PHD1", "EXAMPLE", "Alex", "PHD", "01/04/2024", "31/03/2027", "Active")
SAMPLE = ("PHD2", "SAMPLE", "Sam", "PHD", "01/04/2024", "31/03/2027", "Active")


def test_a_new_driver_comes_in_with_their_licence(lists):
    seen = lists.bring("drivers", csv_of(HEADER, EXAMPLE))
    assert (seen.rows, seen.refused, seen.new, seen.changed, seen.same, seen.missing) == (1, 0, 1, 0, 0, 0)
    assert (lists.person("Example").kind, lists.person("Example").on_latest_list) == ("DRIVER", True)
    [licence] = lists.children(LICENCES, "Example")
    assert (licence.number, licence.type, licence.status) == ("PHD1", "PHD", "ACTIVE")
    assert licence.held == Span(date(2024, 4, 1), date(2027, 3, 31))


@pytest.mark.parametrize("issued", ["01/04/2027", "15/03/2027"])
def test_a_renewed_licence_adds_a_period_and_keeps_the_old_one(lists, issued):
    lists.bring("drivers", csv_of(HEADER, EXAMPLE))
    renewed = ("PHD1", "EXAMPLE", "Alex", "PHD", issued, "31/03/2030", "Active")
    seen = lists.bring("drivers", csv_of(HEADER, renewed))
    assert (seen.new, seen.changed) == (0, 1)
    assert [licence.held.until for licence in lists.children(LICENCES, "Example")] == [
        date(2027, 3, 31),
        date(2030, 3, 31),
    ]


def test_a_list_of_earlier_periods_does_not_overwrite_the_newest(lists):
    old = ("PHD1", "EXAMPLE", "Alex", "PHD", "01/04/2021", "31/03/2024", "Active")
    both = csv_of(HEADER, old, EXAMPLE)
    lists.bring("drivers", both)
    before = lists.standing()
    seen = lists.bring("drivers", both, again=True)
    assert (seen.changed, seen.same) == (0, 1)
    assert lists.standing() == before
    assert [licence.held.since.year for licence in lists.children(LICENCES, "Example")] == [2021, 2024]


def test_a_corrected_day_corrects_the_licence_and_keeps_what_the_list_leaves_out(lists):
    lists.bring("drivers", csv_of((*HEADER, "Badge No"), (*EXAMPLE, "00417")))
    seen = lists.bring("drivers", csv_of(HEADER, (*EXAMPLE[:5], "30/04/2027", "Suspended")))
    assert (seen.changed, seen.same) == (1, 0)
    [licence] = lists.children(LICENCES, "Example")
    assert (licence.badge, licence.status, licence.held) == (
        "00417",
        "SUSPENDED",
        Span(date(2024, 4, 1), date(2027, 4, 30)),
    )


def test_who_is_missing_is_marked_and_not_removed_and_may_return(lists):
    lists.bring("drivers", csv_of(HEADER, EXAMPLE, SAMPLE))
    seen = lists.bring("drivers", csv_of(HEADER, EXAMPLE))
    assert (seen.missing, seen.same) == (1, 1)
    assert "On the desk but not on this list: 1. They are marked, not removed." in seen.in_words()
    assert not lists.person("Sample").on_latest_list
    assert len(lists.children(LICENCES, "Sample")) == 1
    lists.bring("drivers", csv_of(HEADER, SAMPLE, EXAMPLE))
    assert lists.person("Sample").on_latest_list


def test_who_stands_on_the_list_in_a_row_that_was_refused_is_not_missing(lists):
    lists.bring("drivers", csv_of(HEADER, EXAMPLE, SAMPLE))
    seen = lists.bring("drivers", csv_of(HEADER, (*EXAMPLE[:5], "31/02/2027", "Active"), SAMPLE))
    assert (seen.refused, seen.missing) == (1, 0)
    assert lists.person("Example").on_latest_list


def test_a_number_that_belongs_to_another_name_is_refused_and_its_owner_is_not_missing(lists):
    lists.bring("drivers", csv_of(HEADER, EXAMPLE, SAMPLE))
    seen = lists.bring("drivers", csv_of(HEADER, ("PHD1", "SPECIMEN", "Kim", *EXAMPLE[3:]), SAMPLE))
    [problem] = seen.problems
    assert problem.startswith("Row 2: this licence number belongs to someone of another name on this desk. Correct ")
    assert (seen.rows, seen.refused, seen.missing) == (1, 1, 0)
    assert lists.people() == [("Alex", "Example"), ("Sam", "Sample")]


def test_one_person_with_two_kinds_of_licence_is_one_person(lists):
    seen = lists.bring("drivers", csv_of(HEADER, EXAMPLE, ("HCD1", "Example", "ALEX", "HCD", *EXAMPLE[4:])))
    assert "Row 3: taken as a second licence of the person of the same name." in seen.notices
    assert sorted(licence.type for licence in lists.children(LICENCES, "Example")) == ["HCD", "PHD"]


def test_two_people_of_one_name_stay_two(lists):
    data = csv_of(HEADER, SAMPLE, ("PHD3", *SAMPLE[1:]))
    seen = lists.bring("drivers", data)
    assert "Row 3: taken as another person of the same name." in seen.notices
    assert lists.people() == [("Sam", "Sample")] * 2
    assert lists.bring("drivers", data, again=True).same == 2


@pytest.mark.parametrize("apostrophe", ["'", "’", "`"])
def test_the_shape_of_an_apostrophe_makes_no_other_person(lists, apostrophe):
    lists.bring("drivers", csv_of(HEADER, ("PHD1", "O'SAMPLE", *EXAMPLE[2:])))
    person = lists.person("O'Sample")
    lists.desk.do(Deed(words="Typed", puts=(replace(person, surname="O’Sample"),)))
    seen = lists.bring("drivers", csv_of(HEADER, ("PHD1", f"O{apostrophe}Sample", *EXAMPLE[2:-1], "Current")))
    assert (seen.refused, seen.same) == (0, 1)


def test_training_on_the_list_counts_for_the_drivers_course_and_only_once(lists):
    data = csv_of((*HEADER, "Safeguarding"), (*EXAMPLE, "14/05/2024"))
    lists.bring("drivers", data)
    lists.bring("drivers", data, again=True)
    [completion] = lists.children(COMPLETIONS, "Example")
    assert completion.course == lists.course("Safeguarding for taxi drivers").id
    assert (completion.completed, completion.result) == (date(2024, 5, 14), "ATTENDED")


def test_a_course_that_is_not_known_is_told(lists):
    seen = lists.bring("drivers", csv_of((*HEADER, "Training Date", "Course"), (*EXAMPLE, "14/05/2024", "First aid")))
    assert "Row 2: the course is not known; counted as “Safeguarding for taxi drivers”." in seen.notices


def test_a_licence_without_any_days_does_not_stand_in_the_way(lists):
    lists.bring("drivers", csv_of(HEADER, EXAMPLE))
    person = lists.person("Example")
    by_hand = LICENCES.record_type(id=new_id(), parent=person.id, number="PHD1")
    lists.desk.do(Deed(words="By hand", puts=(by_hand,)))
    assert lists.bring("drivers", csv_of(HEADER, EXAMPLE), again=True).same == 1


@pytest.mark.parametrize("place", range(7))
@pytest.mark.parametrize("length", [40, 42, 100, 102, 300, 302])
def test_a_cell_longer_than_a_record_can_hold_is_refused_and_fails_no_import(lists, place, length):
    header = ("Licence No", "Surname", "Forename", "Licence Type", "Expiry", "Badge No", "Training Provider")
    row = ["PHD1", "Example", "Alex", "PHD", "31/03/2027", "00417", "Example Training"]
    row[place] = "ab" * (length // 2)
    seen = lists.look("drivers", csv_of(header, row, ("PHD2", "Sample", "Sam", "PHD", "31/03/2027")))
    assert [lists.desk.catalogue.of(record).problems(record) for record in seen.puts] == [{}] * len(seen.puts)
    assert seen.rows + seen.refused == 2
    assert seen.refused == 1 or length <= 300


def test_five_thousand_drivers_are_one_deed(lists):
    rows = [
        (f"PHD{at:05}", f"SAMPLE{'ABCDEFGHIJ'[at % 10]}", f"Name {at}", "PHD", "01/04/2024", "31/03/2027", "Active")
        for at in range(5000)
    ]
    deeds = lists.deeds()
    seen = lists.bring("drivers", csv_of(HEADER, *rows))
    assert (seen.rows, seen.new) == (5000, 5000)
    assert len(lists.people()) == 5000
    assert lists.deeds() == deeds + 1
