"""Whatever differs in a backup from what was saved is found."""

import json
import shutil

import pytest
from desk.backups.conftest import flip

from socdesk.desk.backups.keeping import Opens, Way, list_backups, note_proof, prove_backup, renew
from socdesk.desk.backups.log import backup_state
from socdesk.desk.backups.manifest import MANIFEST_FILE, NoManifestError, read_manifest
from socdesk.desk.backups.proving import BackupNotGoodError
from socdesk.desk.backups.restoring import Secret, newest_in, open_backup, prove_opened
from socdesk.desk.opening import LEAST_COST, change_passphrase
from socdesk.jobs import SilentProgress
from socdesk.keys.errors import WrongPassphraseError, WrongRecoveryWordsError
from socdesk.storage.faults import DeskLockedError
from tests.desk.conftest import PASSPHRASE

OTHER = "copper meadow signal thirty"
QUIET = SilentProgress()


def found_in(desk, backup):
    return prove_backup(desk, backup, QUIET).findings


def test_a_good_backup_is_proven_again_and_that_is_remembered(desk, clock, made, place):
    clock.forward(days=3)
    proof = prove_backup(desk, made.folder, QUIET)
    assert proof.good
    note_proof(desk, proof)
    [listed] = list_backups(desk, place)
    assert listed.proven
    assert (listed.way, listed.opens) == (Way.OURS, Opens.NOW)
    assert backup_state(desk).proven.day == 5


def test_a_flipped_byte_anywhere_in_a_backup_is_found(desk, made):
    for name in ("store-1.db", "desk.json", "witness.log"):
        path = made.folder / name
        sound = path.read_bytes()
        for at in {0, 20, len(sound) // 3, len(sound) // 2, len(sound) - 40, len(sound) - 1}:
            flip(path, at)
            assert found_in(desk, made.folder), (name, at)
            path.write_bytes(sound)
    assert found_in(desk, made.folder) == ()


def test_a_flipped_byte_in_the_manifest_is_found_or_changes_nothing(desk, made):
    path = made.folder / MANIFEST_FILE
    sound = path.read_bytes()
    for at in range(0, len(sound), 23):
        flip(path, at, 1)
        try:
            found = found_in(desk, made.folder) or read_manifest(made.folder) == made.manifest
        except NoManifestError:
            found = True
        assert found, at
    path.write_bytes(sound)


@pytest.mark.parametrize("name", ["store-1.db", "desk.json", "witness.log"])
def test_a_missing_or_cut_file_is_found(desk, made, name):
    path = made.folder / name
    path.write_bytes(path.read_bytes()[:-4096])
    assert found_in(desk, made.folder)
    path.unlink()
    assert found_in(desk, made.folder)


def test_a_folder_without_a_manifest_is_no_backup(desk, made, tmp_path):
    (made.folder / MANIFEST_FILE).unlink()
    with pytest.raises(NoManifestError):
        prove_backup(desk, made.folder, QUIET)
    with pytest.raises(NoManifestError):
        newest_in(tmp_path / "none")


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"format": 2}', '{"format": 1, "made": "2026-03-01"}', "[" * 99_999]
)
def test_what_only_looks_like_a_manifest_is_refused(tmp_path, text):
    (tmp_path / MANIFEST_FILE).write_text(text)
    with pytest.raises(NoManifestError):
        read_manifest(tmp_path)


def test_findings_are_remembered_and_the_list_says_so(desk, made, place):
    flip(made.folder / "store-1.db", 9000)
    proof = prove_backup(desk, made.folder, QUIET)
    note_proof(desk, proof)
    [listed] = list_backups(desk, place)
    assert not listed.proven
    assert listed.findings == 1
    assert "store-1.db" in str(BackupNotGoodError(proof.findings))


def test_manifest_counts_and_heads_are_those_of_the_file(desk, clock, made, keep, backed_up):
    keep("A third thing")
    clock.forward(days=1)
    later = backed_up()
    found = json.loads((made.folder / MANIFEST_FILE).read_text())
    assert "Counted" not in (made.folder / MANIFEST_FILE).read_text()
    assert later.manifest.counts["concerns"] == found["counts"]["concerns"] + 1
    for name in ("store-1.db", "witness.log"):
        shutil.copy(later.folder / name, made.folder / name)
    assert found_in(desk, made.folder)


def test_another_desks_backup_is_not_this_ones(desk, made, place, tmp_path, house):
    from socdesk.desk.backups.log import choose_folder
    from socdesk.desk.backups.making import back_up
    from socdesk.desk.opening import new_desk

    other = new_desk(tmp_path / "other", OTHER, house, cost=LEAST_COST).desk
    choose_folder(other, place)
    theirs = back_up(other, place, QUIET)
    other.lock()
    listed = {each.folder.name: each for each in list_backups(desk, place)}
    assert listed[theirs.folder.name].way is Way.OTHER
    assert listed[theirs.folder.name].opens is Opens.UNKNOWN
    assert made.folder.exists()
    assert found_in(desk, theirs.folder)


def test_a_backup_is_opened_by_its_passphrase_or_its_words_alone(made, house, laid_out):
    for secret in (Secret(passphrase=PASSPHRASE), Secret(words=laid_out.recovery_words)):
        assert prove_opened(open_backup(made.folder, secret, house), QUIET).good
    with pytest.raises(WrongPassphraseError):
        open_backup(made.folder, Secret(passphrase=OTHER), house)
    with pytest.raises(WrongRecoveryWordsError):
        open_backup(made.folder, Secret(words=f"{laid_out.recovery_words} zebra"), house)


def test_a_backup_with_an_older_passphrase_is_told_and_renewed(desk, made, place, yard):
    desk.lock()
    change_passphrase(yard.folder, PASSPHRASE, OTHER, yard.house, cost=LEAST_COST)
    again = yard.laid_out.opened_in(yard.folder, yard.house)
    [listed] = list_backups(again, place)
    assert listed.opens is Opens.OLD_PASSPHRASE
    assert listed.can_be_renewed
    renew(again, made.folder)
    [listed] = list_backups(again, place)
    assert listed.opens is Opens.NOW
    assert prove_backup(again, made.folder, QUIET).good
    again.lock()
    with pytest.raises(WrongPassphraseError):
        open_backup(made.folder, Secret(passphrase=PASSPHRASE), yard.house)
    assert prove_opened(open_backup(made.folder, Secret(passphrase=OTHER), yard.house), QUIET).good


@pytest.mark.parametrize("writes", [1, 2])
def test_a_renewal_that_is_cut_short_leaves_a_good_backup(monkeypatch, desk, made, yard, writes):
    from socdesk.desk.backups import keeping, manifest

    desk.lock()
    change_passphrase(yard.folder, PASSPHRASE, OTHER, yard.house, cost=LEAST_COST)
    again = yard.laid_out.opened_in(yard.folder, yard.house)
    done, write = [], manifest.write_atomically

    def cut(path, data):
        if len(done) == writes:
            raise KeyboardInterrupt
        done.append(path)
        write(path, data)

    monkeypatch.setattr(manifest, "write_atomically", cut)
    monkeypatch.setattr(keeping, "write_atomically", cut)
    with pytest.raises(KeyboardInterrupt):
        renew(again, made.folder)
    assert prove_backup(again, made.folder, QUIET).good
    again.lock()


def test_a_locked_desk_proves_nothing(desk, made):
    desk.lock()
    with pytest.raises(DeskLockedError):
        prove_backup(desk, made.folder, QUIET)
