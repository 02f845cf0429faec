"""What of a desk stands in the rows that could be read: told apart by what they hold, checked by hash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from socdesk.storage.chain import ChangeLine, EventLine, body_hash
from socdesk.storage.salvage.cells import Value, rows_of_page
from socdesk.storage.salvage.file_pages import Pages

_ROWS_A_STEP = 64


@dataclass(frozen=True)
class KeptChange:
    """One line of the chain of changes, as its own hash vouches for it; without a body where that was destroyed."""

    line: ChangeLine
    salt: str
    body: str | None


@dataclass(frozen=True)
class KeptDeed:
    """What was said of one deed. Nothing vouches for it but its page."""

    kind: str
    words: str
    why: str
    actor: str
    at: str
    undoes: int | None


@dataclass
class Harvest:
    """All that could be read. ``torn`` counts rows that began and could not be read to their end."""

    changes: dict[int, KeptChange] = field(default_factory=dict[int, KeptChange])
    events: dict[int, EventLine] = field(default_factory=dict[int, EventLine])
    deeds: dict[int, KeptDeed] = field(default_factory=dict[int, KeptDeed])
    counters: dict[str, int] = field(default_factory=dict[str, int])
    chunks: dict[tuple[str, int], bytes] = field(default_factory=dict[tuple[str, int], bytes])
    drafts: list[tuple[str, str, str, str]] = field(default_factory=list[tuple[str, str, str, str]])
    torn: int = 0

    def take(self, number: int, values: tuple[Value, ...]) -> None:
        """Keep a row, if it is one of those that a desk cannot be without."""
        match values:
            case (str(), int(), bytes()):
                file, part, content = values
                self.chunks[file, part] = content
            case (str(name), int(value)):
                self.counters[name] = max(value, self.counters.get(name, 0))
            case (str(), str(), str(), str()):
                self.drafts.append(values)
            case (None, str(), str(), str(), str(), str(at), undoes) if _is_moment(at):
                _, kind, words, why, actor, _, _ = values
                self.deeds[number] = KeptDeed(kind, words, why, actor, at, undoes if isinstance(undoes, int) else None)
            case (None, *rest) if len(rest) == _EVENT_COLUMNS:
                self._take_event(number, rest)
            case (None, *rest) if len(rest) == _CHANGE_COLUMNS:
                self._take_change(number, rest)
            case _:
                pass

    def _take_event(self, number: int, values: list[Any]) -> None:
        line = EventLine(number, *values[:6])
        if line.hash == values[6]:
            self.events[number] = line

    def _take_change(self, number: int, values: list[Any]) -> None:
        deed, actor, copy, at, _effective, register, record, version, schema, salt, body, digest, previous, seal = (
            values
        )
        line = ChangeLine(number, deed, actor, copy, at, register, record, version, schema, digest, previous)
        if line.hash != seal:
            return
        if body is None or _is_body(salt, body, digest):
            self.changes[number] = KeptChange(line, salt, body)


_EVENT_COLUMNS, _CHANGE_COLUMNS = 7, 14
"""How many columns follow the number of a line in each chain."""


def _is_body(salt: Any, body: Any, digest: str) -> bool:
    try:
        return body_hash(salt, body) == digest
    except (ValueError, TypeError, AttributeError):
        return False


def _is_moment(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True


def gathered(pages: Pages, step: Callable[[int, int], object]) -> Harvest:
    """Return what all readable pages hold."""
    found = Harvest()
    for done, (number, content) in enumerate(sorted(pages.contents.items())):
        if done % _ROWS_A_STEP == 0:
            step(done, len(pages.contents))
        for row in rows_of_page(number, content, pages.contents.get):
            if row is None:
                found.torn += pages.vouched
            else:
                found.take(*row)
    return found
