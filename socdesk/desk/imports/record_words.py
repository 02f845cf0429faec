"""Records in a few words: what tells one from another, and what would change of it, old and new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from socdesk.registers.body import changed_fields
from socdesk.registers.fields import Lookup
from socdesk.registers.register import AnyRegister, Record

NOTHING = "nothing"


@dataclass(frozen=True)
class Change:
    """One thing that would change: of whom, what, and how it stands and shall stand."""

    who: str = field(repr=False)
    what: str = field(repr=False)
    old: str = field(repr=False)
    new: str = field(repr=False)


def summary_of(register: AnyRegister, record: Record, words: Lookup) -> str:
    """Return what lists show of a record, in one line; a plain No says nothing."""
    shown = (
        kind.show(value, words)
        for name, kind in register.fields.items()
        if kind.in_list and (value := getattr(record, name)) is not False
    )
    return ", ".join(filter(None, shown))


def changes_of(
    register: AnyRegister, before: Record | None, after: Record, who: str, words: Lookup, *, besides: Iterable[str] = ()
) -> Iterator[Change]:
    """Yield what is changed of a record, field by field; a new one is one change."""
    if before is None:
        yield Change(who, f"{register.singular} added", NOTHING, summary_of(register, after, words))
        return
    called = f"{register.singular} {register.title(after)}" if register.parent else register.singular
    for name in changed_fields(register, before, after):
        if name in register.fields and name not in besides:
            kind = register.fields[name]
            old, new = (kind.show(getattr(each, name), words) or NOTHING for each in (before, after))
            yield Change(who, f"{called}: {kind.label}", old, new)
