"""The settings in the real window."""

import pytest

from socdesk.commands.places import Spot


@pytest.fixture
def settings(open_window):
    """Go to a section and return the page."""

    def go(key=""):
        open_window.go(Spot("settings", key))
        return open_window.frame.navigation.page

    return go
