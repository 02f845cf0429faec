"""The default rule for ratings (domain.md 9.1)."""

from datetime import date, timedelta

import pytest

from socdesk.figures.suggested_rag import suggested_rag
from socdesk.registers.declared.actions import Action, Evidence, KpiReading, Milestone

DAY = date(2026, 12, 31)
FRESH = (Evidence(id="e", parent="a", day=date(2026, 12, 1)),)


def suggest(milestones=(), readings=(), evidence=FRESH, missing=(), **action):
    one = Action(**{"id": "a", "status": "IN_PROGRESS", **action})
    return suggested_rag(one, milestones, readings, evidence, DAY, missing=missing)


def reading(numerator, denominator=None, target=95, **more):
    return KpiReading(
        **{
            "parent": "a",
            "measure": "Drivers in date",
            "numerator": numerator,
            "denominator": denominator,
            "target": target,
            "census": DAY,
            **more,
        }
    )


def steps(done, of):
    return tuple(Milestone(id=f"{n}", parent="a", status="DONE" if n < done else "PLANNED") for n in range(of))


def test_without_a_reason_against_it_an_action_is_green():
    assert suggest().code == "GREEN"


@pytest.mark.parametrize(("days", "code"), [(31, "RED"), (30, "AMBER"), (1, "AMBER"), (0, "GREEN")])
def test_past_its_due_day_it_is_amber_and_after_thirty_days_red(days, code):
    assert suggest(due=DAY - timedelta(days=days)).code == code


@pytest.mark.parametrize(
    ("numerator", "code"), [(190, "GREEN"), (189, "AMBER"), (152, "AMBER"), (151, "RED"), (0, "RED")]
)
def test_an_indicator_under_target_is_amber_and_under_four_fifths_red(numerator, code):
    assert suggest(readings=(reading(numerator, 200),)).code == code


def test_a_bare_number_is_held_against_a_bare_target():
    assert suggest(readings=(reading(7, target=10),)).code == "RED"
    assert suggest(readings=(reading(8, target=10),)).code == "AMBER"


def test_only_the_latest_reading_by_the_day_counts():
    old = reading(10, 200, census=date(2026, 6, 30))
    to_come = reading(10, 200, census=date(2027, 1, 1))
    assert suggest(readings=(old, reading(195, 200), to_come)).code == "GREEN"


@pytest.mark.parametrize(
    ("done", "days", "code"), [(2, 60, "AMBER"), (3, 60, "GREEN"), (0, 61, "GREEN"), (2, 0, "AMBER")]
)
def test_near_its_due_day_three_quarters_of_the_milestones_must_be_done(done, days, code):
    assert suggest(milestones=steps(done, 4), due=DAY + timedelta(days=days)).code == code


def test_dropped_milestones_do_not_count():
    dropped = Milestone(id="x", parent="a", status="DROPPED")
    assert suggest(milestones=(*steps(3, 4), dropped), due=DAY + timedelta(days=9)).code == "GREEN"


@pytest.mark.parametrize(("day", "code"), [(date(2026, 6, 30), "GREEN"), (date(2026, 6, 29), "AMBER")])
def test_six_months_without_evidence_is_amber(day, code):
    assert suggest(evidence=(Evidence(id="e", parent="a", day=day),)).code == code


def test_an_action_that_has_just_begun_needs_no_evidence_yet():
    assert suggest(evidence=(), started=date(2026, 12, 1)).code == "GREEN"
    assert suggest(evidence=()).reason == "There is no evidence yet."


@pytest.mark.parametrize(
    ("status", "code"), [("COMPLETE", "BLUE"), ("WITHDRAWN", "GREY"), ("SUPERSEDED", "GREY"), ("NOT_STARTED", "GREY")]
)
def test_what_is_not_under_way_is_not_judged(status, code):
    assert suggest(evidence=(), status=status).code == code


def test_something_mandatory_that_is_missing_is_red_even_when_not_started():
    found = suggest(missing=("nobody holds the post",), status="NOT_STARTED")
    assert (found.code, found.reason) == ("RED", "Missing: nobody holds the post.")


def test_red_goes_before_amber_and_the_reason_is_told():
    found = suggest(readings=(reading(100, 200),), due=DAY - timedelta(days=3))
    assert found.code == "RED"
    assert found.reason == "“Drivers in date” stood at 52 % of its target on 31 December 2026."


def test_records_of_other_actions_are_passed_over():
    assert suggest(readings=(reading(0, 200, parent="b"),)).code == "GREEN"
