"""A random user: at every step the desk equals a plain one, and every past day equals what that one held then.

Issue 2, acceptance 8; issue 4, acceptance 7. What a person does is drawn for any register from its declaration alone.
What a step touched is compared at once; the whole desk after some steps, and at each opening: after a lock, a kill and
a restore.
"""

import logging
import os
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from helpers.field_values import fields_of, values_of
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.places import backup_folders
from socdesk.desk.backups.restoring import Restore, Secret, restore
from socdesk.desk.deeds import Deed, SealedError, StaleRecordError
from socdesk.desk.undoing import NothingToUndoError
from socdesk.desk.verifying import verify
from socdesk.errors import InvalidRecordError
from socdesk.jobs import SilentProgress
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.register import State, new_id
from socdesk.storage.record_store import Query
from tests.desk.conftest import PASSPHRASE
from tests.end_to_end.doomed import Doomed, When
from tests.end_to_end.plain_desk import PlainDesk, RefusedError, Step, day_of, plain

ALL = Query(states=tuple(State))
REFUSALS = {
    "stale": StaleRecordError,
    "sealed": SealedError,
    "invalid": InvalidRecordError,
    "nothing": NothingToUndoError,
}
OTHER_STATES = st.sampled_from(["binned", "binned", "void", "merged"])


BEGINS = datetime(2026, 3, 2, 9, tzinfo=UTC)


class TurnedClock:
    """A clock that stands still until it is turned."""

    def __init__(self):
        self.now = BEGINS

    def __call__(self):
        return self.now


MOST_SECONDS = {When.OPENING: 0.03, When.DOING: 0.006, When.AFTER: 0}
"""Within which a kill falls: opening takes about 15 ms here, and a deed 3."""


