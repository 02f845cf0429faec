from dataclasses import replace
from datetime import date

from socdesk.desk.deeds import Deed
from socdesk.desk.reviews import review_in_words, strategy_review
from socdesk.registers.declared.strategy import STRATEGIES


def test_a_new_desk_says_that_the_review_is_overdue_since_september_2022(desk):
    words = review_in_words(desk)
    assert "overdue since September 2022: 3 years and 5 months" in words
    assert "Head of Public Protection" in words


def test_a_recorded_review_sets_the_next_one_three_years_on(desk):
    [strategy] = desk.read.page(STRATEGIES)
    reviewed = replace(strategy, reviewed=date(2026, 1, 15))
    desk.do(Deed(words="Recorded the review", puts=(reviewed,)))
    assert strategy_review(desk).due == date(2029, 1, 15)
    assert "due on 15 January 2029" in review_in_words(desk)
