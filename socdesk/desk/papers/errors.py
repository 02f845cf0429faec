"""What may stand in the way of a paper."""

from __future__ import annotations

from socdesk.errors import UserFacingError
from socdesk.reports.layouts import Layout, layout, layouts


class UnknownLayoutError(UserFacingError):
    """There is no layout of that name."""

    def __init__(self, key: str) -> None:
        known = ", ".join(each.key for each in layouts())
        super().__init__(f"There is no layout called “{key}”.", advice=f"Choose one of: {known}.")


class SettledPaperError(UserFacingError):
    """Something was to be changed in a paper that has been issued."""

    def __init__(self, reference: str, what: str = "its figures stay as they are") -> None:
        super().__init__(
            f"{reference} has been issued, so {what}.",
            advice="Make a paper for another meeting, or as at another day.",
        )


class NoSuchPaperError(UserFacingError):
    """A paper is not on the desk any more."""

    def __init__(self) -> None:
        super().__init__("That paper is not on this desk any more.", advice="It may be in the bin.")


def known_layout(key: str) -> Layout:
    """Return a layout.

    Raises:
        UnknownLayoutError: there is none of this name.

    """
    try:
        return layout(key)
    except KeyError as error:
        raise UnknownLayoutError(key) from error
