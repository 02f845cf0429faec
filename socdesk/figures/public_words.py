"""The words that public papers have for codes, posts and days; posts are named, people never (domain.md 2.7)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from socdesk.clock import day_in_paper
from socdesk.figures.actions import RAGS, standing_actions
from socdesk.figures.public_update import RagCode
from socdesk.figures.update_inputs import PublicRecords
from socdesk.registers.declared.actions import Action
from socdesk.registers.vocabulary import Vocabularies

LETTERS: tuple[RagCode, ...] = ("G", "A", "R", "C", "N")
"""What papers call the ratings, in the order of RAGS."""

_LETTER_OF: dict[str, RagCode] = dict(zip(RAGS, LETTERS, strict=True))

_KINDS = ("COUNCIL", "MEMBER", "LOCAL")


class PublicLookup:
    """Finds words for codes and links; a link to anything but a public post or strategy has none."""

    def __init__(self, records: PublicRecords, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._titles = {each.id: each.title for each in (*records.posts, *records.strategies)}

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code."""
        return self._vocabularies.label(vocabulary, code)

    def short_pillar(self, code: str) -> str:
        """Return a pillar's short name, for where all four stand together (domain.md 3.7)."""
        return short_pillar(self._vocabularies, code)

    def title(self, record_id: str) -> str:
        """Return the title of a post or a strategy."""
        return self._titles.get(record_id, "")

    def rag_letter(self, code: str) -> RagCode:
        """Return the letter of a rating; a rating that is not known counts as not started or not applicable."""
        return _LETTER_OF.get(code, "N")


def short_pillar(vocabularies: Vocabularies, code: str) -> str:
    """Return a pillar's short name, or its label where the council calls it something else or nobody knows it.

    Only for where all four pillars stand together (domain.md 3.7).
    """
    label, known = vocabularies.label("pillar", code), vocabularies.code("pillar", code)
    short = known.extras.get("short", "") if known else ""
    return short if short and label.startswith(short) else label


def in_paper_order(actions: Iterable[Action]) -> tuple[Action, ...]:
    """Return the actions that count: the Council's, then the members', then local ones, each by number."""
    return tuple(sorted(standing_actions(actions), key=_place))


def _place(action: Action) -> tuple[int, list[tuple[int, str]], str]:
    kind = _KINDS.index(action.kind) if action.kind in _KINDS else len(_KINDS)
    return (kind, [(int(part or 0), "") if part.isdecimal() else (0, part) for part in _parts(action)], action.id)


def _parts(action: Action) -> list[str]:
    return re.split(r"(\d+)", action.reference)


def due_in_words(action: Action) -> str:
    """Return when an action is due, for a table."""
    if action.ongoing:
        return "Ongoing"
    return day_in_paper(action.due) if action.due else "Not set"