class RandomUser(RuleBasedStateMachine):
    """Everything a person can do to records, over all registers; and what a computer does to its user.

    ``house`` is one for all games, so that its tables are made once. ``tally`` counts, over all games, the steps and
    what happened in them.
    """

    laid_out = None
    house = None
    whole_every = 1
    tally = None

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = self.house.clock
        self.clock.now = BEGINS
        self.tally["games"] += 1
        self.touched, self.is_whole_due, self.kept = set(), True, {}
        self.laid_out.copied_to(self.folder / "desk")
        self.desk = self.opened()
        self.drive = self.folder / "drive"
        self.drive.mkdir()
        choose_folder(self.desk, self.drive)
        self.plain = PlainDesk(REGISTERS, self.desk.actor)
        self.plain.records = self.current()
        self.plain.deeds = 1
        self.plain.steps[1] = Step(1, "start", None)
        self.plain.steps[1].changes = [(None, record) for record in self.plain.records.values()]
        self.remember_counters()

    def remember_counters(self):
        """The founding deed gave references from counters too; the next ones follow on."""
        rows = self.desk.store._connection._driver.execute("SELECT name, value FROM counters")
        for name, value in rows:
            key = name.partition(":")[0]
            self.plain.counters[(key, "", 0)] = value

    def opened(self, folder="desk"):
        return self.laid_out.opened_in(self.folder / folder, self.house)

    def current(self, desk=None):
        found = {}
        for register in REGISTERS:
            found |= {record.id: plain(register, record) for record in (desk or self.desk).read.page(register, ALL)}
        return found

    def real(self, record):
        register = REGISTERS.get(record["register"])
        common = {name: value for name, value in record.items() if name not in ("register", "fields", "state")}
        return register.record_type(**common, **record["fields"], state=State(record["state"]))

    def both(self, ours, theirs):
        """Do the same on both desks; what one refuses the other must refuse for the same reason."""
        self.clock.now += timedelta(seconds=1)
        try:
            wanted = theirs()
        except RefusedError as refused:
            with pytest.raises(REFUSALS[str(refused)]):
                ours()
            return
        done = ours()
        assert done.number == (wanted.number if wanted.changes else 0)
        changed = [record.id for record in done.records]  # children follow their parent in no order that is promised
        assert len(changed) == len(set(changed))
        assert set(changed) == {now["id"] for _, now in wanted.changes}
        self.touched |= {(now["register"], now["id"]) for _, now in wanted.changes}

    def do(self, *puts):
        self.touched |= {(put["register"], put["id"]) for put in puts}
        self.both(lambda: self.desk.do(self.deed(puts)), lambda: self.plain.do(puts, self.clock.now))

    def deed(self, puts):
        return Deed(words="Did something", puts=tuple(self.real(put) for put in puts))

    def drawn(self, data, *states, key=None):
        """Draw a record that is on the desk, or nothing where none is left to a user who took all away.

        Never an officer: opening the desk depends on them.
        """
        found = [r for r in self.plain.records.values() if r["register"] != "officers" and r["state"] in states]
        found = [r for r in found if key is None or r["register"] == key]
        return data.draw(st.sampled_from(found), "record") if found else None

    def new(self, register, parent, fields):
        return {
            "register": register.key, "id": new_id(), "reference": "", "version": 0, "state": "live",
            "restricted": False, "parent": parent, "created_by": "", "created_at": None, "changed_by": "",
            "changed_at": None, "fields": fields,
        }  # fmt: skip

    @rule(data=st.data(), register=st.sampled_from([r for r in REGISTERS if r.key != "officers"]))
    def adds(self, data, register):
        parent = self.drawn(data, "live", "binned", key=register.parent) if register.parent else None
        if register.parent and parent is None:
            return
        fields = data.draw(fields_of(register), "fields")
        self.do(self.new(register, parent["id"] if parent else "", fields))

    @rule(data=st.data(), register=st.sampled_from([r for r in REGISTERS if r.parent]))
    def adds_a_family(self, data, register):
        above = REGISTERS.get(register.parent)
        parent = self.new(above, "", data.draw(fields_of(above)))
        children = [self.new(register, parent["id"], data.draw(fields_of(register))) for _ in range(2)]
        self.do(parent, *children)

    @rule(data=st.data(), stale=st.sampled_from([0, 0, 0, 1]))
    def edits(self, data, stale):
        for record in self.edited(data):
            self.do({**record, "version": record["version"] - stale})

    def edited(self, data):
        """Return a record of the desk with some other values; none where there is no record left."""
        record = self.drawn(data, "live", "live", "binned")
        if record is None:
            return []
        register = REGISTERS.get(record["register"])
        names = data.draw(st.lists(st.sampled_from(list(register.fields)), min_size=1, max_size=3, unique=True))
        values = {
            name: data.draw(st.just(register.fields[name].empty) | values_of(register.fields[name])) for name in names
        }
        return [{**record, "fields": {**record["fields"], **values}}]

    @rule(data=st.data())
    def edits_several_at_once(self, data):
        records = filter(None, (self.drawn(data, "live") for _ in range(3)))
        puts = {r["id"]: {**r, "restricted": not r["restricted"]} for r in records}
        self.do(*puts.values())

    @rule(data=st.data(), state=OTHER_STATES)
    def takes_away(self, data, state):
        record = self.drawn(data, "live")
        if record:
            self.do({**record, "state": state})

    @rule(data=st.data())
    def brings_back(self, data):
        record = self.drawn(data, "binned", "void", "merged")
        if record:
            self.do({**record, "state": "live"})

    @precondition(lambda self: len(self.plain.steps) > 1)
    @rule()
    def undoes(self):
        self.both(lambda: self.desk.undo().done, lambda: self.plain.undo(self.clock.now))

    @rule(data=st.data())
    def undoes_by_number(self, data):
        number = data.draw(st.integers(1, self.plain.deeds + 1), "number")
        self.both(lambda: self.desk.undo(number).done, lambda: self.plain.undo(self.clock.now, number))

    @precondition(lambda self: self.plain.steps[self.plain.deeds].kind != "edit")
    @rule()
    def does_again(self):
        self.both(lambda: self.desk.redo().done, lambda: self.plain.redo(self.clock.now))

    @rule()
    def locks_and_opens_again(self):
        self.desk.lock()
        self.opens_again()
        self.tally["locked"] += 1

    def opens_again(self):
        self.desk = self.opened()
        assert self.desk.notices == ()
        self.is_whole_due = True

    @precondition(lambda _self: os.name == "posix")
    @rule(data=st.data(), undoes=st.sampled_from([False, False, True]), when=st.sampled_from(When))
    def is_killed(self, data, undoes, when):
        """What was acknowledged is there; what was not is there as a whole or not at all, and is then done again.

        So a game goes on in the same way wherever the kill fell.
        """
        self.clock.now += timedelta(seconds=1)
        puts = () if undoes else self.edited(data)
        after = self.plain.copied()
        try:
            wanted = after.undo(self.clock.now) if undoes else after.do(puts, self.clock.now)
        except RefusedError:
            return
        if wanted.changes:
            seconds = MOST_SECONDS[when] * data.draw(st.integers(0, 63), "moment") / 63
            self.desk.lock()
            said = Doomed(lambda tell: self.opens_and_does(puts, tell)).killed(when, seconds)
            self.opens_again()
            self.is_whole_due = not self.is_there(after, when, said=said)  # what is there was compared as a whole
            if self.is_whole_due:
                self.does(self.desk, puts)
            self.plain = after

    def opens_and_does(self, puts, tell):
        """Open the desk and do a deed, or undo one where there is none to do, in a process that is to be killed."""
        desk = self.opened()
        tell()
        self.does(desk, puts)

    def does(self, desk, puts):
        if puts:
            desk.do(self.deed(puts))
        else:
            desk.undo()

    def is_there(self, after, when, *, said):
        found = self.current()
        there = said or found != self.plain.records
        assert found == (after if there else self.plain).records
        end = "acknowledged" if said else "not acknowledged, there" if there else "not there"
        self.tally[f"killed {when}: {end}"] += 1
        return there

    @rule(is_spared=st.booleans())
    def makes_a_backup(self, is_spared):
        """A copy of the plain desk is kept with it. Half of them are spared: each takes as long as many other steps."""
        if is_spared:
            return
        self.clock.now += timedelta(seconds=1)
        made = back_up(self.desk, self.drive, SilentProgress())
        self.kept[made.folder] = self.clock.now, self.plain.copied()
        self.kept = {folder: self.kept[folder] for folder in backup_folders(self.drive)}
        self.tally["backed up"] += 1

    @precondition(lambda self: self.kept)
    @rule(data=st.data())
    def restores_a_backup_and_goes_on_from_it(self, data):
        self.clock.now += timedelta(seconds=1)
        backup = data.draw(st.sampled_from(sorted(self.kept)), "backup")
        self.desk.lock()
        chosen = Restore(target=self.folder / "desk", over=True, secret=Secret(passphrase=PASSPHRASE))
        restored = restore(backup, chosen, self.house, SilentProgress())
        self.check_aside(restored.kept)
        self.desk, (made, then) = restored.desk, self.kept[backup]
        assert self.desk.notices == ()
        choose_folder(self.desk, self.drive)
        self.plain = then.copied()
        self.days_went_by(day_of(made))
        self.is_whole_due = True
        self.tally["restored"] += 1

    def check_aside(self, folder):
        """The desk that was there is kept as it was."""
        aside = self.opened(folder.name)
        assert self.current(aside) == self.plain.records
        aside.lock()
        shutil.rmtree(folder)

    @rule(hours=st.sampled_from([1, 5, 15, 24, 24, 70]))
    def lets_time_pass(self, hours):
        day = day_of(self.clock.now)
        self.clock.now += timedelta(hours=hours)
        self.days_went_by(day)

    def days_went_by(self, day):
        while day < day_of(self.clock.now):
            self.plain.day_is_over(day)
            day += timedelta(days=1)

    @precondition(lambda self: self.plain.days)
    @rule(data=st.data())
    def looks_back(self, data):
        self.compare_day(data.draw(st.sampled_from(sorted(self.plain.days)), "day"))

    def compare_day(self, day):
        found = {}
        for register in REGISTERS:
            found |= {record.id: plain(register, record) for record in self.desk.records_at(register, day)}
        assert found == self.plain.days[day]

    @initialize()
    def begins(self):
        pass

    @invariant()
    def both_hold_the_same(self):
        if self.is_whole_due or self.tally["steps"] % self.whole_every == 0:
            assert self.current() == self.plain.records
            self.tally["compared whole"] += 1
        else:
            for key, each in self.touched:
                self.compare_record(REGISTERS.get(key), each)
        self.touched, self.is_whole_due = set(), False
        self.tally["steps"] += 1

    def compare_record(self, register, record_id):
        found = self.desk.read.get(register, record_id)
        assert (plain(register, found) if found else None) == self.plain.records.get(record_id)

    def teardown(self):
        try:
            assert self.current() == self.plain.records
            for day in self.plain.days:
                self.compare_day(day)
            assert verify(self.desk, SilentProgress()).findings == ()
        finally:
            self.desk.lock()
            shutil.rmtree(self.folder)


