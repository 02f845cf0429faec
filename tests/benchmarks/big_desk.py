"""A fictitious desk as large as it may become, filled through the real store, and the real window on it.

It is made once and serves every measurement of one run; it goes when the run ends.
"""

from __future__ import annotations

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from helpers.screens.stage import PASSPHRASE, Stage, clock

from socdesk.desk.deeds import Deed
from socdesk.desk.demo.write import write_demo
from socdesk.desk.desk import Desk
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import KdfCost
from socdesk.registers.declared.concerns import Concern
from socdesk.registers.declared.learners import Learner, Licence
from socdesk.registers.declared.training import COURSES, Completion
from socdesk.registers.register import Record, new_id
from socdesk.registers.values import Span
from socdesk.ui.application import make_application
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens

COST = KdfCost(memory_kib=512 * 1024, passes=4, lanes=4)
"""About a second for one guess on a small laptop."""

CONCERNS = 100_000
LEARNERS = 10_000
_AT_ONCE = 5000
_SIZE = 1366, 768


@dataclass(frozen=True)
class BigDesk:
    """Where the desk lies, locked, and where the window keeps its settings."""

    folder: Path
    settings: Path


@cache
def big_desk() -> BigDesk:
    """Make the desk, or return the one that was made."""
    place = Path(tempfile.mkdtemp())
    atexit.register(shutil.rmtree, place, ignore_errors=True)
    return make_big_desk(place)


def make_big_desk(place: Path, *, concerns: int = CONCERNS, learners: int = LEARNERS, cost: KdfCost = COST) -> BigDesk:
    """Make a sample desk, for its plan and papers, and fill it up."""
    folder = place / "desk"
    made = write_demo(folder, PASSPHRASE, clock=clock, cost=cost, concerns=60, drivers=60, progress=SilentProgress())
    fill(made.desk, concerns=concerns, learners=learners)
    made.desk.lock()
    return BigDesk(folder, place / "settings")


def fill(desk: Desk, *, concerns: int, learners: int) -> None:
    """Add so many concerns, and so many drivers with a licence and a course taken, some thousands in one deed."""
    course = desk.read.page(COURSES)[0].id
    everything = (*(_concern(desk, n) for n in range(concerns)), *_people(learners, course))
    for start in range(0, len(everything), _AT_ONCE):
        desk.do(Deed(words="Filled the desk", puts=everything[start : start + _AT_ONCE]))


def _concern(desk: Desk, number: int) -> Concern:
    what = "tanning" if number % 10 == 0 else "second-hand"
    return Concern(
        id=new_id(),
        received=desk.clock() - timedelta(minutes=30 * number),
        channel="PHONE",
        received_by="Bench",
        urgency="ROUTINE",
        status="NEW" if number % 500 == 0 else "ROUTED",
        summary=f"Cash at the {what} parlour, report {number}",
    )


def _people(number: int, course: str) -> Iterator[Record]:
    for n in range(number):
        person = Learner(id=new_id(), kind="DRIVER", surname=f"Example{_letters(n)}", forename="Alex")
        yield person
        yield Licence(
            id=new_id(),
            parent=person.id,
            number=f"BENCH{n:06}",
            held=Span(since=date(2024, 4, 1), until=date(2030, 3, 31)),
        )
        yield Completion(id=new_id(), parent=person.id, course=course, completed=date(2025, 1, 1) + timedelta(n % 300))


def _letters(number: int) -> str:
    return "".join(chr(97 + number // 26**place % 26) for place in range(4))


@cache
def big_stage() -> Stage:
    """Return the window, open on the big desk, in the one application of this run."""
    return stage_on(big_desk())


def stage_on(desk: BigDesk) -> Stage:
    """Open the real window on a desk, without a screen, and show the concerns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = make_application()
    stage = Stage(Theme(app, load_tokens(), appearance="light", zoom=100), desk.folder, desk.settings)
    stage.window.resize(*_SIZE)
    stage.open()
    stage.unlock()
    stage.go("concerns")
    return stage
