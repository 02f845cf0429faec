"""The desk whose bits are flipped, in each state in which it may lie on a disk; and all that can be read of it."""

import random
import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from helpers.records import action, concern, statement
from helpers.shelf import Shelf

from socdesk.desk import remembering
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.deeds import Deed
from socdesk.desk.drafts import Draft
from socdesk.desk.opening import House
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import CONCERNS, Concern
from socdesk.registers.register import State, new_id
from socdesk.storage.attachments import described
from socdesk.storage.failed_unlocks import FailedUnlocks
from socdesk.storage.record_store import Query
from socdesk.storage.trail import trail_of
from tests.desk.conftest import PASSPHRASE, MovingClock

BEGAN, LATER = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 4, 9, tzinfo=UTC)
LONG = "Counted cash in the back room. " * 400
"""Too long for one page: it stands in a chain of them."""
DATA = random.Random(BEGAN.isoformat()).randbytes(60_000)
PHOTOGRAPH = described("a doorway.jpg", DATA)
EVERY = Query(states=tuple(State))


def later_house():
    """Return a house whose clock begins anew at one moment, so that two desks opened in it say the same."""
    return House(clock=MovingClock(LATER))


class FlippedDesk:
    """One desk, laid out in each state: ``closed``, ``torn`` by a kill, and ``tried`` with wrong passphrases.

    ``drive`` holds its backup. ``shelf`` is the credential store that remembers it.
    """

    def __init__(self, laid_out, around, monkeypatch):
        self.laid_out, self.around, self.shelf, self._kept = laid_out, around, Shelf(), {}
        monkeypatch.setattr(remembering, "system_keyring", lambda: self.shelf)
        self.closed, self.torn, self.tried, self.drive = (
            around / name for name in ("closed", "torn", "tried", "drive")
        )
        self.drive.mkdir()
        self.backup = self._work_on()
        self._tear()
        shutil.copytree(self.closed, self.tried)
        for number in range(3):
            FailedUnlocks(self.tried).note(BEGAN + timedelta(hours=30 + number), "passphrase")

    def _work_on(self):
        desk = self.laid_out.opened_in(self.laid_out.copied_to(self.closed), House(clock=MovingClock(BEGAN)))
        puts = tuple(concern(f"Cash counted in van number {number}") for number in range(30))
        kept = desk.do(Deed(words="Wrote", puts=puts)).records
        for number, each in enumerate(kept[:6]):
            desk.do(Deed(words="Changed", puts=(replace(each, summary=f"Cash counted in flat {number}"),)))
            desk.do(Deed(words="Stated", puts=(statement(each, text=LONG if number % 3 == 0 else "He was seen"),)))
        desk.do(Deed(words="Filed", puts=(action("Walk the market"),), files=((PHOTOGRAPH, DATA),)))
        desk.undo()
        remembering.remember_here(desk, PASSPHRASE, 30)
        choose_folder(desk, self.drive)
        backup = back_up(desk, self.drive, SilentProgress()).folder
        desk.lock()
        return backup

    def _tear(self):
        """Leave the desk as a kill would, with several saves in its log."""
        shutil.copytree(self.closed, self.around / "working")
        desk = self.laid_out.opened_in(self.around / "working", House(clock=MovingClock(BEGAN + timedelta(hours=24))))
        for number in range(4):
            desk.do(Deed(words="Wrote", puts=(concern(f"Parcels handed over at stop {number}"),)))
            desk.drafts.keep(Draft(register=CONCERNS, base=Concern(id=new_id()), texts={"summary": f"Half {number}"}))
        shutil.copytree(self.around / "working", self.torn)
        desk.lock()

    def opened(self, folder):
        """Open a copy without stretching a passphrase."""
        return self.laid_out.opened_in(folder, later_house())

    def kept(self, name, make):
        """Return what was made under a name, and make it the first time."""
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]

    def whole(self, of):
        """Return what is met in a state that nothing happened to, in the way in which a class of flips is met."""

        def make():
            folder = shutil.copytree(getattr(self, of.state), self.around / "whole")
            found = of.meet(self, folder)
            shutil.rmtree(folder)
            assert found.by == "", found.words
            return found

        return self.kept((of.state, of.meet), make)

    @property
    def at_work(self):
        """The desk itself, open, that proves its backups."""
        return self.kept("at work", lambda: self.opened(shutil.copytree(self.closed, self.around / "at work")))


def everything(desk):
    """Return all that can be read of a desk: its records, versions, deeds, events, files and drafts, what is found."""
    return {
        "records": {register.key: desk.store.records.page(register, EVERY) for register in desk.catalogue},
        "deeds": desk.store.versions.deeds(),
        "trail": b"".join(trail_of(desk.store, made="", without=frozenset(), step=lambda *_: None)),
        "file": desk.store.attachments.read(PHOTOGRAPH),
        "drafts": desk.drafts.all(),
        "found": [desk.read.search(words) for words in ("cash", "parcels", "arket")],
    }
