"""The data key is renewed: everything under a new key, new recovery words, and everybody else's way in ends."""

import shutil

import pytest
from helpers.records import concern

from socdesk.desk.backups.keeping import Opens, Way, list_backups
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.deeds import Deed
from socdesk.desk.left_overs import RENEWING, clear_left_overs
from socdesk.desk.log_words import log_of
from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.own_locks import LocksChangedError, change_own_passphrase
from socdesk.desk.people import Leave, NotForDeputiesError, Passphrases, Standing, add_person, people_of, person_called
from socdesk.desk.rekeying import RenewedButShutError, plan_renewal, renew_data_key
from socdesk.desk.verifying import verify
from socdesk.errors import CancelledError
from socdesk.files import DiskFullError
from socdesk.jobs import SilentProgress
from socdesk.keys.errors import WrongPassphraseError, WrongRecoveryWordsError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.reading import read_key_file
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.values import Span
from socdesk.storage.engine import connect
from socdesk.storage.faults import DamagedDeskError

OWN, THEIRS, NEW = "quiet harbour velvet ladder", "copper meadow lantern tide", "seven kettles singing loud"
QUIET = SilentProgress()


class Stopping:
    """Progress that is cancelled once it has come so far."""

    def __init__(self, at):
        self.at = at

    def report(self, done, total, message=""):
        if done >= self.at:
            raise CancelledError


def names(folder):
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def used(desk):
    """A desk with a concern, that a deputy can open too."""
    desk.do(Deed(words="Saved", puts=(concern("Kept through the renewal"),)))
    add_person(desk, Passphrases(OWN, THEIRS), Leave("Dana Example"))
    return desk


@pytest.fixture
def renewed(used, house):
    """The same desk under a new key, the renewal, and the keys before."""
    old, renewal = used.store.place, plan_renewal(used, OWN)
    desk = renew_data_key(used, renewal, house, QUIET)
    yield desk, renewal, old
    desk.lock()


def test_all_is_there_under_the_new_key_and_the_old_one_opens_nothing(renewed, folder, house):
    desk, renewal, old = renewed
    assert [record.summary for record in desk.read.page(CONCERNS)] == ["Kept through the renewal"]
    assert desk.notices == ()
    assert verify(desk, QUIET).findings == ()
    assert desk.store.place.file == f"store-{renewal.made.key_file.generation}.db"
    assert names(folder) >= {"desk.json", desk.store.place.file, desk.store.place.witness_file}
    assert not names(folder) & {"store-1.db", "witness.log", RENEWING}
    with pytest.raises(DamagedDeskError):
        connect(desk.store.place.path, old.key, writing=False)
    desk.do(Deed(words="Saved", puts=(concern("Saved after it"),)))
    desk.lock()
    again = open_desk(folder, OWN, house)
    assert again.notices == ()
    assert again.read.count(CONCERNS) == 2
    assert verify(again, QUIET).findings == ()
    again.lock()


def test_only_the_new_words_and_ones_own_passphrase_open_it(renewed, laid_out, folder, house):
    desk, renewal, _ = renewed
    assert renewal.leaving == ("Dana Example",)
    assert [each.standing for each in people_of(desk)] == [Standing.NOW, Standing.NO_SLOT]
    assert "Renewed the data key. 1 passphrase ended" in [line.what for line in log_of(desk)]
    desk.lock()
    with pytest.raises(WrongPassphraseError):
        open_desk(folder, THEIRS, house)
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(folder, laid_out.recovery_words, NEW, house, cost=POLICY_FLOOR)
    open_with_recovery(folder, renewal.recovery_words, NEW, house, cost=POLICY_FLOOR).desk.lock()


def test_a_person_whose_passphrase_ended_sets_one_again_and_stays_the_same_in_the_log(renewed, folder, house):
    desk, _, _ = renewed
    before = person_called(desk, "Dana Example")
    add_person(desk, Passphrases(OWN, NEW), Leave("Dana Example"), person=before.id)
    desk.lock()
    theirs = open_desk(folder, NEW, house)
    assert theirs.actor == before.id
    theirs.lock()


@pytest.mark.parametrize("at", [0, 40, 70, 99])
def test_cancelled_at_any_time_the_desk_stays_open_as_it_was(used, folder, house, at):
    before, key_file = names(folder), (folder / "desk.json").read_bytes()
    with pytest.raises(CancelledError):
        renew_data_key(used, plan_renewal(used, OWN), house, Stopping(at))
    assert names(folder) == before
    assert (folder / "desk.json").read_bytes() == key_file
    used.do(Deed(words="Saved", puts=(concern("Saved after it"),)))
    assert verify(used, QUIET).findings == ()


