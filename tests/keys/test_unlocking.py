import unicodedata
from base64 import b64encode
from pathlib import Path

import pytest

from socdesk.keys.changing import with_passphrase_slot_added
from socdesk.keys.derive import desk_key
from socdesk.keys.errors import WrongDeviceError, WrongPassphraseError, WrongRecoveryWordsError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_device, unlock_with_passphrase, unlock_with_recovery

ACCENTED = "pluie d'été à Genève"


@pytest.fixture(scope="module")
def shared(desk):
    """The desk with a second passphrase, and the id of its slot."""
    return with_passphrase_slot_added(desk.key_file, desk.root, ACCENTED, cost=POLICY_FLOOR)


def test_passphrase_words_and_device_all_give_the_same_root(desk):
    by_type = {slot.type: slot.id for slot in desk.key_file.slots}
    for unlocked, kind in (
        (unlock_with_passphrase(desk.key_file, desk.passphrase), "passphrase"),
        (unlock_with_recovery(desk.key_file, desk.words), "recovery"),
        (unlock_with_device(desk.key_file, desk.device), "device"),
    ):
        assert unlocked.root_key == desk.root
        assert unlocked.slot_id == by_type[kind]


def test_a_wrong_passphrase_is_told_and_not_repeated(desk):
    with pytest.raises(WrongPassphraseError, match="does not open this desk") as caught:
        unlock_with_passphrase(desk.key_file, "kettle orbit lantern moth")
    assert "moth" not in str(caught.value)


@pytest.mark.parametrize("passphrase", ["", "\udcff"])
def test_what_could_never_be_a_passphrase_is_only_a_wrong_one(desk, passphrase):
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(desk.key_file, passphrase)


def test_an_accent_typed_as_two_characters_opens_too(shared):
    key_file, slot_id = shared
    decomposed = unicodedata.normalize("NFD", ACCENTED)
    assert decomposed != ACCENTED
    assert unlock_with_passphrase(key_file, decomposed, first=slot_id).slot_id == slot_id


def test_the_slot_last_used_here_is_tried_first(desk, shared, derivations):
    key_file, slot_id = shared
    assert unlock_with_passphrase(key_file, ACCENTED, first=slot_id).slot_id == slot_id
    assert len(derivations) == 1


def test_without_a_hint_or_with_a_stale_one_every_slot_is_tried(desk, shared, derivations):
    key_file, slot_id = shared
    assert unlock_with_passphrase(key_file, ACCENTED, first="0" * 16).slot_id == slot_id
    assert len(derivations) == 2


def test_another_desks_words_are_told_from_mistyped_ones(desk, other_desk):
    with pytest.raises(WrongRecoveryWordsError, match="complete, but they do not open this desk"):
        unlock_with_recovery(desk.key_file, other_desk.words)


def test_a_secret_does_not_open_a_slot_of_another_kind(desk, derivations):
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(desk.key_file, b64encode(desk.device).decode())
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(desk.key_file, desk.words)
    with pytest.raises(WrongDeviceError):
        unlock_with_device(desk.key_file, b"x" * 32)
    assert len(derivations) == 2


def test_a_key_file_of_the_first_version_opens_for_ever():
    key_file = read_key_file(Path(__file__).parent / "desk_v1.json")
    by_passphrase = unlock_with_passphrase(key_file, "an old desk, made for keeps")
    by_words = unlock_with_recovery(key_file, (Path(__file__).parent / "desk_v1.words").read_text("ascii"))
    assert by_passphrase.root_key == by_words.root_key
    assert desk_key(by_words.root_key).hex() == "63fd49fdb8e7911d6327fe685a390b01cc8f8eb3ae89c54f45a92d5172dab724"
    assert key_file.demo
