"""What a new desk already holds: the strategy, its actions and posts, courses, requirements and contacts."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from socdesk.desk.deeds import Deed
from socdesk.registers.contact_defaults import shipped_contacts
from socdesk.registers.declared.actions import Action
from socdesk.registers.declared.desk_records import Contact, Officer
from socdesk.registers.declared.strategy import Post, Strategy
from socdesk.registers.declared.training import Course, Requirement
from socdesk.registers.register import Record, new_id
from socdesk.registers.strategy_text import ActionMapping, ActionText, ShippedStrategy
from socdesk.registers.training_defaults import TrainingDefaults
from socdesk.registers.values import Span

_KINDS = {"A": "COUNCIL", "M": "MEMBER"}


def founding_deed(*, slot: str, recovery_slot: str = "") -> Deed:
    """Return the deed that lays out a new desk. The first officer is called by their post until they say otherwise."""
    shipped = ShippedStrategy()
    posts = {post.title: Post(id=new_id(), title=post.title, role=post.role) for post in shipped.posts}
    for title in sorted({ours.lead_post for ours in shipped.mapping.values()} - posts.keys()):
        posts[title] = Post(id=new_id(), title=title)
    strategy = _strategy(shipped, posts)
    actions = (_action(text, shipped.mapping[text.reference], strategy, posts) for text in shipped.text.actions)
    lead = posts[shipped.posts[0].title]
    officer = Officer(id=new_id(), name=lead.title, post=lead.id, slot=slot, recovery_slot=recovery_slot)
    records: Iterable[Record] = chain(posts.values(), (strategy, officer), actions, _training(), _contacts())
    return Deed(words="Laid out the new desk", puts=tuple(records), kind="start")


def _strategy(shipped: ShippedStrategy, posts: dict[str, Post]) -> Strategy:
    text = shipped.text
    return Strategy(
        id=new_id(),
        title=text.title,
        edition=text.key,
        body=text.body,
        adopted=text.adopted,
        aim=text.aim,
        text=shipped.wording,
        review_years=text.review.years,
        review_due=text.review_due,
        responsible_post=posts[text.review.responsible_post].id,
        contact_post=posts[shipped.posts[0].title].id,
    )


def _action(text: ActionText, ours: ActionMapping, strategy: Strategy, posts: dict[str, Post]) -> Action:
    return Action(
        id=new_id(),
        reference=text.reference,
        strategy=strategy.id,
        kind=_KINDS[text.reference[0]],
        title=ours.title,
        wording=text.wording,
        primary_pillar=ours.primary_pillar,
        secondary_pillars=(ours.secondary_pillar,) if ours.secondary_pillar else (),
        mapping_is_ours=True,
        objective=ours.objective,
        lead_post=posts[ours.lead_post].id,
        partners=ours.partners,
        cadence=ours.cadence,
        ongoing=True,
        status=ours.status,
        rag=ours.rag,
    )


def _training() -> Iterable[Record]:
    defaults = TrainingDefaults()
    courses = {
        course.code: Course(
            id=new_id(),
            title=course.title,
            validity_months=course.validity_months,
            mode=course.mode,
            themes="\n".join(course.themes),
        )
        for course in defaults.courses
    }
    requirements = (
        Requirement(
            id=new_id(),
            learner_kind=each.learner_kind,
            course=courses[each.course].id,
            service_area=each.service_area or "",
            in_force=Span(each.since),
            induction_days=each.induction_days,
            mandatory=each.mandatory,
        )
        for each in defaults.requirements
    )
    return chain(courses.values(), requirements)


def _contacts() -> Iterable[Record]:
    for contact in shipped_contacts():
        number = "; ".join(f"{each.label} {each.number}".strip() for each in contact.numbers)
        yield Contact(id=new_id(), name=contact.name, number=number, detail=contact.detail, checked=contact.checked_on)
