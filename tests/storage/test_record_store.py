"""Current records: which, in what order, how many."""

from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.records import concern, statement

from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.register import State
from socdesk.storage.engine import connect
from socdesk.storage.faults import DeskTooNewError
from socdesk.storage.record_store import Query


def summaries(store, **query):
    return [record.summary for record in store.records.page(CONCERNS, Query(**query))]


def test_a_record_comes_back_as_it_was_written(store, three, get):
    assert [get(record) for record in three] == list(three)
    assert get(replace(three[0], id="nobody")) is None


def test_a_page_is_ordered_as_its_register_is_unless_asked_otherwise(store, three):
    assert summaries(store) == ["A third thing", "Second hand phones", "Counted cash"]
    assert summaries(store, order=("received",))[0] == "Counted cash"
    assert summaries(store, order=("summary",))[0] == "A third thing"


def test_a_page_starts_and_ends_where_it_is_told(store, three):
    assert summaries(store, offset=1, limit=1) == ["Second hand phones"]
    assert store.records.ids(CONCERNS, Query(offset=1)) == tuple(record.id for record in three[1::-1])
    assert store.records.count(CONCERNS, Query()) == 3


def test_columns_are_compared_as_their_fields_store_them(store, hand, three):
    hand.write(concern("With a ward", ward="BEESTON_CENTRAL", outcome=""))
    assert summaries(store, equal={"ward": "BEESTON_CENTRAL"}) == ["With a ward"]
    received = CONCERNS.fields["received"].to_column(three[1].received)
    assert summaries(store, equal={"received": received}) == ["Second hand phones"]
    assert len(summaries(store, equal={"closed": None})) == 4
    assert summaries(store, equal={"reference": three[2].reference}) == ["A third thing"]


def test_records_are_counted_by_a_value_and_narrowed_to_some_of_its_values(store, hand, three):
    hand.write(replace(three[0], status="ROUTED"), concern("Binned", state=State.BINNED))
    assert store.records.counts(CONCERNS, "status", Query()) == {"NEW": 2, "ROUTED": 1}
    assert summaries(store, among={"status": ("ROUTED", "CLOSED")}) == ["Counted cash"]
    assert summaries(store, among={"status": ()}) == []


@pytest.mark.parametrize(
    "asked",
    [
        "SELECT id FROM concerns WHERE state = 'live' AND f_status IN ('NEW', 'ROUTED') ORDER BY f_received DESC, id",
        "SELECT f_status, count(*) FROM concerns WHERE state = 'live' GROUP BY f_status",
        "SELECT created_by FROM concerns WHERE restricted = 1 AND created_by != 'me'",
    ],
)
def test_a_long_log_is_listed_and_counted_without_opening_its_records(place, store, asked):
    connection = connect(place.path, place.key, writing=False)
    plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {asked}")]
    connection.close()
    assert "COVERING INDEX" in plan[0]


def test_only_live_records_are_given_unless_others_are_asked_for(store, hand, three):
    hand.write(replace(three[0], state=State.BINNED), replace(three[1], state=State.VOID))
    assert summaries(store) == ["A third thing"]
    assert summaries(store, states=(State.BINNED,)) == ["Counted cash"]
    assert len(summaries(store, states=tuple(State))) == 3


def test_children_are_found_by_their_parents_and_left_out_with_them(store, hand, three):
    said = hand.write(*(statement(parent) for parent in three))
    parents = (three[0].id, three[2].id)
    assert {s.parent for s in store.records.page(STATEMENTS, Query(parents=parents))} == set(parents)
    without = Query(without=frozenset({three[0].id, said[1].id}))
    assert [s.parent for s in store.records.page(STATEMENTS, without)] == [three[2].id]
    assert store.records.count(STATEMENTS, without) == 1
    assert store.records.count(STATEMENTS, Query(parents=())) == 0


def test_a_block_keeps_the_order_asked_for_and_leaves_out_what_is_missing(store, three):
    ids = [three[2].id, "nobody", three[0].id]
    assert store.records.block(CONCERNS, ids) == (three[2], three[0])
    assert store.records.block(CONCERNS, []) == ()


def test_a_block_may_be_of_any_size(store, three):
    assert store.records.block(CONCERNS, [*map(str, range(40_000)), three[1].id]) == (three[1],)
    assert store.records.count(CONCERNS, Query(without=frozenset(map(str, range(40_000))))) == 3


def test_a_record_is_found_by_id_and_by_reference_whatever_its_register(store, hand, three):
    (said,) = hand.write(statement(three[0]))
    assert store.records.find(said.id) == (STATEMENTS, said)
    assert store.records.by_reference(said.reference) == (STATEMENTS, said)
    assert store.records.find("nobody") is None
    assert store.records.by_reference("R99") is None


def test_restricted_records_are_told_apart_by_who_made_them(store, hand, three):
    (other,) = hand.write(concern(restricted=True), actor="o2")
    (own,) = hand.write(concern(restricted=True))
    assert store.records.restricted_ids(CONCERNS) == {other.id, own.id}
    assert store.records.restricted_ids(CONCERNS, besides="o1") == {other.id}


def test_times_and_authors_are_those_of_the_first_and_the_last_version(store, hand, three, get):
    hand.now += timedelta(days=3)
    (changed,) = hand.write(replace(three[0], summary="Counted more cash"), actor="o2")
    found = get(changed)
    assert (found.created_by, found.created_at) == ("o1", three[0].created_at)
    assert (found.changed_by, found.changed_at, found.version) == ("o2", hand.now, 2)


def test_a_record_that_a_newer_program_wrote_is_refused_rather_than_stripped(store, three, get):
    driver = store._connection._driver
    driver.execute("UPDATE changes SET schema = 99 WHERE record = ?", (three[0].id,))
    with pytest.raises(DeskTooNewError):
        get(three[0])
