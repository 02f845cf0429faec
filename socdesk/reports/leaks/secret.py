"""What must not be in a public paper, and what was found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SecretKind = Literal["name", "address", "licence", "plate", "reference", "text"]
LeakKind = Literal[
    "name",
    "address",
    "licence",
    "plate",
    "reference",
    "text",
    "e-mail address",
    "telephone number",
    "National Insurance number",
    "postcode",
    "vehicle registration",
    "file structure",
]


@dataclass(frozen=True, slots=True)
class Secret:
    """Something on the desk that is not public: its kind and its text, as typed."""

    kind: SecretKind
    text: str


@dataclass(frozen=True, slots=True)
class Leak:
    """Something found: its kind, the page (0 for the file as a whole), the words around it, and where it stood.

    ``words`` are what was found itself.
    """

    kind: LeakKind
    page: int
    passage: str
    where: str
    words: str = ""
