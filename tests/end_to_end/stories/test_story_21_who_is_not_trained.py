"""Story 21, its second half: see who is not trained, or expires within 90 days (domain.md 8)."""

import pytest
from helpers.drivers_on_desk import four_drivers
from PySide6.QtCore import Qt

from socdesk.registers.declared.training import COURSES

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BEECH = ("Beech, Example", "Expires 1 May 2026")
CEDAR = ("Cedar, Example", "Expired 1 May 2025")
ELM = ("Elm, Example", "Not done")


@pytest.fixture
def training(qtbot, open_window, desk, keep, keys):
    """Go to the page by its key, with four drivers on the desk."""
    keep(*four_drivers(next(each for each in desk.read.page(COURSES) if "taxi" in each.title)))
    keys.press(Key.Key_4, modifier=CTRL)
    page = open_window.frame.navigation.page
    assert page.title == "Training"
    qtbot.waitUntil(lambda: len(page.matrix.model.ids) == 4)
    return page


def shows(qtbot, page, *expected):
    """Wait until the matrix shows these people, each with name and status."""
    model = page.matrix.model

    def there():
        rows = [model.index(n, 0).data() and model.row(n) for n in range(len(model.ids))]
        return tuple((row.name, row.cells[0].words) for row in rows if row) == expected

    qtbot.waitUntil(there)


def press(tile, keys):
    tile.setFocus()
    keys.press(Key.Key_Space)


def test_story_21_the_officer_sees_who_is_not_trained_and_who_expires_in_90_days(qtbot, training, keys):
    tiles = training.matrix.head.tiles
    assert tiles["in_date"].accessibleName() == "50% in date, 2 of 4"
    press(tiles["expiring"], keys)
    shows(qtbot, training, BEECH)
    press(tiles["never"], keys)
    shows(qtbot, training, ELM)
    training.matrix.head.chips["action"].click()
    shows(qtbot, training, BEECH, CEDAR, ELM)


def test_story_21_the_number_on_today_leads_to_the_same_people(qtbot, training, open_window, keys):
    keys.press(Key.Key_1, modifier=CTRL)
    today = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: today._shown is not None and today._shown.expiring.number == 1)
    press(today.tiles["expiring"], keys)
    assert open_window.frame.navigation.page is training
    shows(qtbot, training, BEECH)
