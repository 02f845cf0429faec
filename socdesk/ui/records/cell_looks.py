"""How codes look: as chips, or with an icon beside their words; and the pictures of a timeline. Read from data."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from socdesk.bundled import resource
from socdesk.ui.theme.tokens import Chip, Tokens

_PLAIN = ("grey", "file-text")


@dataclass(frozen=True)
class CellLooks:
    """Chips by vocabulary and code, icons by code, and (colour family, icon) of a register's events."""

    chips: Mapping[str, Mapping[str, tuple[str, str]]]
    events: Mapping[str, tuple[str, str]]
    tokens: Tokens

    def chip(self, vocabulary: str, code: str, words: str) -> Chip | None:
        """Return the chip of a code, or nothing where its words are enough."""
        if vocabulary == "rag":
            return self.tokens.rag.get(code)
        found = self.chips.get(vocabulary, {}).get(code)
        return Chip(words, *found) if found else None

    def icon(self, vocabulary: str, code: str) -> str:
        """Return the icon that stands beside a code's words, or nothing."""
        return self.tokens.pillar.get(code, "") if vocabulary == "pillar" else ""

    def event(self, register: str) -> tuple[str, str]:
        """Return the colour family and the icon of a register's events."""
        return self.events.get(register, _PLAIN)


def load_looks(tokens: Tokens) -> CellLooks:
    """Read the looks that the program ships with."""
    data = json.loads(resource("theme", "looks.json").read_text(encoding="utf-8"))
    chips = {key: {code: (family, icon) for code, (family, icon) in of.items()} for key, of in data["chips"].items()}
    return CellLooks(chips, {key: (family, icon) for key, (family, icon) in data["events"].items()}, tokens)
