"""The controlled vocabularies: the shipped codes, and what the council calls them (domain.md 9).

Shipped codes come from ``resources/vocabulary``. Council labels, added codes and active dates are records on the desk;
they are laid over the shipped codes and never remove one. An unknown code shows and never fails (architecture.md,
bone 9).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from socdesk.bundled import resource
from socdesk.registers.codes import Code, Vocabulary, plain, vocabulary_from
from socdesk.registers.shipped import read_shipped

__all__ = ["Code", "CouncilEntry", "Vocabularies", "Vocabulary"]

_LAST = 1_000_000
"""Where an added code stands that says nothing of its place: after all others."""


@dataclass(frozen=True, kw_only=True)
class CouncilEntry:
    """What the council says of one code: its own label or dates, or a code of its own.

    What it leaves empty stays as shipped.
    """

    vocabulary: str
    code: str
    label: str = ""
    sort: int | None = None
    active_from: date | None = None
    active_to: date | None = None

    def over(self, shipped: Code | None) -> Code:
        """Return the code with this laid over it; a new one where nothing was shipped."""
        base = shipped or Code(self.code, self.code, _LAST)
        return replace(
            base,
            label=self.label.strip() or base.label,
            sort=base.sort if self.sort is None else self.sort,
            active_from=self.active_from or base.active_from,
            active_to=self.active_to or base.active_to,
        )


def _overlaid(shipped: Vocabulary, entries: Iterable[CouncilEntry]) -> Vocabulary:
    codes = dict(shipped.by_code)
    for entry in entries:
        codes[entry.code] = entry.over(codes.get(entry.code))
    ordered = sorted(codes.values(), key=lambda code: (code.sort, plain(code.label)))
    return replace(shipped, codes=tuple(ordered))


class ShippedVocabularies:
    """The vocabularies as they are shipped, each read from its file when it is first asked for, and then kept."""

    def __init__(self) -> None:
        self._read: dict[str, Vocabulary] = {}

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all vocabularies that are shipped."""
        return tuple(sorted(path.stem for path in resource("vocabulary").glob("*.json")))

    def __contains__(self, key: str) -> bool:
        return key in self.keys

    def __getitem__(self, key: str) -> Vocabulary:
        if key not in self:
            raise KeyError(key)
        if key not in self._read:
            self._read[key] = vocabulary_from(read_shipped("vocabulary", f"{key}.json"), key)
        return self._read[key]


class Vocabularies:
    """All vocabularies: the shipped ones with the council's entries laid over them, the later over the earlier.

    ``vocabularies[key]`` raises KeyError for an unknown vocabulary, and ValueError where a shipped file is not what it
    should be, which is a fault of ours.
    """

    def __init__(self, entries: Iterable[CouncilEntry] = (), shipped: ShippedVocabularies | None = None) -> None:
        self._shipped = shipped or ShippedVocabularies()
        self._entries: dict[str, list[CouncilEntry]] = {}
        for entry in entries:
            if entry.code.strip():
                self._entries.setdefault(entry.vocabulary, []).append(entry)
        self._laid: dict[str, Vocabulary] = {}

    def with_council(self, entries: Iterable[CouncilEntry]) -> Vocabularies:
        """Return a copy in which these entries lie over the shipped codes, instead of any laid there before."""
        return Vocabularies(entries, self._shipped)

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The keys of all vocabularies, those included that only the council has."""
        return tuple(sorted({*self._shipped.keys, *self._entries}))

    def __contains__(self, key: str) -> bool:
        return key in self._entries or key in self._shipped

    def __getitem__(self, key: str) -> Vocabulary:
        if key not in self._laid:
            entries = self._entries.get(key, ())
            base = Vocabulary(key, key, ()) if entries and key not in self._shipped else self._shipped[key]
            self._laid[key] = _overlaid(base, entries) if entries else base
        return self._laid[key]

    def code(self, key: str, code: str) -> Code | None:
        """Return a code with all that is known of it, or nothing for an unknown vocabulary or code."""
        return self[key].by_code.get(code) if key in self else None

    def label(self, key: str, code: str) -> str:
        """Return what a code is called; an unknown one shows as itself and is marked, and never fails.

        >>> Vocabularies().label("pillar", "FOO")
        'FOO (unknown)'
        """
        if not code:
            return ""
        known = self.code(key, code)
        return known.label if known else f"{code} (unknown)"

    def choices(self, key: str, on: date) -> tuple[Code, ...]:
        """Return the codes that are offered on a day, in their order; raise KeyError for an unknown vocabulary."""
        return tuple(code for code in self[key].codes if code.is_active(on))

    def code_for(self, key: str, text: str) -> str | None:
        """Return the code that a text means, by code, label or other words, whatever its case; or nothing.

        A code that is offered no longer is found too, and so is one by the label that was shipped. Raises KeyError for
        an unknown vocabulary.
        """
        words = plain(text)
        found = self[key].by_words.get(words)
        if found is None and key in self._shipped:
            found = self._shipped[key].by_words.get(words)
        return found