def play(laid_out, house, *, games, steps, whole_every):
    """Play so many games, and return what happened in all of them."""
    tally = Counter()
    house = replace(house, clock=TurnedClock())

    def player():
        own = {"laid_out": laid_out, "house": house, "whole_every": whole_every, "tally": tally}
        return type("RandomUser", (RandomUser,), own)()

    run_state_machine_as_test(
        player,
        settings=settings(
            max_examples=games, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck),
            derandomize=os.environ.get("CI") == "true", database=None, report_multiple_bugs=False,
            phases=[Phase.explicit, Phase.generate],  # to shrink a game takes longer than to read it
        ),
    )  # fmt: skip
    return tally


@pytest.mark.parametrize(
    ("size", "least"),
    [
        ({"games": 4, "steps": 40, "whole_every": 10}, 100),
        pytest.param({"games": 10, "steps": 120, "whole_every": 100}, 900, marks=pytest.mark.acceptance),
        pytest.param({"games": 110, "steps": 120, "whole_every": 100}, 10_000, marks=pytest.mark.soak),
    ],
    ids=["small", "tenth", "full"],
)
def test_a_random_user_finds_the_desk_equal_to_a_plain_one(laid_out, house, size, least):
    tally = play(laid_out, house, **size)
    logging.getLogger(__name__).info("%s", dict(tally))
    assert tally["steps"] >= least, tally
