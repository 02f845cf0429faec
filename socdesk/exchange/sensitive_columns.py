"""Columns that are never stored, refused by name (domain.md 5.5; UK GDPR articles 9 and 10)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from socdesk.exchange.header_words import heading_words
from socdesk.exchange.list_data import sensitive_data


@dataclass(frozen=True)
class SensitiveColumn:
    """A column of the file that is not kept: its place from 0, its heading, and why."""

    column_index: int
    heading: str
    reason: str


def sensitive_columns(header: tuple[str, ...]) -> tuple[SensitiveColumn, ...]:
    """Return the sensitive columns of a header row, from the left."""
    found = ((at, heading, sensitive_reason(heading)) for at, heading in enumerate(header))
    return tuple(SensitiveColumn(at, heading, reason) for at, heading, reason in found if reason)


def sensitive_reason(heading: str) -> str:
    """Return why a column of this heading is not kept, as a sentence from its middle; "" when it may be."""
    words = f" {heading_words(heading)} "
    for phrase in _harmless():
        words = words.replace(f" {phrase} ", " ")
    return next((reason for phrase, reason in _phrases() if f" {phrase} " in words), "")


@cache
def _harmless() -> tuple[str, ...]:
    return tuple(heading_words(phrase) for phrase in sensitive_data()["harmless"])


@cache
def _phrases() -> tuple[tuple[str, str], ...]:
    kinds = sensitive_data()["kinds"]
    return tuple((heading_words(phrase), kind["reason"]) for kind in kinds for phrase in kind["phrases"])
