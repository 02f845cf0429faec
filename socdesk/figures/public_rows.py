"""The rows of a public update: ratings, indicators and the action plan, from records that the public may read."""

from __future__ import annotations

from collections import Counter

from socdesk.figures.actions import RAGS, by_rag
from socdesk.figures.kpis import Indicator, indicators, rise, trend
from socdesk.figures.public_update import ActionRow, KpiRow, Quantity, RagCode, RagCount
from socdesk.figures.public_words import LETTERS, PublicLookup, due_in_words, in_paper_order
from socdesk.figures.small_numbers import PublicFigure, in_table, public_count, public_share
from socdesk.figures.update_inputs import PublicRecords, UpdateInputs
from socdesk.registers.declared.actions import Action, KpiReading


def quantity(figure: PublicFigure) -> Quantity:
    """Return a public figure as a paper prints it; a hidden one is words alone."""
    if figure.hidden:
        return Quantity(None, None, figure.words)
    return Quantity(figure.numerator, figure.denominator, in_table(figure))


def rag_counts(
    inputs: UpdateInputs, now: PublicRecords, before: PublicRecords | None, lookup: PublicLookup
) -> tuple[RagCount, ...]:
    """Return how many actions have each rating, and by how many that changed since the previous report.

    These count the Council's actions, not people, so small numbers are published.
    """
    today = _by_letter(now, inputs, lookup)
    earlier = _by_letter(before, inputs, lookup) if before else None
    return tuple(
        RagCount(
            code=letter,
            word=lookup.label("rag", code),
            count=today[letter],
            change=None if earlier is None else today[letter] - earlier[letter],
        )
        for code, letter in zip(RAGS, LETTERS, strict=True)
    )


def _by_letter(records: PublicRecords, inputs: UpdateInputs, lookup: PublicLookup) -> Counter[RagCode]:
    found: Counter[RagCode] = Counter()
    for code, figure in by_rag(records.actions, inputs.as_at).items():
        found[lookup.rag_letter(code)] += figure.numerator
    return found


def kpi_rows(inputs: UpdateInputs, now: PublicRecords, lookup: PublicLookup) -> tuple[KpiRow, ...]:
    """Return every measure of an action that counts, in the order of the action plan."""
    found = indicators(now.kpi_readings, inputs.as_at)
    rows = (
        _kpi_row(action, indicator, inputs, now, lookup)
        for action in in_paper_order(now.actions)
        for indicator in found
        if indicator.action == action.id
    )
    return tuple(filter(None, rows))


def _kpi_row(
    action: Action, indicator: Indicator, inputs: UpdateInputs, now: PublicRecords, lookup: PublicLookup
) -> KpiRow | None:
    people = indicator.measure in now.people_measures
    latest = _public_reading(indicator.latest, inputs, people=people)
    previous = _public_reading(indicator.previous, inputs, people=people) if indicator.previous else None
    if indicator.latest.census is None:
        return None
    hidden = latest.hidden or previous is None or previous.hidden
    better = inputs.better.get(indicator.measure, "")
    return KpiRow(
        reference=action.reference,
        measure=indicator.measure,
        this_period=quantity(latest),
        last_period=quantity(previous) if previous else None,
        target=_target(indicator.latest),
        trend_words=lookup.label("trend", "NO_COMPARISON") if hidden else trend_in_words(indicator, better, lookup),
        census=indicator.latest.census,
    )


def trend_in_words(indicator: Indicator, better: str, lookup: PublicLookup) -> str:
    """Return the trend; where nobody said which way is better, only whether the number went up or down."""
    change = rise(indicator.previous, indicator.latest) if indicator.previous else None
    if change and better not in ("higher", "lower"):
        return "Up" if change > 0 else "Down"
    return lookup.label("trend", trend(indicator, better))


def _public_reading(reading: KpiReading, inputs: UpdateInputs, *, people: bool) -> PublicFigure:
    number = reading.numerator or 0
    if reading.denominator is None:
        return public_count(number, counts_people=people, threshold=inputs.threshold)
    return public_share(number, reading.denominator, counts_people=people, threshold=inputs.threshold)


def _target(reading: KpiReading) -> str:
    if reading.target is None:
        return ""
    return f"{reading.target:,}" if reading.denominator is None else f"{reading.target} %"


def action_rows(now: PublicRecords, lookup: PublicLookup) -> tuple[ActionRow, ...]:
    """Return the action plan. Evidence is named by reference alone."""
    return tuple(
        ActionRow(
            reference=action.reference,
            wording=action.wording or action.title,
            pillar=lookup.short_pillar(action.primary_pillar),
            lead_post=lookup.title(action.lead_post),
            due_words=due_in_words(action),
            progress=action.progress or _last_note(action, now),
            rag_code=lookup.rag_letter(action.rag),
            rag_words=lookup.label("rag", action.rag),
            status_words=lookup.label("action_status", action.status),
            evidence=tuple(sorted(e.reference for e in now.evidence if e.parent == action.id and e.reference)),
        )
        for action in in_paper_order(now.actions)
    )


def _last_note(action: Action, now: PublicRecords) -> str:
    notes = [note for note in now.progress_notes if note.parent == action.id and note.public_text and note.day]
    return max(notes, key=lambda note: (str(note.day), note.id)).public_text if notes else ""
