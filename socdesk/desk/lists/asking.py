"""What a list is asked for, and the ids that answer it, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from itertools import chain
from typing import Any, cast

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.desk.lists.day_spans import days_of, moments_of
from socdesk.registers.dated_fields import Moment
from socdesk.registers.fields import Field
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.registers.text_fields import Choice, Choices, Link
from socdesk.storage.record_store import Query

MOST_FOUND = 5000
"""A search finds so many records at most; whoever finds more than that has to type another word."""

_OWN = frozenset({"reference"})


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What a list shall show.

    ``text`` is searched for; ``equal`` holds codes or ids by the name of a choice or link; ``order`` names one field,
    with a minus before it to turn it round, or nothing for the register's own order; ``only`` narrows to these ids,
    and gives the order where ``order`` does not; ``among`` narrows to some codes of a choice; ``days`` holds a span of
    days (day_spans.py) by the name of a day or moment.
    """

    text: str = ""
    equal: Mapping[str, str] = field(default_factory=dict[str, str])
    days: Mapping[str, str] = field(default_factory=dict[str, str])
    order: str = ""
    only: tuple[str, ...] | None = None
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    state: State = State.LIVE

    @property
    def is_narrowed(self) -> bool:
        """Whether search or filters leave anything out."""
        return bool(self.text.strip() or self.equal or self.days)


def is_sortable(register: AnyRegister, name: str) -> bool:
    """Tell whether a list can be put in the order of a column."""
    if name in _OWN:
        return True
    kind = register.fields[name]
    return kind.in_row and not isinstance(kind, Choices)


def first_ids(desk: Desk, register: AnyRegister, asked: Asked, most: int) -> tuple[str, ...]:
    """Return the first of the ids that ``ids_of`` returns, sooner where that can be."""
    if asked.only is None and not asked.text.strip() and _has_own_order(register, asked.order):
        return _ordered(desk, register, asked.order, replace(_query(desk, register, asked), limit=most))
    return ids_of(desk, register, asked)[:most]


def _has_own_order(register: AnyRegister, order: str) -> bool:
    return not isinstance(register.fields.get(order.removeprefix("-")), Choice | Link)


def _query(desk: Desk, register: AnyRegister, asked: Asked) -> Query:
    return Query(
        states=(asked.state,),
        equal=dict(asked.equal),
        among=dict(asked.among),
        between=_spans(desk, register, asked),
    )


def ids_of(desk: Desk, register: AnyRegister, asked: Asked) -> tuple[str, ...]:
    """Return the ids of the records that a list shall show, in order, as far as the officer may see them."""
    query = _query(desk, register, asked)
    found: Iterable[str] = _ordered(desk, register, asked.order, query)
    if asked.only is not None:
        there = tuple(found)
        found = _within(there, asked.only) if asked.order else _within(asked.only, there)
    if asked.text.strip():
        found = _within(found, _searched(desk, register, asked.text))
    return tuple(found)


def _spans(desk: Desk, register: AnyRegister, asked: Asked) -> dict[str, tuple[str, str]]:
    """Return the first value of each span, and the first after it, as columns hold them."""
    today = london_day(desk.clock())
    found: dict[str, tuple[str, str]] = {}
    for name, span in asked.days.items():
        if isinstance(register.fields[name], Moment):
            start, end = moments_of(span, today)
            found[name] = (start.isoformat(), end.isoformat())
        else:
            first, last = days_of(span, today)
            found[name] = (first.isoformat(), (last + timedelta(days=1)).isoformat())
    return found


def _within(ids: Iterable[str], allowed: Iterable[str]) -> Iterator[str]:
    some = frozenset(allowed)
    return (each for each in ids if each in some)


def _searched(desk: Desk, register: AnyRegister, text: str) -> Iterator[str]:
    """Yield the records that a text finds, by their own words or by those of what belongs to them."""
    children = tuple(child.key for child in desk.catalogue.children(register.key))
    for hit in desk.read.search(text, registers=(register.key, *children), limit=MOST_FOUND):
        yield hit.record if hit.register == register.key else hit.parent


def _ordered(desk: Desk, register: AnyRegister, order: str, query: Query) -> tuple[str, ...]:
    name = order.removeprefix("-")
    kind = register.fields.get(name)
    if isinstance(kind, Choice | Link):
        return _by_words(desk, register, order, query, kind)
    return desk.read.ids(register, replace(query, order=(order,) if order else ()))


def _by_words(desk: Desk, register: AnyRegister, order: str, query: Query, kind: Field[Any]) -> tuple[str, ...]:
    """Order by a vocabulary's own order, or by what other records are called; what has neither comes last."""
    name = order.removeprefix("-")
    values = _values(desk, kind)
    groups = (
        desk.read.ids(register, replace(query, equal={**query.equal, name: value}))
        for value in (reversed(values) if order.startswith("-") else values)
        if query.equal.get(name, value) == value
    )
    known = dict.fromkeys(chain.from_iterable(groups))
    return (*known, *(each for each in desk.read.ids(register, query) if each not in known))


def _values(desk: Desk, kind: Field[Any]) -> tuple[str, ...]:
    if isinstance(kind, Choice):
        return tuple(code.code for code in desk.vocabularies()[kind.vocabulary].codes)
    if not isinstance(kind, Link) or not kind.register:
        return ()
    register = desk.catalogue.get(kind.register)
    records = cast("tuple[Record, ...]", desk.read.page(register))
    return tuple(each.id for each in sorted(records, key=register.title))
