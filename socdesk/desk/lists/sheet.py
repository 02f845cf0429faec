"""A list as it is printed: its rows in words, what narrows them, and what was left out."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.clock import day_in_text, london_day
from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import Notes, list_columns, no_notes, rows_of
from socdesk.registers.fields import Audience
from socdesk.registers.register import AnyRegister


@dataclass(frozen=True)
class Sheet:
    """What is printed; ``about`` says in words which rows these are."""

    title: str
    about: str
    day: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left_out: str


def sheet_of(
    desk: Desk,
    register: AnyRegister,
    ids: tuple[str, ...],
    columns: tuple[str, ...],
    about: str,
    *,
    notes: Notes = no_notes,
    include_restricted: bool = False,
) -> Sheet:
    """Return the sheet of some records, and note in the chain of events that they were printed.

    Restricted records, and fields that are restricted, stay out unless they are asked for.
    """
    kept_back = frozenset[str](() if include_restricted else register.of_audience(Audience.RESTRICTED))
    shown = frozenset(ids) if include_restricted else frozenset[str]()
    numbers = {column.name: number for number, column in enumerate(list_columns(register))}
    names = tuple(name for name in columns if name not in kept_back)
    labels = {column.name: column.label for column in list_columns(register)}
    found = rows_of(desk, register, ids, shown=shown, notes=notes)
    rows = tuple(row for row in found if include_restricted or not row.restricted)
    cells = tuple(tuple(_words(row.cells[numbers[name]]) for name in names) for row in rows)
    desk.record_event("printed", register=register.key, records=len(rows), with_restricted=int(include_restricted))
    return Sheet(
        register.plural,
        about,
        day_in_text(london_day(desk.clock())),
        tuple(labels[name] for name in names),
        cells,
        _left_out(len(columns) - len(names), len(found) - len(rows)),
    )


def _words(cell: object) -> str:
    text, below = str(getattr(cell, "text", "")), str(getattr(cell, "below", ""))
    return f"{text} ({below})" if below else text


def _left_out(fields: int, records: int) -> str:
    parts = [
        f"{number:,} {word}{'' if number == 1 else 's'}"
        for number, word in ((records, "restricted record"), (fields, "restricted column"))
        if number
    ]
    return f"Left out: {' and '.join(parts)}." if parts else ""
