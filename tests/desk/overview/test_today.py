from datetime import UTC, date, datetime, timedelta

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.finding import find
from socdesk.desk.overview.today import today
from socdesk.desk.rows_behind import rows_behind
from socdesk.figures.attention import of_backups
from socdesk.registers.declared.actions import ACTIONS, Milestone
from socdesk.registers.declared.concerns import Concern, Statement
from socdesk.registers.declared.learners import Learner, Licence
from socdesk.registers.declared.training import COURSES, REQUIREMENTS, Completion
from socdesk.registers.register import new_id
from socdesk.registers.values import Span

TODAY = date(2026, 3, 2)


def concern(**given):
    base = {
        "id": new_id(),
        "received": datetime(2026, 2, 27, 9, tzinfo=UTC),
        "channel": "PHONE",
        "received_by": "Duty officer",
        "urgency": "SAME_DAY",
        "summary": "Visitors at all hours at an empty shop",
    }
    return Concern(**base | given)


def milestone(desk, due, **given):
    action = desk.read.page(ACTIONS)[6]
    return Milestone(id=new_id(), parent=action.id, title=f"Due {due}", due=due, **given)


def put(desk, *records):
    return desk.do(Deed(words="Added", puts=records)).records


def titles(desk):
    return [each.title for each in today(desk).attention]


def of_records(found):
    """Leave out that backups are not set up, which holds for every desk here."""
    return [each for each in found.attention if each.register != "backups"]


def test_a_new_desk_without_backups_says_so_after_what_is_late_and_leads_to_the_settings(desk):
    [told] = [each for each in today(desk).attention if each.register == "backups"]
    assert (told.title, told.level, told.place) == ("Backups are not set up", "amber", ("settings", "backups"))


@pytest.mark.parametrize(("days", "level"), [(0, None), (1, None), (2, "amber"), (6, "amber"), (7, "red"), (9, "red")])
def test_a_changed_desk_that_was_not_backed_up_for_days_is_told(days, level):
    found = of_backups(is_set_up=True, is_made=True, days_without=days)
    assert [(each.title, each.level) for each in found] == ([(f"No backup for {days} days", level)] if level else [])


def test_a_new_desk_says_first_that_the_strategys_review_is_overdue(desk):
    [only] = of_records(today(desk))
    assert only.title == "Strategy review overdue since September 2022"
    assert only.when == "3 years and 5 months"
    assert only.level == "red"


def test_the_review_stays_first_whatever_else_is_late(desk):
    put(desk, milestone(desk, TODAY - timedelta(400)), concern(urgency="IMMEDIATE_DANGER"))
    assert titles(desk)[0].startswith("Strategy review")


def test_what_is_late_comes_before_what_is_due_and_what_is_coming(desk):
    days = (9, 0, -5, -40)
    put(desk, *(milestone(desk, TODAY + timedelta(n)) for n in days))
    found = today(desk)
    assert [each.when for each in of_records(found)[1:]] == ["40 days late", "5 days late", "Due today", "By 11 Mar"]
    assert (found.overdue.number, found.soon.number) == (2, 2)


def test_a_milestone_names_its_action_and_who_leads(desk):
    put(desk, milestone(desk, TODAY - timedelta(1)))
    found = today(desk).attention[1]
    assert found.when == "1 day late"
    assert found.detail.startswith("Milestone A07.1, ")


def test_a_concern_waits_until_somebody_decides_immediate_danger_first(desk):
    first, second = concern(), concern(urgency="IMMEDIATE_DANGER")
    put(desk, first, second, concern(status="ROUTED"))
    found = today(desk)
    assert found.concerns.rows == (("concerns", second.id), ("concerns", first.id))
    assert [each.when for each in found.attention if each.register == "concerns"] == ["Immediate danger", "3 days old"]


def test_a_restricted_concern_is_named_by_its_reference_alone(desk):
    put(desk, concern(restricted=True, restriction_reason="SAFEGUARDING"))
    [only] = [each for each in today(desk).attention if each.register == "concerns"]
    assert "shop" not in only.spoken
    assert "SOC-2026-0001" in only.detail


@pytest.fixture
def trained(desk):
    """Three drivers: in date, soon to expire, expired."""
    drivers = {each.course for each in desk.read.page(REQUIREMENTS) if each.learner_kind == "DRIVER"}
    [course] = [each for each in desk.read.page(COURSES) if each.id in drivers]
    learners = [Learner(id=new_id(), kind="DRIVER", surname="Example", forename=f"Driver {n}") for n in range(3)]
    held = Span(date(2020, 1, 1))
    licences = [
        Licence(id=new_id(), parent=each.id, number=f"EX{n}", type="DRIVER", status="ACTIVE", held=held)
        for n, each in enumerate(learners)
    ]
    months = course.validity_months
    ages = (30, months * 30 - 20, months * 31 + 60)
    completions = [
        Completion(id=new_id(), parent=each.id, course=course.id, completed=TODAY - timedelta(age), result="PASSED")
        for each, age in zip(learners, ages, strict=True)
    ]
    put(desk, *learners, *licences, *completions)
    return learners


def test_training_is_counted_in_people_with_the_denominator(desk, trained):
    found = today(desk)
    assert (found.training["DRIVER"].numerator, found.training["DRIVER"].denominator) == (2, 3)
    assert found.expiring.rows == (("learners", trained[1].id),)
    assert "Chase 1 licensed taxi driver whose training has expired" in titles(desk)


def test_rows_behind_a_figure_keep_their_order_and_open_their_owner(desk):
    given = put(desk, milestone(desk, TODAY), concern(restricted=True, restriction_reason="SAFEGUARDING"))
    rows = rows_behind(desk, [("concerns", given[1].id), ("milestones", given[0].id)])
    assert [(row.register, row.title) for row in rows] == [
        ("concerns", "Restricted concern"),
        ("actions", f"Due {TODAY}"),
    ]
    assert rows[1].record == given[0].parent


EVERY = frozenset({"actions", "concerns", "strategies"})


def test_a_search_names_what_it_found_each_record_once(desk):
    first = concern()
    put(desk, first, Statement(id=new_id(), parent=first.id, type="REPORTED_FACT", text="An empty shop, again"))
    [only] = find(desk, "empty shop", EVERY)
    assert (only.register, only.record, only.kind, only.reference) == ("concerns", first.id, "Concern", "SOC-2026-0001")
    assert find(desk, "empty shop", frozenset({"actions"})) == ()


def test_a_search_shows_of_a_restricted_record_its_reference_alone(desk):
    put(desk, concern(restricted=True, restriction_reason="SAFEGUARDING"))
    assert [each.title for each in find(desk, "shop", EVERY)] == ["Restricted concern"]
