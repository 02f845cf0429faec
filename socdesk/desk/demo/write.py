"""Writes a whole demonstration desk: 24 months of work, each deed at its own moment."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from socdesk.clock import Clock
from socdesk.desk.demo.action_tasks import ActionScript
from socdesk.desk.demo.concern_tasks import ConcernScript
from socdesk.desk.demo.driver_tasks import DriverScript
from socdesk.desk.demo.holders import holder_tasks
from socdesk.desk.demo.members import MemberScript
from socdesk.desk.demo.movable_clock import MovableClock
from socdesk.desk.demo.papers import issued_papers
from socdesk.desk.demo.script import Shelf, Task, play
from socdesk.desk.demo.staff_tasks import StaffScript
from socdesk.desk.demo.stage import Stage, first_morning, set_stage
from socdesk.desk.desk import Desk
from socdesk.desk.opening import House, NewDesk, new_desk
from socdesk.jobs import Progress
from socdesk.keys.kdf import KdfCost
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.training import COURSES, REQUIREMENTS
from socdesk.registers.register import AnyRegister
from socdesk.registers.shipped import read_shipped

_STANDING: tuple[AnyRegister, ...] = (ACTIONS, COURSES, REQUIREMENTS)
"""Registers that a new desk holds records of, and that the script works on."""


def write_demo(
    folder: Path,
    passphrase: str,
    *,
    clock: Clock,
    cost: KdfCost | None = None,
    concerns: int = 120,
    drivers: int = 240,
    seed: int = 1,
    progress: Progress,
) -> NewDesk:
    """Make a demonstration desk and return it open, with the given clock in force.

    The same seed, numbers and present day give the same content; ids are random. A demonstration that is cancelled or
    fails leaves nothing behind.

    Raises:
        CancelledError: the person has cancelled it.
        UserFacingError: what ``new_desk`` raises.

    """
    present = clock()
    was_there = folder.exists()
    moving = MovableClock(first_morning(present))
    made = new_desk(folder, passphrase, House(clock=moving), cost=cost, demo=True)
    try:
        stage = set_stage(made.desk, seed=seed, present=present, begins=moving())
        shelf = Shelf()
        for register in _STANDING:
            shelf.take(made.desk.read.page(register))
        tasks = chain(whole_script(stage, concerns=concerns, drivers=drivers), issued_papers(moving(), present))
        play(made.desk, (task for task in tasks if task.at < present), shelf, moving, progress)
    except BaseException:
        _remove(made.desk, folder, keep_folder=was_there)
        raise
    moving.hand_over(clock)
    return made


def whole_script(stage: Stage, *, concerns: int, drivers: int) -> Iterator[Task]:
    """Return everything that is done, in no particular order; what lies after the present is among it."""
    shapes = read_shipped("demo", "training.json")
    staff = StaffScript(stage, shapes.entry("staff"))
    yield from holder_tasks(stage)
    yield from staff.tasks()
    yield from MemberScript(stage, shapes.entry("members")).tasks()
    yield from DriverScript(stage, shapes.entry("drivers"), drivers).tasks()
    yield from ActionScript(stage).tasks()
    yield from ConcernScript(stage, concerns, staff.takers).tasks()


def _remove(desk: Desk, folder: Path, *, keep_folder: bool) -> None:
    """Close the desk and take away what was made of it."""
    try:
        desk.lock()
    finally:
        for path in folder.iterdir() if keep_folder else ():
            path.unlink()
        if not keep_folder:
            shutil.rmtree(folder, ignore_errors=True)
