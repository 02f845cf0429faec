"""Every way in that must stay shut stays shut, and says the right thing (issue 4, acceptance 4 and 5)."""

import json
import shutil

import pytest
from helpers.shelf import Shelf
from keys.test_tampering import alterations, leaves, ways_to_open

from socdesk.desk import remembering
from socdesk.desk.admission import DeviceEndedError
from socdesk.desk.opening import House, new_desk, open_desk, open_with_recovery
from socdesk.desk.own_locks import change_own_passphrase
from socdesk.desk.patience import Patience
from socdesk.desk.remembering import forget_computer, open_remembered, remember_here
from socdesk.errors import UserFacingError
from socdesk.keys.errors import (
    CostOutOfPolicyError,
    DamagedKeyFileError,
    DeskTooNewError,
    ForeignKeyFileError,
    OldKeyFileError,
    TamperedKeyFileError,
    WrongDeviceError,
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.storage.faults import MissingDeskFileError

OWN, NEW = "quiet harbour velvet ladder", "seven kettles singing loud"
ALTERED = (
    TamperedKeyFileError, DamagedKeyFileError, DeskTooNewError, CostOutOfPolicyError, WrongDeviceError,
    MissingDeskFileError,
)  # fmt: skip


@pytest.fixture
def house(clock):
    """A house that never asks for patience."""
    seconds = iter(range(0, 10**9, 10**6))
    return House(clock=clock, patience=Patience(lambda: next(seconds)))


@pytest.fixture
def shelf(monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(remembering, "system_keyring", lambda: shelf)
    return shelf


@pytest.fixture
def other(tmp_path, house):
    """The key file of another desk with the same passphrase."""
    new_desk(tmp_path / "other", OWN, house, cost=POLICY_FLOOR).desk.lock()
    return tmp_path / "other" / "desk.json"


def refused(error, way):
    with pytest.raises(error) as caught:
        way()
    assert isinstance(caught.value, UserFacingError)
    assert caught.value.advice
    assert OWN not in str(caught.value)
    return caught.value.message


def test_no_leaf_of_the_key_file_can_be_altered_removed_or_taken_from_another_desk(desk, folder, house, shelf, other):
    remember_here(desk, OWN, 7)
    desk.lock()
    path = folder / "desk.json"
    whole, before = path.read_bytes(), {each.name: each.read_bytes() for each in folder.glob("store-*")}
    fields, others = json.loads(whole), json.loads(other.read_bytes())
    others["slots"].append(others["slots"][1])
    seen = {}
    for leaf, altered in alterations(fields, others):
        path.write_text(json.dumps(altered))
        message = refused(ALTERED, lambda: open_remembered(folder, house))
        assert "othing was changed" in message, (leaf, message)
        seen.setdefault(leaf, set()).add(message)
    assert seen.keys() == set(leaves(fields))
    assert {each.name: each.read_bytes() for each in folder.glob("store-*")} == before
    path.write_bytes(whole)
    open_remembered(folder, house).lock()
    assert callable(ways_to_open)


def test_an_older_key_file_put_back_is_refused(desk, folder, house):
    before = (folder / "desk.json").read_bytes()
    change_own_passphrase(desk, OWN, NEW)
    desk.lock()
    (folder / "desk.json").write_bytes(before)
    assert refused(OldKeyFileError, lambda: open_desk(folder, OWN, house)).startswith("An older copy of the desk's key")


def test_another_desks_whole_key_file_is_told_as_such(desk, folder, house, other):
    desk.lock()
    shutil.copy(other, folder / "desk.json")
    message = refused(ForeignKeyFileError, lambda: open_desk(folder, OWN, house))
    assert message.startswith("The key file in this folder belongs to another desk")


def test_a_sample_desks_key_file_is_told_as_such_and_a_turned_mark_opens_nothing(desk, folder, house, tmp_path):
    desk.lock()
    whole = (folder / "desk.json").read_text()
    new_desk(tmp_path / "sample", OWN, house, cost=POLICY_FLOOR, demo=True).desk.lock()
    shutil.copy(tmp_path / "sample" / "desk.json", folder / "desk.json")
    refused(ForeignKeyFileError, lambda: open_desk(folder, OWN, house))
    (folder / "desk.json").write_text(whole.replace('"demo": false', '"demo": true'))
    refused(WrongPassphraseError, lambda: open_desk(folder, OWN, house))


def test_a_wrong_passphrase_and_wrong_words_are_told(desk, folder, house, laid_out, other):
    desk.lock()
    assert refused(WrongPassphraseError, lambda: open_desk(folder, NEW, house)).startswith("That passphrase does not")
    words = laid_out.recovery_words.split()

    def recover(*typed):
        return refused(
            WrongRecoveryWordsError,
            lambda: open_with_recovery(folder, " ".join(typed), NEW, house, cost=POLICY_FLOOR),
        )

    assert recover(*words[:4], "xylophone", *words[5:]) == "Not in the list of recovery words: word 5 (xylophone)."
    assert recover(*words[:19]).startswith("There must be 20 recovery words, but 19 were given.")
    swapped = "academic" if words[6] != "academic" else "acid"
    assert "do not fit together" in recover(*words[:6], swapped, *words[7:])
    shutil.copy(other, folder / "desk.json")
    assert recover(*words).startswith("These recovery words are complete, but they do not open this desk.")


def test_a_device_whose_days_are_over_or_that_was_forgotten_is_told(desk, folder, house, shelf, clock):
    remember_here(desk, OWN, 1)
    desk.lock()
    clock.forward(days=2)
    message = refused(DeviceEndedError, lambda: open_remembered(folder, house))
    assert message.startswith("This computer remembered the desk until 3 March 2026")
    opened = open_desk(folder, OWN, house)
    remember_here(opened, OWN, 1)
    kept = dict(shelf.kept)
    forget_computer(opened, OWN, remembering.remembering(opened).computers[0].slot)
    opened.lock()
    shelf.kept = kept
    message = refused(WrongDeviceError, lambda: open_remembered(folder, house))
    assert message.startswith("This computer no longer opens the desk by itself")
