"""Verify: whatever differs from what was written is named, and no finding holds record text."""

import pytest
from helpers.records import statement

from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.store import open_store
from socdesk.storage.verify import check_changes, check_events, check_pages, check_rows, check_search, counts
from tests.storage.conftest import NOW

CHECKS = (check_pages, check_changes, check_events, check_rows, check_search)


@pytest.fixture
def filled(store, hand, three):
    hand.write(statement(three[0]))
    for kind in ("unlocked", "exported"):
        store.events.add(kind, {"records": 3}, actor="o1", at=NOW)
    return store


def findings(store):
    return [words for check in CHECKS for words in check(store)]


def test_a_sound_desk_has_no_findings(filled):
    assert findings(filled) == []
    assert counts(filled)["Concerns"] == 3
    assert counts(filled)["Statements"] == 1


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        ("UPDATE changes SET body = replace(body, 'cash', 'cats') WHERE seq = 1", "changes: line 1"),
        ("UPDATE changes SET actor = 'o2' WHERE seq = 2", "changes: line 2"),
        ("UPDATE changes SET at = '2026-03-01' WHERE seq = 2", "changes: line 2"),
        ("UPDATE changes SET effective = '2027-01-01' WHERE seq = 3", "changes: line 3"),
        ("UPDATE changes SET copy = 'other' WHERE seq = 4", "changes: line 4"),
        ("DELETE FROM changes WHERE seq = 2", "changes: line 3"),
        ("UPDATE changes SET salt = '00' WHERE seq = 1", "changes: line 1"),
        ("UPDATE events SET detail = '{}' WHERE seq = 1", "events: line 1"),
        ("DELETE FROM events WHERE seq = 1", "events: line 2"),
        ("UPDATE concerns SET f_summary = 'Counted cats' WHERE reference = 'R1'", "Concerns: R1 differs"),
        ("UPDATE concerns SET restricted = 1 WHERE reference = 'R2'", "Concerns: R2 differs"),
        ("DELETE FROM concerns WHERE reference = 'R3'", "Concerns: R3 is missing"),
        ("UPDATE search_words SET words = 'cats' WHERE rowid = 1", "Search: R1"),
        ("UPDATE search_docs SET parent = 'other' WHERE number = 4", "Search: R4"),
        ("DELETE FROM search_docs WHERE number = 2", "Search: R2"),
        ("INSERT INTO search_docs VALUES (99, 'nobody', 'concerns', '')", "1 entries belong to no record"),
    ],
)
def test_what_was_changed_behind_its_back_is_named(filled, damage, words):
    filled._connection._driver.execute(damage)
    found = findings(filled)
    assert any(words in sentence for sentence in found), found
    assert not any("cash" in sentence or "cats" in sentence for sentence in found)


def test_a_current_record_without_any_version_is_counted(filled):
    driver = filled._connection._driver
    driver.execute("CREATE TEMP TABLE one AS SELECT * FROM concerns WHERE reference = 'R1'")
    driver.execute("UPDATE one SET id = 'nobody', reference = 'R77'")
    driver.execute("INSERT INTO concerns SELECT * FROM one")
    assert "Concerns: 1 current records have no version." in findings(filled)


def test_a_chain_that_was_written_anew_does_not_fit_what_was_sealed(filled, place, hand):
    filled.close()
    again = open_store(place, NOW)
    assert findings(again) == []
    again._connection._driver.execute("UPDATE checkpoints SET mac = ?", ("0" * 64,))
    assert findings(again) == ["Chain of changes: line 4 is not the one that was sealed."]
    again._connection._driver.execute("UPDATE checkpoints SET seq = 9")
    assert findings(again) == ["Chain of changes: 1 sealed lines are missing."]
    again.close()


def found_in(place):
    try:
        store = open_store(place, NOW)
    except DamagedDeskError as error:
        return [str(error)]
    found = findings(store)
    store.abandon()
    return found


def test_a_flipped_bit_in_any_page_is_found(filled, place):
    filled.close()
    sound = place.path.read_bytes()
    pages = len(sound) // 4096
    for page in (0, 1, 2, pages // 2, pages - 2, pages - 1):
        content = bytearray(sound)
        content[page * 4096 + 777] ^= 4
        place.path.write_bytes(content)
        assert found_in(place), page


def test_a_file_cut_at_a_page_is_found(filled, place):
    filled.close()
    place.path.write_bytes(place.path.read_bytes()[: -4096 * 3])
    assert found_in(place)


def test_a_desk_can_be_verified_again_and_again_while_it_is_worked_on(filled, hand):
    for number in range(3):
        assert findings(filled) == []
        hand.write(statement(filled.records.by_reference("R1")[1], f"More was said, {number}"))
    assert findings(filled) == []
