"""The ways in, and what a person is told at a door that stays shut."""

import json
import os
import stat
import subprocess
import sys
from dataclasses import replace

import pytest
from helpers.records import concern

from socdesk.desk.admission import UnknownOfficerError
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import (
    FolderNotEmptyError,
    change_passphrase,
    new_desk,
    open_desk,
    open_with_recovery,
)
from socdesk.errors import UserFacingError
from socdesk.keys.errors import (
    DamagedKeyFileError,
    DeskTooNewError,
    NoDeskHereError,
    OldKeyFileError,
    TamperedKeyFileError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryWordsError,
)
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.declared.desk_records import OFFICERS
from socdesk.registers.register import State
from socdesk.storage.failed_unlocks import FAILED_UNLOCKS_FILE
from socdesk.storage.faults import (
    DamagedDeskError,
    DeskInUseError,
    DeskLockedError,
    DiskFullError,
    MissingDeskFileError,
    ReadOnlyDeskError,
)
from tests.desk.conftest import PASSPHRASE

OTHER = "copper meadow lantern tide"


@pytest.fixture
def shut(laid_out, folder):
    """A desk's folder, locked."""
    return laid_out.copied_to(folder)


@pytest.fixture
def key_file(shut):
    return shut / "desk.json"


def refused(error, folder, house, passphrase=PASSPHRASE):
    with pytest.raises(error) as caught:
        open_desk(folder, passphrase, house)
    assert isinstance(caught.value, UserFacingError)
    assert caught.value.message
    assert caught.value.advice
    assert PASSPHRASE not in str(caught.value)
    return str(caught.value)


def test_a_new_desk_holds_the_strategy_and_opens_with_its_passphrase(folder, house):
    made = new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR)
    assert made.desk.read.count(ACTIONS) == 15
    assert len(made.recovery_words.split()) == 20
    assert made.recovery_words not in repr(made)
    made.desk.lock()
    desk = open_desk(folder, PASSPHRASE, house)
    assert (desk.read.count(ACTIONS), desk.notices, desk.demo) == (15, (), False)
    assert [event.kind for event in desk.store.events.all()] == ["locked", "unlocked"]
    desk.lock()


def test_nobody_else_can_look_into_its_folder(shut):
    assert stat.S_IMODE(shut.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in shut.iterdir()} == {0o600}


def test_a_demo_says_so_in_both_places(folder, house):
    new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR, demo=True).desk.lock()
    desk = open_desk(folder, PASSPHRASE, house)
    assert desk.demo
    assert desk.store.meta.get("demo") == "1"
    desk.lock()


def test_a_folder_with_files_in_it_is_left_alone(tmp_path, house):
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(FolderNotEmptyError):
        new_desk(tmp_path, PASSPHRASE, house, cost=POLICY_FLOOR)
    with pytest.raises(FolderNotEmptyError):
        new_desk(tmp_path / "letter.txt", PASSPHRASE, house, cost=POLICY_FLOOR)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_weak_passphrase_makes_no_folder(folder, house):
    with pytest.raises(WeakPassphraseError):
        new_desk(folder, "short", house, cost=POLICY_FLOOR)
    assert not folder.exists()


def test_a_place_that_cannot_be_written_to_is_told(tmp_path, house):
    (tmp_path / "file").touch()
    with pytest.raises(UserFacingError) as caught:
        new_desk(tmp_path / "file" / "desk", PASSPHRASE, house, cost=POLICY_FLOOR)
    assert caught.value.advice


def test_a_desk_that_could_not_be_finished_leaves_the_folder_empty(folder, house, tmp_path):
    class Clockless(Exception):  # noqa: N818
        pass

    looks = []

    def stops():
        looks.append(1)
        if len(looks) > 1:
            raise Clockless
        return house.clock()

    with pytest.raises(Clockless):
        new_desk(folder, PASSPHRASE, replace(house, clock=stops), cost=POLICY_FLOOR)
    assert list(folder.iterdir()) == []
    new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()


def test_a_wrong_passphrase_is_told_and_adds_nothing_but_its_time(shut, house):
    before = {path.name: path.read_bytes() for path in shut.iterdir()}
    refused(WrongPassphraseError, shut, house, OTHER)
    after = {path.name: path.read_bytes() for path in shut.iterdir()}
    assert OTHER.encode() not in after.pop(FAILED_UNLOCKS_FILE)
    assert after == before


