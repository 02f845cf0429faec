"""Training recorded for many is one deed, and nobody gets the same twice."""

from datetime import date

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.training.board import reckon
from socdesk.desk.training.new_people import NewDriver, NewMember, NewStaff, add_person
from socdesk.desk.training.person import person_detail
from socdesk.desk.training.recording import beforehand, record_for, take_away
from socdesk.errors import InvalidRecordError
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS, Learner, Licence
from socdesk.registers.declared.training import COMPLETIONS, COURSES, Completion
from socdesk.registers.register import State, new_id
from socdesk.registers.values import Span

SINCE = date(2024, 4, 1)


@pytest.fixture
def drivers(desk):
    people = [Learner(id=new_id(), kind="DRIVER", surname="Example", forename=name) for name in ("Alex", "Robin")]
    held = [
        Licence(id=new_id(), parent=each.id, number=f"PHD-{n}", type="PHD", held=Span(SINCE, date(2027, 3, 31)))
        for n, each in enumerate(people)
    ]
    desk.do(Deed(words="Added drivers", puts=(*people, *held)))
    return tuple(each.id for each in people)


@pytest.fixture
def taxi(desk):
    return next(each for each in desk.read.page(COURSES) if "taxi" in each.title)


def done_on(taxi, day=date(2026, 2, 27), **more):
    return Completion(course=taxi.id, completed=day, **more)


def board_of(desk):
    return reckon(desk, SilentProgress())


def test_one_course_for_several_people_is_one_deed_and_one_undo(desk, drivers, taxi):
    assert board_of(desk).groups["DRIVER"].ids["never"] == drivers
    made = desk.do(record_for(desk, drivers, done_on(taxi, certificate="DEMO 7")))
    assert len(made.records) == 2
    assert board_of(desk).groups["DRIVER"].ids["in_date"] == drivers
    desk.undo()
    assert board_of(desk).groups["DRIVER"].ids["never"] == drivers


def test_the_words_of_the_deed_hold_nobodys_name(desk, drivers, taxi):
    assert record_for(desk, drivers, done_on(taxi)).words == "Recorded training for 2 people"


def test_who_has_the_same_course_on_that_day_already_is_left_out(desk, drivers, taxi):
    desk.do(record_for(desk, drivers[:1], done_on(taxi)))
    assert [each.parent for each in record_for(desk, drivers, done_on(taxi)).puts] == [drivers[1]]
    with pytest.raises(InvalidRecordError, match="Everybody chosen has this course on this day already"):
        record_for(desk, drivers[:1], done_on(taxi))
    assert len(record_for(desk, drivers, done_on(taxi, result="FAILED")).puts) == 2


def test_a_day_to_come_is_refused_in_words(desk, drivers, taxi):
    with pytest.raises(InvalidRecordError, match="that day has not come yet"):
        record_for(desk, drivers, done_on(taxi, date(2026, 3, 3)))


def test_a_last_day_that_the_course_gives_anyway_is_not_kept_and_another_is(desk, drivers, taxi):
    same = record_for(desk, drivers, done_on(taxi, expires=date(2029, 2, 27)))
    other = record_for(desk, drivers, done_on(taxi, expires=date(2027, 2, 27)))
    assert {each.expires for each in same.puts} == {None}
    assert {each.expires for each in other.puts} == {date(2027, 2, 27)}
    desk.do(other)
    status = board_of(desk).statuses[drivers[0], taxi.id]
    assert status.valid_until == date(2027, 2, 27)


def test_a_certificate_cannot_end_before_its_course(desk, drivers, taxi):
    with pytest.raises(InvalidRecordError, match="must not be before the day of completion"):
        desk.do(record_for(desk, drivers, done_on(taxi, expires=date(2025, 1, 1))))


