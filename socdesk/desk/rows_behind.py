"""The records behind a figure, named as a list names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from socdesk.desk.desk import Desk
from socdesk.registers.register import AnyRegister, Record


@dataclass(frozen=True)
class Row:
    """One record: what to open for it, its reference and title. A restricted one shows its reference alone.

    ``register`` and ``record`` name the owner of a child record.
    """

    register: str
    record: str
    reference: str
    title: str


def rows_behind(desk: Desk, wanted: Iterable[tuple[str, str]]) -> tuple[Row, ...]:
    """Return those of the records that the officer may see, in the order given: keys of registers, and ids."""
    found: list[Row] = []
    for register, ids in groupby(wanted, key=itemgetter(0)):
        kind = desk.catalogue.get(register)
        found += (_row(kind, record) for record in desk.read.block(kind, [record for _register, record in ids]))
    return tuple(found)


def _row(kind: AnyRegister, record: Record) -> Row:
    title = f"Restricted {kind.singular.lower()}" if record.restricted else kind.title(record)
    if kind.parent:
        return Row(kind.parent, record.parent, record.reference, title)
    return Row(kind.key, record.id, record.reference, title)
