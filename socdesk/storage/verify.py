"""Checks of a whole desk: pages, both chains, current rows and search rows against versions, and counts.

Each check returns sentences, one for each finding, and none for a sound desk. No sentence holds record text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

from sqlalchemy import Engine, Table, select

from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.chain import START, ChangeLine, EventLine, body_hash
from socdesk.storage.engine import STEPS, DriverError, Stepping, connect
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.search_index import searched
from socdesk.storage.statements import RegisterStatements
from socdesk.storage.store import Store
from socdesk.storage.tables import Tables


class Readable(Protocol):
    """A file whose chains can be checked: an open desk's own, or a copy of it."""

    @property
    def tables(self) -> Tables:
        """Its tables."""
        ...

    @property
    def reading(self) -> Engine:
        """What reads it."""
        ...

    def seal_of(self, seq: int, line: str) -> str:
        """Return what seals one line of its chain of changes."""
        ...


File = TypeVar("File", bound=Readable)


def _to_its_end(check: Callable[[File], list[str]]) -> Callable[[File], list[str]]:
    """Let a check say, rather than fail, that the file is too damaged to be read to its end."""

    @wraps(check)
    def checked(store: File) -> list[str]:
        try:
            return check(store)
        except DamagedDeskError:
            return ["The desk’s file is damaged and cannot be read to its end."]

    return checked


@_to_its_end
def check_pages(store: Store) -> list[str]:
    """Check every page's authentication and the file's structure (store.md 3: both are needed)."""
    store.checkpoint()  # the first looks at the main file only
    # A connection that looked before would compare the full-text index with what it remembers of it.
    return page_findings(store.place.path, store.place.key)


def page_findings(path: Path, key: bytes, step: Callable[[], object] = bool) -> list[str]:
    """Check the pages of a file that has no log; ``step`` is called now and then, and what it raises ends the check."""
    found: list[str] = []
    stepping = Stepping(step)
    fresh: Any = connect(path, key, writing=False)
    try:
        fresh.set_progress_handler(stepping, STEPS)
        found += [f"Page check: {row[0]}." for row in fresh.execute("PRAGMA cipher_integrity_check")]
        structure = [row[0] for row in fresh.execute("PRAGMA integrity_check")]
    except DriverError:
        stepping.raise_what_stopped_it()
        return [*found, "Structure check: the file is damaged and cannot be read to its end."]
    finally:
        fresh.close()
    return found + [f"Structure check: {words}." for words in structure if words != "ok"]


@_to_its_end
def check_changes(store: Readable) -> list[str]:
    """Check each line of the chain of changes, each body against its hash, and the seals of the checkpoints.

    Stops at the first broken line.
    """
    c = store.tables.changes.c
    columns = (
        c.seq, c.deed, c.actor, c.copy, c.at, c.register, c.record, c.version, c.schema, c.body_hash, c.previous,
        c.line, c.salt, c.body, c.effective,
    )  # fmt: skip
    previous, expected, effective = START, 1, ""
    sealed = _sealed_lines(store)
    with store.reading.connect() as connection:
        for row in connection.execute(select(*columns).order_by(c.seq)):
            line = ChangeLine(*row[:11])
            effective = max(effective, line.at)
            sound = (line.seq, line.previous, line.hash, effective) == (expected, previous, row.line, row.effective)
            if not sound or (row.body is not None and body_hash(row.salt, row.body) != line.body_hash):
                return [f"Chain of changes: line {line.seq} is broken or missing."]
            if sealed.pop(line.seq, seal := store.seal_of(line.seq, line.hash)) != seal:
                return [f"Chain of changes: line {line.seq} is not the one that was sealed."]
            previous, expected = line.hash, expected + 1
    return [f"Chain of changes: {len(sealed)} sealed lines are missing."] * bool(sealed)


def _sealed_lines(store: Readable) -> dict[int, str]:
    c = store.tables.checkpoints.c
    with store.reading.connect() as connection:
        return {row.seq: row.mac for row in connection.execute(select(c.seq, c.mac))}


