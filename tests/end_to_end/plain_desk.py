"""A desk in plain dictionaries: what the real one must equal at every step. It shares no code with desk or storage.

A record is a dictionary; it is never changed, only replaced, so that every deed and every past day can simply keep it.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
OWN = ("state", "restricted", "parent")
"""What can differ between two versions besides the declared fields."""


class RefusedError(Exception):
    """What the real desk must refuse: ``stale``, ``sealed``, ``invalid`` or ``nothing``."""


class Step:
    """One deed: what it was, and each record before and after it, in the order they were written."""

    def __init__(self, number, kind, undoes):
        self.number, self.kind, self.undoes = number, kind, undoes
        self.changes = []


class PlainDesk:
    """The registers, the current records by id, the deeds so far, and each past day."""

    def __init__(self, registers, actor):
        self.registers = {register.key: register for register in registers}
        self.actor = actor
        self.records = {}
        self.steps = {}
        self.counters = Counter()
        self.days = {}
        self.deeds = 0

    def copied(self):
        """Return a desk that stands as this one does, and goes its own way from here on."""
        other = PlainDesk(self.registers.values(), self.actor)
        other.records, other.steps, other.days = dict(self.records), dict(self.steps), dict(self.days)
        other.counters, other.deeds = Counter(self.counters), self.deeds
        return other

    # reading

    def of(self, key, *states):
        return {i: r for i, r in self.records.items() if r["register"] == key and (not states or r["state"] in states)}

    def children(self, parent, *states):
        return [r for r in self.records.values() if r["parent"] == parent and (not states or r["state"] in states)]

    def day_is_over(self, day):
        self.days[day] = dict(self.records)

    # doing

    def do(self, puts, at, kind="edit", undoes=None):
        """Do a deed, or raise RefusedError and change nothing. ``puts`` are whole records."""
        kept = dict(self.records), Counter(self.counters)
        step = Step(self.deeds + 1, kind, undoes)
        try:
            for put in puts:
                self._put(put, step, at, {put["id"] for put in puts})
        except RefusedError:
            self.records, self.counters = kept
            raise
        if step.changes:
            self.deeds += 1
            self.steps[step.number] = step
        return step

    def _put(self, put, step, at, named):
        before = self.records.get(put["id"])
        if put["version"] != (before["version"] if before else 0):
            raise RefusedError("stale")
        changed = self.changed(before, put) if before else ["everything"]
        if not changed:
            return
        if step.kind not in ("undo", "redo"):
            self._check(put, before, changed)
        self._check_family(put, before)
        after = self._write(put, before, step, at)
        if before and before["state"] != after["state"] and "live" in (before["state"], after["state"]):
            self._follow(before, after, step, at, named)

    def _check(self, put, before, changed):
        register = self.registers[put["register"]]
        if before and register.append_only and set(changed) - {"state", "restricted"}:
            raise RefusedError("sealed")
        for name in changed if before else ():
            kind = register.fields.get(name)
            if kind and kind.sealed and before["fields"][name] != kind.empty:
                raise RefusedError("sealed")
        if put["state"] == "live" and self.problems(put):
            raise RefusedError("invalid")

    def problems(self, record):
        register = self.registers[record["register"]]
        return set(register.problems(register.record_type(**record["fields"], restricted=record["restricted"])))

    def _check_family(self, put, before):
        register = self.registers[put["register"]]
        if not register.parent or put["state"] != "live":
            return
        if before and before["state"] == "live" and before["parent"] == put["parent"]:
            return
        if self.records[put["parent"]]["state"] != "live":
            raise RefusedError("invalid")
        others = [r for r in self.children(put["parent"], "live") if r["register"] == register.key]
        if register.single and any(r["id"] != put["id"] for r in others):
            raise RefusedError("invalid")

    def _write(self, put, before, step, at):
        made = before or {"reference": self._reference(put, step, at), "created_by": self.actor, "created_at": at}
        after = {
            **put,
            **{name: made[name] for name in ("reference", "created_by", "created_at")},
            "version": put["version"] + 1, "changed_by": self.actor, "changed_at": at,
        }  # fmt: skip
        self.records[put["id"]] = after
        step.changes.append((before, after))
        return after

    def _reference(self, put, step, at):
        numbering = self.registers[put["register"]].numbering
        moment = put["fields"].get(numbering.year_of)
        moment = at if moment is None else moment
        year = moment.astimezone(LONDON).year if isinstance(moment, datetime) else moment.year
        parent = self.records[put["parent"]]["reference"] if put["parent"] else ""
        scope = (
            put["register"],
            parent if "{parent}" in numbering.template else "",
            year if "{year}" in numbering.template else 0,
        )
        self.counters[scope] += 1
        return numbering.template.format(n=self.counters[scope], year=year, parent=parent)

    def _follow(self, before, after, step, at, named):
        if after["state"] == "live":
            gone = self.step_of(before)
            found = [now for _, now in gone.changes if now["parent"] == after["id"] and self.records[now["id"]] is now]
            found = [child for child in found if child["state"] == before["state"]]
        else:
            found = self.children(after["id"], "live")
        for child in found:
            if child["id"] not in named:
                self._write({**child, "state": after["state"]}, child, step, at)

    def step_of(self, record):
        return next(step for step in self.steps.values() if any(after is record for _, after in step.changes))

    @staticmethod
    def changed(before, after):
        names = [name for name, value in before["fields"].items() if after["fields"][name] != value]
        return names + [name for name in OWN if before[name] != after[name]]

    # undoing

    def undone(self):
        undone = set()
        for step in reversed(self.steps.values()):
            if step.undoes is not None and step.number not in undone:
                undone.add(step.undoes)
        return undone

    def undo(self, at, number=None):
        if number is None:
            undone = self.undone()
            wanted = [
                s for s in self.steps.values() if s.undoes is None and s.kind == "edit" and s.number not in undone
            ]
        else:
            wanted = [self.steps[number]] if number in self.steps and number not in self.undone() else []
            wanted = [step for step in wanted if step.kind != "start"]
        return self._revert(wanted, at)

    def redo(self, at):
        undone, wanted = self.undone(), []
        for step in reversed(self.steps.values()):
            if step.undoes is None:
                break
            if step.kind == "undo" and step.number not in undone:
                wanted.insert(0, step)
        return self._revert(wanted, at)

    def _revert(self, wanted, at):
        for step in reversed(wanted):
            puts = self._reverting(step)
            if puts:
                return self.do(puts, at, "redo" if step.kind == "undo" else "undo", step.number)
        raise RefusedError("nothing")

    def _reverting(self, step):
        puts = {}
        for before, after in step.changes:
            now = self.records[after["id"]]
            if before is None:
                put = {**now, "state": "binned"} if now["state"] == after["state"] else None
            else:
                put = self._with_earlier_values(before, after, now)
            if put and self._has_a_place(put, now, puts):
                puts[put["id"]] = put
        return list(puts.values())

    def _with_earlier_values(self, before, after, now):
        put = {**now, "fields": dict(now["fields"])}
        for name in self.changed(before, after):
            there, then, was = ((x if name in OWN else x["fields"]) for x in (now, after, before))
            if there[name] == then[name]:
                (put if name in OWN else put["fields"])[name] = was[name]
        if not self.changed(now, put) or self.problems(put) - self.problems(now):
            return None
        return put

    def _has_a_place(self, put, now, puts):
        if not put["parent"] or put["state"] != "live" or now["state"] == "live":
            return True
        return (puts.get(put["parent"]) or self.records[put["parent"]])["state"] == "live"


def plain(register, record):
    """Return a real record as the plain desk has it."""
    common = (
        "id",
        "reference",
        "version",
        "restricted",
        "parent",
        "created_by",
        "created_at",
        "changed_by",
        "changed_at",
    )
    return {
        "register": register.key,
        "state": record.state.value,
        "fields": {name: getattr(record, name) for name in register.fields},
        **{name: getattr(record, name) for name in common},
    }


def day_of(moment: datetime) -> date:
    """Return the day in London."""
    return moment.astimezone(LONDON).date()
