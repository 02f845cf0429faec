"""What bringing a list in would write; built row by row, written by nobody yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from socdesk.desk.imports.problems import Choice, Refusal
from socdesk.registers.register import Record


@dataclass
class Plan:
    """Records as they shall stand, by id; how many people are new, changed or the same; and what to tell.

    ``rows`` counts the rows that come in, ``missing`` are the people on the desk who are not on the list.
    A record that several rows change and that ends as it began is no change, and is not written.
    """

    puts: dict[str, Record] = field(default_factory=dict[str, Record])
    new: set[str] = field(default_factory=set[str])
    seen: set[str] = field(default_factory=set[str])
    missing: list[str] = field(default_factory=list[str])
    rows: int = 0
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    notices: list[str] = field(default_factory=list[str])
    _before: dict[str, Record | None] = field(default_factory=dict[str, Record | None])
    _person: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def changed(self) -> set[str]:
        """The people on the desk of whom, or of whose children, something would be written."""
        return {self._person[record] for record in self.puts if record in self._person} - self.new

    def steps(self) -> Iterator[tuple[str, Record | None, Record]]:
        """Return whose record each is that would be written, how it stands and how it shall stand."""
        for record in self.puts.values():
            yield self._person[record.id], self._before[record.id], record

    def put(self, record: Record, person: str, before: Record | None = None) -> None:
        """Write a record that belongs to a person; ``before`` is how it stands, unless it is new."""
        self._person[record.id] = person
        if record == self._before.setdefault(record.id, before):
            self.puts.pop(record.id, None)
        else:
            self.puts[record.id] = record

    def add_person(self, record: Record) -> None:
        """Write a person who is not on the desk yet."""
        self.new.add(record.id)
        self.put(record, record.id)

    def refuse(self, row: int, reason: str, target: str = "", choices: tuple[Choice, ...] = ()) -> None:
        """Leave a row out and say why; ``target`` is the field whose cell is to blame."""
        self.refusals.append(Refusal(row, reason, target, choices))

    def tell(self, words: str) -> None:
        """Say something about the list, once."""
        if words not in self.notices:
            self.notices.append(words)
