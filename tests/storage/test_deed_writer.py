"""Deeds as they are written: numbers, counters, and nothing half done."""

from dataclasses import replace

import pytest
from helpers.records import concern, statement

from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.register import State
from socdesk.storage.store import open_store


class HaltedError(Exception):
    pass


def test_deeds_are_numbered_without_gaps(store, hand):
    hand.write(concern())
    with pytest.raises(HaltedError), store.writer.deed(hand.line()) as opened:
        hand._put(opened, concern())
        raise HaltedError
    hand.write(concern())
    assert [deed.number for deed in store.versions.deeds()] == [1, 2]


def test_a_deed_that_writes_nothing_leaves_no_trace(store, hand):
    hand.write()
    assert store.versions.deeds() == ()
    hand.write(concern())
    assert [deed.number for deed in store.versions.deeds()] == [1]


def test_a_counter_goes_on_where_it_stood_and_back_when_the_deed_fails(store, hand, place):
    def number():
        with store.writer.deed(hand.line()) as opened:
            return [store.writer.next_number(opened, "a") for _ in range(2)]

    assert number() == [1, 2]
    with pytest.raises(HaltedError), store.writer.deed(hand.line()) as opened:
        assert store.writer.next_number(opened, "a") == 3
        raise HaltedError
    assert number() == [3, 4]
    store.close()
    again = open_store(place, hand.now)
    with again.writer.deed(hand.line()) as opened:
        assert again.writer.next_number(opened, "a") == 5
        assert again.writer.next_number(opened, "b") == 1
    again.close()


def test_a_desk_opened_again_goes_on_where_its_chain_ended(store, hand, place):
    hand.write(concern(), concern())
    head = store.writer.head
    store.close()
    again = open_store(place, hand.now)
    assert again.writer.head == head
    again.close()


def test_children_are_read_inside_the_transaction(store, hand):
    (parent,) = hand.write(concern())
    with store.writer.deed(hand.line()) as opened:
        one, two = (hand._put(opened, statement(parent, text)) for text in ("One", "Two"))
        gone = hand._put(opened, replace(one, state=State.BINNED))
        assert store.writer.children(STATEMENTS, parent.id, State.LIVE) == (two,)
        assert store.writer.children(STATEMENTS, parent.id, State.BINNED) == (gone,)
        assert store.writer.current(CONCERNS, parent.id) == parent


def test_what_went_with_its_parent_is_told_from_what_went_before(store, hand):
    (parent,) = hand.write(concern())
    early, late = hand.write(statement(parent, "Early"), statement(parent, "Late"))
    hand.write(replace(early, state=State.BINNED))
    gone, late = hand.write(replace(parent, state=State.BINNED), replace(late, state=State.BINNED))
    assert store.writer.gone_with(STATEMENTS, gone) == (late,)
