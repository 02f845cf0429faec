"""The strategy as it was adopted, our mapping of its actions, and the posts it names.

The wordings are the strategy's own, character for character, without Markdown's emphasis. The strategy does not say
which pillar, post or measure belongs to an action: that mapping is ours and only a first proposal (domain.md 1.2, 1.3).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from socdesk.bundled import resource
from socdesk.registers.shipped import Entry, read_shipped


@dataclass(frozen=True)
class Review:
    """The strategy's rule on its own review: every so many years, or sooner."""

    years: int
    text: str
    responsible_post: str


@dataclass(frozen=True)
class ActionText:
    """One action of the strategy in its own words, such as A07, or one role of elected members, such as M1."""

    reference: str
    wording: str


@dataclass(frozen=True)
class PillarText:
    """What the strategy says of a pillar: nationally, and what it means locally."""

    code: str
    national: str
    meaning: str


@dataclass(frozen=True)
class StrategyText:
    """A strategy as adopted. ``adopted_known_to`` is "day" or "month": how exactly the day is known."""

    key: str
    title: str
    adopted: date
    adopted_known_to: str
    body: str
    aim: str
    review: Review
    contact_posts: tuple[str, ...]
    reporting: tuple[str, ...]
    actions: tuple[ActionText, ...]
    pillars: tuple[PillarText, ...]

    @property
    def review_due(self) -> date:
        """The day by which the strategy wants to be reviewed."""
        year = self.adopted.year + self.review.years
        try:
            return self.adopted.replace(year=year)
        except ValueError:  # adopted on 29 February
            return date(year, 3, 1)


@dataclass(frozen=True)
class Measure:
    """A measure of an action: ``unit`` is a code of kpi_unit, ``better`` is "higher", "lower" or "neither".

    ``numerator`` and ``denominator`` say what is counted, for measures in per cent.
    """

    measure: str
    unit: str
    numerator: str
    denominator: str
    target_percent: int | None
    target_source: str
    better: str


@dataclass(frozen=True)
class ActionMapping:
    """Our first proposal for one action; codes are those of the vocabularies of the same names.

    ``kind`` is a code of action_kind. ``category`` is STATE where an action is in place or lapsed rather than worked on
    (domain.md 1.3). ``due`` is "ongoing" for all of the strategy's own actions.
    """

    reference: str
    title: str
    primary_pillar: str
    secondary_pillar: str | None
    objective: str
    cadence: str
    cadence_note: str
    lead_post: str
    partners: tuple[str, ...]
    status: str
    rag: str
    kind: str
    category: str
    due: str
    kpis: tuple[Measure, ...]


@dataclass(frozen=True)
class Post:
    """A post that the strategy names; who holds it is a record on the desk."""

    code: str
    title: str
    role: str


def _review(entry: Entry) -> Review:
    return Review(entry.number("years"), entry.text("text"), entry.text("responsible_post"))


def _text(entry: Entry) -> StrategyText:
    return StrategyText(
        key=entry.text("key"),
        title=entry.text("title"),
        adopted=entry.day("adopted"),
        adopted_known_to=entry.text("adopted_known_to"),
        body=entry.text("body"),
        aim=entry.text("aim"),
        review=_review(entry.entry("review")),
        contact_posts=entry.texts("contact_posts"),
        reporting=entry.texts("reporting"),
        actions=tuple(ActionText(a.text("reference"), a.text("wording")) for a in entry.entries("actions")),
        pillars=tuple(
            PillarText(p.text("code"), p.text("national"), p.text("meaning")) for p in entry.entries("pillars")
        ),
    )


def _measure(entry: Entry) -> Measure:
    return Measure(
        measure=entry.text("measure"),
        unit=entry.text("unit"),
        numerator=entry.words("numerator"),
        denominator=entry.words("denominator"),
        target_percent=entry.number_or_none("target_percent"),
        target_source=entry.words("target_source"),
        better=_better(entry),
    )


def _better(entry: Entry) -> str:
    """Return which way a measure should go; neither for bare volumes, where more may be good news or bad."""
    found = entry.text("better")
    if found not in ("higher", "lower", "neither"):
        raise entry.fault("better must be higher, lower or neither")
    return found


def _mapping(entry: Entry) -> ActionMapping:
    return ActionMapping(
        reference=entry.text("reference"),
        title=entry.text("title"),
        primary_pillar=entry.text("primary_pillar"),
        secondary_pillar=entry.text_or_none("secondary_pillar"),
        objective=entry.text("objective"),
        cadence=entry.text("cadence"),
        cadence_note=entry.words("cadence_note"),
        lead_post=entry.text("lead_post"),
        partners=entry.texts("partners"),
        status=entry.text("status"),
        rag=entry.text("rag"),
        kind=entry.text("kind"),
        category=entry.text("category"),
        due=entry.text("due"),
        kpis=tuple(_measure(kpi) for kpi in entry.entries("kpis")),
    )


class ShippedStrategy:
    """One shipped strategy; each part is read when it is first asked for.

    Every part raises FileNotFoundError for a strategy that is not shipped, and ValueError for a faulty file.
    """

    def __init__(self, key: str = "2019") -> None:
        self.key = key

    @cached_property
    def wording(self) -> str:
        """The whole strategy, word for word, as Markdown."""
        return resource("strategy", f"strategy-{self.key}.md").read_text("utf-8")

    @cached_property
    def text(self) -> StrategyText:
        """The strategy in its own words."""
        return _text(read_shipped("strategy", f"strategy-{self.key}.json"))

    @cached_property
    def _mapping(self) -> Entry:
        return read_shipped("strategy", f"mapping-{self.key}.json")

    @property
    def mapping_is_ours(self) -> bool:
        """Whether the mapping is our proposal rather than the council's own."""
        return self._mapping.flag("ours")

    @cached_property
    def mapping(self) -> dict[str, ActionMapping]:
        """Our mapping, by the action's reference."""
        return {each.reference: each for each in map(_mapping, self._mapping.entries("actions"))}

    @cached_property
    def posts(self) -> tuple[Post, ...]:
        """The posts that the strategy names."""
        entries = read_shipped("strategy", "posts.json").entries("posts")
        return tuple(Post(each.text("code"), each.text("title"), each.text("role")) for each in entries)
