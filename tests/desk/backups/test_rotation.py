"""Which backups are kept."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from socdesk.clock import london_day
from socdesk.desk.backups.rotation import Rule, surplus

NOON = datetime(2026, 3, 16, 12, tzinfo=UTC)
moments = st.lists(st.integers(0, 24 * 700).map(lambda hours: NOON - timedelta(hours=hours)), max_size=60)
rules = st.builds(Rule, daily=st.integers(1, 9), weekly=st.integers(0, 6), monthly=st.integers(0, 6))


def test_a_year_of_daily_backups_leaves_seven_days_four_weeks_and_three_months():
    times = [NOON - timedelta(days=n) for n in range(365)]
    kept = sorted(set(times) - surplus(times, Rule()), reverse=True)
    days = [london_day(moment) for moment in kept]
    assert [f"{day:%d %b}" for day in days] == [
        "16 Mar", "15 Mar", "14 Mar", "13 Mar", "12 Mar", "11 Mar", "10 Mar",
        "08 Mar", "01 Mar", "28 Feb", "31 Jan",
    ]  # fmt: skip


def test_of_one_day_the_newest_is_kept():
    morning, evening = NOON, NOON + timedelta(hours=6)
    assert surplus([morning, evening], Rule()) == {morning}


def test_a_day_is_londons():
    late, early = datetime(2026, 7, 1, 23, 30, tzinfo=UTC), datetime(2026, 7, 2, 1, tzinfo=UTC)
    assert surplus([late, early], Rule()) == {late}


@given(times=moments, rule=rules)
def test_the_newest_is_never_removed_and_nothing_else_than_what_is_there(times, rule):
    going = surplus(times, rule)
    assert going <= set(times)
    assert not times or max(times) not in going


@given(times=moments, rule=rules)
def test_what_was_kept_once_is_kept_again_and_never_more_than_the_rule(times, rule):
    kept = set(times) - surplus(times, rule)
    assert surplus(kept, rule) == frozenset()
    assert len(kept) <= rule.daily + rule.weekly + rule.monthly


@given(times=moments, rule=rules)
def test_each_of_the_latest_days_keeps_one(times, rule):
    kept = set(times) - surplus(times, rule)
    latest = sorted({london_day(moment) for moment in times}, reverse=True)[: rule.daily]
    assert set(latest) <= {london_day(moment) for moment in kept}
