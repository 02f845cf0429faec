"""The pages of the window that are built, in the order in which people see them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """One page: its key, title and icon, the keys of the registers whose records open on it, and its views.

    Views that other pages lead to: "overdue" and "soon" of actions, "undecided" of concerns, "expiring" of people.
    A page that ``lists_rows`` shows any of its records together, by the view "ids:" and their ids parted by commas.
    """

    key: str
    title: str
    icon: str
    registers: tuple[str, ...] = ()
    views: frozenset[str] = frozenset()
    lists_rows: bool = False


@dataclass(frozen=True)
class Spot:
    """Where the window is or should go: a page, one of its views, and a record on it by id.

    A view is a page's own word for what it shows, such as "overdue".
    """

    page: str
    view: str = ""
    record: str = ""


PLACES = (
    Place(key="today", title="Today", icon="house"),
    Place(key="actions", title="Actions", icon="list-checks", registers=("actions",)),
    Place(key="concerns", title="Concerns", icon="message-square-warning", registers=("concerns",)),
    Place(
        key="training",
        title="Training",
        icon="graduation-cap",
        registers=("learners",),
        views=frozenset({"expiring"}),
        lists_rows=True,
    ),
    Place(key="papers", title="Papers", icon="file-text", registers=("papers",)),
    Place(key="settings", title="Settings", icon="settings"),
)
"""Only pages that are built; ``socdesk.ui.navigation`` says what builds each."""

PLACES_BEHIND = (
    Place(key="strategies", title="Strategy", icon="file-text", registers=("strategies",), lists_rows=True),
    Place(key="courses", title="Courses", icon="graduation-cap", registers=("courses",), lists_rows=True),
    Place(
        key="requirements",
        title="Who needs which course",
        icon="list-checks",
        registers=("requirements",),
        lists_rows=True,
    ),
    Place(key="posts", title="Posts", icon="users", registers=("posts",), lists_rows=True),
    Place(key="contacts", title="Contacts", icon="send", registers=("contacts",), lists_rows=True),
)
"""Pages of what the others choose from. They are not in the sidebar: Settings, search and commands lead there."""


def place_of_register(register: str) -> Place | None:
    """Return the page on which a register's records open, or nothing."""
    return next((place for place in (*PLACES, *PLACES_BEHIND) if register in place.registers), None)
