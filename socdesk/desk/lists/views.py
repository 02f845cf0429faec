"""The saved views of a list: which rows each shows, and how many there are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from socdesk.desk.desk import Desk
from socdesk.registers.register import AnyRegister, State

BIN = "bin"
"""The view that shows what was moved to the bin."""

VOID = "void"
"""The view that shows what was entered in error."""


@dataclass(frozen=True)
class View:
    """One saved view: a key, its title, its ids or None for all, and in which state its records are.

    ``among`` narrows to some values of a field.
    """

    key: str
    title: str
    ids: tuple[str, ...] | None
    count: int
    state: State = State.LIVE
    among: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True)
class Overview:
    """The views of a list, and one line of words over it."""

    views: tuple[View, ...]
    summary: str

    def view(self, key: str) -> View:
        """Return a view by its key, or the first."""
        return next((each for each in self.views if each.key == key), self.views[0])


Overviews = Callable[[Desk], Overview]
"""Reckons the views of one list. It may read the whole register: run it as a job."""


def plain_overview(desk: Desk, register: AnyRegister) -> Overview:
    """Return the views of a register of which nothing more is known: all, and the bin."""
    count = desk.read.count(register)
    return Overview((View("all", "All", None, count), *gone_views(desk, register)), counted(count, register))


def gone_views(desk: Desk, register: AnyRegister) -> tuple[View, ...]:
    """Return the views of what is not in force: what was entered in error, and what was moved to the bin."""
    from socdesk.storage.record_store import Query  # noqa: PLC0415  kept out of what the window loads first

    void, binned = (desk.read.count(register, Query(states=(state,))) for state in (State.VOID, State.BINNED))
    return View(VOID, "Void", None, void, State.VOID), View(BIN, "Bin", None, binned, State.BINNED)


def counted(number: int, register: AnyRegister) -> str:
    """Return how many records there are, in words.

    >>> from socdesk.registers.declared.actions import ACTIONS
    >>> counted(1, ACTIONS), counted(1200, ACTIONS)
    ('1 action', '1,200 actions')
    """
    return f"{number:,} {(register.singular if number == 1 else register.plural).lower()}"
