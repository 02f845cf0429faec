"""The data of this room, read once from resources/exchange."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypedDict, cast

from socdesk.bundled import resource


class TargetData(TypedDict):
    """One field that a list can fill."""

    key: str
    label: str
    synonyms: list[str]


class ListData(TypedDict):
    """One kind of list."""

    label: str
    noise: list[str]
    required: list[list[str]]
    stands_for: dict[str, str]
    targets: list[TargetData]


class SensitiveData(TypedDict):
    """One kind of information that is never kept, the words that give it away, and why."""

    phrases: list[str]
    reason: str


class SensitiveFile(TypedDict):
    """All of them, and harmless phrases that contain such a word."""

    harmless: list[str]
    kinds: list[SensitiveData]


class CodeWords(TypedDict):
    """One code and how lists write it: whole cells, or words that stand in it together."""

    code: str
    words: list[str]
    together: list[list[str]]


class NameWords(TypedDict):
    """Words around a name."""

    titles: dict[str, str]
    particles: list[str]
    generations: list[str]
    honours: list[str]


class CellWords(TypedDict):
    """How lists write blanks, names and codes."""

    blank: list[str]
    names: NameWords
    not_driver_licences: list[str]
    licence_types: list[CodeWords]
    licence_statuses: list[CodeWords]
    course_results: list[CodeWords]
    no_result_yet: list[str]
    done_words: list[str]
    no_day: list[str]
    header_tokens: dict[str, str]


class FooterWords(TypedDict):
    """How the last rows of a list begin, and which of them tell a total."""

    starts: list[str]
    totals: list[str]
    counted: list[str]


@cache
def _loaded(name: str) -> Any:
    return json.loads(resource("exchange", name).read_text(encoding="utf-8"))


def list_data(kind: str) -> ListData:
    """Return the data of one kind of list: "drivers", "staff" or "members"."""
    return cast("ListData", _loaded(f"{kind}.json"))


def sensitive_data() -> SensitiveFile:
    """Return the sensitive columns (domain.md 0.7, 5.5; UK GDPR articles 9 and 10)."""
    return cast("SensitiveFile", _loaded("sensitive.json"))


def cell_words() -> CellWords:
    """Return the words that stand in cells."""
    return cast("CellWords", _loaded("cell_words.json"))


def footer_words() -> FooterWords:
    """Return the words of footers."""
    return cast("FooterWords", _loaded("footers.json"))
