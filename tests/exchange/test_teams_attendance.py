import pytest
from exchange import lists_of_the_domain as lists

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.teams_attendance import attendance_of, attendance_rows, read_duration


def attendance_in(data, suffix):
    return attendance_of(attendance_rows(data, suffix))


def test_participants_are_read_with_their_minutes():
    meeting = attendance_in(lists.TEAMS_ATTENDANCE, ".csv")
    assert (meeting.title, meeting.start_text) == ("SOC awareness briefing", "4/1/26, 9:58:12 AM")
    assert [(one.name.surname, one.email, one.minutes) for one in meeting.participants] == [
        ("Example", "alex@example.org", 62),
        ("Sample", "sam@example.org", 47),
    ]
    assert meeting.problems == ()


def test_several_stays_of_one_person_are_added_up():
    text = "Full Name\tJoin Time\tLeave Time\tDuration\nAlex Example\t\t\t10m 30s\nAlex Example\t\t\t20m 30s\n"
    assert [one.seconds for one in attendance_in(text.encode(), ".csv").participants] == [31 * 60]


def test_a_row_without_a_length_of_time_is_refused_with_its_number():
    meeting = attendance_in(b"Name\tDuration\nAlex Example\tsome time\n", ".csv")
    assert meeting.participants == ()
    assert [problem.row_number for problem in meeting.problems] == [2]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("47m 12s", 2832),
        ("1h 2m 5s", 3725),
        ("58s", 58),
        ("1h", 3600),
        ("01:02:05", 3725),
        ("2 hr 5 min", 7500),
    ],
)
def test_lengths_of_time_are_read(text, seconds):
    assert read_duration(text) == seconds


@pytest.mark.parametrize("text", ["", "soon", "12", "1h 2x"])
def test_other_words_are_no_length_of_time(text):
    assert isinstance(read_duration(text), Unreadable)


def test_another_table_is_no_attendance_report():
    with pytest.raises(FileNotReadableError, match="not an attendance report"):
        attendance_in(lists.DRIVERS_CLEAN, ".csv")
