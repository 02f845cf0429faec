"""The pages of what the other pages choose from: the strategy, courses and who needs them, posts, contacts.

They are not in the sidebar: Settings (Lists), Today, the search and commands lead there.
"""

from __future__ import annotations

from functools import partial

from socdesk.desk.desk import Desk
from socdesk.desk.lists.views import plain_overview
from socdesk.registers.declared.desk_records import CONTACTS
from socdesk.registers.declared.strategy import POSTS, STRATEGIES, Strategy
from socdesk.registers.declared.training import COURSES, REQUIREMENTS
from socdesk.registers.register import AnyRegister, Record, new_id
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.screens.register_page import RegisterPage

_REFERENCE, _DAY = 104, 118


def _empty(register: AnyRegister, _desk: Desk) -> Record:
    return register.record_type(id=new_id())


def _next_version(_desk: Desk, strategy: Strategy) -> Strategy:
    """Return what a new version begins with: all but what adopting it will say."""
    return Strategy(
        id=new_id(),
        title=strategy.title,
        body=strategy.body,
        aim=strategy.aim,
        text=strategy.text,
        review_years=strategy.review_years,
        responsible_post=strategy.responsible_post,
        contact_post=strategy.contact_post,
    )


STRATEGY = ListSpec(
    page=STRATEGIES.key,
    title="Strategy",
    register=STRATEGIES,
    overview=partial(plain_overview, register=STRATEGIES),
    columns=("reference", "title", "edition", "adopted", "review_due", "reviewed"),
    widths={"reference": _REFERENCE, "edition": 84, "adopted": _DAY, "review_due": _DAY, "reviewed": _DAY},
    stretched="title",
    narrow=("reference", "title", "review_due"),
    new=partial(_empty, STRATEGIES),
    new_words="New version",
    copied=_next_version,
    facts=(
        "edition",
        "adopted",
        "body",
        "minute",
        "review_years",
        "review_due",
        "reviewed",
        "responsible_post",
        "contact_post",
        "aim",
    ),
    sections=(
        Section("Version", ("title", "edition", "adopted", "body", "minute")),
        Section("Review", ("review_years", "review_due", "reviewed"), "Enter the day on which a review was finished."),
        Section("Who answers for it", ("responsible_post", "contact_post")),
        Section("Wording", ("aim", "text"), "Once saved, the wording stays: another wording is a new version."),
    ),
    empty="A strategy is entered by its version, with the day on which it is to be reviewed.",
)

COURSE = ListSpec(
    page=COURSES.key,
    title="Courses",
    register=COURSES,
    overview=partial(plain_overview, register=COURSES),
    columns=("reference", "title"),
    widths={"reference": _REFERENCE},
    stretched="title",
    new=partial(_empty, COURSES),
    new_words="New course",
    facts=("validity_months", "mode", "themes"),
    empty="A course says how long it stays valid. Who needs it is a list of its own.",
)

REQUIREMENT = ListSpec(
    page=REQUIREMENTS.key,
    title="Who needs which course",
    register=REQUIREMENTS,
    overview=partial(plain_overview, register=REQUIREMENTS),
    columns=("reference", "course", "learner_kind", "in_force", "mandatory"),
    widths={"reference": _REFERENCE, "learner_kind": 150, "in_force": 210, "mandatory": 104},
    stretched="course",
    narrow=("course", "learner_kind"),
    filters=("learner_kind", "course"),
    new=partial(_empty, REQUIREMENTS),
    new_words="New requirement",
    facts=("course", "learner_kind", "service_area", "in_force", "induction_days", "mandatory"),
    empty="A requirement says who needs a course, from which day, and how long a new person has for it.",
)

POST = ListSpec(
    page=POSTS.key,
    title="Posts",
    register=POSTS,
    overview=partial(plain_overview, register=POSTS),
    columns=("reference", "title", "role"),
    widths={"reference": _REFERENCE, "role": 260},
    stretched="title",
    narrow=("reference", "title"),
    new=partial(_empty, POSTS),
    new_words="New post",
    adds={"post_holders": "Add holder"},
    facts=("role",),
    empty="Posts answer in papers. The people who hold them do not.",
)

CONTACT = ListSpec(
    page=CONTACTS.key,
    title="Contacts",
    register=CONTACTS,
    overview=partial(plain_overview, register=CONTACTS),
    columns=("reference", "name", "number", "checked"),
    widths={"reference": _REFERENCE, "number": 190, "checked": _DAY},
    stretched="name",
    narrow=("name", "number"),
    new=partial(_empty, CONTACTS),
    new_words="New contact",
    facts=("number", "detail", "checked"),
    empty="A number or address to pass concerns to, with the day on which somebody last checked it.",
)


StrategyPage = partial(RegisterPage, spec=STRATEGY)
CoursesPage = partial(RegisterPage, spec=COURSE)
RequirementsPage = partial(RegisterPage, spec=REQUIREMENT)
PostsPage = partial(RegisterPage, spec=POST)
ContactsPage = partial(RegisterPage, spec=CONTACT)