@pytest.mark.parametrize("step", ["move_file", "write_key_file", "copy_under"])
def test_a_full_disk_leaves_the_desk_open_as_it_was(used, folder, house, monkeypatch, step):
    def full(*_):
        raise DiskFullError("The disk is full.")

    before = names(folder)
    renewal = plan_renewal(used, OWN)
    monkeypatch.setattr(f"socdesk.desk.rekeying.{step}", full)
    with pytest.raises(DiskFullError):
        renew_data_key(used, renewal, house, QUIET)
    assert names(folder) == before
    used.do(Deed(words="Saved", puts=(concern("Saved after it"),)))


def test_a_renewal_after_which_the_desk_cannot_be_opened_says_that_it_holds(used, folder, house, monkeypatch):
    def full(*_):
        raise DiskFullError("The disk is full.")

    renewal = plan_renewal(used, OWN)
    monkeypatch.setattr("socdesk.desk.rekeying.open_unlocked", full)
    with pytest.raises(
        RenewedButShutError, match=r"is renewed, but .* The disk is full\. Nothing was lost, and the new"
    ):
        renew_data_key(used, renewal, house, QUIET)
    again = open_desk(folder, OWN, house)
    assert again.notices == ()
    assert again.store.place.file != "store-1.db"
    again.lock()


def test_a_renewal_planned_before_the_locks_changed_is_refused(used, house):
    renewal = plan_renewal(used, OWN)
    change_own_passphrase(used, OWN, NEW)
    with pytest.raises(LocksChangedError):
        renew_data_key(used, renewal, house, QUIET)


def test_a_deputy_or_a_wrong_passphrase_renews_nothing(used, folder, house, clock):
    with pytest.raises(WrongPassphraseError):
        plan_renewal(used, THEIRS)
    add_person(used, Passphrases(OWN, NEW), Leave("Robin Sample", Span(None, clock().date())))
    used.lock()
    theirs = open_desk(folder, NEW, house)
    with pytest.raises(NotForDeputiesError):
        plan_renewal(theirs, NEW)
    theirs.lock()


def test_an_older_key_file_put_back_finds_no_file_to_open(renewed, folder, house, laid_out):
    desk, _, _ = renewed
    desk.lock()
    shutil.copy(laid_out.folder / "desk.json", folder / "desk.json")
    assert read_key_file(folder / "desk.json").db_file == "store-1.db"
    with pytest.raises(Exception, match="is missing from this folder"):
        open_desk(folder, OWN, house)
    assert desk.store.place.file in names(folder)  # and what is newer is never taken for a left-over


def test_left_overs_of_a_killed_renewal_are_told_from_what_is_in_force(tmp_path):
    for name in ("store-3.db", "store-3.db-wal", "witness-3.log", "before-upgrade-1.db", "desk.json", "notes.txt"):
        (tmp_path / name).touch()
    for name in ("store-1.db", "witness.log", "store-7.db"):
        (tmp_path / name).touch()
    clear_left_overs(tmp_path, "store-3.db")
    assert "store-7.db" in names(tmp_path)  # newer, and nothing says that it never came into force
    assert not names(tmp_path) & {"store-1.db", "witness.log"}
    (tmp_path / RENEWING).mkdir()
    clear_left_overs(tmp_path, "store-3.db")
    assert names(tmp_path) == {
        "store-3.db", "store-3.db-wal", "witness-3.log", "before-upgrade-1.db", "desk.json", "notes.txt",
    }  # fmt: skip


def test_what_a_killed_program_wrote_half_goes_at_the_next_opening(tmp_path):
    half = {".desk.json.k3_x9abc.tmp", ".witness.log.abcdefgh.tmp", ".witness-3.log.abcdefgh.tmp"}
    half |= {"before-upgrade-20260302T090000Z.db.part"}
    others = {"before-upgrade-20260302T090000Z.db", ".notes.abcdefgh.tmp", "desk.json", "witness-3.log"}
    for name in half | others:
        (tmp_path / name).touch()
    clear_left_overs(tmp_path, "store-3.db")
    assert names(tmp_path) == others


def test_backups_of_before_are_known_as_ones_own_under_an_older_key(used, tmp_path, house, clock):
    drive = tmp_path / "drive"
    drive.mkdir()
    choose_folder(used, drive)
    back_up(used, drive, QUIET)
    desk = renew_data_key(used, plan_renewal(used, OWN), house, QUIET)
    [old] = list_backups(desk, drive)
    assert (old.way, old.opens, old.opens_words) == (Way.OURS, Opens.OLD_KEY, "An older data key")
    clock.forward(days=1)
    back_up(desk, drive, QUIET)
    assert [each.opens for each in list_backups(desk, drive)] == [Opens.NOW, Opens.OLD_KEY]
    desk.lock()