def test_before_saving_it_is_said_who_is_in_date_already(desk, drivers, taxi):
    assert beforehand(board_of(desk), drivers, taxi.id).words == ""
    desk.do(record_for(desk, drivers[:1], done_on(taxi)))
    board = board_of(desk)
    words = beforehand(board, drivers, taxi.id).words
    assert words == "1 of these 2 are already in date: Example, Alex (to 27 February 2029)."
    assert beforehand(board, drivers[:1], taxi.id).words.startswith("Already in date for this course: Example, Alex")


def test_what_was_never_so_is_taken_away_and_comes_back(desk, drivers, taxi):
    desk.do(record_for(desk, drivers, done_on(taxi)))
    (kept,) = desk.read.children(COMPLETIONS, drivers[0])
    desk.do(take_away(desk, kept.id))
    board = board_of(desk)
    assert board.groups["DRIVER"].ids["never"] == drivers[:1]
    assert person_detail(desk, board, drivers[0]).courses[0].completion == ""
    desk.undo()
    assert desk.read.get(COMPLETIONS, kept.id).state is State.LIVE


def test_a_person_is_told_in_words_with_each_course_and_what_is_older(desk, drivers, taxi):
    desk.do(record_for(desk, drivers, done_on(taxi, certificate="DEMO 7", mode="CLASSROOM")))
    desk.do(record_for(desk, drivers, done_on(taxi, date(2023, 2, 1))))
    found = person_detail(desk, board_of(desk), drivers[0])
    now, older = found.courses
    assert now.words == "In date to 27 Feb 2029"
    assert (now.done, now.certificate) == ("Done 27 Feb 2026, Classroom", "Certificate DEMO 7")
    assert older.done == "Done 1 Feb 2023, valid until 1 Feb 2026"
    assert found.detail.fact("scope").words == "PHD-0, Private hire driver, from 1 April 2024 to 31 March 2027, Active"
    assert "Licence" in found.detail.fact("scope").label
    assert person_detail(desk, board_of(desk), "nobody") is None


@pytest.mark.parametrize(
    ("kind", "asked", "register"),
    [
        ("DRIVER", NewDriver(surname="Sample", number="PHD-9", type="PHD", held=Span(SINCE)), LICENCES),
        ("STAFF", NewStaff(surname="Sample", staff_number="D-9", held=Span(SINCE)), EMPLOYMENTS),
        ("MEMBER", NewMember(surname="Sample", held=Span(SINCE)), TERMS),
    ],
)
def test_a_person_added_by_hand_is_in_scope_at_once_and_one_undo_takes_all_away(desk, kind, asked, register):
    person, scope = desk.do(add_person(desk, kind, asked)).records
    assert (person.kind, person.surname, scope.parent) == (kind, "Sample", person.id)
    assert board_of(desk).groups[kind].ids["all"] == (person.id,)
    assert board_of(desk).groups[kind].in_date.denominator == 1
    with pytest.raises(InvalidRecordError):
        add_person(desk, kind, NewMember() if kind == "MEMBER" else asked)
    desk.undo()
    assert desk.read.children(register, person.id) == ()
    assert desk.read.get(LEARNERS, person.id).state is not State.LIVE


def test_without_a_first_day_a_person_would_never_count(desk):
    with pytest.raises(InvalidRecordError, match="Enter the first day"):
        add_person(desk, "DRIVER", NewDriver(surname="Sample", number="PHD-9"))


def test_a_licence_number_that_is_on_the_desk_already_is_told(desk, drivers):
    with pytest.raises(InvalidRecordError, match="on the desk already"):
        add_person(desk, "DRIVER", NewDriver(surname="Other", number=" phd-0", held=Span(SINCE)))


def test_who_is_in_the_bin_is_found_there_and_counts_no_more(desk, drivers, taxi):
    from socdesk.desk.lists.changing import move

    desk.do(move(desk, LEARNERS, drivers[:1], State.BINNED))
    group = board_of(desk).groups["DRIVER"]
    assert (group.ids["bin"], group.ids["all"]) == (drivers[:1], drivers[1:])
    assert group.in_date.denominator == 1
