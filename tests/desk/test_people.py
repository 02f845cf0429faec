"""Several people on one desk: each opens it under their own name, some for a time, and the log tells them apart."""

import json
from datetime import UTC, date, datetime

import pytest
from helpers.records import concern

from socdesk.desk.admission import LeaveEndedError, LeaveNotBegunError, LeaveTakenAwayError
from socdesk.desk.deeds import Deed
from socdesk.desk.log_words import log_of
from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.own_locks import change_own_passphrase
from socdesk.desk.people import (
    Leave,
    NobodyLeftError,
    NotForDeputiesError,
    Passphrases,
    Standing,
    UnknownPersonError,
    add_person,
    change_person,
    people_of,
    person_called,
    remove_person,
)
from socdesk.errors import InvalidRecordError
from socdesk.files import NotWrittenError
from socdesk.keys.errors import PassphraseTakenError, WeakPassphraseError, WrongPassphraseError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.values import Span

OWN, THEIRS, NEW = "quiet harbour velvet ladder", "copper meadow lantern tide", "seven kettles singing loud"
DEPUTY = "Dana Example"
BOTH = Passphrases(OWN, THEIRS)
MARCH = Span(date(2026, 3, 9), date(2026, 3, 20))


@pytest.fixture
def shared(desk):
    """A desk that a deputy can open too, without a last day."""
    add_person(desk, BOTH, Leave(DEPUTY))
    return desk


def slots_in(folder):
    return {each["id"]: json.dumps(each) for each in json.loads((folder / "desk.json").read_text())["slots"]}


def log(desk):
    """Who did what, newest first, without the locking."""
    return [(line.who, line.what) for line in log_of(desk) if line.what != "Locked the desk"]


def person(desk, name=DEPUTY):
    return person_called(desk, name)


def test_each_person_opens_the_desk_under_their_own_name(shared, folder, house):
    shared.lock()
    theirs = open_desk(folder, THEIRS, house)
    theirs.do(Deed(words="Saved", puts=(concern("Told by the deputy"),)))
    [saved] = theirs.read.page(CONCERNS)
    assert theirs.title_of(theirs.catalogue.get("officers"), saved.created_by) == DEPUTY
    assert log(theirs)[:2] == [
        (DEPUTY, "Unlocked the desk"),
        ("Chief Communities Officer", f"Let a person open the desk. {DEPUTY}"),
    ]
    lead, deputy = people_of(theirs)
    assert (lead.name, lead.is_self, lead.access_words) == ("Chief Communities Officer", False, "Always")
    assert (deputy.name, deputy.is_self, deputy.standing) == (DEPUTY, True, Standing.NOW)
    assert lead.opened < deputy.opened
    theirs.lock()


def test_no_name_and_no_day_stands_in_the_key_file(desk, folder):
    add_person(desk, BOTH, Leave(DEPUTY, MARCH))
    kept = (folder / "desk.json").read_text()
    assert "Dana" not in kept
    assert "2026-03-09" not in kept
    assert "2026-03-20" not in kept


def test_a_changed_passphrase_leaves_the_others_byte_for_byte(shared, folder, house):
    before = slots_in(folder)
    shared.lock()
    theirs = open_desk(folder, THEIRS, house)
    change_own_passphrase(theirs, THEIRS, NEW)
    after = slots_in(folder)
    changed = [slot for slot in before if before[slot] != after[slot]]
    theirs.lock()
    assert len(changed) == 1
    assert before.keys() == after.keys()
    open_desk(folder, OWN, house).lock()
    open_desk(folder, NEW, house).lock()
    with pytest.raises(WrongPassphraseError):
        open_desk(folder, THEIRS, house)


def test_a_deputy_comes_in_between_the_first_day_and_the_last_and_the_log_has_the_rest(desk, folder, house, clock):
    add_person(desk, BOTH, Leave(DEPUTY, MARCH))
    assert person(desk).standing is Standing.LATER
    desk.lock()
    with pytest.raises(LeaveNotBegunError, match=r"from 9 March 2026\. It stays locked"):
        open_desk(folder, THEIRS, house)
    clock.now = datetime(2026, 3, 9, 0, 5, tzinfo=UTC)
    open_desk(folder, THEIRS, house).lock()
    clock.now = datetime(2026, 3, 20, 23, 50, tzinfo=UTC)
    open_desk(folder, THEIRS, house).lock()
    clock.now = datetime(2026, 3, 21, 0, 5, tzinfo=UTC)
    with pytest.raises(LeaveEndedError, match=r"ended on 20 March 2026\. It stays locked"):
        open_desk(folder, THEIRS, house)
    opened = open_desk(folder, OWN, house)
    assert log(opened)[1:5] == [
        (DEPUTY, "Was refused at the door. After the last day"),
        (DEPUTY, "Unlocked the desk"),
        (DEPUTY, "Unlocked the desk"),
        (DEPUTY, "Was refused at the door. Before the first day"),
    ]
    assert person(opened).access_words == "Ended on 20 March 2026"
    assert opened.notices == ()
    opened.lock()
    clock.now = datetime(2026, 3, 10, 12, tzinfo=UTC)  # set back
    with pytest.raises(LeaveEndedError):
        open_desk(folder, THEIRS, house)


