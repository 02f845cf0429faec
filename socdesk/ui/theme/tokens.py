"""The design tokens: colours, type and sizes as data (ux.md 5)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from socdesk.bundled import resource
from socdesk.ui.theme.contrast import contrast


@dataclass(frozen=True)
class Chip:
    """How a rating shows: a word, a colour family and a shape, never colour alone."""

    word: str
    family: str
    icon: str


@dataclass(frozen=True)
class Pair:
    """Ink on a ground, the contrast it must have, and what it has in one scheme."""

    scheme: str
    ink: str
    on: str
    least: float
    has: float


@dataclass(frozen=True)
class Tokens:
    """Colours by scheme ("light", "dark") and name; pixel sizes at 100 %; type as (pixels, weight)."""

    colours: Mapping[str, Mapping[str, str]]
    type: Mapping[str, tuple[int, int]]
    size: Mapping[str, int]
    rag: Mapping[str, Chip]
    pillar: Mapping[str, str]
    pairs: tuple[tuple[str, str, float], ...]

    def audit(self) -> Iterator[Pair]:
        """Return every pair of colours that is used, in both schemes, with its contrast."""
        for scheme, colours in self.colours.items():
            for ink, ground, least in self.pairs:
                yield Pair(scheme, ink, ground, least, contrast(colours[ink], colours[ground]))


def load_tokens() -> Tokens:
    """Read the tokens that the program ships with."""
    data = json.loads(resource("theme", "tokens.json").read_text(encoding="utf-8"))
    return Tokens(
        colours={scheme: data[scheme] for scheme in ("light", "dark")},
        type={kind: (size, weight) for kind, (size, weight) in data["type"].items()},
        size=data["size"],
        rag={code: Chip(**chip) for code, chip in data["rag"].items()},
        pillar=data["pillar"],
        pairs=tuple(
            (ink, ground, each["least"]) for each in data["pairs"] for ink in each["ink"] for ground in each["on"]
        ),
    )
