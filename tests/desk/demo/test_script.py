"""The whole script, played on a shelf alone: for many seeds, numbers and days no rule of a register is broken."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import example, given
from hypothesis import strategies as st

from socdesk.desk.demo.names import Names
from socdesk.desk.demo.script import Shelf
from socdesk.desk.demo.stage import Stage, first_morning
from socdesk.desk.demo.write import whole_script
from socdesk.desk.founding import founding_deed
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.declared.actions import Action
from socdesk.registers.declared.strategy import Post
from socdesk.registers.declared.training import Course
from socdesk.registers.register import Record, State
from socdesk.registers.training_defaults import TrainingDefaults

PRESENTS = st.datetimes(datetime(2026, 1, 1), datetime(2031, 1, 1)).map(lambda m: m.replace(tzinfo=UTC))  # noqa: DTZ001


def set_up(seed: int, present: datetime, founded: Iterable[Record]) -> Stage:
    posts, actions, courses = ([r for r in founded if isinstance(r, kind)] for kind in (Post, Action, Course))
    titles = {course.title: course.id for course in courses}
    return Stage(
        seed=seed,
        present=present,
        begins=first_morning(present),
        names=Names(seed),
        posts={post.title: post.id for post in posts},
        actions={action.reference: action.id for action in actions},
        courses={course.code: titles[course.title] for course in TrainingDefaults().courses},
    )


@example(seed=2, present=datetime(2026, 11, 23, 21, tzinfo=UTC), concerns=0, drivers=240)
@given(seed=st.integers(0, 10_000), present=PRESENTS, concerns=st.integers(0, 25), drivers=st.integers(0, 60))
def test_every_task_finds_what_it_needs_and_breaks_no_rule(seed, present, concerns, drivers):
    founded = founding_deed(slot="slot").puts
    stage, shelf, standing = set_up(seed, present, founded), Shelf(), {record.id: record for record in founded}
    shelf.take(founded)
    tasks = whole_script(stage, concerns=concerns, drivers=drivers)
    for task in sorted((task for task in tasks if task.at < present), key=lambda task: task.at):
        assert task.at >= stage.begins
        for record in task.puts(shelf):
            register = REGISTERS.of(record)
            assert register.problems(record) == {}
            assert not register.parent or standing[record.parent].state is State.LIVE
            assert record.version == (standing[record.id].version if record.id in standing else 0)
            standing[record.id] = replace(record, version=record.version + 1)
            shelf.take((standing[record.id],))
