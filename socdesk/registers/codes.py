"""A code, and a vocabulary of codes: what a choice can be (domain.md 9).

Codes are stable and are never removed; what they are called, and when they are offered, may change.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType

from socdesk.registers.shipped import Entry

_CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)*")
_TYPED = str.maketrans({"\N{EN DASH}": "-", "\N{RIGHT SINGLE QUOTATION MARK}": "'"})
_OWN = frozenset({"code", "label", "sort", "active_from", "active_to"})


def _no_extras() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True)
class Code:
    """One code and what it is called.

    ``active_from`` and ``active_to`` are the first and the last day on which it is offered; None is without end.
    ``extras`` holds what else is known of it. Names that have a meaning everywhere: ``meaning`` (a sentence), ``short``
    (a shorter label), ``also`` (other words for it in lists that come in, parted by semicolons), ``default`` ("yes" if
    offered first), ``successor`` (the code that took its place).
    """

    code: str
    label: str
    sort: int
    active_from: date | None = None
    active_to: date | None = None
    extras: Mapping[str, str] = field(default_factory=_no_extras, hash=False)

    def is_active(self, on: date) -> bool:
        """Tell whether the code is offered on a day."""
        begun = self.active_from is None or self.active_from <= on
        return begun and (self.active_to is None or on <= self.active_to)

    @property
    def also(self) -> tuple[str, ...]:
        """Other words for it."""
        return tuple(part.strip() for part in self.extras.get("also", "").split(";") if part.strip())


def plain(text: str) -> str:
    """Return a text as codes and labels are compared: case, dashes and runs of blanks make no difference.

    >>> plain("  Green -  ON track ")
    'green - on track'
    """
    return " ".join(text.translate(_TYPED).casefold().split())


@dataclass(frozen=True)
class Vocabulary:
    """A named list of codes, in the order in which people see them."""

    key: str
    name: str
    codes: tuple[Code, ...]

    @cached_property
    def by_code(self) -> Mapping[str, Code]:
        """The codes by themselves."""
        return {code.code: code for code in self.codes}

    @cached_property
    def by_words(self) -> Mapping[str, str]:
        """The codes by every word that stands for them: a code beats a label, a label beats other words."""
        found: dict[str, str] = {}
        for words in (
            [(code.code, code.code) for code in self.codes],
            [(code.label, code.code) for code in self.codes],
            [(also, code.code) for code in self.codes for also in code.also],
        ):
            for text, code in words:
                found.setdefault(plain(text), code)
        return found


def _code_from(entry: Entry) -> Code:
    code = Code(
        code=entry.text("code"),
        label=entry.text("label"),
        sort=entry.number("sort"),
        active_from=entry.day_or_none("active_from"),
        active_to=entry.day_or_none("active_to"),
        extras=MappingProxyType({name: entry.text(name) for name in entry.names() if name not in _OWN}),
    )
    if not _CODE.fullmatch(code.code):
        raise entry.fault(f"{code.code} is not in capitals and underscores")
    if code.active_from and code.active_to and code.active_to < code.active_from:
        raise entry.fault(f"{code.code} ends before it begins")
    return code


def _check(entry: Entry, vocabulary: Vocabulary) -> None:
    codes = vocabulary.codes
    if not codes:
        raise entry.fault("no codes")
    if len(vocabulary.by_code) < len(codes):
        raise entry.fault("a code stands twice")
    if len({plain(code.label) for code in codes}) < len(codes):
        raise entry.fault("a label stands twice")
    if sorted({code.sort for code in codes}) != [code.sort for code in codes]:
        raise entry.fault("the codes are not in the order of sort")
    for successor in (code.extras["successor"] for code in codes if "successor" in code.extras):
        if successor not in vocabulary.by_code:
            raise entry.fault(f"the successor {successor} is no code")


def vocabulary_from(entry: Entry, key: str) -> Vocabulary:
    """Return the vocabulary that a shipped file holds.

    Raises:
        ValueError: the file's own key differs from ``key``, or a code, label, order or date is wrong.

    """
    if entry.text("key") != key:
        raise entry.fault(f"the key is not {key}")
    entry.text("source")
    codes = tuple(_code_from(each) for each in entry.entries("codes"))
    vocabulary = Vocabulary(key, entry.text("name"), codes)
    _check(entry, vocabulary)
    return vocabulary
