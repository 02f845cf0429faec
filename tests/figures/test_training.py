"""The status of one learner on a day (domain.md 5.2)."""

from datetime import date, timedelta

import pytest
from helpers.training_samples import AWARE, ONCE, TAXI, completed, driver, exempt, licence, one_driver, requirement
from hypothesis import given
from hypothesis import strategies as st

from socdesk.figures.scope import Standing
from socdesk.figures.training import TrainingRules, status, training_rules, valid_until
from socdesk.registers.declared.training import Course
from socdesk.registers.register import State
from socdesk.registers.vocabulary import Vocabularies

DONE = date(2024, 1, 15)
LAST = date(2027, 1, 15)
RULES = TrainingRules()


def found(records, day, rules=RULES):
    return status(driver(), TAXI, requirements=records.requirements, records=records, day=day, rules=rules)


def code(*completions, day, **more):
    return found(one_driver(*completions, licences=(licence(until=None, since=None),), **more), day).code


def test_a_certificate_runs_for_calendar_months_and_ends_with_a_short_month():
    assert valid_until(date(2024, 2, 29), AWARE) == date(2025, 2, 28)
    assert valid_until(DONE, TAXI) == LAST
    assert valid_until(DONE, ONCE) is None


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (DONE - timedelta(days=1), "NEVER_TRAINED"),
        (DONE, "IN_DATE"),
        (LAST - timedelta(days=91), "IN_DATE"),
        (LAST - timedelta(days=90), "EXPIRING"),
        (LAST, "EXPIRING"),
        (LAST + timedelta(days=1), "EXPIRED"),
    ],
)
def test_the_days_at_the_edges_belong_to_the_status(day, expected):
    assert code(completed(day=DONE), day=day) == expected


def test_the_notice_of_expiry_is_a_setting():
    records = one_driver(completed(day=DONE))
    assert found(records, LAST - timedelta(days=120), TrainingRules(expiring_days=120)).code == "EXPIRING"


@pytest.mark.parametrize("result", ["FAILED", "DID_NOT_ATTEND", "PART_ATTENDED", "SOMETHING_NEW"])
def test_what_was_not_completed_does_not_count(result):
    assert code(completed(day=DONE, result=result), day=date(2025, 1, 1)) == "NEVER_TRAINED"


def test_a_later_failure_does_not_undo_an_earlier_pass():
    late = completed(day=date(2024, 6, 1), result="FAILED")
    assert code(completed(day=DONE), late, day=date(2025, 1, 1)) == "IN_DATE"


def test_a_course_that_never_runs_out_stays_in_date():
    records = one_driver(completed(day=DONE, course=ONCE))
    needed = (requirement(course=ONCE),)
    long_after = date(2027, 3, 1)
    there = status(driver(), ONCE, requirements=needed, records=records, day=long_after, rules=RULES)
    assert (there.code, there.valid_until) == ("IN_DATE", None)


def test_the_best_completion_of_the_day_counts():
    both = completed(day=date(2020, 1, 1)), completed(day=DONE)
    assert code(*both, day=date(2025, 1, 1)) == "IN_DATE"
    assert code(*both, day=date(2023, 6, 1)) == "EXPIRED"


def test_a_voided_completion_does_not_count():
    assert code(completed(day=DONE, state=State.VOID), day=date(2025, 1, 1)) == "NEVER_TRAINED"


def test_without_evidence_training_is_awaited_and_not_covered():
    awaited = completed(day=DONE, evidence_awaited=True)
    there = found(one_driver(awaited), date(2025, 1, 1))
    assert (there.code, there.covered, there.counts) == ("AWAITING_EVIDENCE", False, True)


def test_evidence_in_hand_goes_before_evidence_awaited():
    awaited = completed(day=date(2024, 6, 1), evidence_awaited=True)
    assert code(completed(day=DONE), awaited, day=date(2025, 1, 1)) == "IN_DATE"
    assert code(completed(day=date(2019, 1, 1)), awaited, day=date(2025, 1, 1)) == "AWAITING_EVIDENCE"
    assert code(awaited, day=date(2028, 1, 1)) == "EXPIRED"


