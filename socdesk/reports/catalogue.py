"""Every kind of paper by name; its composer, and with it the PDF library, is loaded only when one is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from socdesk.jobs import Progress
from socdesk.reports.layouts import Layout
from socdesk.reports.paper import Paper

Composer = Callable[[Any, Layout, Progress], Paper]
"""Takes the view that belongs to its kind of paper, and its layout."""


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper: key, name, the layouts it can have, and how to get its composer."""

    key: str
    name: str
    layouts: tuple[str, ...]
    load: Callable[[], Composer]


def _committee_update() -> Composer:
    from socdesk.reports.committee_update import compose  # noqa: PLC0415  # loads the PDF library

    return compose


PAPERS = (
    PaperKind("committee-update", "Committee update", ("committee-2019", "cabinet"), _committee_update),
)  # fmt: skip


def paper_kind(key: str) -> PaperKind:
    """Return one kind of paper.

    Raises:
        KeyError: there is none of this name.

    """
    found = next((kind for kind in PAPERS if kind.key == key), None)
    if found is None:
        raise KeyError(key)
    return found
