"""How the demonstration's actions went (resources/demo/actions.json)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from socdesk.registers.shipped import Entry, read_shipped

Item = TypeVar("Item")

RATINGS = {"G": "GREEN", "A": "AMBER", "R": "RED", "B": "BLUE"}


def in_turn(items: Sequence[Item], number: int) -> Item:
    """Return one item after the other, from the beginning again after the last."""
    return items[number % len(items)]


@dataclass(frozen=True)
class PlannedMilestone:
    """A milestone: the month by which it is due, and the month in which it was done, or None."""

    title: str
    due_month: int
    done_month: int | None


@dataclass(frozen=True)
class PlannedReading:
    """A measure, by its place among the action's shipped measures, quarter by quarter or counted from the records."""

    measure: int
    source: str
    numerators: tuple[int, ...]
    denominators: tuple[int, ...]
    target: int | None
    counts_people: bool


@dataclass(frozen=True, kw_only=True)
class Story:
    """One action's two years; texts and ratings go quarter by quarter."""

    reference: str
    ratings: tuple[str, ...]
    measured_rating: bool
    """Whether the rule sets the rating from the first measure instead."""
    amber_reason: str
    red_reason: str
    progress: tuple[str, ...]
    next_steps: tuple[str, ...]
    restricted_notes: tuple[str, ...]
    monthly_notes: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    """Types and titles."""
    milestones: tuple[PlannedMilestone, ...]
    readings: tuple[PlannedReading, ...]

    def rating(self, number: int) -> str:
        """Return the rating of a quarter; the last stays."""
        return self.ratings[min(number, len(self.ratings) - 1)]

    def reason(self, rating: str) -> str:
        """Return why it has that rating."""
        return {"AMBER": self.amber_reason, "RED": self.red_reason}.get(rating, "")


@dataclass(frozen=True, kw_only=True)
class LocalStory:
    """A local action: its own words, when it began and was due, and its story."""

    title: str
    wording: str
    primary_pillar: str
    secondary_pillars: tuple[str, ...]
    objective: str
    lead_post: str
    partners: tuple[str, ...]
    cadence: str
    begin_month: int
    due_month: int
    story: Story


def _numbers(entry: Entry, name: str) -> tuple[int, ...]:
    return tuple(int(text) for text in entry.words(name).split())


def _reading(entry: Entry) -> PlannedReading:
    return PlannedReading(
        measure=entry.number("measure"),
        source=entry.text("source"),
        numerators=_numbers(entry, "numerators"),
        denominators=_numbers(entry, "denominators"),
        target=entry.number_or_none("target"),
        counts_people=entry.flag("counts_people"),
    )


def _story(entry: Entry, reference: str) -> Story:
    return Story(
        reference=reference,
        ratings=tuple(RATINGS[letter] for letter in entry.text("ratings")),
        measured_rating=entry.flag("measured_rating"),
        amber_reason=entry.words("amber_reason"),
        red_reason=entry.words("red_reason"),
        progress=entry.texts("progress"),
        next_steps=entry.texts("next_steps"),
        restricted_notes=entry.texts("restricted_notes"),
        monthly_notes=entry.texts("monthly_notes"),
        evidence=tuple((each.text("type"), each.text("title")) for each in entry.entries("evidence")),
        milestones=tuple(
            PlannedMilestone(each.text("title"), each.number("due_month"), each.number_or_none("done_month"))
            for each in entry.entries("milestones")
        ),
        readings=tuple(map(_reading, entry.entries("readings"))),
    )


def _local(entry: Entry) -> LocalStory:
    return LocalStory(
        title=entry.text("title"),
        wording=entry.text("wording"),
        primary_pillar=entry.text("primary_pillar"),
        secondary_pillars=entry.texts("secondary_pillars"),
        objective=entry.text("objective"),
        lead_post=entry.text("lead_post"),
        partners=entry.texts("partners"),
        cadence=entry.text("cadence"),
        begin_month=entry.number("begin_month"),
        due_month=entry.number("due_month"),
        story=_story(entry.entry("story"), ""),
    )


class Stories:
    """All stories; each part is read when the object is made, and a faulty file raises ValueError."""

    def __init__(self) -> None:
        entry = read_shipped("demo", "actions.json")
        self.set_by = entry.text("set_by")
        self.kept_at = entry.texts("kept_at")
        self.actions = tuple(_story(each, each.text("reference")) for each in entry.entries("actions"))
        self.local_actions = tuple(map(_local, entry.entries("local_actions")))
