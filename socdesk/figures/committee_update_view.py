"""The view that a committee update is composed from: built from public fields of public records, and nothing else.

``update_inputs.public_part`` empties every other field first. Training is the one thing reckoned from people's records;
only ``public_coverage`` touches it, and takes numbers from it alone (architecture.md, bone 12; domain.md 2.6, 4.8).
"""

from __future__ import annotations

from collections.abc import Mapping

from socdesk.figures.drafts import headings
from socdesk.figures.public_coverage import coverage_note, coverage_rows
from socdesk.figures.public_rows import action_rows, kpi_rows, rag_counts
from socdesk.figures.public_sections import public_sections
from socdesk.figures.public_update import PublicUpdate
from socdesk.figures.small_numbers import THRESHOLD
from socdesk.figures.update_base import UpdateBase
from socdesk.figures.update_inputs import UpdateInputs

_PREVENT = (
    "“Prevent” beside the other three pillars is the pillar of this strategy. It is not the Prevent duty, which is"
    " about terrorism."
)


def public_update(inputs: UpdateInputs, sections: Mapping[str, str]) -> PublicUpdate:
    """Return the view of one update.

    ``sections`` are the texts that are printed, by key, already chosen: the officer's own words, or else the draft.
    They are for the public, and are taken as they stand.

    Raises:
        NoStrategyError: the desk holds no strategy to report on.

    """
    base = UpdateBase(inputs)
    strategy = base.strategy
    return PublicUpdate(
        council=inputs.council,
        body=inputs.body,
        meeting_day=inputs.meeting,
        report_of=inputs.report_of,
        title=f"{strategy.title}: progress update",
        as_at=inputs.as_at,
        previous_as_at=inputs.compared_with,
        marking=inputs.marking,
        demo=inputs.demo,
        threshold=max(inputs.threshold, THRESHOLD),
        expiring_days=inputs.rules.expiring_days,
        snapshot_head=inputs.snapshot_head,
        strategy_title=strategy.title,
        strategy_adopted=f"{strategy.adopted:%B %Y}" if strategy.adopted else "",
        review_due=base.review.due,
        review_overdue=base.review.is_overdue,
        sections=public_sections(sections, headings(inputs)),
        rag=rag_counts(inputs, base.now, base.before, base.lookup),
        kpis=kpi_rows(inputs, base.now, base.lookup),
        coverage=coverage_rows(base.coverages, inputs.threshold),
        coverage_note=coverage_note(base.coverages, inputs),
        actions=action_rows(base.now, base.lookup),
        notes=_notes(base),
    )


def _notes(base: UpdateBase) -> tuple[str, ...]:
    notes: list[str] = []
    if base.now.kpi_readings:
        notes.append("Indicators count the Council’s own work. They are not crime figures.")
    if base.now.people_measures:
        notes.append(f"Numbers of people that are fewer than {max(base.inputs.threshold, THRESHOLD)} are not shown.")
    if base.actions:
        notes.append("The Council chose the pillar of each action.")
        notes.append(_PREVENT)
    return tuple(notes)
