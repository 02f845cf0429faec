"""What a field may hold, drawn from its kind alone: so that no test needs to know a register to fill it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from hypothesis import strategies as st

from socdesk.registers.dated_fields import Day, Moment, Period, When
from socdesk.registers.fields import Field
from socdesk.registers.other_fields import Attachment, Flag, Number
from socdesk.registers.register import AnyRegister, Record, State, new_id
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Words
from socdesk.registers.values import Occasion, Span, StoredFile, WhenKind
from socdesk.registers.vocabulary import Vocabularies

VOCABULARIES = Vocabularies()
DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
MOMENTS = st.datetimes(datetime(1950, 1, 1), datetime(2100, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
LINES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=20)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
FILES = st.builds(
    StoredFile, st.just("f" * 32), LINES, st.integers(0, 10**12), st.text("0123456789abcdef", min_size=64, max_size=64)
)


def _codes(vocabulary: str) -> st.SearchStrategy[str]:
    known = [code.code for code in VOCABULARIES[vocabulary].codes] if vocabulary in VOCABULARIES else []
    return st.sampled_from([*known, "A_CODE_OF_TOMORROW"])


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    since, until = draw(st.none() | DAYS), draw(st.none() | DAYS)
    return Span(until, since) if since and until and until < since else Span(since, until)


@st.composite
def _occasions(draw: st.DrawFn) -> Occasion:
    kind, first, second = draw(st.sampled_from(WhenKind)), draw(DAYS), draw(DAYS)
    if kind is WhenKind.RANGE:
        return Occasion(kind, min(first, second), max(first, second))
    if kind is WhenKind.UNKNOWN:
        return Occasion()
    return Occasion(kind, draw(st.just(first) | st.none()) if kind is WhenKind.ONGOING else first)


_MAKERS: tuple[tuple[type[Any], Callable[[Any], st.SearchStrategy[Any]]], ...] = (
    (Flag, lambda _: st.booleans()),
    (Number, lambda kind: st.integers(kind.least, kind.most)),
    (Attachment, lambda _: FILES),
    (Day, lambda _: DAYS),
    (Moment, lambda _: MOMENTS),
    (Period, lambda _: _spans()),
    (When, lambda _: _occasions()),
    (Choices, lambda kind: st.lists(_codes(kind.vocabulary), unique=True, max_size=3).map(tuple)),
    (Choice, lambda kind: _codes(kind.vocabulary)),
    (Link, lambda _: st.just("0" * 32)),
    (LongText, lambda _: TEXTS),
    (Words, lambda _: LINES),
)
"""The first that fits a field makes its values."""


def values_of(kind: Field[Any]) -> st.SearchStrategy[Any]:
    """Return values that a field accepts, its empty one among them unless it is required."""
    make = next(make for fitting, make in _MAKERS if isinstance(kind, fitting))
    found = make(kind).filter(lambda value: not kind.problem(value))
    return found if kind.required else st.just(kind.empty) | found


def fields_of(register: AnyRegister) -> st.SearchStrategy[dict[str, Any]]:
    """Return values for all fields of a register that break none of its rules."""
    drawn = st.fixed_dictionaries({name: values_of(kind) for name, kind in register.fields.items()})
    return drawn.filter(lambda values: not register.problems(register.record_type(**values)))


def records_of(register: AnyRegister) -> st.SearchStrategy[Record]:
    """Return whole records with an id, in any state, restricted or not, that break no rule."""
    states = st.sampled_from([State.LIVE, State.BINNED, State.VOID, State.MERGED])
    drawn = st.builds(
        lambda values, state, restricted: register.record_type(
            **values, id=new_id(), reference="REF-1", state=state, restricted=restricted
        ),
        fields_of(register), states, st.booleans(),
    )  # fmt: skip
    return drawn.filter(lambda record: not register.problems(record))
