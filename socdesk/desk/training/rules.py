"""What a desk's setting and vocabularies decide about training."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.figures.training import TrainingRules, training_rules
from socdesk.settings import EXPIRING_DAYS


def rules_of(desk: Desk) -> TrainingRules:
    """Return the rules by which training is reckoned on a desk."""
    return training_rules(int(desk.setting(EXPIRING_DAYS)), desk.vocabularies())
