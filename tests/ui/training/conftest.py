"""Boards of fictitious people, as the matrix shows them."""

import pytest
from helpers.training_samples import DAY, fleet

from socdesk.desk.training.board import board_of
from socdesk.figures.training import TrainingRules
from socdesk.registers.fields import PlainLookup


@pytest.fixture
def board():
    """Return a board of so many drivers."""

    def make(**numbers):
        return board_of(fleet(**numbers), DAY, TrainingRules(), PlainLookup())

    return make
