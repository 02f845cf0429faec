"""A row of statuses beside its coverage (domain.md 4.9): the hidden is solved for, and must stay wide."""

from collections import defaultdict
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.figures.small_numbers import public_count, public_share
from socdesk.figures.status_row import COVERED, UNCOVERED, public_row

CODES = (*COVERED, *UNCOVERED)
rows = st.fixed_dictionaries({code: st.integers(0, 30) for code in CODES})


def published(by_code, threshold=5):
    """Everything that a reader sees of one row."""
    total = sum(by_code.values())
    covered = sum(by_code[code] for code in COVERED)
    return (
        public_row(by_code, threshold),
        public_share(covered, total, counts_people=True, threshold=threshold),
        public_count(total, counts_people=True, threshold=threshold),
    )


def every_row(total):
    for cells in product(range(total + 1), repeat=len(CODES) - 1):
        if sum(cells) <= total:
            yield dict(zip(CODES, (*cells, total - sum(cells)), strict=True))


@pytest.mark.parametrize("total", [5, 6, 8, 9, 11, 13])
def test_no_small_number_can_be_solved_for(total):
    possible = defaultdict(lambda: defaultdict(set))
    for row in every_row(total):
        told = published(row)
        for code, number in row.items():
            possible[told][code].add(number)
    for row in every_row(total):
        told = possible[published(row)]
        for code, number in row.items():
            if 0 < number < 5:
                assert len(told[code]) >= 4, row


@given(rows)
@settings(max_examples=200)
def test_the_groups_add_up_and_none_is_small(row):
    groups = public_row(row)
    assert all(group.number == sum(row[code] for code in group.codes) for group in groups)
    assert not [group for group in groups if 0 < group.number < 5]
    if groups:
        assert sum(group.number for group in groups) == sum(row.values())


def test_a_row_without_small_numbers_is_told_in_full():
    row = {"IN_DATE": 192, "EXPIRING": 20, "EXPIRED": 18, "NEVER_TRAINED": 10, "AWAITING_EVIDENCE": 0}
    assert [(group.codes, group.number) for group in public_row(row)] == [((code,), row[code]) for code in CODES]


def test_one_small_number_hides_its_whole_side_and_leaves_the_other():
    row = {"IN_DATE": 192, "EXPIRING": 20, "EXPIRED": 3, "NEVER_TRAINED": 25, "AWAITING_EVIDENCE": 0}
    found = public_row(row)
    assert [group.number for group in found] == [192, 20, 28]
    assert found[-1].codes == UNCOVERED


def test_a_row_whose_side_is_small_is_not_told_at_all():
    assert public_row({"IN_DATE": 237, "EXPIRED": 3}) == ()


def test_a_status_that_nobody_knows_counts_as_not_covered():
    assert public_row({"IN_DATE": 50, "NEW_CODE": 9})[-1].codes == ("NEW_CODE",)