def test_a_deputy_cannot_say_who_else_comes_in_or_for_how_long(desk, folder, house, clock):
    add_person(desk, BOTH, Leave(DEPUTY, MARCH))
    lead = person(desk, "Chief Communities Officer").id
    desk.lock()
    clock.now = datetime(2026, 3, 10, 12, tzinfo=UTC)
    theirs = open_desk(folder, THEIRS, house)
    for deed in (
        lambda: add_person(theirs, Passphrases(THEIRS, NEW), Leave("Another")),
        lambda: change_person(theirs, THEIRS, theirs.actor, Leave(DEPUTY)),
        lambda: remove_person(theirs, THEIRS, lead),
    ):
        with pytest.raises(NotForDeputiesError):
            deed()
    change_own_passphrase(theirs, THEIRS, NEW)
    theirs.lock()


def test_a_removed_person_opens_nothing_and_what_they_did_keeps_their_name(shared, folder, house):
    before = slots_in(folder)
    remove_person(shared, OWN, person(shared).id)
    assert len(slots_in(folder)) == len(before) - 1
    assert slots_in(folder).items() < before.items()
    assert [each.name for each in people_of(shared)] == ["Chief Communities Officer"]
    assert log(shared)[0][1] == f"Removed a person. {DEPUTY}"
    shared.lock()
    with pytest.raises(WrongPassphraseError):
        open_desk(folder, THEIRS, house)


def test_a_removed_person_whose_slot_was_put_back_is_refused_and_logged(shared, folder, house, monkeypatch):
    monkeypatch.setattr("socdesk.desk.people.write_keys", lambda *_: None)  # as if the key file had been restored
    remove_person(shared, OWN, person(shared).id)
    shared.lock()
    with pytest.raises(LeaveTakenAwayError):
        open_desk(folder, THEIRS, house)
    opened = open_desk(folder, OWN, house)
    assert log(opened)[1] == (DEPUTY, "Was refused at the door. Removed")
    opened.lock()


def test_the_last_who_can_open_it_for_good_is_kept(desk):
    add_person(desk, BOTH, Leave(DEPUTY, MARCH))
    with pytest.raises(NobodyLeftError):
        remove_person(desk, OWN, desk.actor)
    with pytest.raises(NobodyLeftError):
        change_person(desk, OWN, desk.actor, Leave("Lead Officer", MARCH))
    change_person(desk, OWN, person(desk).id, Leave(DEPUTY))
    change_person(desk, OWN, desk.actor, Leave("Lead Officer", MARCH))
    assert person(desk, "Lead Officer").access == MARCH


def test_a_person_can_be_renamed_and_is_found_by_name_or_reference(shared):
    change_person(shared, OWN, shared.actor, Leave("  Robin   Sample "))
    assert person(shared, "robin sample").reference == person(shared, "o01").reference == "O01"
    with pytest.raises(UnknownPersonError):
        person(shared, "Nobody")


@pytest.mark.parametrize(
    ("passphrases", "leave", "error"),
    [
        (Passphrases("wrong one altogether", THEIRS), Leave(DEPUTY), WrongPassphraseError),
        (Passphrases(OWN, "short"), Leave(DEPUTY), WeakPassphraseError),
        (Passphrases(OWN, OWN), Leave(DEPUTY), PassphraseTakenError),
        (BOTH, Leave("  "), InvalidRecordError),
        (BOTH, Leave("chief communities OFFICER"), InvalidRecordError),
        (BOTH, Leave(DEPUTY, Span(date(2026, 3, 2), date(2026, 3, 1))), InvalidRecordError),
    ],
)
def test_what_cannot_be_changes_nothing(desk, folder, passphrases, leave, error):
    before, heads = (folder / "desk.json").read_bytes(), desk.store.heads
    with pytest.raises(error):
        add_person(desk, passphrases, leave)
    assert (folder / "desk.json").read_bytes() == before
    assert desk.store.heads == heads


def test_two_people_never_have_the_same_passphrase(shared):
    with pytest.raises(PassphraseTakenError):
        change_own_passphrase(shared, OWN, THEIRS)


def test_a_person_whose_slot_could_not_be_written_is_taken_back(desk, monkeypatch):
    def full(*_):
        raise NotWrittenError("The disk is full.")

    monkeypatch.setattr("socdesk.desk.people.write_keys", full)
    with pytest.raises(NotWrittenError):
        add_person(desk, BOTH, Leave(DEPUTY))
    assert [each.name for each in people_of(desk)] == ["Chief Communities Officer"]


def test_a_person_whose_slot_a_kill_left_unwritten_is_shown_without_a_passphrase(desk, folder, house):
    before = (folder / "desk.json").read_bytes()
    add_person(desk, BOTH, Leave(DEPUTY))
    desk.store.meta.set(least_generation="1")
    (folder / "desk.json").write_bytes(before)
    assert person(desk).standing is Standing.NO_SLOT
    remove_person(desk, OWN, person(desk).id)
    assert len(people_of(desk)) == 1


def test_when_who_made_the_recovery_words_is_gone_they_stand_for_somebody_who_stays(shared, laid_out, folder, house):
    lead = shared.actor
    shared.lock()
    theirs = open_desk(folder, THEIRS, house)
    remove_person(theirs, THEIRS, lead)
    theirs.lock()
    made = open_with_recovery(folder, laid_out.recovery_words, NEW, house, cost=POLICY_FLOOR)
    assert log(made.desk)[0] == (DEPUTY, "Opened the desk with the recovery words")
    made.desk.lock()
    open_desk(folder, NEW, house).lock()
