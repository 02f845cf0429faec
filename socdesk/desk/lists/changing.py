"""What a person does with the rows of a list: change several at once, bin them, bring them back. Each is one deed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.form_data import filled_in
from socdesk.desk.lists.views import counted
from socdesk.errors import UserFacingError
from socdesk.registers.register import AnyRegister, Record, State

_MOST_NAMED = 3


class SomeCannotChangeError(UserFacingError):
    """A change of several records would break a rule on some of them; nothing was changed."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        named = list(problems.items())[:_MOST_NAMED]
        more = len(problems) - len(named)
        words = "; ".join(f"{reference}: {problem}" for reference, problem in named)
        super().__init__(
            f"{words}{f'; and {more:,} more' if more else ''}.",
            advice="Nothing was changed. Leave these out, or change them one at a time.",
        )


def _records(desk: Desk, register: AnyRegister, ids: tuple[str, ...]) -> tuple[Record, ...]:
    return cast("tuple[Record, ...]", desk.read.block(register, ids))


def change_all(desk: Desk, register: AnyRegister, ids: tuple[str, ...], texts: Mapping[str, str]) -> Deed:
    """Return the deed that gives several records the same values; ``texts`` are as ``Field.typed`` has them.

    Raises:
        SomeCannotChangeError: on some of them that would break a rule.

    """
    puts: list[Record] = []
    problems: dict[str, str] = {}
    for record in _records(desk, register, ids):
        filled, wrong = filled_in(register, record, texts)
        if wrong:
            problems[record.reference] = next(iter(wrong.values()))
        puts.append(filled)
    if problems:
        raise SomeCannotChangeError(problems)
    labels = ", ".join(register.fields[name].label for name in texts)
    return Deed(words=f"Changed {labels} of {counted(len(puts), register)}", puts=tuple(puts))


def move(desk: Desk, register: AnyRegister, ids: tuple[str, ...], state: State) -> Deed:
    """Return the deed that moves records to the bin, or brings them back from it."""
    puts = tuple(_moved(desk, register, record, state) for record in _records(desk, register, ids))
    what = puts[0].reference if len(puts) == 1 else counted(len(puts), register)
    return Deed(words=f"Moved {what} to the bin" if state is State.BINNED else f"Brought back {what}", puts=puts)


def _moved(desk: Desk, register: AnyRegister, record: Record, state: State) -> Record:
    """Return a record in another state; one that was void says again what it said before."""
    if record.state is not State.VOID or not register.when_void:
        return replace(record, state=state)
    versions = (version.record for version in reversed(desk.read.history(record.id)))
    before = next((each for each in versions if each and each.state is not State.VOID), record)
    return replace(record, state=state, **{name: getattr(before, name) for name, _value in register.when_void})
