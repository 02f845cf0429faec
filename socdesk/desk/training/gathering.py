"""All records that figures about training need, from the desk as it stands or from a snapshot of it."""

from __future__ import annotations

from typing import Protocol

from socdesk.figures.scope import TrainingRecords
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS
from socdesk.registers.declared.training import COMPLETIONS, COURSES, EXEMPTIONS, REQUIREMENTS
from socdesk.registers.register import RecordT, Register


class RecordsOf(Protocol):
    """Returns the records of a register: ``desk.read.page``, or ``snapshot.records``."""

    def __call__(self, register: Register[RecordT], /) -> tuple[RecordT, ...]:
        """Return them."""
        ...


def gathered(records: RecordsOf) -> TrainingRecords:
    """Return the records of the eight registers that say who must have, and has, which training."""
    return TrainingRecords(
        learners=records(LEARNERS),
        licences=records(LICENCES),
        employments=records(EMPLOYMENTS),
        terms=records(TERMS),
        courses=records(COURSES),
        requirements=records(REQUIREMENTS),
        completions=records(COMPLETIONS),
        exemptions=records(EXEMPTIONS),
    )
