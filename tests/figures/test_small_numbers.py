"""Small numbers (domain.md 4.8, 4.9): what is hidden cannot be worked out, not even by who knows the rules."""

from collections import defaultdict

import pytest
from helpers.training_samples import DAY, TAXI, fleet

from socdesk.figures.coverage import coverage
from socdesk.figures.small_numbers import public_count, public_figure, public_share


def words(numerator, denominator, **more):
    return public_share(numerator, denominator, counts_people=True, **more).words


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (212, 240, "212 of 240 (88.3 %)"),
        (3, 240, "fewer than 5 of 240"),
        (238, 240, "all but fewer than 5 of 240"),
        (0, 240, "none of 240 (0.0 %)"),
        (240, 240, "all 240 (100.0 %)"),
        (5, 10, "5 of 10 (50.0 %)"),
        (5, 6, "some of 6 (numbers fewer than 5 are not shown)"),
        (2, 6, "some of 6 (numbers fewer than 5 are not shown)"),
        (0, 3, "fewer than 5 in all"),
        (3, 3, "fewer than 5 in all"),
        (0, 0, "none to count"),
        (1200, 2400, "1,200 of 2,400 (50.0 %)"),
    ],
)
def test_a_share_of_people_is_told_without_small_numbers(numerator, denominator, expected):
    assert words(numerator, denominator) == expected


def test_a_hidden_share_holds_no_number_that_it_could_be_worked_out_from():
    found = public_share(3, 240, counts_people=True)
    assert (found.hidden, found.numerator, found.percentage) == (True, None, None)
    assert public_share(2, 3, counts_people=True).denominator is None


@pytest.mark.parametrize("threshold", [5, 10])
@pytest.mark.parametrize("denominator", range(1, 40))
def test_whoever_knows_the_rules_learns_no_hidden_number_closer_than_the_threshold(threshold, denominator):
    meaning = defaultdict(set)
    for n in range(denominator + 1):
        meaning[words(n, denominator, threshold=threshold)].add(n)
    for n in range(denominator + 1):
        told = public_share(n, denominator, counts_people=True, threshold=threshold)
        if min(n, denominator - n) in range(1, threshold):
            assert told.hidden
            assert len(meaning[told.words]) >= min(threshold - 1, denominator - 1)


def test_a_whole_that_is_small_tells_nothing_of_its_parts():
    assert len({public_share(n, d, counts_people=True) for d in range(1, 5) for n in range(d + 1)}) == 1


def test_work_that_is_not_people_is_told_as_it_is():
    assert public_share(2, 2, counts_people=False).words == "all 2 (100.0 %)"
    assert public_share(3, 6, counts_people=False).words == "3 of 6 (50.0 %)"


@pytest.mark.parametrize(("number", "expected"), [(0, "none"), (1, "fewer than 5"), (4, "fewer than 5"), (5, "5")])
def test_a_bare_count_of_people_hides_one_to_four(number, expected):
    assert public_count(number, counts_people=True).words == expected


def test_the_threshold_may_be_raised_but_never_lowered():
    assert public_count(7, counts_people=True, threshold=10).words == "fewer than 10"
    assert public_count(4, counts_people=True, threshold=1).words == "fewer than 5"


def test_a_public_figure_holds_no_id():
    found = coverage("DRIVER", TAXI, fleet(in_date=8, never=7), DAY).figure
    told = repr(public_figure(found))
    assert not [each for each in found.denominator_ids if each in told]
