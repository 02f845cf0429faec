"""Verifying a whole desk."""

from dataclasses import replace

import pytest
from desk.conftest import PASSPHRASE

from socdesk.desk.deeds import Deed
from socdesk.desk.opening import new_desk, open_desk
from socdesk.desk.verifying import accept, verify
from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.storage.witness import WITNESS_FILE


def checked(desk):
    return verify(desk, SilentProgress())


def meddle(desk, sql):
    with desk.store._connection.transaction():
        desk.store._connection.run_sql(sql)


def test_a_new_desk_is_sound_and_its_records_are_counted(desk):
    found = checked(desk)
    assert (found.sound, found.findings) == (True, ())
    assert found.counts["Actions"] == 15
    assert (found.changes, found.head) == (desk.store.heads.changes, desk.store.heads.change_line)


def test_the_outcome_is_noted(desk):
    checked(desk)
    event = desk.store.events.all()[-1]
    assert (event.kind, event.detail) == ("verified", {"findings": 0})


@pytest.mark.parametrize(
    ("sql", "finding"),
    [
        ("UPDATE actions SET f_rag = 'GREEN' WHERE reference = 'A07'", "Actions: A07 differs from its last version."),
        ("DELETE FROM actions WHERE reference = 'A07'", "Actions: A07 is missing from the current records."),
        (
            "UPDATE changes SET body = replace(body, 'live', 'void') WHERE seq = 3",
            "Chain of changes: line 3 is broken or missing.",
        ),
        ("UPDATE changes SET previous = 'x' WHERE seq = 3", "Chain of changes: line 3 is broken or missing."),
        ("DELETE FROM events WHERE seq = 1", "Chain of events: line 2 is broken or missing."),
        ("UPDATE search_docs SET record = 'x' WHERE number = 1", "Search: 1 entries belong to no record."),
    ],
)
def test_what_another_hand_changed_is_found(desk, sql, finding):
    desk.record_event("test")
    desk.record_event("test")
    meddle(desk, sql)
    found = checked(desk)
    assert finding in found.findings
    assert not found.sound


def test_no_finding_holds_record_text(desk):
    meddle(desk, "UPDATE actions SET f_title = 'Meddled'")
    assert not any("Meddled" in words for words in checked(desk).findings)
    assert len(checked(desk).findings) == 15


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7, 0.9])
def test_a_damaged_page_is_a_finding_and_not_a_crash(desk, folder, place):
    for number in range(40):
        [action] = [one for one in desk.read.page(ACTIONS) if one.reference == "A07"]
        desk.do(Deed(words="Write", puts=(replace(action, next_step=f"Step {number} " * 100),)))
    desk.store.checkpoint()
    [path] = folder.glob("store-*.db")
    with path.open("r+b") as file:
        file.seek(int(path.stat().st_size * place))
        file.write(b"x" * 64)
    found = checked(desk)
    assert any(words.startswith("Page check") for words in found.findings)
    assert not found.sound


def test_reasons_not_to_trust_the_file_are_findings_until_a_person_accepts_the_desk(folder, house):
    new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()
    (folder / WITNESS_FILE).unlink()
    for expected in (False, True):
        desk = open_desk(folder, PASSPHRASE, house)
        assert checked(desk).sound is expected
        accept(desk)
        desk.lock()


def test_verifying_can_be_stopped(desk):
    progress = CancellableProgress(lambda _done, _total, _words: progress.cancel())
    with pytest.raises(CancelledError):
        verify(desk, progress)


def test_taking_a_desk_as_it_stands_is_noted(desk):
    accept(desk)
    assert desk.store.events.all()[-1].kind == "taken as it stands"


def test_a_wrong_clock_is_remarked_upon_and_is_no_reason_to_distrust_the_desk(folder, house, clock):
    desk = new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR).desk
    desk.record_event("test")
    assert checked(desk).remarks == ()
    clock.forward(days=-2)
    desk.record_event("test")
    [action] = [one for one in desk.read.page(ACTIONS) if one.reference == "A07"]
    desk.do(Deed(words="Write", puts=(replace(action, next_step="One"),)))
    found = checked(desk)
    assert found.sound
    assert found.remarks == (
        f"Chain of changes: at line {desk.store.heads.changes} the computer’s clock was behind an earlier line.",
        "Chain of events: at line 3 the computer’s clock was behind an earlier line.",
    )
    assert checked(desk).remarks[1].endswith("earlier line. So was it at 1 more.")
    desk.lock()
