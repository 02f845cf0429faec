"""Any register as at a past day, in words; close records masked; days outside refused in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from helpers.records import concern, source, statement

from socdesk.desk.deeds import Deed
from socdesk.desk.past_day import (
    as_at_words,
    past_day_entered,
    past_detail,
    past_register,
    past_rows,
    registers_to_look_at,
)
from socdesk.errors import UserFacingError
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, STATEMENTS
from socdesk.registers.register import State

THEN = date(2026, 3, 10)


@pytest.fixture
def past(desk, clock):
    """A concern with a statement and a source, and a close one; all of it was changed after THEN."""
    clock.now = datetime(2026, 3, 10, 9, tzinfo=UTC)
    one, close = concern("A van by the yard"), concern("Guarded", restricted=True, restriction_reason="CSE")
    one, close, said, told = desk.do(
        Deed(words="Then", puts=(one, close, statement(one, "He was seen"), source(one, name="Rowan Example")))
    ).records
    clock.now = datetime(2026, 4, 1, 9, tzinfo=UTC)
    desk.do(Deed(words="Since", puts=(replace(one, summary="A lorry"), replace(said, state=State.BINNED))))
    clock.now = datetime(2026, 4, 2, 9, tzinfo=UTC)
    return one, close, said, told


def test_rows_and_details_are_as_they_stood(desk, past):
    one, close, _said, _told = past
    found = past_register(desk, CONCERNS, THEN)
    assert {each.id for each in found.records} == {one.id, close.id}
    rows = {row.id: row for row in past_rows(desk, found, tuple(r.id for r in found.records), frozenset())}
    assert "A van by the yard" in rows[one.id].spoken
    assert rows[close.id].masked
    assert "Guarded" not in rows[close.id].spoken
    detail = past_detail(desk, found, one.id, frozenset())
    assert detail.title == "A van by the yard"
    assert ["He was seen" in event.note for event in detail.events] == [True]
    assert past_detail(desk, found, close.id, frozenset()).masked
    assert past_detail(desk, found, close.id, frozenset({close.id})).title == "Guarded"
    assert past_detail(desk, found, "0" * 32, frozenset()) is None
    assert past_register(desk, CONCERNS, date(2026, 3, 9)).records == ()


def test_searching_finds_words_but_not_those_that_are_masked(desk, past):
    one, close, _said, _told = past
    found = past_register(desk, CONCERNS, THEN)
    assert found.matching("YARD van") == (one.id,)
    assert found.matching("guarded") == ()
    assert found.matching(close.reference) == (close.id,)


def test_a_source_is_masked_and_so_is_what_belongs_to_a_record_restricted_since(desk, past):
    one, _close, said, told = past
    assert past_register(desk, CONCERN_SOURCES, THEN).close == {told.id}
    assert past_register(desk, STATEMENTS, THEN).close == set()
    now = desk.read.get(CONCERNS, one.id)
    desk.do(Deed(words="Closed off", puts=(replace(now, restricted=True, restriction_reason="CSE"),)))
    assert past_register(desk, STATEMENTS, THEN).close == {said.id}
    assert one.id in past_register(desk, CONCERNS, THEN).close


def test_a_day_is_typed_as_in_any_form_and_a_day_outside_is_refused_in_words(desk, past):
    assert past_day_entered(desk, "10/3/26") == THEN
    assert as_at_words(THEN) == "As at 10 March 2026. Nothing here can be changed."
    for text, said in (
        ("31 feb", "is not a day"),
        ("", "No day was typed"),
        ("1/1/2001", "This desk began on 2 March 2026 and knows nothing as at 1 January 2001"),
        ("1/1/2030", "has not come yet"),
    ):
        with pytest.raises(UserFacingError, match=said):
            past_day_entered(desk, text)


def test_those_that_stand_for_themselves_come_first(desk):
    parents = [bool(each.parent) for each in registers_to_look_at(desk)]
    assert parents == sorted(parents)
