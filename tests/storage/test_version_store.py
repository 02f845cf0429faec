"""Every version of every record, and the desk as after any line of the chain."""

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.records import concern

from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State
from socdesk.storage.deed_writer import Head
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.verify import check_changes


def test_a_history_holds_every_version_oldest_first(store, hand, three):
    (second,) = hand.write(replace(three[0], summary="Counted more cash"), actor="o2")
    first, newest = store.versions.history(second.id)
    assert (first.number, first.record.summary, first.actor) == (1, "Counted cash", "o1")
    assert (newest.number, newest.record.summary, newest.actor) == (2, "Counted more cash", "o2")
    assert newest.at == hand.now
    assert store.versions.history("nobody") == ()


def test_a_deed_says_what_it_wrote_who_did_it_and_why(store, hand, three):
    hand.write(concern(), concern(), words="Brought two in", why="As asked", actor="o2", undoes=1)
    deed = store.versions.deed(2)
    assert (deed.words, deed.why, deed.actor, deed.undoes) == ("Brought two in", "As asked", "o2", 1)
    assert [version.seq for version in store.versions.of_deed(2)] == [4, 5]
    assert [deed.number for deed in store.versions.deeds()] == [1, 2]
    assert store.versions.deed(3) is None


def test_a_register_is_seen_as_after_any_line(store, hand, three):
    (second,) = hand.write(replace(three[0], summary="Counted more cash", state=State.BINNED), actor="o2")
    as_of = [[r.summary for r in store.versions.as_of(CONCERNS, seq)] for seq in range(5)]
    assert as_of[0] == []
    assert as_of[3] == ["Counted cash", "Second hand phones", "A third thing"]
    assert as_of[4] == ["Counted more cash", "Second hand phones", "A third thing"]
    (again, *_) = store.versions.as_of(CONCERNS, 4)
    assert again == second


def test_a_head_is_found_by_moment_and_order_is_the_chain_s_even_when_the_clock_goes_back(store, hand):
    start = hand.now
    (first,) = hand.write(concern())
    hand.now = start - timedelta(days=2)
    hand.write(replace(first, summary="Written with a clock gone wrong"))
    assert store.versions.head_before(start).seq == 0
    assert store.versions.head_before(start + timedelta(seconds=2)).seq == 2
    assert store.versions.head_before(start + timedelta(seconds=2), no_later_than=1).seq == 1
    assert store.versions.began() == start + timedelta(seconds=1)
    assert check_changes(store) == []


def test_a_head_is_found_by_its_number_or_said_to_be_missing(store, three):
    assert store.versions.head_at(3) == store.writer.head
    assert store.versions.head_at(1).seq == 1
    with pytest.raises(KeyError):
        store.versions.head_at(4)


def test_an_empty_desk_has_no_head_and_no_beginning(store):
    assert store.writer.head == Head()
    assert store.versions.began() is None
    assert list(store.versions.as_of(CONCERNS, 0)) == []


def test_a_destroyed_body_leaves_the_chain_whole_and_the_history_without_its_text(store, hand, three):
    hand.write(replace(three[0], summary="What may stay"))
    store._connection._driver.execute("UPDATE changes SET body = NULL WHERE seq = 1")
    assert check_changes(store) == []
    gone, kept = store.versions.history(three[0].id)
    assert gone.record is None
    assert kept.record.summary == "What may stay"
    assert [r.summary for r in store.versions.as_of(CONCERNS, 3)] == ["Second hand phones", "A third thing"]


def test_a_body_of_which_a_page_was_emptied_is_damage_that_shows_no_text(store, hand):
    hand.write(concern("Second hand phones"))
    store._connection._driver.execute("UPDATE changes SET body = substr(body, 1, 20) || char(0, 0) || substr(body, 22)")
    with pytest.raises(DamagedDeskError) as caught:
        list(store.versions.as_of(CONCERNS, 1))
    assert caught.value.__suppress_context__
