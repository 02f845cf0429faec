"""What training is reckoned from on an open desk: the one source of every figure of it in the window."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.figures.scope import TrainingRecords
from socdesk.figures.training import TrainingRules, training_rules
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS
from socdesk.registers.declared.training import COMPLETIONS, COURSES, EXEMPTIONS, REQUIREMENTS
from socdesk.settings import EXPIRING_DAYS


def training_records(desk: Desk) -> TrainingRecords:
    """Return all live records of training as they stand now. It reads whole registers: run it as a job."""
    read = desk.read
    return TrainingRecords(
        learners=read.page(LEARNERS),
        licences=read.page(LICENCES),
        employments=read.page(EMPLOYMENTS),
        terms=read.page(TERMS),
        courses=read.page(COURSES),
        requirements=read.page(REQUIREMENTS),
        completions=read.page(COMPLETIONS),
        exemptions=read.page(EXEMPTIONS),
    )


def rules_of(desk: Desk) -> TrainingRules:
    """Return the rules that the desk's setting and vocabularies make."""
    return training_rules(int(desk.setting(EXPIRING_DAYS)), desk.vocabularies())
