"""Writes what was salvaged into a new, empty file: both chains whole again, with a line that says so for each lost one.

From the first lost line on, the hashes of the chain are made anew: a line's hash holds that of the line before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.chain import START, ChangeLine, EventLine
from socdesk.storage.rows import record_of
from socdesk.storage.salvage.harvest import Harvest, KeptChange
from socdesk.storage.search_index import SearchWriter
from socdesk.storage.statements import RegisterStatements, insert_into
from socdesk.storage.store import Store

LOST = "could not be read"
_ROWS_A_STEP = 500
_NO_DEED = "What was done here could not be read"


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """What is missing: the numbers of lines of both chains and of deeds; and where the hashes of changes begin anew."""

    changes: tuple[int, ...]
    events: tuple[int, ...]
    deeds: tuple[int, ...]
    anew_from: int | None


class Rebuilder:
    """Fills one empty store. ``last_change`` and ``last_event`` are the newest lines that there should be."""

    def __init__(self, store: Store, harvest: Harvest, *, last_change: int, last_event: int, copy: str) -> None:
        self._store, self._harvest, self._copy = store, harvest, copy
        self._changes = _numbers(harvest.changes, last_change)
        self._events = _numbers(harvest.events, last_event)
        self._connection = store.connection
        self._earliest = next((each.line.at for _, each in sorted(harvest.changes.items())), "")

    def write(self, step: Callable[[int, int], object]) -> Rebuilt:
        """Write everything in one transaction, and say what is missing. What ``step`` raises undoes all of it."""
        with self._connection.transaction():
            lines = tuple(self._chain_of_changes())
            deeds = self._write_deeds(lines)
            anew = self._write_changes(lines, step)
            self._write_events()
            self._write_rest()
            self._write_current(lines)
        found = self._harvest
        return Rebuilt(
            changes=tuple(seq for seq in self._changes if seq not in found.changes),
            events=tuple(seq for seq in self._events if seq not in found.events),
            deeds=deeds,
            anew_from=anew,
        )

    def _chain_of_changes(self) -> Iterator[KeptChange]:
        previous, at, deed = START, self._earliest, 1
        for seq in self._changes:
            kept = self._harvest.changes.get(seq) or self._stand_in(seq, at, deed)
            line = replace(kept.line, previous=previous)
            previous, at, deed = line.hash, kept.line.at, kept.line.deed
            yield replace(kept, line=line)

    def _stand_in(self, seq: int, at: str, deed: int) -> KeptChange:
        """Return the line that stands for a lost one: it has a number, and nothing to be read."""
        register = self._store.tables.catalogue.keys[0]
        line = ChangeLine(seq, deed, "", self._copy, at, register, f"lost {seq}", 1, 1, "", START)
        return KeptChange(line, "", None)

    def _write_deeds(self, lines: tuple[KeptChange, ...]) -> tuple[int, ...]:
        """Write each deed that a line belongs to; return those of which nothing is known but their lines."""
        insert, missing = insert_into(self._store.tables.deeds), list[int]()
        moments = {kept.line.deed: kept.line for kept in reversed(lines)}
        for number in sorted({*moments, *self._harvest.deeds}):
            deed = self._harvest.deeds.get(number)
            if deed is None:
                line = moments[number]
                row = (number, "start", _NO_DEED, "", line.actor, line.at, None)
                missing.append(number)
            else:
                row = (number, deed.kind, deed.words, deed.why, deed.actor, deed.at, deed.undoes)
            self._connection.run(insert, row)
        return tuple(missing)

    def _write_changes(self, lines: tuple[KeptChange, ...], step: Callable[[int, int], object]) -> int | None:
        insert = insert_into(self._store.tables.changes)
        effective, anew = "", None
        for done, kept in enumerate(lines):
            if done % _ROWS_A_STEP == 0:
                step(done, len(lines))
            line, effective = kept.line, max(effective, kept.line.at)
            before = self._harvest.changes.get(line.seq)
            if anew is None and (before is None or before.line != line):
                anew = line.seq
            self._connection.run(
                insert,
                (
                    line.seq, line.deed, line.actor, line.copy, line.at, effective, line.register, line.record,
                    line.version, line.schema, kept.salt, kept.body, line.body_hash, line.previous, line.hash,
                ),
            )  # fmt: skip
        return anew

    def _write_events(self) -> None:
        insert = insert_into(self._store.tables.events)
        previous, at = START, next((each.at for _, each in sorted(self._harvest.events.items())), self._earliest)
        for seq in self._events:
            kept = self._harvest.events.get(seq) or EventLine(seq, at, "", self._copy, LOST, "{}", START)
            line = replace(kept, previous=previous)
            row = (line.seq, line.at, line.actor, line.copy, line.kind, line.detail, line.previous, line.hash)
            self._connection.run(insert, row)
            previous, at = line.hash, line.at

    def _write_rest(self) -> None:
        tables = self._store.tables
        for (file, number), content in self._harvest.chunks.items():
            self._connection.run(insert_into(tables.attachments), (file, number, content))
        for draft in dict.fromkeys(self._harvest.drafts):
            self._connection.run(insert_into(tables.drafts), draft)

    def _write_current(self, lines: tuple[KeptChange, ...]) -> None:
        """Write the rows of the newest version of each record that can be read, and by what it is found."""
        newest, first = dict[str, KeptChange](), dict[str, ChangeLine]()
        for kept in lines:
            newest[kept.line.record] = kept
            first.setdefault(kept.line.record, kept.line)
        search = SearchWriter(self._store.tables, self._connection)
        statements = {each.key: RegisterStatements(each, self._store.tables) for each in self._store.tables.catalogue}
        for record_id, kept in newest.items():
            if kept.body is None:
                continue  # destroyed, or lost
            register = self._store.tables.catalogue.get(kept.line.register)
            record = _record(register, first[record_id], kept)
            row = statements[register.key].row(record, kept.line.seq)
            self._connection.run(statements[register.key].insert, row)
            search.write(register, record, None)

    def write_counters(self, counters: dict[str, int]) -> None:
        """Let references go on from here."""
        insert = insert_into(self._store.tables.counters)
        with self._connection.transaction():
            for name, value in counters.items():
                self._connection.run(insert, (name, value))


def _numbers(found: dict[int, object] | dict[int, KeptChange] | dict[int, EventLine], last: int) -> range:
    return range(1, max(last, *found, 0) + 1)


def _record(register: AnyRegister, first: ChangeLine, kept: KeptChange) -> Record:
    line = kept.line
    row = (line.record, line.version, first.actor, first.at, line.actor, line.at, line.schema, kept.body)
    return record_of(register, row)
