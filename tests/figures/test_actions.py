from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.figures.actions import by_pillar, by_pillar_and_rag, by_rag, due_within, open_actions, overdue
from socdesk.registers.declared.actions import Action, Milestone
from socdesk.registers.register import State

DAY = date(2026, 12, 31)
STATUSES = ["NOT_STARTED", "IN_PROGRESS", "IN_PLACE", "COMPLETE", "PAUSED", "SUPERSEDED", "WITHDRAWN"]


def action(n=1, **more):
    return Action(**{"id": f"a{n}", "reference": f"A{n:02}", "primary_pillar": "PURSUE", "rag": "GREEN", **more})


def milestone(n=1, of=1, **more):
    return Milestone(id=f"m{n}", reference=f"A{of:02}.{n}", parent=f"a{of}", title=f"Step {n}", **more)


def numbers(figures):
    return {code: figure.numerator for code, figure in figures.items()}


def test_actions_are_counted_by_rating_and_every_rating_is_there():
    found = by_rag((action(1), action(2, rag="AMBER"), action(3)), DAY)
    assert numbers(found) == {"GREEN": 2, "AMBER": 1, "RED": 0, "BLUE": 0, "GREY": 0}
    assert found["GREEN"].numerator_ids == ("a1", "a3")


def test_an_action_counts_under_its_main_pillar_alone():
    two = action(1, secondary_pillars=("PROTECT",)), action(2, primary_pillar="PREPARE")
    assert numbers(by_pillar(two, DAY)) == {"PURSUE": 1, "PREVENT": 0, "PROTECT": 0, "PREPARE": 1}
    assert numbers(by_pillar_and_rag(two, DAY)["PREPARE"])["GREEN"] == 1


def test_withdrawn_replaced_and_binned_actions_count_nowhere():
    gone = action(1, status="WITHDRAWN"), action(2, status="SUPERSEDED"), action(3, state=State.BINNED)
    assert sum(numbers(by_rag(gone, DAY)).values()) == 0


def test_an_unknown_rating_is_counted_and_comes_last():
    assert list(by_rag((action(rag="PURPLE"),), DAY))[-1] == "PURPLE"


actions = st.lists(
    st.builds(
        action,
        st.integers(1, 99),
        rag=st.sampled_from(["GREEN", "AMBER", "RED", "BLUE", "GREY", "X"]),
        primary_pillar=st.sampled_from(["PURSUE", "PREVENT", "PROTECT", "PREPARE", ""]),
        status=st.sampled_from(STATUSES),
        due=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    ),
    unique_by=lambda one: one.id,
)


@given(actions)
def test_ratings_and_pillars_add_up_to_all_actions(some):
    total = by_rag(some, DAY)["GREEN"].denominator
    assert sum(numbers(by_rag(some, DAY)).values()) == total
    assert sum(numbers(by_pillar(some, DAY)).values()) == total
    table = by_pillar_and_rag(some, DAY)
    assert sum(sum(numbers(row).values()) for row in table.values()) == total


@given(actions, st.integers(0, 400))
def test_what_is_due_is_either_overdue_or_still_to_come(some, days):
    late = {each.record.id for each in overdue(some, (), DAY)}
    soon = {each.record.id for each in due_within(some, (), DAY, days)}
    assert not late & soon
    assert late | soon <= {each.id for each in open_actions(some) if each.due}


def test_what_is_due_on_the_day_is_not_overdue():
    assert overdue((action(due=DAY),), (), DAY) == ()
    assert [each.days for each in overdue((action(due=DAY - timedelta(days=1)),), (), DAY)] == [-1]


@pytest.mark.parametrize(("days", "number"), [(0, 1), (29, 1), (30, 2)])
def test_what_is_due_soon_counts_both_ends(days, number):
    some = action(1, due=DAY), action(2, due=DAY + timedelta(days=30))
    assert len(due_within(some, (), DAY, days)) == number


@pytest.mark.parametrize("status", ["COMPLETE", "WITHDRAWN", "SUPERSEDED"])
def test_a_closed_action_and_its_milestones_are_not_overdue(status):
    past = DAY - timedelta(days=9)
    assert overdue((action(status=status, due=past),), (milestone(due=past),), DAY) == ()


def test_open_milestones_are_overdue_longest_first():
    steps = (
        milestone(1, due=DAY - timedelta(days=2)),
        milestone(2, due=DAY - timedelta(days=9), status="SLIPPED"),
        milestone(3, due=DAY - timedelta(days=5), status="DONE"),
        milestone(4, due=DAY - timedelta(days=5), status="DROPPED"),
    )
    assert [each.record.id for each in overdue((action(),), steps, DAY)] == ["m2", "m1"]


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "due today, 31 December 2026"),
        (1, "due 1 January 2027, in 1 day"),
        (-2, "due 29 December 2026, 2 days overdue"),
    ],
)
def test_a_due_day_is_told_in_words(days, words):
    some = (action(due=DAY + timedelta(days=days)),)
    (found,) = due_within(some, (), DAY, 9) or overdue(some, (), DAY)
    assert found.in_words == words
