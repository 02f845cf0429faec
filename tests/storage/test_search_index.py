"""Search: words, beginnings, parts; and nothing that a person can type makes it fail."""

import unicodedata
from dataclasses import replace

import pytest
from helpers.records import concern, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdesk.registers.register import State

PIECES = [*"abé'\"’*()^:{}+-/\\.,;_ \t\n\x00²½ﬁ漢\u0301\ud800", "NEAR(", " AND ", " OR ", " NOT ", "café", "words:"]
TYPED = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@pytest.fixture
def found(store, hand):
    def find(text):
        return [store.records.find(hit.record)[1].reference for hit in store.search.find(text)]

    hand.write(
        concern("Flooding of the cellars behind the Café Zoë", place="12 Sample Street", reference="R-1"),
        concern("O’Brien’s lorry seen at night", vehicle="", reference="R-2"),
        concern("Nothing in common with the others", reference="SOC-2026-0007"),
    )
    return find


@pytest.mark.parametrize(
    ("typed", "reference"),
    [
        ("flooding", "R-1"),
        ("FLOODED cellar", "R-1"),
        ("flo", "R-1"),
        ("ooding", "R-1"),
        ("cafe zoe", "R-1"),
        ("Café", "R-1"),
        (unicodedata.normalize("NFD", "café zoë"), "R-1"),
        ("12 sample", "R-1"),
        ("o'brien", "R-2"),
        ("O’Brien’s", "R-2"),
        ("lorry AND night", None),
        ("SOC-2026-0007", "SOC-2026-0007"),
        ("2026-0007", "SOC-2026-0007"),
        ('"nothing" (common)', "SOC-2026-0007"),
        ("nothing* in: common^", "SOC-2026-0007"),
        ("zebra", None),
        ("", None),
        ("?!", None),
    ],
)
def test_what_people_type_finds_what_they_mean(found, typed, reference):
    assert found(typed) == ([reference] if reference else [])


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=TYPED)
def test_nothing_that_is_typed_fails(found, text):
    assert isinstance(found(text), list)


def test_a_word_that_was_taken_out_finds_nothing_any_more(store, hand, found):
    record = store.records.by_reference("R-2")[1]
    hand.write(replace(record, summary="A van seen at night"))
    assert (found("lorry"), found("van")) == ([], ["R-2"])


def test_only_live_records_are_found(store, hand, found):
    record = store.records.by_reference("R-2")[1]
    (binned,) = hand.write(replace(record, state=State.BINNED))
    assert found("lorry") == []
    hand.write(replace(binned, state=State.LIVE))
    assert found("lorry") == ["R-2"]


def test_a_hit_says_which_register_and_which_parent_also_after_a_move(store, hand):
    one, other = hand.write(concern(), concern())
    (said,) = hand.write(statement(one, "An unmistakable sentence"))
    assert [(h.register, h.record, h.parent) for h in store.search.find("unmistakable")] == [
        ("statements", said.id, one.id)
    ]
    hand.write(replace(said, parent=other.id))
    assert [hit.parent for hit in store.search.find("unmistakable")] == [other.id]


def test_a_record_without_searchable_words_is_found_by_its_reference(store, hand):
    hand.write(concern("…", reference="SOC-2026-0099"))
    assert len(store.search.find("0099")) == 1
