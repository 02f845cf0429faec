from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.figures.figure import Figure, percentage


def figure(numerator, denominator):
    return Figure(
        counts="drivers in date",
        of="licensed drivers",
        as_at=date(2026, 12, 31),
        numerator_ids=tuple(map(str, range(numerator))),
        denominator_ids=tuple(map(str, range(denominator))),
    )


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [(212, 240, "88.3"), (1, 8, "12.5"), (1, 16, "6.3"), (1, 2000, "0.1"), (0, 7, "0.0"), (7, 7, "100.0")],
)
def test_a_percentage_has_one_decimal_and_halves_go_up(numerator, denominator, expected):
    assert str(percentage(numerator, denominator)) == expected


def test_nothing_to_count_has_no_percentage():
    assert figure(0, 0).percentage is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_a_percentage_is_within_half_a_tenth_of_the_share(numerator, denominator):
    exact = Decimal(100 * numerator) / Decimal(denominator)
    found = percentage(numerator, denominator)
    assert found is not None
    assert abs(found - exact) <= Decimal("0.05")


def test_a_figure_knows_who_is_missing():
    found = figure(2, 5)
    assert (found.numerator, found.denominator) == (2, 5)
    assert found.missing_ids == ("2", "3", "4")


def test_a_figure_refuses_to_count_more_than_its_whole():
    with pytest.raises(ValueError, match="more than its whole"):
        figure(3, 2)


@pytest.mark.parametrize("ids", [(("a", "a"), ("a", "b")), (("a",), ("a", "b", "b"))])
def test_a_figure_refuses_to_count_a_record_twice(ids):
    with pytest.raises(ValueError, match="twice"):
        Figure(counts="", of="", as_at=date(2026, 1, 1), numerator_ids=ids[0], denominator_ids=ids[1])
