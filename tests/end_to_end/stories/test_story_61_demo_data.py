"""Story 61: I rehearse with demo data that is clearly fictitious and can never mix with live."""

import shutil

import pytest
from PySide6.QtCore import Qt

from socdesk.desk.opening import LEAST_COST, new_desk, open_desk
from socdesk.errors import UserFacingError
from socdesk.ui.status_line import DEMO
from socdesk.ui.widgets.labels import label

PASSPHRASE = "quiet harbour velvet ladder"


@pytest.fixture
def sample(house, tmp_path):
    folder = tmp_path / "sample"
    new_desk(folder, PASSPHRASE, house, cost=LEAST_COST, demo=True).desk.lock()
    return folder


def test_story_61_the_sample_says_so_on_every_page(make_window, sample, keys, qtbot):
    window = make_window(sample)
    keys.text(PASSPHRASE)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    said = [each.text() for each in window.frame.findChildren(type(label(""))) if each.isVisible()]
    assert "Sample desk. Everything here is fictitious." in said
    assert DEMO.capitalize() in window.status.accessibleName()
    assert window.minimumSizeHint().width() <= 1366


@pytest.mark.parametrize("file", ["desk.json", "store-1.db"])
def test_story_61_no_part_of_the_sample_opens_in_the_live_desk(file, sample, desk_folder, house):
    shutil.copy(sample / file, desk_folder / file)
    with pytest.raises(UserFacingError):
        open_desk(desk_folder, PASSPHRASE, house)
