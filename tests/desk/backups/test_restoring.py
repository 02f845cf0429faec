"""Restoring: beside what is there, over it, on a new computer; two copies that parted are told and never merged."""

import shutil

import pytest
from desk.backups.conftest import flip
from helpers.records import concern

from socdesk.desk.backups import restoring
from socdesk.desk.backups.comparing import Standing
from socdesk.desk.backups.keeping import Way, list_backups
from socdesk.desk.backups.log import backup_state, choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.proving import BackupNotGoodError
from socdesk.desk.backups.restoring import Restore, Secret, compare_with, newest_in, open_backup, restore
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import LEAST_COST, FolderNotEmptyError, open_desk
from socdesk.desk.settling import settle, waiting_for
from socdesk.desk.verifying import verify
from socdesk.files import DiskFullError
from socdesk.jobs import SilentProgress
from socdesk.keys.errors import WeakPassphraseError
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.faults import DeskInUseError
from tests.desk.conftest import PASSPHRASE

BY_PASSPHRASE = Secret(passphrase=PASSPHRASE)
QUIET = SilentProgress()


def summaries(desk):
    return {record.summary for record in desk.read.page(CONCERNS)}


@pytest.fixture
def restored(house, made):
    """Restore the backup that was made, to a folder."""

    def to(target, **others):
        chosen = Restore(target=target, **{"secret": BY_PASSPHRASE, **others})
        return restore(made.folder, chosen, house, QUIET, cost=LEAST_COST)

    return to


def test_a_backup_is_restored_to_a_new_folder_and_says_so(desk, made, restored, tmp_path):
    found = restored(tmp_path / "new")
    assert found.kept is None
    assert summaries(found.desk) == {"Counted cash", "Second hand phones"}
    assert found.desk.notices == ()
    assert verify(found.desk, QUIET).findings == ()
    event = found.desk.store.events.of_kinds("restored")[0]
    assert (event.detail["backup"], event.detail["instead_of"]) == (made.folder.name, "nothing there")
    assert found.desk.store.meta.get("copy_id") != desk.store.meta.get("copy_id")
    assert backup_state(found.desk).folder is None
    assert backup_state(found.desk).proven is not None
    found.desk.lock()
    assert {path.name for path in tmp_path.iterdir()} >= {"desk", "new"}
    assert not waiting_for(tmp_path / "new").exists()


def test_recovery_words_alone_restore_on_a_new_laptop(made, restored, tmp_path, laid_out, house):
    words = Secret(words=laid_out.recovery_words)
    with pytest.raises(WeakPassphraseError):
        restored(tmp_path / "new", secret=words, new_passphrase="short")
    assert not (tmp_path / "new").exists()
    found = restored(tmp_path / "new", secret=words, new_passphrase="copper meadow signal")
    assert len(found.new.recovery_words.split()) == 20
    found.desk.lock()
    desk = open_desk(tmp_path / "new", "copper meadow signal", house)
    assert desk.read.count(CONCERNS) == 2
    desk.lock()


def test_over_the_live_desk_the_old_one_is_kept_beside(desk, keep, restored, yard):
    keep("Only here")
    with pytest.raises(DeskInUseError):
        restored(yard.folder, over=True)
    desk.lock()
    with pytest.raises(FolderNotEmptyError):
        restored(yard.folder)
    found = restored(yard.folder, over=True)
    assert summaries(found.desk) == {"Counted cash", "Second hand phones"}
    assert found.desk.store.events.of_kinds("restored")[0].detail["instead_of"] == "desk newer"
    found.desk.lock()
    assert found.kept.parent == yard.folder.parent
    assert "-before-restore-2026" in found.kept.name
    old = open_desk(found.kept, PASSPHRASE, yard.house)
    assert "Only here" in summaries(old)
    assert old.notices == ()
    old.lock()


def test_what_is_not_a_desk_is_kept_too(made, restored, tmp_path):
    full = tmp_path / "full"
    full.mkdir()
    found = restored(full)
    assert found.kept is None
    found.desk.lock()
    (tmp_path / "papers").mkdir()
    (tmp_path / "papers" / "letter.txt").write_text("Dear")
    found = restored(tmp_path / "papers", over=True)
    found.desk.lock()
    assert (found.kept / "letter.txt").read_text() == "Dear"


def test_a_bad_backup_is_never_put_in_place(desk, made, restored, folder, tmp_path):
    desk.lock()
    flip(made.folder / "store-1.db", 9000)
    with pytest.raises(BackupNotGoodError, match=r"store-1\.db is not the file"):
        restored(folder, over=True)
    assert (folder / "desk.json").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"desk", "drive"}


def test_a_full_disk_while_restoring_changes_nothing(monkeypatch, desk, restored, yard):
    desk.lock()

    def full(*_args):
        raise DiskFullError("The disk is full.")

    for step in ("copy_file", "make_private_folder", "move_folder"):
        with monkeypatch.context() as patch:
            patch.setattr(restoring, step, full)
            with pytest.raises(DiskFullError):
                restored(yard.folder, over=True)
        assert {path.name for path in yard.around.iterdir()} == {"desk", "drive"}
    again = open_desk(yard.folder, PASSPHRASE, yard.house)
    assert again.notices == ()
    again.lock()


