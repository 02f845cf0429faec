import json

import pytest

from socdesk.keys.changing import (
    with_device_slot_added,
    with_new_root,
    with_passphrase_changed,
    with_passphrase_slot_added,
    with_recovery_renewed,
    with_slot_removed,
)
from socdesk.keys.errors import (
    LastPassphraseError,
    TamperedKeyFileError,
    TooManySlotsError,
    WeakPassphraseError,
    WrongDeviceError,
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from socdesk.keys.kdf import POLICY_FLOOR, KdfCost
from socdesk.keys.unlocking import unlock_with_device, unlock_with_passphrase, unlock_with_recovery

NEW = "harbour violin pepper cloud"


def slots_as_text(key_file):
    return [json.dumps(slot.as_json()) for slot in key_file.slots]


def slot_id_of(key_file, kind):
    return next(slot.id for slot in key_file.slots if slot.type == kind)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(desk):
    cost = KdfCost(POLICY_FLOOR.memory_kib, 4, 2)
    changed = with_passphrase_changed(desk.key_file, desk.root, desk.slot_id, NEW, cost=cost)
    unlocked = unlock_with_passphrase(changed, NEW)
    assert (unlocked.root_key, unlocked.slot_id) == (desk.root, desk.slot_id)
    assert changed.slots[0].cost == cost
    with pytest.raises(WrongPassphraseError):
        unlock_with_passphrase(changed, desk.passphrase)


def test_a_changed_passphrase_leaves_every_other_slot_byte_for_byte(desk):
    changed = with_passphrase_changed(desk.key_file, desk.root, desk.slot_id, NEW, cost=POLICY_FLOOR)
    before, after = slots_as_text(desk.key_file), slots_as_text(changed)
    assert after[1:] == before[1:]
    assert after[0] != before[0]
    assert changed.generation == desk.key_file.generation + 1
    assert unlock_with_recovery(changed, desk.words).root_key == desk.root
    assert unlock_with_device(changed, desk.device).root_key == desk.root


def test_the_same_passphrase_set_again_is_wrapped_afresh(desk):
    changed = with_passphrase_changed(desk.key_file, desk.root, desk.slot_id, desk.passphrase, cost=POLICY_FLOOR)
    old, new = desk.key_file.slots[0], changed.slots[0]
    assert old.salt != new.salt
    assert old.nonce != new.nonce
    assert old.ciphertext != new.ciphertext


def test_a_second_passphrase_opens_beside_the_first(desk):
    shared, slot_id = with_passphrase_slot_added(desk.key_file, desk.root, NEW, cost=POLICY_FLOOR)
    assert slots_as_text(shared)[:3] == slots_as_text(desk.key_file)
    assert unlock_with_passphrase(shared, NEW, first=slot_id).slot_id == slot_id
    assert unlock_with_passphrase(shared, desk.passphrase).slot_id == desk.slot_id


def test_renewed_words_open_and_the_old_ones_do_not(desk):
    renewed, words = with_recovery_renewed(desk.key_file, desk.root)
    assert unlock_with_recovery(renewed, words).root_key == desk.root
    with pytest.raises(WrongRecoveryWordsError):
        unlock_with_recovery(renewed, desk.words)
    assert renewed.generation == desk.key_file.generation + 1
    assert [slot.type for slot in renewed.slots].count("recovery") == 1


def test_a_removed_device_no_longer_opens(desk):
    removed = with_slot_removed(desk.key_file, desk.root, slot_id_of(desk.key_file, "device"))
    with pytest.raises(WrongDeviceError):
        unlock_with_device(removed, desk.device)
    assert unlock_with_recovery(removed, desk.words).root_key == desk.root


def test_the_last_passphrase_is_never_removed(desk):
    with pytest.raises(LastPassphraseError):
        with_slot_removed(desk.key_file, desk.root, desk.slot_id)


def test_a_desk_locked_anew_shares_only_its_identity_with_the_old_one(desk):
    anew = with_new_root(desk.key_file, desk.root, NEW, cost=POLICY_FLOOR)
    assert anew.root_key != desk.root
    assert anew.key_file.desk_id == desk.key_file.desk_id
    assert anew.key_file.created == desk.key_file.created
    assert anew.key_file.generation == desk.key_file.generation + 1
    assert anew.key_file.db_file == f"store-{anew.key_file.generation}.db"
    assert unlock_with_recovery(anew.key_file, anew.recovery_words).root_key == anew.root_key
    with pytest.raises(WrongRecoveryWordsError):
        unlock_with_recovery(anew.key_file, desk.words)
    with pytest.raises(WrongDeviceError):
        unlock_with_device(anew.key_file, desk.device)


CHANGES = {
    "passphrase": lambda key_file, root: with_passphrase_changed(
        key_file, root, key_file.slots[0].id, NEW, cost=POLICY_FLOOR
    ),
    "added": lambda key_file, root: with_passphrase_slot_added(key_file, root, NEW, cost=POLICY_FLOOR),
    "device": lambda key_file, root: with_device_slot_added(key_file, root, b"e" * 32),
    "words": with_recovery_renewed,
    "removed": lambda key_file, root: with_slot_removed(key_file, root, key_file.slots[2].id),
    "root": lambda key_file, root: with_new_root(key_file, root, NEW, cost=POLICY_FLOOR),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_no_change_seals_a_file_under_a_root_that_is_not_its_own(desk, other_desk, derivations, change):
    with pytest.raises(TamperedKeyFileError):
        change(desk.key_file, other_desk.root)
    assert derivations == []


def test_a_weak_new_passphrase_changes_nothing(desk, derivations):
    with pytest.raises(WeakPassphraseError):
        with_passphrase_changed(desk.key_file, desk.root, desk.slot_id, "short", cost=POLICY_FLOOR)
    with pytest.raises(WeakPassphraseError):
        with_passphrase_slot_added(desk.key_file, desk.root, "short", cost=POLICY_FLOOR)
    assert derivations == []


def test_a_slot_that_is_not_there_or_not_a_passphrase_is_not_changed(desk):
    for slot_id in ("0" * 16, slot_id_of(desk.key_file, "recovery")):
        with pytest.raises(LookupError):
            with_passphrase_changed(desk.key_file, desk.root, slot_id, NEW, cost=POLICY_FLOOR)
    with pytest.raises(LookupError):
        with_slot_removed(desk.key_file, desk.root, "0" * 16)


def test_a_full_key_file_takes_no_more_slots_but_still_renews_its_words(desk, derivations):
    full = desk.key_file
    while len(full.slots) < 16:
        full, _ = with_device_slot_added(full, desk.root, b"e" * 32)
    with pytest.raises(TooManySlotsError, match="16"):
        with_device_slot_added(full, desk.root, b"e" * 32)
    with pytest.raises(TooManySlotsError):
        with_passphrase_slot_added(full, desk.root, NEW, cost=POLICY_FLOOR)
    renewed, words = with_recovery_renewed(full, desk.root)
    assert unlock_with_recovery(renewed, words).root_key == desk.root
    assert derivations == []


def test_a_device_secret_has_32_bytes(desk):
    with pytest.raises(ValueError, match="32 bytes"):
        with_device_slot_added(desk.key_file, desk.root, b"short")
