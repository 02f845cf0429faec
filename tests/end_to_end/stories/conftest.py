"""The real window, as the window's own tests have it."""

from helpers.papers_by_keys import draft, drawn, papers

from tests.ui.conftest import (
    _made_desk,
    desk_folder,
    heading_roles,
    house,
    keys,
    locked_window,
    make_window,
    open_window,
    qapp,
    recovery_words,
    said,
    theme,
    ways,
)
from tests.ui.screens.conftest import desk, keep, on_desk_thread, page, settled

__all__ = [
    "_made_desk",
    "desk",
    "desk_folder",
    "draft",
    "drawn",
    "heading_roles",
    "house",
    "keep",
    "keys",
    "locked_window",
    "make_window",
    "on_desk_thread",
    "open_window",
    "page",
    "papers",
    "qapp",
    "recovery_words",
    "said",
    "settled",
    "theme",
    "ways",
]