def test_what_waits_goes_where_the_desk_that_is_there_cannot_be_set_aside(monkeypatch, desk, restored, yard):
    desk.lock()
    move, moves = restoring.move_folder, []

    def full_the_second_time(source, target):
        moves.append(target)
        if len(moves) == 2:
            raise DiskFullError("The disk is full.")
        move(source, target)

    monkeypatch.setattr(restoring, "move_folder", full_the_second_time)
    with pytest.raises(DiskFullError):
        restored(yard.folder, over=True)
    assert {path.name for path in yard.around.iterdir()} == {"desk", "drive"}


def test_two_desks_set_aside_in_one_second_have_names_of_their_own(desk, restored, yard, monkeypatch):
    desk.lock()
    monkeypatch.setattr(type(yard.clock), "__call__", lambda clock: clock.now)
    kept = []
    for _ in range(2):
        found = restored(yard.folder, over=True)
        found.desk.lock()
        kept.append(found.kept)
    assert kept[0] != kept[1]
    assert all((each / "desk.json").is_file() for each in kept)


def test_a_backup_is_not_restored_into_itself(made, restored):
    for target in (made.folder / "new", made.folder.parent):
        with pytest.raises(FolderNotEmptyError):
            restored(target, over=True)


def test_a_restore_that_was_killed_before_its_last_step_ends_at_the_next_opening(monkeypatch, desk, restored, yard):
    desk.lock()
    move, moves = restoring.move_folder, []

    def killed(source, target):
        if len(moves) == 2:
            raise KeyboardInterrupt
        moves.append(target)
        move(source, target)

    monkeypatch.setattr(restoring, "move_folder", killed)
    with pytest.raises(KeyboardInterrupt):
        restored(yard.folder, over=True)
    assert not yard.folder.exists()
    settle(yard.around / "nothing")
    again = open_desk(yard.folder, PASSPHRASE, yard.house)
    assert again.read.count(CONCERNS) == 2
    again.lock()
    assert any("before-restore" in path.name for path in yard.around.iterdir())


@pytest.fixture
def standing(house, made, folder, desk):
    def compare(target=folder):
        desk.lock()
        return compare_with(open_backup(made.folder, BY_PASSPHRASE, house), target)

    return compare


def test_the_newer_one_is_named(desk, keep, standing, tmp_path):
    assert standing(tmp_path / "none").standing is Standing.NOTHING_THERE
    found = standing()
    assert found.standing is Standing.SAME
    assert "changes, the last on 2 March 2026 at 09:00" in found.backup.words


def test_a_desk_with_later_changes_is_newer(keep, standing, made):
    keep("A third thing", "A fourth")
    found = standing()
    assert found.standing is Standing.DESK_NEWER
    assert found.words == "The desk that is there is newer: the backup lacks 2 changes."


def test_a_desk_put_back_to_earlier_is_older_than_the_backup(laid_out, standing, tmp_path):
    earlier = laid_out.copied_to(tmp_path / "earlier")
    found = standing(earlier)
    assert found.standing is Standing.BACKUP_NEWER
    assert found.words == "The backup is newer: the desk that is there lacks 2 changes."


def test_two_copies_that_were_both_worked_on_have_parted(desk, made, restored, yard, keep):
    yard.clock.forward(days=1)
    elsewhere = restored(yard.folder.parent / "elsewhere").desk
    elsewhere.do(Deed(words="Kept", puts=(concern("Only elsewhere"),)))
    keep("Only here", "And here")
    choose_folder(elsewhere, made.folder.parent)
    theirs = back_up(elsewhere, made.folder.parent, QUIET)
    elsewhere.lock()
    listed = {each.folder.name: each.way for each in list_backups(desk, made.folder.parent)}
    assert listed == {made.folder.name: Way.OURS, theirs.folder.name: Way.PARTED}
    desk.lock()
    found = compare_with(open_backup(theirs.folder, BY_PASSPHRASE, yard.house), yard.folder)
    assert found.standing is Standing.PARTED
    assert found.words.startswith("The desk that is there and the backup went different ways after 2 March 2026 at")
    assert "cannot be put together" in found.words


def test_a_backup_of_what_came_later_is_ahead_and_never_removed(made, place, yard, desk):
    desk.lock()
    earlier = yard.laid_out.opened_in(yard.laid_out.copied_to(yard.around / "earlier"), yard.house)
    [listed] = list_backups(earlier, place)
    assert listed.way is Way.AHEAD
    choose_folder(earlier, place)
    for _ in range(3):
        back_up(earlier, place, QUIET)
    assert made.folder.exists()
    earlier.lock()


def test_a_damaged_desk_is_told_to_be_unreadable_and_can_be_replaced(desk, made, standing, restored, folder):
    desk.lock()
    flip(folder / "store-1.db", 40)
    assert standing().standing is Standing.UNREADABLE
    found = restored(folder, over=True)
    assert found.desk.read.count(CONCERNS) == 2
    found.desk.lock()


def test_another_desk_is_told(made, standing, tmp_path, house):
    from socdesk.desk.opening import new_desk

    new_desk(tmp_path / "other", "copper meadow signal", house, cost=LEAST_COST).desk.lock()
    assert standing(tmp_path / "other").standing is Standing.OTHER_DESK


def test_the_newest_backup_in_a_folder_is_found(made, backed_up, place, keep, yard):
    keep("A third thing")
    yard.clock.forward(days=1)
    later = backed_up()
    shutil.copytree(later.folder, yard.around / "socdesk-copied-elsewhere")
    assert newest_in(place) == later.folder
    assert newest_in(made.folder) == made.folder
