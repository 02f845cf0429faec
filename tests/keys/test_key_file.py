import dataclasses
import json
import os
import stat
from base64 import b64encode
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest

from socdesk.files import NotWrittenError
from socdesk.keys import key_file as key_file_module
from socdesk.keys.derive import RootKey, desk_key
from socdesk.keys.errors import OldKeyFileError, TamperedKeyFileError, WeakPassphraseError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.key_file import check_generation, create, write_key_file
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_passphrase


def summer_noon():
    return datetime(2026, 7, 1, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def test_what_is_written_is_read_back_the_same(tmp_path, desk):
    write_key_file(tmp_path / "desk.json", desk.key_file)
    assert read_key_file(tmp_path / "desk.json") == desk.key_file


def test_a_new_desk_says_when_it_was_made_and_starts_with_generation_1(desk):
    assert desk.key_file.created == datetime(2026, 3, 5, 12, 0, 0, tzinfo=UTC)
    assert desk.key_file.db_file == "store-1.db"
    assert desk.key_file.demo is False
    assert len(desk.key_file.desk_id) == 16
    made = create("kettle orbit lantern", cost=POLICY_FLOOR, clock=summer_noon, demo=True)
    assert made.key_file.generation == 1
    assert made.key_file.demo is True
    assert made.key_file.as_json()["created"] == "2026-07-01T11:00:00Z"


def test_two_desks_with_one_passphrase_share_nothing(desk, other_desk):
    assert desk.passphrase == other_desk.passphrase
    assert desk.key_file.desk_id != other_desk.key_file.desk_id
    assert desk.words != other_desk.words
    assert desk_key(desk.root) != desk_key(other_desk.root)
    assert not {slot.salt for slot in desk.key_file.slots} & {slot.salt for slot in other_desk.key_file.slots}


def test_a_weak_passphrase_makes_no_desk():
    with pytest.raises(WeakPassphraseError):
        create("too short", cost=POLICY_FLOOR, clock=summer_noon)


def test_no_repr_shows_a_key_or_the_words(desk):
    made = create(desk.passphrase, cost=POLICY_FLOOR, clock=summer_noon)
    unlocked = unlock_with_passphrase(made.key_file, desk.passphrase)
    shown = f"{made!r} {made} {unlocked!r} {unlocked}"
    key = made.root_key.expose()
    for secret in (repr(key), key.hex(), b64encode(key).decode(), desk.passphrase, made.recovery_words):
        assert secret not in shown
    words = made.recovery_words.split()
    assert not [pair for pair in pairwise(words) if " ".join(pair) in shown]


def test_the_file_holds_no_secret_in_any_usual_form(desk):
    written = json.dumps(desk.key_file.as_json())
    key = desk.root.expose()
    for secret in (key.hex(), b64encode(key).decode(), b64encode(desk.device).decode(), desk.passphrase):
        assert secret not in written


def test_slot_ids_tell_nothing_and_differ(desk, other_desk):
    ids = [slot.id for key_file in (desk.key_file, other_desk.key_file) for slot in key_file.slots]
    assert len(set(ids)) == 6


def test_the_seal_holds_for_its_own_root_only(desk, other_desk):
    desk.key_file.check_seal(desk.root)
    for wrong in (other_desk.root, RootKey.random()):
        with pytest.raises(TamperedKeyFileError):
            desk.key_file.check_seal(wrong)
    with pytest.raises(TamperedKeyFileError):
        dataclasses.replace(desk.key_file, mac=b"").check_seal(desk.root)


def test_a_key_file_older_than_the_desk_is_refused(desk):
    check_generation(desk.key_file, desk.key_file.generation)
    check_generation(desk.key_file, 1)
    with pytest.raises(OldKeyFileError, match="older copy"):
        check_generation(desk.key_file, desk.key_file.generation + 1)


@pytest.mark.skipif(os.name != "posix", reason="permission bits are a POSIX matter")
def test_the_key_file_is_its_owners_alone(tmp_path, desk):
    write_key_file(tmp_path / "desk.json", desk.key_file)
    assert stat.S_IMODE((tmp_path / "desk.json").stat().st_mode) == 0o600


def test_a_key_file_that_cannot_be_written_leaves_the_old_one(tmp_path, desk, monkeypatch):
    write_key_file(tmp_path / "desk.json", desk.key_file)
    changed = dataclasses.replace(desk.key_file, generation=99).sealed(desk.root)

    def held(*_):
        raise PermissionError(13, "held")

    monkeypatch.setattr(os, "replace", held)
    with pytest.raises(NotWrittenError):
        write_key_file(tmp_path / "desk.json", changed, pause=lambda _: None)
    assert read_key_file(tmp_path / "desk.json") == desk.key_file


def test_the_form_of_the_file_is_the_documented_one(desk):
    fields = desk.key_file.as_json()
    assert sorted(fields) == [
        "cipher", "created", "db_file", "demo", "desk_id", "fmt", "generation", "mac", "slots",
    ]  # fmt: skip
    assert fields["fmt"] == 1
    assert fields["cipher"] == "sqlcipher4/raw/4096"
    passphrase, recovery, device = fields["slots"]
    assert [slot["type"] for slot in fields["slots"]] == ["passphrase", "recovery", "device"]
    assert sorted(passphrase) == ["aead", "ct", "id", "kdf", "nonce", "type"]
    assert sorted(passphrase["kdf"]) == ["lanes", "memory_kib", "name", "passes", "salt", "v"]
    assert sorted(recovery["kdf"]) == sorted(device["kdf"]) == ["name", "salt"]
    assert key_file_module.KEY_FILE_NAME == "desk.json"
