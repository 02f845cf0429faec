"""What the demonstration's concerns are made of (resources/demo/concerns.json)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from socdesk.registers.shipped import Entry, read_shipped


@dataclass(frozen=True, kw_only=True)
class Scenario:
    """One kind of concern: codes of vocabularies, and texts to choose from."""

    weight: int
    categories: tuple[str, ...]
    tags: tuple[str, ...]
    service_areas: tuple[str, ...]
    trade: str
    at_risk: str
    restriction: str
    channels: tuple[str, ...]
    sources: tuple[str, ...]
    urgencies: tuple[str, ...]
    place: str
    summaries: tuple[str, ...]
    facts: tuple[str, ...]
    reports: tuple[str, ...]
    opinions: tuple[str, ...]
    routes: tuple[tuple[str, str], ...]
    """Where it may be sent, the first always, and how."""
    outcomes: tuple[str, ...]

    @property
    def may_be_safeguarding(self) -> bool:
        """Whether it may go to the safeguarding hub, for which the target is the same working day (domain.md 3.1)."""
        return any(to.startswith("MASH") for to, _ in self.routes)


@dataclass(frozen=True, kw_only=True)
class ConcernShapes:
    """All scenarios, texts that fit any, and shares in per cent."""

    scenarios: tuple[Scenario, ...]
    month_weights: tuple[int, ...]
    restricted_share: int
    voided_share: int
    corrected_share: int
    late_share: int
    source_by_channel: Mapping[str, str]
    """Channels that only one kind of source uses."""
    feedback: tuple[str, ...]
    corrections: tuple[str, ...]
    source_notes: tuple[str, ...]


def _scenario(entry: Entry) -> Scenario:
    routes = ((route.text("to"), route.text("how")) for route in entry.entries("routes"))
    return Scenario(
        weight=entry.number("weight"),
        categories=entry.texts("categories"),
        tags=entry.texts("tags"),
        service_areas=entry.texts("service_areas"),
        trade=entry.words("trade"),
        at_risk=entry.text("at_risk"),
        restriction=entry.words("restriction"),
        channels=entry.texts("channels"),
        sources=entry.texts("sources"),
        urgencies=entry.texts("urgencies"),
        place=entry.words("place"),
        summaries=entry.texts("summaries"),
        facts=entry.texts("facts"),
        reports=entry.texts("reports"),
        opinions=entry.texts("opinions"),
        routes=tuple(routes),
        outcomes=entry.texts("outcomes"),
    )


def concern_shapes() -> ConcernShapes:
    """Read the shipped file; raise ValueError where it is faulty."""
    entry = read_shipped("demo", "concerns.json")
    months, sources = entry.entry("month_weights"), entry.entry("source_by_channel")
    return ConcernShapes(
        scenarios=tuple(map(_scenario, entry.entries("scenarios"))),
        month_weights=tuple(months.number(name) for name in months.names()),
        restricted_share=entry.number("restricted_share"),
        voided_share=entry.number("voided_share"),
        corrected_share=entry.number("corrected_share"),
        late_share=entry.number("late_share"),
        source_by_channel={name: sources.text(name) for name in sources.names()},
        feedback=entry.texts("feedback"),
        corrections=entry.texts("corrections"),
        source_notes=entry.texts("source_notes"),
    )
