"""The guide for new members: drafted and shown from the strategy alone (domain.md 8, story 62).

Of the records it is given strategies, posts and actions; of actions it takes the roles of elected members, and of those
the wording that the strategy sealed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from socdesk.figures.actions import PILLARS
from socdesk.figures.deadlines import current_strategy
from socdesk.figures.drafts import Draft
from socdesk.figures.public_guide import PillarRow, PublicGuide, RoleRow
from socdesk.figures.public_sections import public_sections
from socdesk.figures.public_words import in_paper_order, short_pillar
from socdesk.figures.update_base import NoStrategyError
from socdesk.figures.update_inputs import UpdateRecords, public_part
from socdesk.figures.wording import listed, paragraph
from socdesk.registers.declared.actions import Action
from socdesk.registers.declared.strategy import Strategy
from socdesk.registers.strategy_text import ShippedStrategy
from socdesk.registers.vocabulary import Vocabularies

TITLE = "Serious and organised crime: a guide for new members"
HEADINGS: Mapping[str, str] = {
    "introduction": "Introduction",
    "pillars": "The four Ps",
    "roles": "What elected members can do",
    "report": "If something worries you",
}
"""The headings of its sections, in their order."""


@dataclass(frozen=True, kw_only=True)
class GuideInputs:
    """What the guide is made from: strategies, posts and actions of one snapshot, settings and days."""

    records: UpdateRecords
    as_at: date
    meeting: date
    council: str
    vocabularies: Vocabularies
    snapshot_head: str
    demo: bool
    marking: str = ""

    @property
    def strategy(self) -> Strategy:
        """The strategy in force, public fields alone.

        Raises:
            NoStrategyError: there is none.

        """
        found = current_strategy(public_part(self.records, self.as_at).strategies, self.as_at)
        if found is None:
            raise NoStrategyError(
                "There is no strategy in force that a guide could tell of.",
                advice="Enter the day on which the strategy was adopted, and see that it is not restricted.",
            )
        return found

    @property
    def shipped(self) -> ShippedStrategy | None:
        """The strategy as it ships with the program, if the record on the desk is still in its words."""
        shipped = ShippedStrategy()
        return shipped if self.strategy.text == shipped.wording else None


def guide_drafts(inputs: GuideInputs) -> tuple[Draft, ...]:
    """Return every section of words that the program drafts.

    Raises:
        NoStrategyError: the desk holds no strategy in force.

    """
    texts = {
        "introduction": _introduction(inputs),
        "pillars": "",
        "roles": "",
        "report": f"{_report(inputs)}\n\n{_contact(inputs)}".strip(),
    }
    return tuple(Draft(key, HEADINGS[key], text) for key, text in texts.items() if text)


def public_guide(inputs: GuideInputs, sections: Mapping[str, str]) -> PublicGuide:
    """Return the view of one guide; ``sections`` are the texts to print, by key, already chosen."""
    return PublicGuide(
        council=inputs.council,
        title=TITLE,
        day=inputs.meeting,
        as_at=inputs.as_at,
        marking=inputs.marking,
        demo=inputs.demo,
        snapshot_head=inputs.snapshot_head,
        sections=public_sections(sections, HEADINGS),
        pillars=_pillars(inputs),
        roles=_roles(public_part(inputs.records, inputs.as_at).actions),
    )


def _introduction(inputs: GuideInputs) -> str:
    strategy = inputs.strategy
    adopted = f", adopted in {strategy.adopted:%B %Y}" if strategy.adopted else ""
    aim = strategy.aim[:1].lower() + strategy.aim[1:] if strategy.aim else ""
    return paragraph(
        [
            f"The Council works by its {strategy.title}{adopted}",
            f"Its aim is {aim}" if aim else "",
            "This page says nothing of any person, place or case",
        ]
    )


def _report(inputs: GuideInputs) -> str:
    shipped = inputs.shipped
    reporting = shipped.text.reporting[0] if shipped else ""
    return paragraph(["In an emergency ring 999", reporting, "Do not look into it yourself"])


def _contact(inputs: GuideInputs) -> str:
    posts = {post.id: post.title for post in public_part(inputs.records, inputs.as_at).posts}
    strategy = inputs.strategy
    single = posts.get(strategy.contact_post, "")
    named = list(dict.fromkeys(filter(None, (single, posts.get(strategy.responsible_post, "")))))
    asked = listed(f"the {each}" for each in named)
    return paragraph(
        [
            f"The Single Point of Contact for serious and organised crime is the {single}" if single else "",
            f"Questions on the strategy go to {asked}" if asked else "",
        ]
    )


def _pillars(inputs: GuideInputs) -> tuple[PillarRow, ...]:
    """Return the four Ps: with their meanings where the strategy on the desk is the one whose words we ship."""
    words = inputs.vocabularies
    if inputs.shipped is None:
        return tuple(PillarRow(short_pillar(words, code), "") for code in PILLARS)
    return tuple(
        PillarRow(short_pillar(words, each.code), _sentence(each.meaning)) for each in inputs.shipped.text.pillars
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _roles(actions: Iterable[Action]) -> tuple[RoleRow, ...]:
    members = in_paper_order(action for action in actions if action.kind == "MEMBER")
    return tuple(RoleRow(each.reference, each.wording or each.title) for each in members)
