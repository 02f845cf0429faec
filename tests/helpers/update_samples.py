"""A fictitious desk's records, now and at the last report, as a committee update is made from them."""

from dataclasses import replace
from datetime import date

from helpers.training_samples import fleet

from socdesk.figures.update_inputs import UpdateInputs, UpdateRecords
from socdesk.registers.declared.actions import Action, Evidence, KpiReading, Milestone, ProgressNote
from socdesk.registers.declared.strategy import Post, Strategy
from socdesk.registers.vocabulary import Vocabularies

DAY, SINCE, MEETING = date(2026, 12, 31), date(2026, 9, 30), date(2027, 1, 21)

POSTS = (Post(id="cco", title="Chief Communities Officer"), Post(id="hpp", title="Head of Public Protection"))
STRATEGY = Strategy(
    id="s",
    title="Serious and Organised Crime Strategy",
    edition="2019",
    adopted=date(2019, 9, 19),
    review_years=3,
    responsible_post="hpp",
    contact_post="cco",
)


def action(reference, rag, pillar="PURSUE", **more):
    values = {
        "id": f"id-{reference}",
        "reference": reference,
        "kind": {"A": "COUNCIL", "M": "MEMBER"}.get(reference[0], "LOCAL"),
        "title": f"Title of {reference}",
        "wording": f"Wording of {reference}.",
        "primary_pillar": pillar,
        "status": "IN_PROGRESS",
        "lead_post": "cco",
        "ongoing": "due" not in more,
        "rag": rag,
    }
    return Action(**{**values, **more})


ACTIONS_NOW = (
    action("L2", "GREY", "PREVENT", status="NOT_STARTED"),
    action("A10", "GREEN", "PROTECT"),
    action("A01", "GREEN"),
    action("A02", "GREEN"),
    action("A04", "RED", due=date(2026, 11, 30)),
    action("A07", "AMBER", "PROTECT", lead_post="hpp", due=date(2027, 3, 31), progress="Reminders were sent."),
    action("M1", "GREEN"),
    action("A09", "RED", "PREVENT", status="WITHDRAWN"),
)


def reading(numerator, denominator, census, **more):
    values = {"parent": "id-A07", "measure": "Licensed drivers trained and in date", "target": 95, **more}
    return KpiReading(
        id=f"k-{values['measure']}-{census}", numerator=numerator, denominator=denominator, census=census, **values
    )


NOW = UpdateRecords(
    strategies=(STRATEGY,),
    posts=POSTS,
    actions=ACTIONS_NOW,
    milestones=(
        Milestone(
            id="m1",
            reference="A07.1",
            parent="id-A07",
            title="Write to every driver",
            status="DONE",
            done=date(2026, 10, 5),
        ),
        Milestone(id="m2", reference="A07.2", parent="id-A07", title="Hold a second course", due=date(2027, 2, 1)),
    ),
    progress_notes=(
        ProgressNote(id="n1", parent="id-A02", day=date(2026, 10, 1), public_text="Attended one of one meetings."),
        ProgressNote(id="n2", parent="id-A02", day=date(2026, 12, 1), public_text="Attended two of two meetings."),
        ProgressNote(id="n3", parent="id-A02", day=date(2027, 1, 5), public_text="Not yet."),
    ),
    evidence=(
        Evidence(id="e1", reference="E-021", parent="id-A07", title="Register", type="REPORT", day=date(2026, 12, 1)),
        Evidence(id="e2", reference="E-017", parent="id-A07", title="Letter", type="LETTER", day=date(2026, 10, 2)),
        Evidence(id="e3", reference="E-003", parent="id-A07", title="Old", type="LETTER", day=date(2026, 3, 2)),
    ),
    kpi_readings=(
        reading(212, 240, DAY, counts_people=True),
        reading(195, 240, SINCE, counts_people=True),
        reading(31, None, DAY, parent="id-A04", measure="Submissions", target=None),
        reading(27, None, SINCE, parent="id-A04", measure="Submissions", target=None),
        reading(3, 60, DAY, measure="Drivers referred", counts_people=True, target=None),
    ),
    training=fleet(in_date=200, expiring=12, expired=18, never=7, awaited=5),
)
BEFORE = replace(
    NOW,
    actions=tuple(replace(each, rag="GREEN") if each.reference == "A07" else each for each in ACTIONS_NOW[1:]),
    milestones=(),
)


def inputs(**more):
    """The inputs of an update with a previous report, or with what a test wants different."""
    values = {
        "now": NOW,
        "before": BEFORE,
        "as_at": DAY,
        "compared_with": SINCE,
        "meeting": MEETING,
        "council": "Broxtowe Borough Council",
        "body": "Cabinet",
        "report_of": "Chief Communities Officer",
        "marking": "OFFICIAL",
        "vocabularies": Vocabularies(),
        "snapshot_head": "ab" * 32,
        "demo": False,
        "better": {"Licensed drivers trained and in date": "higher"},
    }
    return UpdateInputs(**{**values, **more})
