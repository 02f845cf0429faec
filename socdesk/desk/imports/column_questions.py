"""What step 2 asks: for each of our fields, which of the list's columns fills it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from socdesk.desk.imports.opened_list import OpenedList, examples_of
from socdesk.exchange.columns import ColumnMatch
from socdesk.exchange.day_order import DAY_TARGETS
from socdesk.exchange.list_kinds import ListShape, list_shape

NOT_IMPORTED = "Not imported"


@dataclass(frozen=True)
class ColumnQuestion:
    """One field: its key and label, whether the list needs it, the place of its column, and what stands in it.

    ``at`` is None where it is not imported. ``missing`` tells that the list cannot come in without it.
    """

    target: str
    label: str
    needed: str
    at: int | None
    example: str = field(repr=False)
    missing: bool = False


def questions_of(opened: OpenedList) -> tuple[ColumnQuestion, ...]:
    """Return the questions, what is needed first."""
    shape = list_shape(opened.kind)
    own = {pair.target: pair.column_index for pair in opened.match.pairs}
    found = [
        ColumnQuestion(
            target=target.key,
            label=target.label,
            needed=_needed(shape, target.key),
            at=own.get(target.key),
            example=_example(opened, target.key, own.get(target.key)),
            missing=_missing(shape, opened.match, target.key),
        )
        for target in shape.targets
    ]
    return tuple(sorted(found, key=lambda question: not question.needed))


def columns_to_choose(opened: OpenedList) -> tuple[tuple[int, str], ...]:
    """Return the place and heading of each column that may be imported, from the left."""
    barred = {column.column_index for column in opened.match.sensitive}
    header = opened.match.header
    return tuple((at, _called(header, at)) for at in range(len(header)) if header[at] and at not in barred)


def with_answer(opened: OpenedList, target: str, at: int | None) -> OpenedList:
    """Return the list with one field filled from another column; a field that had the column loses it."""
    return replace(opened, match=opened.match.with_column(target, at))


def _called(header: tuple[str, ...], at: int) -> str:
    return header[at] if header.count(header[at]) == 1 else f"{header[at]} (column {at + 1})"


def _needed(shape: ListShape, key: str) -> str:
    group = next((group for group in shape.required if key in group), ())
    others = [shape.target(each).label for each in group if each != key]
    return " or ".join(("needed", *others)) if group else ""


def _missing(shape: ListShape, match: ColumnMatch, key: str) -> bool:
    group = next((group for group in shape.required if key in group), ())
    return bool(group) and all(match.column_of(each) is None for each in group)


def _example(opened: OpenedList, key: str, at: int | None) -> str:
    if at is not None:
        return examples_of(opened, at, days=key in DAY_TARGETS)
    stand_in = opened.match.column_of(key)
    return "" if stand_in is None else f"Taken from {opened.match.header[stand_in]}: {examples_of(opened, stand_in)}"
