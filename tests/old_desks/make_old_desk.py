"""Makes the stored desk of the newest schema version. Run it once when a migration was added, and commit what it makes.

    python tests/old_desks/make_old_desk.py

A stored desk is never made again: what a later program writes is not what that version wrote. Those of the versions
before this collection were made by running this file on the program of their day.
"""

from __future__ import annotations

import tempfile
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.opening import House, new_desk
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import Concern, Statement
from socdesk.registers.declared.learners import Learner
from socdesk.registers.declared.training import COURSES, Completion
from socdesk.registers.register import new_id
from socdesk.storage.upgrade import SHIPPED

HERE = Path(__file__).parent
PASSPHRASE = "fictitious old desk words"
"""Everything in a stored desk is made up, so its passphrase may stand here."""
BEGAN = datetime(2026, 1, 5, 9, tzinfo=UTC)


class Clock:
    """Begins on a Monday in January 2026, and moves a minute at each look."""

    def __init__(self) -> None:
        self._now = BEGAN

    def __call__(self) -> datetime:
        """Return the moment."""
        self._now += timedelta(minutes=1)
        return self._now


def newest() -> str:
    """Return the name of the newest schema version."""
    return max(path.stem for path in SHIPPED.glob("m[0-9]*.py"))


def work(desk: Desk) -> None:
    """Do a little of everything: concerns, a restricted one, an edit, an undo, training, and a change of an action."""
    concern = Concern(
        id=new_id(),
        received=BEGAN,
        channel="PHONE",
        received_by="Officer Sample",
        urgency="ROUTINE",
        summary="Cash counted in a parked van",
    )
    secret = replace(concern, id=new_id(), summary="A second van", restricted=True, restriction_reason="A test")
    said = Statement(id=new_id(), parent=concern.id, type="REPORTED", text="Seen twice at the sample market")
    desk.do(Deed(words="Recorded two concerns", puts=(concern, secret, said)))
    action = next(each for each in desk.read.page(ACTIONS) if each.reference == "A07")
    desk.do(Deed(words="Wrote the next step", puts=(replace(action, next_step="Ask the sample trade for dates"),)))
    done = desk.do(Deed(words="Wrote it otherwise", puts=(_again(desk, next_step="To be undone"),)))
    desk.undo(done.number)
    course = desk.read.page(COURSES)[0]
    learner = Learner(id=new_id(), kind="STAFF", surname="Example", forename="Alex")
    taken = Completion(id=new_id(), parent=learner.id, course=course.id, completed=date(2025, 12, 1))
    desk.do(Deed(words="Recorded training", puts=(learner, taken)))
    desk.record_event("exported", register="actions", records=15, with_restricted=0, sha256="0" * 64)


def _again(desk: Desk, **values: str) -> object:
    action = next(each for each in desk.read.page(ACTIONS) if each.reference == "A07")
    return replace(action, **values)


def main() -> None:
    """Make the desk, and pack it beside this file."""
    target = HERE / f"{newest()}.zip"
    with tempfile.TemporaryDirectory() as around, zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as packed:
        folder = Path(around) / "desk"
        desk = new_desk(folder, PASSPHRASE, House(clock=Clock()), cost=POLICY_FLOOR).desk
        work(desk)
        desk.lock()
        for path in sorted(folder.iterdir()):
            if path.name != "desk.lock":
                packed.write(path, path.name)
    print(f"Made {target.name}. Commit it.")  # noqa: T201  it is run by hand


if __name__ == "__main__":
    main()
