from datetime import date

import pytest
from desk.imports.conftest import csv_of
from exchange.lists_of_the_domain import TEAMS_ATTENDANCE, TEAMS_TEXT

from socdesk.desk.imports.attendance import CourseGiven, UnknownCourseError, preview_attendance
from socdesk.desk.imports.bringing_in import AlreadyBroughtInError, AttendanceReportError, ListFile, bring_in
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.training import COMPLETIONS

COURSE = "Serious and organised crime awareness"
DAY = date(2026, 3, 1)


def look(lists, data=TEAMS_ATTENDANCE, minutes=50, **how):
    given = CourseGiven(title=COURSE, held_on=DAY, least_minutes=minutes)
    return preview_attendance(lists.desk, ListFile(data, ".csv"), given, **how)


@pytest.fixture
def staff(lists):
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("1", "Alex Example"), ("2", "Sam Sample")))
    return lists


def results(lists):
    return {name: [one.result for one in lists.children(COMPLETIONS, name)] for name in ("Example", "Sample")}


def test_who_stayed_long_enough_attended_and_who_did_not_attended_in_part(staff):
    seen = look(staff)
    assert (seen.rows, seen.refused, seen.changed) == (2, 0, 2)
    assert "The report says that the meeting began: 4/1/26, 9:58:12 AM. Check the day." in seen.notices
    bring_in(staff.desk, seen, SilentProgress())
    assert results(staff) == {"Example": ["ATTENDED"], "Sample": ["PART_ATTENDED"]}
    assert staff.children(COMPLETIONS, "Example")[0].completed == DAY


def test_forty_five_minutes_are_enough_by_default(staff):
    given = CourseGiven(title=COURSE, held_on=DAY)
    bring_in(staff.desk, preview_attendance(staff.desk, ListFile(TEAMS_ATTENDANCE, ".csv"), given), SilentProgress())
    assert results(staff) == {"Example": ["ATTENDED"], "Sample": ["ATTENDED"]}


def test_two_addresses_of_one_person_are_added_up(staff):
    rows = "Name\tFirst Join\tDuration\tEmail\nAlex Example\t\t30m\ta@example.org\nAlex Example\t\t25m\tb@example.org\n"
    bring_in(staff.desk, look(staff, rows.encode()), SilentProgress())
    assert results(staff)["Example"] == ["ATTENDED"]


def test_an_unknown_or_ambiguous_name_is_refused_with_its_row(staff):
    staff.bring("staff", csv_of(("Staff No", "Full Name"), ("3", "Sam Sample")))
    rows = "Name\tFirst Join\tDuration\nSam Sample\t\t50m\nGuest Person\t\t50m\nAlex Example\t\tlong\n"
    seen = look(staff, rows.encode())
    assert [words.split(":")[0] for words in seen.problems] == ["Row 4, Participant", "Row 2", "Row 3"]
    assert (seen.rows, seen.refused) == (0, 3)


def test_the_same_report_is_known_again_and_doubles_nothing(staff):
    bring_in(staff.desk, look(staff), SilentProgress())
    with pytest.raises(AlreadyBroughtInError):
        look(staff)
    assert look(staff, again=True).same == 2


def test_a_course_that_the_desk_does_not_have_is_refused_with_those_it_has(lists):
    with pytest.raises(UnknownCourseError, match=r"The courses are: .*Modern slavery"):
        preview_attendance(
            lists.desk, ListFile(TEAMS_ATTENDANCE, ".csv"), CourseGiven(title="Juggling", held_on=date(2026, 3, 1))
        )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8"])
def test_a_report_brought_in_as_a_staff_list_is_told_apart(lists, encoding):
    with pytest.raises(AttendanceReportError, match="Say which course"):
        lists.look("staff", TEAMS_TEXT.encode(encoding))
