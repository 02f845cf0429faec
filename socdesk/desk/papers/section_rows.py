"""The sections of a paper as an officer edits them: what each says, whose words they are, and what may be left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from socdesk.desk.papers.kinds import layout_of
from socdesk.desk.papers.planning import Plan
from socdesk.figures.public_sections import heading_of
from socdesk.registers.register import State
from socdesk.reports.layouts import Part

_ALWAYS = frozenset({"recommendation", "review"})
"""Parts of a layout that say something whatever the officer writes."""


@dataclass(frozen=True)
class SectionRow:
    """One section. ``absent`` is what the layout prints where nobody wrote anything."""

    key: str
    heading: str
    drafted: str = field(repr=False)
    own_words: str = field(repr=False)
    left_out: bool
    may_leave_out: bool
    absent: str

    @property
    def printed(self) -> str:
        """The words that are printed."""
        return "" if self.left_out else self.own_words or self.drafted

    @property
    def standing(self) -> str:
        """How it stands, in words."""
        if self.left_out:
            return "Left out"
        if self.own_words:
            return "Your words"
        if self.drafted:
            return "Drafted"
        return "Awaited" if "awaited" in self.absent else "Empty"


def section_rows(plan: Plan) -> tuple[SectionRow, ...]:
    """Return every section that a paper has or may have, in the order of its layout."""
    parts = _parts(plan)
    known = plan.kind.headings(plan.inputs)
    pillars = [key for key in known if key.startswith("pillar.")]
    ordered = [key for part in parts for key in (pillars if part.kind == "pillars" else [part.section]) if key]
    keys = dict.fromkeys((*(ordered or known), *plan.sections))
    by_key = {part.section: part for part in parts if part.section}
    return tuple(_row(plan, key, by_key.get(key), heading_of(key, known)) for key in keys)


def _parts(plan: Plan) -> tuple[Part, ...]:
    layout = layout_of(plan.paper)
    return layout.parts if layout else ()


def _row(plan: Plan, key: str, part: Part | None, heading: str) -> SectionRow:
    section = plan.sections.get(key)
    return SectionRow(
        key=key,
        heading=part.heading if part else heading,
        drafted=section.drafted if section else "",
        own_words=section.own_words if section else "",
        left_out=section is not None and section.state is State.BINNED,
        may_leave_out=part is None or (not part.absent and part.kind not in _ALWAYS),
        absent=part.absent if part else "",
    )
