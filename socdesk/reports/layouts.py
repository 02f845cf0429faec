"""Layouts of papers, as data: which body, which parts in which order, under which words.

The two that ship follow domain.md 2.1 (committee report of 2019) and 2.2 (Cabinet report since 2022). Councils change
their template more often than their programs, so a layout is a file and this module only reads and checks it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, cast, get_args

from socdesk.bundled import resource

PartKind = Literal[
    "text", "recommendation", "headline", "pillars", "kpis", "coverage", "review", "other", "background", "actions"
]
Side = Literal["left", "right"]


class LayoutError(Exception):
    """A layout file is not as this version reads it: a fault of the build, found by its tests."""


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The top of page one: on which side, and whether the title is in capitals (to the eye only)."""

    side: Side
    show_council: bool
    capitals: bool
    report_of: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """``opening``, such as "The Committee is asked to", and ``verb``, such as "RESOLVE that"."""

    opening: str
    verb: str
    boxed: bool


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a paper; ``absent`` is said where its section is empty, and without it the part is left out."""

    kind: PartKind
    heading: str
    section: str
    numbered: bool
    absent: str


@dataclass(frozen=True, slots=True)
class Layout:
    """How the papers of one body look."""

    key: str
    version: int
    name: str
    body: str
    heading_block: HeadingBlock
    recommendation: Recommendation
    parts: tuple[Part, ...]

    @property
    def sections(self) -> frozenset[str]:
        """The keys of sections that have their own place."""
        return frozenset(part.section for part in self.parts if part.section)


def layouts_folder() -> Path:
    """Return where the layouts that ship are kept."""
    return resource("papers", "layouts")


@cache
def layouts() -> tuple[Layout, ...]:
    """Return every layout that ships, in the order of their keys."""
    return tuple(read_layout(path) for path in sorted(layouts_folder().glob("*.json")))


def layout(key: str) -> Layout:
    """Return one layout.

    Raises:
        KeyError: no layout has this key.

    """
    found = next((one for one in layouts() if one.key == key), None)
    if found is None:
        raise KeyError(key)
    return found


def read_layout(path: Path) -> Layout:
    """Read and check one layout file.

    Raises:
        LayoutError: something is missing, unknown or of the wrong kind.

    """
    try:
        data = cast("dict[str, Any]", json.loads(path.read_text(encoding="utf-8")))
        made = Layout(
            key=_word(data, "key"),
            version=int(data["version"]),
            name=_word(data, "name"),
            body=_word(data, "body"),
            heading_block=_heading_block(data["heading_block"]),
            recommendation=_recommendation(data["recommendation"]),
            parts=tuple(_part(part) for part in data["parts"]),
        )
    except (KeyError, TypeError, ValueError) as fault:
        raise LayoutError(f"{path.name}: {fault}") from fault
    _check(made, path.name)
    return made


def _heading_block(data: dict[str, Any]) -> HeadingBlock:
    return HeadingBlock(
        side=_one_of(data, "side", get_args(Side)),
        show_council=_flag(data, "show_council"),
        capitals=_flag(data, "capitals"),
        report_of=_word(data, "report_of"),
    )


def _recommendation(data: dict[str, Any]) -> Recommendation:
    return Recommendation(opening=_word(data, "opening"), verb=_word(data, "verb"), boxed=_flag(data, "boxed"))


def _part(data: dict[str, Any]) -> Part:
    return Part(
        kind=_one_of(data, "kind", get_args(PartKind)),
        heading=str(data.get("heading", "")),
        section=str(data.get("section", "")),
        numbered=bool(data.get("numbered", True)),
        absent=str(data.get("absent", "")),
    )


def _word(data: dict[str, Any], key: str) -> str:
    value = data[key]
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{key} says nothing")
    return value


def _flag(data: dict[str, Any], key: str) -> bool:
    value = data[key]
    if not isinstance(value, bool):
        raise TypeError(f"{key} is neither true nor false")
    return value


def _one_of(data: dict[str, Any], key: str, allowed: tuple[Any, ...]) -> Any:
    if data[key] not in allowed:
        raise ValueError(f"{key} is none of {', '.join(allowed)}")
    return data[key]


def _check(made: Layout, file: str) -> None:
    """Hold what the composer relies on: every record part exactly once, text parts with a section, words for all."""
    kinds = [part.kind for part in made.parts]
    once = ("recommendation", "headline", "pillars", "kpis", "coverage", "review", "other", "actions")
    wrong = [kind for kind in once if kinds.count(kind) != 1]
    wordless = [part.kind for part in made.parts if part.kind != "other" and not part.heading.strip()]
    homeless = [part.heading for part in made.parts if part.kind in {"text", "background"} and not part.section]
    keys = [part.section for part in made.parts if part.section]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if wrong or wordless or homeless or twice:
        raise LayoutError(f"{file}: {wrong or wordless or homeless or twice}")