@pytest.mark.parametrize(("course", "expected"), [("", "EXEMPT"), ("taxi", "EXEMPT"), ("aware", "NEVER_TRAINED")])
def test_an_exemption_is_from_one_course_or_from_all(course, expected):
    there = found(one_driver(exemptions=(exempt(course=course),)), date(2025, 1, 1))
    assert there.code == expected
    assert there.reason == ("MATERNITY" if expected == "EXEMPT" else "")


def test_an_exemption_holds_on_its_first_and_last_day_alone():
    records = one_driver(exemptions=(exempt(since=date(2025, 3, 1), until=date(2025, 3, 31)),))
    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 1)]
    assert [found(records, day).counts for day in days] == [True, False, False, True]


def test_a_newcomer_is_never_trained_and_told_apart_until_their_time_is_over():
    records = one_driver()
    needed = (requirement(induction_days=90),)
    first = date(2024, 4, 1)

    def on(day):
        return status(driver(), TAXI, requirements=needed, records=records, day=day, rules=RULES)

    assert [on(first + timedelta(days=n)).in_induction for n in (0, 89, 90)] == [True, True, False]
    assert on(first).code == "NEVER_TRAINED"
    assert on(first).counts


def test_a_suspended_driver_is_counted_apart_however_well_trained():
    there = found(one_driver(completed(), licences=(licence(status="SUSPENDED"),)), date(2026, 1, 1))
    assert (there.code, there.standing, there.counts) == ("SUSPENDED_LICENCE", Standing.SUSPENDED, False)


def test_who_has_left_is_out_of_the_figures():
    there = found(one_driver(completed(), licences=(licence(until=date(2025, 5, 1)),)), date(2025, 5, 2))
    assert (there.code, there.counts, there.covered) == ("LEFT", False, False)


def test_whom_the_course_does_not_bind_has_no_status():
    records = one_driver(completed())
    assert status(driver(), TAXI, requirements=(), records=records, day=DONE, rules=RULES) is None


completions = st.builds(
    completed,
    day=st.dates(date(2018, 1, 1), date(2028, 1, 1)),
    result=st.sampled_from(["ATTENDED", "PASSED", "FAILED"]),
    evidence_awaited=st.booleans(),
)
days = st.dates(date(2018, 1, 1), date(2030, 1, 1))
courses = st.builds(Course, id=st.just("taxi"), title=st.just("Taxi"), validity_months=st.none() | st.integers(1, 60))


@given(completions, courses, days, st.integers(0, 2000))
def test_time_alone_only_takes_training_nearer_to_its_end(one, course, day, later):
    order = ["IN_DATE", "EXPIRING", "EXPIRED"]
    records = one_driver(one, licences=(licence(since=None, until=None),))

    def on(when):
        needed = records.requirements
        return status(driver(), course, requirements=needed, records=records, day=when, rules=RULES).code

    before, after = on(day), on(day + timedelta(days=later))
    if before in order and one.completed <= day:
        assert order.index(before) <= order.index(after)


@given(st.lists(completions, max_size=4), completions, courses, days)
def test_one_more_completion_never_makes_a_status_worse_and_changes_no_earlier_day(before, more, course, day):
    rank = {"EXPIRED": 0, "NEVER_TRAINED": 0, "AWAITING_EVIDENCE": 1, "EXPIRING": 2, "IN_DATE": 3}

    def on(these):
        records = one_driver(*these, licences=(licence(since=None, until=None),))
        return status(driver(), course, requirements=records.requirements, records=records, day=day, rules=RULES)

    old, new = on(before), on([*before, more])
    assert rank[old.code] <= rank[new.code]
    if more.completed > day:
        assert new == old


def test_the_rules_come_from_the_setting_and_the_vocabulary_of_results():
    rules = training_rules(30, Vocabularies())
    assert rules == TrainingRules(expiring_days=30)
