"""The strategy's review (domain.md 0.2, 1.9)."""

from datetime import date

import pytest

from socdesk.figures.deadlines import current_strategy, review_due
from socdesk.registers.declared.strategy import Strategy

ADOPTED = date(2019, 9, 19)


def strategy(**more):
    return Strategy(**{"id": "s", "adopted": ADOPTED, "review_years": 3, **more})


def test_the_strategy_of_2019_is_overdue_and_says_for_how_long():
    found = review_due(strategy(), date(2026, 11, 23))
    assert found.due == date(2022, 9, 19)
    assert found.in_words == "overdue since September 2022: 4 years and 2 months"


def test_a_day_set_by_hand_goes_before_the_rule():
    assert review_due(strategy(review_due=date(2023, 1, 1)), date(2022, 1, 1)).due == date(2023, 1, 1)


def test_after_a_review_the_years_count_again():
    done = strategy(review_due=date(2022, 9, 19), reviewed=date(2023, 5, 1))
    assert review_due(done, date(2026, 1, 1)).due == date(2026, 5, 1)
    assert review_due(done, date(2023, 4, 30)).is_overdue


def test_a_review_made_early_does_not_answer_a_later_day_set_by_hand():
    early = strategy(review_due=date(2024, 1, 1), reviewed=date(2021, 1, 1))
    assert review_due(early, date(2022, 1, 1)).due == date(2024, 1, 1)


def test_a_strategy_without_a_rule_has_no_review():
    assert review_due(strategy(review_years=None), ADOPTED) is None


@pytest.mark.parametrize(
    ("day", "overdue", "words"),
    [
        (date(2022, 9, 18), False, "due on 19 September 2022, in 1 day"),
        (date(2022, 9, 19), False, "due today, 19 September 2022"),
        (date(2022, 9, 20), True, "overdue since September 2022: 1 day"),
    ],
)
def test_the_day_itself_is_not_overdue(day, overdue, words):
    found = review_due(strategy(), day)
    assert (found.is_overdue, found.in_words) == (overdue, words)


@pytest.mark.parametrize(
    ("day", "reminder"),
    [
        (date(2021, 9, 18), None),
        (date(2021, 9, 19), 12),
        (date(2022, 3, 19), 6),
        (date(2022, 6, 19), 3),
        (date(2022, 9, 19), 3),
        (date(2022, 9, 20), None),
    ],
)
def test_reminders_come_twelve_six_and_three_months_before(day, reminder):
    assert review_due(strategy(), day).reminder == reminder


def test_reminders_have_their_days():
    days = (date(2021, 9, 19), date(2022, 3, 19), date(2022, 6, 19))
    assert review_due(strategy(), ADOPTED).reminders == days


def test_the_strategy_in_force_is_the_last_that_was_adopted_by_the_day():
    new = strategy(id="n", adopted=date(2027, 1, 1))
    assert current_strategy((new, strategy()), date(2026, 12, 31)).id == "s"
    assert current_strategy((new, strategy()), date(2027, 1, 1)).id == "n"
    assert current_strategy((strategy(),), date(2019, 1, 1)) is None
