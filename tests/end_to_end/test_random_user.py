"""A random user: at every step the desk equals a plain one, and every past day equals what that one held then.

Issue 2, acceptance 8. What a person does is drawn for any register from its declaration alone.
"""

import os
import shutil
import tempfile
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

from socdesk.desk.deeds import Deed, SealedError, StaleRecordError
from socdesk.desk.undoing import NothingToUndoError
from socdesk.desk.verifying import verify
from socdesk.errors import InvalidRecordError
from socdesk.jobs import SilentProgress
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.register import State, new_id
from socdesk.storage.record_store import Query
from tests.end_to_end.plain_desk import PlainDesk, RefusedError, Step, day_of, plain

ALL = Query(states=tuple(State))
REFUSALS = {
    "stale": StaleRecordError,
    "sealed": SealedError,
    "invalid": InvalidRecordError,
    "nothing": NothingToUndoError,
}
OTHER_STATES = st.sampled_from(["binned", "binned", "void", "merged"])


class TurnedClock:
    """A clock that stands still until it is turned."""

    def __init__(self):
        self.now = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def __call__(self):
        return self.now


class RandomUser(RuleBasedStateMachine):
    """Everything a person can do to records, over all registers."""

    laid_out = None
    house = None

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.clock = TurnedClock()
        self.desk = self.opened(self.laid_out.copied_to(self.folder / "desk"))
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

    def opened(self, folder):
        return self.laid_out.opened_in(folder, replace(self.house, clock=self.clock))

    def current(self):
        found = {}
        for register in REGISTERS:
            found |= {record.id: plain(register, record) for record in self.desk.read.page(register, ALL)}
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

    def do(self, *puts):
        deed = Deed(words="Did something", puts=tuple(self.real(put) for put in puts))
        self.both(lambda: self.desk.do(deed), lambda: self.plain.do(puts, self.clock.now))

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
        record = self.drawn(data, "live", "live", "binned")
        if record is None:
            return
        register = REGISTERS.get(record["register"])
        names = data.draw(st.lists(st.sampled_from(list(register.fields)), min_size=1, max_size=3, unique=True))
        values = {
            name: data.draw(st.just(register.fields[name].empty) | values_of(register.fields[name])) for name in names
        }
        self.do({**record, "version": record["version"] - stale, "fields": {**record["fields"], **values}})

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
        self.desk = self.opened(self.folder / "desk")
        assert self.desk.notices == ()

    @rule(hours=st.sampled_from([1, 5, 15, 24, 24, 70]))
    def lets_time_pass(self, hours):
        day = day_of(self.clock.now)
        self.clock.now += timedelta(hours=hours)
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
        assert self.current() == self.plain.records

    def teardown(self):
        try:
            for day in self.plain.days:
                self.compare_day(day)
            assert verify(self.desk, SilentProgress()).findings == ()
        finally:
            self.desk.lock()
            shutil.rmtree(self.folder)


def play(laid_out, house, *, games, steps):
    def player():
        user = type("RandomUser", (RandomUser,), {"laid_out": laid_out, "house": house})
        return user()

    run_state_machine_as_test(
        player,
        settings=settings(
            max_examples=games, stateful_step_count=steps, deadline=None, suppress_health_check=list(HealthCheck),
            derandomize=os.environ.get("CI") == "true", database=None, report_multiple_bugs=False,
            phases=[Phase.explicit, Phase.generate],  # to shrink a game takes longer than to read it
        ),
    )  # fmt: skip


def test_a_random_user_finds_the_desk_equal_to_a_plain_one(laid_out, house):
    play(laid_out, house, games=8, steps=40)


@pytest.mark.acceptance
def test_a_random_user_finds_the_desk_equal_to_a_plain_one_for_longer(laid_out, house):
    play(laid_out, house, games=40, steps=80)


@pytest.mark.soak
def test_a_random_user_never_tires(laid_out, house):
    play(laid_out, house, games=600, steps=200)