def test_no_desk_is_told_from_a_damaged_one(shut, key_file, house, tmp_path):
    refused(NoDeskHereError, tmp_path / "elsewhere", house)
    key_file.write_text("{")
    assert "key file is damaged" in refused(DamagedKeyFileError, shut, house)
    key_file.unlink()
    refused(NoDeskHereError, shut, house)


def test_a_newer_format_is_told_as_such(shut, key_file, house):
    key_file.write_text(json.dumps({**json.loads(key_file.read_text()), "fmt": 2}))
    assert "newer version" in refused(DeskTooNewError, shut, house)


def test_a_desk_s_file_that_is_missing_empty_or_damaged_is_told(shut, house):
    file = shut / "store-1.db"
    content = file.read_bytes()
    file.write_bytes(b"")
    refused(DamagedDeskError, shut, house)
    file.write_bytes(content[:100] + bytes(4096) + content[4196:])
    refused(DamagedDeskError, shut, house)
    file.unlink()
    assert "missing from this folder" in refused(MissingDeskFileError, shut, house)
    file.write_bytes(content)
    open_desk(shut, PASSPHRASE, house).lock()


def test_another_desk_s_file_does_not_open_under_this_key(shut, house, tmp_path):
    new_desk(tmp_path / "other", PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()
    (shut / "store-1.db").write_bytes((tmp_path / "other" / "store-1.db").read_bytes())
    refused(DamagedDeskError, shut, house)


def test_a_desk_that_is_open_elsewhere_is_told_and_stays_open_there(desk, folder, house):
    assert "already open in another window or program" in refused(DeskInUseError, folder, house)
    desk.do(Deed(words="Still here", puts=(concern(),)))


def test_a_folder_that_takes_no_writes_is_told(shut, house):
    (shut / "desk.lock").unlink()
    (shut / "desk.lock").mkdir()
    refused(ReadOnlyDeskError, shut, house)


READ_ONLY = """
import os, sys
from pathlib import Path
from socdesk.clock import system_clock
from socdesk.desk.opening import House, open_desk

os.chdir(sys.argv[1])  # what lies above it may be closed to others
house, passphrase = House(clock=system_clock), sys.argv[2]
open_desk(Path(), passphrase, house).lock()  # all that is imported late is imported now
for path in Path().iterdir():
    path.chmod(0o444)
Path().chmod(0o555)
os.setuid(65534)
try:
    open_desk(Path(), passphrase, house)
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.skipif(getattr(os, "geteuid", lambda: 1)() != 0, reason="only an administrator can become somebody else")
def test_a_folder_that_is_read_only_for_this_person_is_told(shut, repository):
    told = subprocess.run(
        [sys.executable, "-c", READ_ONLY, shut, PASSPHRASE], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": str(repository)},
    )  # fmt: skip
    shut.chmod(0o700)
    assert told.stdout.strip() == "ReadOnlyDeskError", told.stderr


def test_a_full_disk_is_told_and_what_was_saved_is_there_after_reopening(desk, reopened):
    (saved,) = desk.do(Deed(words="One", puts=(concern(),))).records
    driver = desk.store._connection._driver
    driver.execute(f"PRAGMA max_page_count = {driver.execute('PRAGMA page_count').fetchone()[0]}")
    with pytest.raises(DiskFullError, match="What was saved before is safe"):
        desk.do(Deed(words="Many", puts=tuple(concern("x" * 250) for _ in range(200))))
    again = reopened(desk)
    assert again.read.page(CONCERNS) == (saved,)
    assert again.notices == ()
    again.lock()


def test_a_locked_desk_can_be_locked_again_but_neither_read_nor_written(desk):
    desk.lock()
    desk.lock()
    with pytest.raises(DeskLockedError):
        desk.read.count(ACTIONS)
    with pytest.raises(DeskLockedError):
        desk.do(Deed(words="Too late", puts=(concern(),)))


def test_a_changed_passphrase_opens_the_desk_and_the_old_one_does_not(shut, house):
    change_passphrase(shut, PASSPHRASE, OTHER, house, cost=POLICY_FLOOR)
    refused(WrongPassphraseError, shut, house)
    desk = open_desk(shut, OTHER, house)
    kinds = [event.kind for event in desk.store.events.all()][-4:]
    assert kinds == ["passphrase changed", "locked", "failed unlock", "unlocked"]
    assert desk.notices == ()
    desk.lock()


@pytest.mark.parametrize(("old", "new"), [(OTHER, "a" * 3 + OTHER), (PASSPHRASE, "short")])
def test_a_passphrase_that_cannot_be_changed_stays(shut, house, old, new):
    before = (shut / "desk.json").read_bytes()
    with pytest.raises((WrongPassphraseError, WeakPassphraseError)):
        change_passphrase(shut, old, new, house, cost=POLICY_FLOOR)
    assert (shut / "desk.json").read_bytes() == before
    open_desk(shut, PASSPHRASE, house).lock()


def test_recovery_words_set_a_new_passphrase_and_new_words_and_the_old_ones_open_nothing(shut, laid_out, house):
    recovered = open_with_recovery(shut, laid_out.recovery_words, OTHER, house, cost=POLICY_FLOOR)
    assert recovered.desk.read.count(ACTIONS) == 15
    recovered.desk.lock()
    refused(WrongPassphraseError, shut, house)
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(shut, laid_out.recovery_words, PASSPHRASE, house, cost=POLICY_FLOOR)
    again = open_with_recovery(shut, recovered.recovery_words, PASSPHRASE, house, cost=POLICY_FLOOR)
    again.desk.lock()
    desk = open_desk(shut, PASSPHRASE, house)
    assert desk.notices == ()
    desk.lock()


def test_recovery_with_a_weak_passphrase_or_wrong_words_changes_nothing_and_leaves_nothing_open(shut, laid_out, house):
    before = (shut / "desk.json").read_bytes()
    with pytest.raises(WeakPassphraseError):
        open_with_recovery(shut, laid_out.recovery_words, "short", house, cost=POLICY_FLOOR)
    first, *others = laid_out.recovery_words.split()
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(shut, " ".join([*others, first]), OTHER, house, cost=POLICY_FLOOR)
    assert (shut / "desk.json").read_bytes() == before
    open_desk(shut, PASSPHRASE, house).lock()


def test_the_use_of_recovery_words_cannot_be_undone(shut, laid_out, house):
    made = open_with_recovery(shut, laid_out.recovery_words, OTHER, house, cost=POLICY_FLOOR)
    with pytest.raises(UserFacingError, match="nothing to undo"):
        made.desk.undo()
    made.desk.lock()
    open_with_recovery(shut, made.recovery_words, PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()


def test_an_older_key_file_put_back_is_refused(shut, key_file, house):
    older = key_file.read_bytes()
    change_passphrase(shut, PASSPHRASE, OTHER, house, cost=POLICY_FLOOR)
    newer = key_file.read_bytes()
    key_file.write_bytes(older)
    assert "older copy of the desk's key file" in refused(OldKeyFileError, shut, house)
    key_file.write_bytes(newer)
    desk = open_desk(shut, OTHER, house)
    assert desk.notices == ()
    desk.lock()


def test_a_flipped_demo_mark_is_refused_in_either_place(shut, key_file, house, laid_out):
    content = json.loads(key_file.read_text())
    key_file.write_text(json.dumps({**content, "demo": True}))
    refused(WrongPassphraseError, shut, house)
    key_file.write_text(json.dumps(content))
    desk = laid_out.opened_in(shut, house)
    desk.store.meta.set(demo="1")
    desk.lock()
    refused(TamperedKeyFileError, shut, house)


def test_another_desk_s_key_file_is_refused(shut, key_file, house, laid_out):
    desk = laid_out.opened_in(shut, house)
    desk.store.meta.set(desk_id="another")
    desk.lock()
    refused(TamperedKeyFileError, shut, house)


def test_a_slot_that_belongs_to_nobody_opens_nothing(shut, house, laid_out):
    desk = laid_out.opened_in(shut, house)
    (officer,) = desk.read.page(OFFICERS)
    desk.do(Deed(words="Mislaid the slot", puts=(replace(officer, slot="other", recovery_slot=""),)))
    desk.lock()
    refused(UnknownOfficerError, shut, house)


def test_an_officer_in_the_bin_can_still_open_the_desk_so_that_nobody_is_shut_out(shut, house, laid_out):
    desk = laid_out.opened_in(shut, house)
    (officer,) = desk.read.page(OFFICERS)
    desk.do(Deed(words="Binned the officer", puts=(replace(officer, state=State.BINNED),)))
    desk.lock()
    open_desk(shut, PASSPHRASE, house).lock()
