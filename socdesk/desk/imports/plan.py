"""What bringing a list in would write; built row by row, written by nobody yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from socdesk.registers.register import Record


@dataclass
class Plan:
    """Records as they shall stand, by id; how many people are new, changed or the same; and what to tell."""

    puts: dict[str, Record] = field(default_factory=dict[str, Record])
    new: set[str] = field(default_factory=set[str])
    changed: set[str] = field(default_factory=set[str])
    seen: set[str] = field(default_factory=set[str])
    missing: int = 0
    problems: list[str] = field(default_factory=list[str])
    notices: list[str] = field(default_factory=list[str])

    def put(self, record: Record, person: str) -> None:
        """Write a record that belongs to a person."""
        self.puts[record.id] = record
        if person not in self.new:
            self.changed.add(person)

    def add_person(self, record: Record) -> None:
        """Write a person who is not on the desk yet."""
        self.new.add(record.id)
        self.puts[record.id] = record

    def refuse(self, row: int, reason: str) -> None:
        """Leave a row out and say why."""
        self.problems.append(f"Row {row}: {reason}")

    def tell(self, words: str) -> None:
        """Say something about the list, once."""
        if words not in self.notices:
            self.notices.append(words)
