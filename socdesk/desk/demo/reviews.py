"""The quarterly review of an action: its rating, its words for papers, its indicators and its evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from socdesk.desk.demo.measures import MEASURES, Census, Count
from socdesk.desk.demo.report_words import ReportWords
from socdesk.desk.demo.script import Puts, Shelf
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.stories import PlannedReading, Stories, Story, in_turn
from socdesk.desk.demo.working_time import ONE_DAY, working_day_from
from socdesk.registers.declared.actions import Action, Evidence, KpiReading, ProgressNote
from socdesk.registers.register import Record, new_id
from socdesk.registers.strategy_text import Measure

RULE = "The program's rule"
_EVIDENCE_DAYS_BEFORE = 18
_RED_BELOW = 80
_HUNDRED = 100


@dataclass(frozen=True)
class Reviewer:
    """Reviews actions quarter by quarter. ``measures`` are the shipped ones, by the action's reference."""

    stage: Stage
    stories: Stories
    measures: dict[str, tuple[Measure, ...]]

    def review(self, action: str, story: Story, number: int, census: date, day: date) -> Puts:
        """Return what writes one review: of the quarter that ended at a census, done on a day."""

        def puts(shelf: Shelf) -> Iterable[Record]:
            counted = Census(shelf, self.stage, census)
            readings = tuple(self._readings(action, story, number, counted))
            words = ReportWords(counted).fill(in_turn(story.progress, number))
            rating = _measured(readings[0]) if story.measured_rating and readings else story.rating(number)
            standing = replace(shelf.get(Action, action), progress=words, last_reviewed=day)
            yield self._rated(standing, story, number, rating)
            yield ProgressNote(
                id=new_id(), parent=action, day=day, public_text=words, restricted_note=_note(story, number)
            )
            yield from readings
            yield from self._evidence(action, story, number, census)

        return puts

    def _rated(self, action: Action, story: Story, number: int, rating: str) -> Action:
        done = rating == "BLUE"
        return replace(
            action,
            rag=rating,
            rag_reason=story.reason(rating),
            rag_set_by=RULE if story.measured_rating else self.stories.set_by,
            status="COMPLETE" if done else action.status,
            closed_because="The work is complete" if done else "",
            next_step=story.next_steps[-1] if done else in_turn(story.next_steps, number),
            restricted_note=_note(story, number),
        )

    def _readings(self, action: str, story: Story, number: int, census: Census) -> Iterator[KpiReading]:
        for planned in story.readings:
            numerator, denominator = _count(planned, number, census)
            if denominator == 0:
                continue
            shipped = self.measures[story.reference][planned.measure]
            yield KpiReading(
                id=new_id(),
                parent=action,
                measure=shipped.measure,
                numerator=numerator,
                denominator=denominator,
                census=census.day,
                target=planned.target or shipped.target_percent,
                counts_people=planned.counts_people,
            )

    def _evidence(self, action: str, story: Story, number: int, census: date) -> Iterator[Evidence]:
        if not story.evidence:
            return
        kind, title = in_turn(story.evidence, number)
        day = working_day_from(census - _EVIDENCE_DAYS_BEFORE * ONE_DAY)
        kept = in_turn(self.stories.kept_at, number)
        yield Evidence(id=new_id(), parent=action, title=title, type=kind, day=day, kept_at=kept)


def _count(planned: PlannedReading, number: int, census: Census) -> Count:
    if planned.source != "fixed":
        return MEASURES[planned.source](census)
    whole = in_turn(planned.denominators, number) if planned.denominators else None
    return in_turn(planned.numerators, number), whole


def _measured(reading: KpiReading) -> str:
    """Rate by the rule: red below four fifths of the target, amber below it (domain.md 9.1)."""
    value, target = _HUNDRED * (reading.numerator or 0), (reading.target or 0) * (reading.denominator or 0)
    return "RED" if _HUNDRED * value < _RED_BELOW * target else "AMBER" if value < target else "GREEN"


def _note(story: Story, number: int) -> str:
    """Return a restricted note in every other quarter, where the story has any."""
    return in_turn(story.restricted_notes, number // 2) if story.restricted_notes and number % 2 else ""
