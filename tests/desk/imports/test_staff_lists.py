from datetime import date

import pytest
from desk.imports.conftest import csv_of
from exchange import lists_of_the_domain as shipped

from socdesk.registers.declared.learners import EMPLOYMENTS
from socdesk.registers.declared.training import COMPLETIONS
from socdesk.registers.values import Span

HEADER = ("Staff No", "Full Name", "Service", "Job Title", "Start Date", "Leaving Date")
COURSE = "Serious and organised crime awareness"
LMS = shipped.LMS_EXPORT.replace(b"SOC awareness", COURSE.encode())


def taken(lists, surname):
    return [(each.completed, each.result) for each in lists.children(COMPLETIONS, surname)]


def test_staff_come_in_with_their_employment(lists):
    row = ("00012", "Alex Example", "Licensing", "Licensing Officer", "01/04/2020", "")
    seen = lists.bring("staff", csv_of(HEADER, row))
    assert (seen.rows, seen.new) == (1, 1)
    assert (lists.person("Example").kind, lists.person("Example").staff_number) == ("STAFF", "00012")
    [employment] = lists.children(EMPLOYMENTS, "Example")
    assert (employment.job_title, employment.held) == ("Licensing Officer", Span(date(2020, 4, 1)))


def test_a_service_that_is_not_known_is_left_empty_and_told(lists):
    seen = lists.bring("staff", csv_of(HEADER, ("1", "Alex Example", "Ministry of Samples", "", "01/04/2020", "")))
    assert "Row 2: the service is not on the desk’s list and was left empty." in seen.notices
    assert lists.children(EMPLOYMENTS, "Example")[0].service_area == ""


def test_retakes_and_failed_results_are_kept_each(lists):
    lists.bring("staff", LMS)
    assert taken(lists, "Example") == [(date(2026, 4, 1), "FAILED"), (date(2026, 4, 8), "PASSED")]
    assert taken(lists, "Specimen") == []


def test_a_course_that_the_desk_does_not_have_refuses_its_rows(lists):
    seen = lists.look("staff", shipped.LMS_EXPORT)
    assert seen.rows == 0
    assert "Row 2: the course is not on this desk. Add it first, or correct its title." in seen.problems


def test_a_row_that_says_both_done_and_not_done_is_refused(lists):
    data = csv_of(("Full Name", "Course", "Completion Date", "Status"), ("Alex Example", COURSE, "1/4/2026", "Overdue"))
    [problem] = lists.look("staff", data).problems
    assert problem == "Row 2, Status: This says that it is not done, but there is a completion date."


def test_a_staff_number_decides_over_a_changed_name_and_that_is_told(lists):
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("12", "Alex Example")))
    seen = lists.bring("staff", csv_of(("Staff No", "Full Name"), ("12", "Alex Placeholder")))
    assert "Row 2: the name differs from the desk’s; the staff number decided." in seen.notices
    assert lists.people() == [("Alex", "Example")]


def test_a_list_without_numbers_goes_by_name_and_one_with_them_adds_the_number(lists):
    lists.bring("staff", csv_of(("Full Name", "Service"), ("Alex Example", "Licensing")))
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("00012", "EXAMPLE, Alex")))
    assert lists.people() == [("Alex", "Example")]
    assert lists.person("Example").staff_number == "00012"


def test_a_name_that_two_people_have_is_refused_without_a_number(lists):
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("1", "Sam Sample"), ("2", "Sam Sample")))
    seen = lists.look("staff", csv_of(("Full Name", "Service"), ("Sam Sample", "Housing"), ("Kim New", "Housing")))
    assert seen.problems == ("Row 2: more than one person has this name. Add the staff number to the list.",)
    assert (seen.rows, seen.refused) == (1, 1)


def test_who_is_not_on_a_staff_list_is_not_marked(lists):
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("1", "Sam Sample")))
    seen = lists.bring("staff", csv_of(("Staff No", "Full Name"), ("2", "Alex Example")))
    assert seen.missing == 0
    assert lists.person("Sample").on_latest_list


def test_a_leaver_comes_in_even_without_a_first_day_and_stays_one_employment(lists):
    data = csv_of(HEADER, ("1", "Alex Example", "Licensing", "", "", "31/01/2026"))
    lists.bring("staff", data)
    lists.bring("staff", data, again=True)
    [employment] = lists.children(EMPLOYMENTS, "Example")
    assert employment.held.until == date(2026, 1, 31)
    assert employment.held.since <= employment.held.until


def test_who_comes_back_has_a_second_employment(lists):
    lists.bring("staff", csv_of(HEADER, ("1", "Alex Example", "Licensing", "", "01/04/2020", "31/01/2025")))
    lists.bring("staff", csv_of(HEADER, ("1", "Alex Example", "Housing", "", "01/02/2026", "")))
    assert [each.held for each in lists.children(EMPLOYMENTS, "Example")] == [
        Span(date(2020, 4, 1), date(2025, 1, 31)),
        Span(date(2026, 2, 1)),
    ]


@pytest.mark.parametrize("left", ["28/02/2026", "01/01/2020"])
def test_a_last_day_before_the_day_we_first_heard_of_somebody_fails_no_import(lists, left):
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("1", "Alex Example")))
    seen = lists.bring("staff", csv_of(HEADER, ("1", "Alex Example", "", "", "", left)))
    assert seen.refused == 0
