"""The texts that the program drafts for a committee update: plain English made of figures, each with its day.

The officer may replace any of them, and the program never overwrites the officer's own words (issue: the committee
update). Where there is nothing to say there is no section.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdesk.clock import day_in_text
from socdesk.figures.actions import PILLARS, due_within
from socdesk.figures.draft_coverage import coverage_paragraphs
from socdesk.figures.draft_ratings import how_they_stand, pillar_paragraph
from socdesk.figures.public_words import short_pillar
from socdesk.figures.update_base import UpdateBase
from socdesk.figures.update_inputs import UpdateInputs
from socdesk.figures.wording import counted, listed, paragraph

DAYS_AHEAD = 90
"""How far the next steps look ahead."""

CHANGED_FIELDS = ("title", "primary_pillar", "lead_post", "ongoing", "due", "status", "rag", "")
"""The fields whose changes a paper tells of; the empty one is for actions that came or went."""


@dataclass(frozen=True)
class Draft:
    """One drafted section: its key (see ``public_update.PaperSection``), its heading, and paragraphs of text.

    ``text`` parts paragraphs by an empty line, as the officer's own words do.
    """

    key: str
    heading: str
    text: str


def drafts(inputs: UpdateInputs) -> tuple[Draft, ...]:
    """Return every section that there is something to say in, in the order of papers.

    Raises:
        NoStrategyError: the desk holds no strategy to report on.

    """
    base = UpdateBase(inputs)
    pillars = {f"pillar.{code}": pillar_paragraph(code, base) for code in PILLARS}
    texts = {
        "purpose": _purpose(base),
        "recommendation": _recommendation(base),
        "headline": _headline(base),
        **pillars,
        "coverage": coverage_paragraphs(base),
        "review": _review(base),
        "changes": _changes(base),
        "next_steps": _next_steps(base),
        "background": "Nil",
    }
    names = headings(inputs)
    return tuple(Draft(key, names.get(key, ""), text) for key, text in texts.items() if text)


def headings(inputs: UpdateInputs) -> Mapping[str, str]:
    """Return the heading of every section that may be drafted; a layout's own heading goes before these."""
    since = f" since {day_in_text(inputs.compared_with)}" if inputs.compared_with else ""
    return {
        "purpose": "Purpose of report",
        "recommendation": "Recommendation",
        "headline": "Headline position",
        **{f"pillar.{code}": short_pillar(inputs.vocabularies, code) for code in PILLARS},
        "kpis": "Performance indicators",
        "coverage": "Training coverage",
        "review": "Review of the strategy",
        "national": "What has changed nationally",
        "changes": f"Changes to the action plan{since}",
        "risks": "Risks",
        "next_steps": "Next steps",
        "background": "Background papers",
    }


def _purpose(base: UpdateBase) -> str:
    strategy, inputs = base.strategy, base.inputs
    adopted = f"{strategy.adopted:%B %Y}" if strategy.adopted else ""
    kinds = [action.kind for action in base.actions]
    parts = [
        counted(kinds.count("COUNCIL"), "action of the Council", "actions of the Council"),
        counted(kinds.count("MEMBER"), "role of elected members", "roles of elected members"),
        counted(kinds.count("LOCAL"), "local action"),
    ]
    has = listed(part for part in parts if not part.startswith("no "))
    pillars = listed(base.lookup.label("pillar", code) for code in PILLARS)
    since = inputs.compared_with
    return paragraph(
        [
            f"This report says how far the Council has come with its strategy “{strategy.title}”, adopted in {adopted}",
            "In this report SOC stands for serious and organised crime",
            "RAG stands for red, amber and green: off track, at risk and on track",
            f"The action plan has {has}, under four pillars: {pillars}" if has else "The action plan has no actions",
            f"Figures are as at {day_in_text(inputs.as_at)} unless another day is given",
            f"Changes are counted from {day_in_text(since)}, the day of the figures in the last report"
            if since
            else "",
        ]
    )


def _recommendation(base: UpdateBase) -> str:
    clauses = [f"the progress made by {day_in_text(base.inputs.as_at)} be noted"]
    if base.review.is_overdue:
        clauses.append(f"a day be set for the review of the strategy, which has been due since {base.review.due:%B %Y}")
    return "\n\n".join(clauses)


def _headline(base: UpdateBase) -> str:
    return paragraph([how_they_stand(base.actions, "", base)])


def _review(base: UpdateBase) -> str:
    review, strategy = base.review, base.strategy
    years = strategy.review_years
    post = base.lookup.title(strategy.responsible_post)
    verb = "has been" if review.is_overdue else "is"
    return paragraph(
        [
            f"The strategy is to be reviewed after {counted(years, 'year')}" if years else "",
            f"At {day_in_text(base.inputs.as_at)} its review {verb} {review.in_words}",
            f"The responsible officer is the {post}" if post else "",
        ]
    )


def _changes(base: UpdateBase) -> str:
    return "\n\n".join(
        paragraph([_changed(change.reference, change.label, change.old, change.new)])
        for change in base.changes
        if change.field in CHANGED_FIELDS
    )


def _changed(reference: str, label: str, old: str, new: str) -> str:
    if old and new:
        return f"{reference}: {label} changed from “{old}” to “{new}”"
    return f"{reference}: {label}: “{new}”" if new else f"{reference}: {label}: no longer “{old}”"


def _next_steps(base: UpdateBase) -> str:
    found = due_within(base.actions, base.now.milestones, base.inputs.as_at, DAYS_AHEAD)
    if not found:
        return ""
    items = (f"{each.record.reference} ({each.record.title}) by {day_in_text(each.due)}" for each in found)
    return paragraph([f"Due in the {DAYS_AHEAD} days from {day_in_text(base.inputs.as_at)}: {'; '.join(items)}"])
