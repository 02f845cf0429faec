"""Page operators that open and close marked content, and the rule for what stands outside them.

A path painted outside every element (a rule, a tint) becomes an artifact. Text or an image outside is an error:
nothing that says something may be missing from the structure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from socdesk.reports.tagged.error import TaggingError

_TEXT_OR_IMAGE = re.compile(r"(?:^|[\s)\]>])(?:T[jJ]|Do|EI|'|\")(?:\s|$)")
_PATH_PAINT = re.compile(r"(?:^|\s)(?:[SsFfBb]\*?|sh)(?:\s|$)")
_STATE_ONLY = ("q", "Q")


class Opening(str):
    """An operator that opens marked content."""

    __slots__ = ()


class Closing(str):
    """An operator that closes marked content."""

    __slots__ = ()


class TaggedBlock(str):
    """A whole text object whose inside is marked already."""

    __slots__ = ()


def artifact_opening(kind: str, subtype: str = "") -> Opening:
    """Return the operator that begins page furniture (ISO 32000-1, 14.8.2.2)."""
    detail = f" /Subtype /{subtype}" if subtype else ""
    return Opening(f"/Artifact <</Type /{kind}{detail}>> BDC")


@dataclass
class _Wrapper:
    page: int
    out: list[str] = field(default_factory=list[str])
    run: list[str] = field(default_factory=list[str])
    paints: bool = False
    depth: int = 0

    def take(self, code: str) -> None:
        if isinstance(code, Opening | Closing):
            self.flush()
            self.out.append(code)
            self.depth += 1 if isinstance(code, Opening) else -1
        elif self.depth or isinstance(code, TaggedBlock) or code in _STATE_ONLY or code.endswith(" cm"):
            self.flush()
            self.out.append(code)
        else:
            self._take_outside(code)

    def _take_outside(self, code: str) -> None:
        if _TEXT_OR_IMAGE.search(code):
            raise TaggingError(f"page {self.page}: text or an image outside every element")
        self.paints = self.paints or bool(_PATH_PAINT.search(code))
        self.run.append(code)

    def flush(self) -> None:
        if self.paints:
            self.out += [artifact_opening("Layout"), *self.run, "EMC"]
        else:
            self.out += self.run
        self.run = []
        self.paints = False


def wrap_artifacts(code: list[str], page: int) -> list[str]:
    """Return the operators of a page with every loose path made an artifact.

    Raises:
        TaggingError: text or an image stands outside every element, or marks do not balance.

    """
    wrapper = _Wrapper(page)
    for operator in code:
        wrapper.take(operator)
    wrapper.flush()
    if wrapper.depth:
        raise TaggingError(f"page {page}: marked content is opened and closed unequally")
    return wrapper.out
