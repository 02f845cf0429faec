"""The records behind a figure, named as a list names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socdesk.desk.desk import Desk


@dataclass(frozen=True)
class Row:
    """One record: its id, reference and title. A restricted one shows its reference alone."""

    record: str
    reference: str
    title: str


def rows_behind(desk: Desk, register: str, ids: Iterable[str]) -> tuple[Row, ...]:
    """Return those of the records that the officer may see, in the order of their ids."""
    kind = desk.catalogue.get(register)
    return tuple(
        Row(each.id, each.reference, f"Restricted {kind.singular.lower()}" if each.restricted else kind.title(each))
        for each in desk.read.block(kind, ids)
    )
