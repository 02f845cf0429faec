"""All registers, in the order people see them; and how to find one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from socdesk.registers.declared.actions import ACTIONS, EVIDENCE, KPI_READINGS, MILESTONES, PROGRESS_NOTES
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, ROUTES, STATEMENTS
from socdesk.registers.declared.desk_records import (
    CONTACTS,
    GRANTS,
    IMPORTS,
    LIST_ENTRIES,
    OFFICERS,
    RELATIONS,
    SETTINGS,
)
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS
from socdesk.registers.declared.strategy import POST_HOLDERS, POSTS, STRATEGIES
from socdesk.registers.declared.training import COMPLETIONS, COURSES, EXEMPTIONS, REQUIREMENTS
from socdesk.registers.register import AnyRegister, Record


class Catalogue:
    """A set of registers that belong together. Raises ValueError where two share a key or a record class."""

    def __init__(self, registers: tuple[AnyRegister, ...]) -> None:
        self._registers = registers
        if not len(registers) == len(self._by_key) == len(self._by_type):
            raise ValueError("Two registers have the same key or the same record class.")

    def __iter__(self) -> Iterator[AnyRegister]:
        return iter(self._registers)

    @cached_property
    def _by_key(self) -> dict[str, AnyRegister]:
        return {register.key: register for register in self._registers}

    @cached_property
    def _by_type(self) -> dict[type[Record], AnyRegister]:
        return {register.record_type: register for register in self._registers}

    @cached_property
    def _children(self) -> dict[str, tuple[AnyRegister, ...]]:
        return {r.key: tuple(c for c in self._registers if c.parent == r.key) for r in self._registers}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all registers, in order."""
        return tuple(self._by_key)

    def get(self, key: str) -> AnyRegister:
        """Return the register with that key; raise KeyError for none."""
        return self._by_key[key]

    def of(self, record: Record) -> AnyRegister:
        """Return the register that a record belongs to."""
        return self._by_type[type(record)]

    def children(self, key: str) -> tuple[AnyRegister, ...]:
        """Return the registers whose records belong to that register's."""
        return self._children[key]

    def with_register(self, register: AnyRegister) -> Catalogue:
        """Return a catalogue with one register more."""
        return Catalogue((*self._registers, register))


REGISTERS = Catalogue(
    (
        STRATEGIES,
        POSTS,
        POST_HOLDERS,
        ACTIONS,
        MILESTONES,
        PROGRESS_NOTES,
        EVIDENCE,
        KPI_READINGS,
        CONCERNS,
        STATEMENTS,
        ROUTES,
        CONCERN_SOURCES,
        LEARNERS,
        LICENCES,
        EMPLOYMENTS,
        TERMS,
        COURSES,
        REQUIREMENTS,
        COMPLETIONS,
        EXEMPTIONS,
        PAPERS,
        PAPER_SECTIONS,
        RELATIONS,
        IMPORTS,
        CONTACTS,
        LIST_ENTRIES,
        OFFICERS,
        GRANTS,
        SETTINGS,
    )
)