@_to_its_end
def check_events(store: Readable) -> list[str]:
    """Check each line of the chain of events. Stops at the first broken line."""
    c = store.tables.events.c
    previous, expected = START, 1
    columns = (c.seq, c.at, c.actor, c.copy, c.kind, c.detail, c.previous, c.line)
    with store.reading.connect() as connection:
        for row in connection.execute(select(*columns).order_by(c.seq)):
            line = EventLine(*row[:7])
            if (line.seq, line.previous, line.hash) != (expected, previous, row.line):
                return [f"Chain of events: line {line.seq} is broken or missing."]
            previous, expected = line.hash, expected + 1
    return []


@_to_its_end
def check_clock(store: Readable) -> list[str]:
    """Name the first line of each chain whose time lies before that of an earlier one: the clock had been set back."""
    found = [_set_back("Chain of changes", store, store.tables.changes)]
    return [words for words in (*found, _set_back("Chain of events", store, store.tables.events)) if words]


def _set_back(name: str, store: Readable, table: Table) -> str:
    latest, lines = "", list[int]()
    with store.reading.connect() as connection:
        for row in connection.execute(select(table.c.seq, table.c.at).order_by(table.c.seq)):
            if row.at < latest:
                lines.append(row.seq)
            latest = max(latest, row.at)
    if not lines:
        return ""
    more = f" So was it at {len(lines) - 1:,} more." if len(lines) > 1 else ""
    return f"{name}: at line {lines[0]} the computer’s clock was behind an earlier line.{more}"


def _last_versions(store: Store, register: AnyRegister) -> dict[str, Record]:
    head = store.writer.head.seq
    return {record.id: record for record in store.versions.as_of(register, head)}


def _row_findings(store: Store, register: AnyRegister) -> list[str]:
    statements, table = RegisterStatements(register, store.tables), store.tables.current[register.key]
    seq = statements.columns.index("seq")
    versions = _last_versions(store, register)
    with store.reading.connect() as connection:
        rows = {row[0]: tuple(row) for row in connection.execute(select(table))}
    found = [
        f"{register.plural}: {versions[i].reference} differs from its last version."
        for i, row in rows.items()
        if i in versions and statements.row(versions[i], row[seq]) != row
    ]
    missing, surplus = versions.keys() - rows.keys(), rows.keys() - versions.keys()
    found += [f"{register.plural}: {versions[i].reference} is missing from the current records." for i in missing]
    return found + [f"{register.plural}: {len(surplus)} current records have no version."] * bool(surplus)


@_to_its_end
def check_rows(store: Store) -> list[str]:
    """Compare every current record with its last version."""
    return [words for register in store.tables.catalogue for words in _row_findings(store, register)]


@_to_its_end
def check_search(store: Store) -> list[str]:
    """Compare every search row with its record's last version."""
    sql = (
        "SELECT d.record, d.register, d.parent, w.words, p.words FROM search_docs d "
        "LEFT JOIN search_words w ON w.rowid = d.number LEFT JOIN search_parts p ON p.rowid = d.number"
    )
    with store.reading.connect() as connection:
        rows = cast("list[tuple[str, ...]]", connection.exec_driver_sql(sql).all())
    standing = {record: tuple(rest) for record, *rest in rows}
    found: list[str] = []
    for register in filter(lambda r: r.is_searchable, store.tables.catalogue):
        found += [
            f"Search: {record.reference} is not found by its own words."
            for record in _last_versions(store, register).values()
            if standing.pop(record.id, None) != searched(register, record)
        ]
    return found + [f"Search: {len(standing)} entries belong to no record."] * bool(standing)


def counts(store: Store) -> dict[str, int]:
    """Return how many records of each register the versions hold, in whatever state."""
    return {register.plural: len(_last_versions(store, register)) for register in store.tables.catalogue}
