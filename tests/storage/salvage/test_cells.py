"""Rows read out of single pages are the rows that SQLite wrote there."""

import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.storage.salvage.cells import rows_of_page

PAGE = 4096
VALUES = st.one_of(
    st.none(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
    st.binary(max_size=40),
)


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    return tmp_path_factory.mktemp("pages") / "rows.db"


def pages_with(file, rows):
    """Return the pages of a file that SQLite wrote, by number."""
    file.unlink(missing_ok=True)
    connection = sqlite3.connect(file)
    connection.execute(f"PRAGMA page_size = {PAGE}")
    connection.execute("CREATE TABLE kept (a, b, c)")
    connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", rows)
    connection.commit()
    connection.close()
    whole = file.read_bytes()
    return {number + 1: whole[number * PAGE :][:PAGE] for number in range(len(whole) // PAGE)}


def read_back(pages):
    return [row for number in sorted(pages)[1:] for row in rows_of_page(number, pages[number], pages.get)]


@given(st.lists(st.tuples(VALUES, VALUES, VALUES), max_size=12))
def test_every_kind_of_value_comes_back_as_it_was(file, rows):
    found = read_back(pages_with(file, rows))
    assert found == [(number, row) for number, row in enumerate(rows, start=1)]
    assert [[type(value) for value in row] for _, row in found] == [[type(value) for value in row] for row in rows]


def test_a_row_longer_than_its_page_is_put_together_again(file):
    rows = [("a" * 10_000, b"b" * 9000, 1), ("short", None, 2)]
    assert read_back(pages_with(file, rows)) == [(1, rows[0]), (2, rows[1])]


def test_a_row_whose_rest_is_lost_is_told_to_be_unreadable(file):
    pages = pages_with(file, [("a" * 10_000, None, 1), ("short", None, 2)])
    found = list(rows_of_page(2, pages[2], lambda _number: None))
    assert found == [None, (2, ("short", None, 2))]
