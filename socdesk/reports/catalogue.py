"""Every kind of paper by name; its composer, and with it the PDF library, is loaded only when one is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socdesk.jobs import Progress
from socdesk.reports.paper import Paper

Composer = Callable[[Any, Any, Progress], Paper]
"""Takes the view that belongs to its kind of paper, and its layout, if that kind has layouts."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper: key, name, what it is for, the layouts it can have, if any, and how to get its composer.

    ``occasion`` says what its day is the day of.
    """

    key: str
    name: str
    purpose: str
    occasion: str
    layouts: tuple[str, ...]
    load: Callable[[], Composer]


def _committee_update() -> Composer:
    from socdesk.reports.committee_update import compose  # noqa: PLC0415  # loads the PDF library

    return compose


def _member_guide() -> Composer:
    from socdesk.reports.member_guide import compose  # noqa: PLC0415  loads the PDF library

    return compose


PAPERS = (
    PaperKind(
        key="committee-update",
        name="Committee update",
        purpose="How far the Council has come with its strategy, for a meeting in public",
        occasion="Meeting",
        layouts=("committee-2019", "cabinet"),
        load=_committee_update,
    ),
    PaperKind(
        key="member-guide",
        name="Guide for new members",
        purpose="The four Ps and the roles of elected members on one page, with no case in it",
        occasion="Induction",
        layouts=(),
        load=_member_guide,
    ),
)


def paper_kind(key: str) -> PaperKind:
    """Return one kind of paper.

    Raises:
        KeyError: there is none of this name.

    """
    found = next((kind for kind in PAPERS if kind.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
