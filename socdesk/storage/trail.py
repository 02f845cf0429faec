"""Both chains as lines of text that a stranger can check: resources/verify_trail.py says how, and does it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import func, select

from socdesk.storage.chain import START
from socdesk.storage.store import Store

FORMAT = "socdesk trail 1"
_CHANGE = ("seq", "deed", "actor", "copy", "at", "register", "record", "version", "schema", "body_hash", "previous")
_EVENT = ("seq", "at", "actor", "copy", "kind", "detail", "previous")
_DUMP = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode
_ROWS_A_STEP = 1000

Step = Callable[[int, int], object]
"""Is told how many lines of how many are read; what it raises ends the work."""


def trail_of(store: Store, *, made: str, without: frozenset[str] | None, step: Step) -> Iterator[bytes]:
    """Yield the lines of a desk's trail: a header, all changes, all events, and an end that seals them.

    Bodies of records stay behind where ``without`` is nothing; otherwise only those of the records that it names.
    """
    digest = hashlib.sha256()
    header = {
        "format": FORMAT,
        "kind": "header",
        "made": made,
        "desk_id": store.meta.get("desk_id"),
        "with_texts": without is not None,
    }
    lines = _Lines(store, step)
    for values in (header, *lines.changes(without), *lines.events()):
        line = _line(values)
        digest.update(line)
        yield line
    yield _line({"kind": "end", **lines.ends, "sha256": digest.hexdigest()})


def _line(values: dict[str, Any]) -> bytes:
    return f"{_DUMP(values)}\n".encode()


class _Lines:
    """Reads both chains, and remembers how they end."""

    def __init__(self, store: Store, step: Step) -> None:
        self._store = store
        self._step = step
        self._done = 0
        self.ends: dict[str, int | str] = {"changes": 0, "change_head": START, "events": 0, "event_head": START}
        tables = store.tables
        with store.reading.connect() as connection:
            counts = (
                connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in (tables.changes, tables.events)
            )
            self._total = sum(counts)

    def _stepped(self, seq: int, line: str, chain: str) -> None:
        self.ends |= {f"{chain}s": seq, f"{chain}_head": line}
        self._done += 1
        if self._done % _ROWS_A_STEP == 0:
            self._step(self._done, self._total)

    def changes(self, without: frozenset[str] | None) -> Iterator[dict[str, Any]]:
        """Yield the lines of the chain of changes."""
        c = self._store.tables.changes.c
        statement = select(*(c[name] for name in _CHANGE), c.line, c.salt, c.body).order_by(c.seq)
        with self._store.reading.connect() as connection:
            for row in connection.execute(statement):
                *values, line, salt, body = tuple[Any, ...](row)
                found: dict[str, Any] = {"kind": "change", **dict(zip(_CHANGE, values, strict=True)), "line": line}
                if without is not None and body is not None and found["record"] not in without:
                    found |= {"salt": salt, "body": body}
                self._stepped(found["seq"], line, "change")
                yield found

    def events(self) -> Iterator[dict[str, Any]]:
        """Yield the lines of the chain of events; what each says of itself is its ``event``."""
        c = self._store.tables.events.c
        statement = select(*(c[name] for name in _EVENT), c.line).order_by(c.seq)
        with self._store.reading.connect() as connection:
            for row in connection.execute(statement):
                *values, line = tuple[Any, ...](row)
                found: dict[str, Any] = dict(zip(_EVENT, values, strict=True))
                found |= {"event": found["kind"], "kind": "event", "line": line}
                self._stepped(int(found["seq"]), line, "event")
                yield found
