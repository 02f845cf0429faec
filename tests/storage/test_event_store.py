"""The chain of events, apart from the chain of changes."""

from socdesk.storage.chain import START
from socdesk.storage.store import open_store
from socdesk.storage.verify import check_events
from tests.storage.conftest import NOW


def test_events_are_kept_in_their_order_with_their_details(store, hand, place):
    store.events.add("unlocked", {"slot": "s1"}, actor="o1", at=NOW)
    store.events.add("exported", {"register": "concerns", "records": 3}, actor="o2", at=NOW)
    assert [(e.seq, e.kind, e.actor, dict(e.detail), e.at) for e in store.events.all()] == [
        (1, "unlocked", "o1", {"slot": "s1"}, NOW),
        (2, "exported", "o2", {"register": "concerns", "records": 3}, NOW),
    ]
    newest = store.events.line
    store.close()
    again = open_store(place, NOW)
    assert (again.events.seq, again.events.line, again.events.line_at(2)) == (2, newest, newest)
    again.events.add("unlocked", {}, actor="o1", at=NOW)
    assert check_events(again) == []
    assert again.events.line_at(9) == ""
    again.close()


def test_an_event_changes_no_record_and_moves_no_head_of_changes(store, three):
    head = store.writer.head
    store.events.add("exported", {}, actor="o1", at=NOW)
    assert store.writer.head == head
    assert store.events.line != START
