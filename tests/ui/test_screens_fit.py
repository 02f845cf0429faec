"""No text is cut, and every control has a name, on every screen of the list.

The two tightest sizes are tried each time, all that are promised in ``make acceptance``.
"""

import shutil

import pytest
from helpers.screens.catalogue import SCREENS
from helpers.screens.stage import Stage, make_sample
from helpers.window_lint import SIZES, complaints
from PySide6.QtWidgets import QApplication

from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens

TIGHTEST = {(200, 1366, 690), (100, 1100, 640)}


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("sample") / "desk")


@pytest.fixture
def stage(qapp, heading_roles, sample, tmp_path):
    desk = shutil.copytree(sample, tmp_path / "desk")  # screens change it
    stage = Stage(Theme(qapp, load_tokens(), appearance="light"), desk, tmp_path / "settings")
    yield stage
    stage.close()


@pytest.mark.parametrize(
    ("zoom", "width", "height"),
    [pytest.param(*size, marks=() if size in TIGHTEST else pytest.mark.walk) for size in SIZES],
)
def test_every_screen_fits(stage, zoom, width, height):
    stage.theme.set_zoom(zoom)
    stage.window.resize(width, height)
    others = QApplication.topLevelWidgets()  # what a test before put nowhere is not this window's
    stage.open()
    found = {}
    for screen in SCREENS:
        stage.show(screen)
        if wrong := complaints(stage.window) + _forced(stage.window, width) + _strays(others):
            found[screen.name] = wrong
    assert found == {}


def _forced(window, width):
    return [f"forces the window to be {window.width()} wide"] if window.width() > width else []


def _strays(others):
    """Return the widgets that were made and put nowhere: nobody throws them away but Python, at any time."""
    strays = [each for each in QApplication.topLevelWidgets() if each.parent() is None and each not in others]
    return [f"{type(each).__name__} {each.accessibleName()!r} was put nowhere" for each in strays]


def test_every_screen_has_a_name_of_its_own():
    assert len({screen.name for screen in SCREENS}) == len(SCREENS)
