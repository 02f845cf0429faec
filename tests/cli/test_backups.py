"""Backing up, proving and restoring by command: the drill on a new computer, by passphrase and by words."""

import pytest
from cli.conftest import DRIVERS, OTHER, PASSPHRASE

from socdesk.desk.backups.places import backup_folders

pytestmark = pytest.mark.usefixtures("cheap")


@pytest.fixture
def drive(terminal):
    (terminal.folder / "drive").mkdir()
    return terminal.folder / "drive"


@pytest.fixture
def backed_up(terminal, drive):
    made = terminal.on_desk("backup", "--to", drive)
    assert (made.code, made.out.startswith("Backed up, and proven")) == (0, True)
    return backup_folders(drive)[0]


def by_passphrase(terminal):
    return "--passphrase-file", terminal.write("pass.txt", PASSPHRASE)


def test_a_backup_is_made_proven_and_restored_by_its_passphrase(terminal, drive, backed_up):
    proven = terminal.run("prove", drive, *by_passphrase(terminal))
    assert (proven.code, proven.err) == (0, "")
    assert proven.out.splitlines()[-1] == f"{backed_up.name}: this backup is good."
    assert "Actions: 15" in proven.out
    restored = terminal.run("restore", drive, terminal.folder / "new", *by_passphrase(terminal))
    assert (restored.code, restored.err) == (0, "")
    assert "There is no desk where the backup is to go." in restored.out
    assert terminal.run("verify", terminal.folder / "new", *by_passphrase(terminal)).code == 0


def test_recovery_words_alone_restore_it(terminal, backed_up):
    words = terminal.write("words.txt", terminal.words)
    assert terminal.run("prove", backed_up, "--words-file", words).code == 0
    fresh, out = terminal.write("fresh.txt", OTHER), terminal.folder / "fresh-words.txt"
    restored = terminal.run(
        "restore", backed_up, terminal.folder / "new", "--words-file", words, "--new-passphrase-file", fresh,
        "--recovery-out", out,
    )  # fmt: skip
    assert (restored.code, restored.err) == (0, "")
    assert len(out.read_text().split()) == 20
    assert terminal.run("verify", terminal.folder / "new", "--passphrase-file", fresh).code == 0


def test_any_two_of_three_sheets_prove_and_restore_it_and_one_does_not(terminal, drive):
    out = terminal.folder / "sheet.txt"
    assert terminal.on_desk("words", "--three-sheets", "--recovery-out", out).code == 0
    assert terminal.on_desk("backup", "--to", drive).code == 0
    sheets = [("--words-file", terminal.folder / f"sheet-{n}.txt") for n in (1, 2, 3)]
    alone = terminal.run("prove", drive, *sheets[1])
    assert (alone.code, "only together with another" in alone.err) == (1, True)
    assert terminal.run("prove", drive, *sheets[1], *sheets[2]).code == 0
    new, fresh = terminal.folder / "new", terminal.write("fresh.txt", OTHER)
    anew = ("--new-passphrase-file", fresh, "--three-sheets", "--recovery-out", terminal.folder / "anew.txt")
    refused = terminal.run("restore", drive, new, *sheets[0], *anew)
    assert (refused.code, new.exists()) == (1, False)
    restored = terminal.run("restore", drive, new, *sheets[2], *sheets[0], *anew)
    assert (restored.code, restored.err) == (0, "")
    assert [len((terminal.folder / f"anew-{n}.txt").read_text().split()) for n in (1, 2, 3)] == [20, 20, 20]
    assert terminal.run("verify", new, "--passphrase-file", fresh).code == 0
    assert terminal.run("verify", new, *by_passphrase(terminal)).code == 1


def test_a_desk_that_is_there_is_compared_and_only_replaced_when_asked(terminal, backed_up):
    before = terminal.head()
    assert terminal.on_desk("import", "drivers", terminal.write("drivers.csv", DRIVERS)).code == 0
    refused = terminal.run("restore", backed_up, terminal.desk, *by_passphrase(terminal))
    assert refused.code == 1
    assert "The desk that is there is newer: the backup lacks" in refused.out
    assert refused.err.startswith("There are files in this folder already.")
    done = terminal.run("restore", backed_up, terminal.desk, "--replace", *by_passphrase(terminal))
    assert (done.code, done.err) == (0, "")
    assert "The desk that was there is kept in " in done.out
    assert terminal.head() == before


def test_a_damaged_backup_is_not_good_and_not_restored(terminal, backed_up):
    file = backed_up / "store-1.db"
    content = bytearray(file.read_bytes())
    content[9000] ^= 1
    file.write_bytes(content)
    proven = terminal.run("prove", backed_up, *by_passphrase(terminal))
    assert proven.code == 1
    assert proven.err == "store-1.db is not the file that was backed up.\n"
    assert "not good" in proven.out
    assert terminal.run("restore", backed_up, terminal.folder / "new", *by_passphrase(terminal)).code == 1
    assert not (terminal.folder / "new").exists()


def test_where_backups_go_is_remembered_and_asked_for_at_first(terminal, drive):
    first = terminal.on_desk("backup")
    assert first.code == 1
    assert first.err.startswith("Backups are not set up.")
    assert terminal.on_desk("backup", "--to", drive).code == 0
    again = terminal.on_desk("backup")
    assert again.code == 0
    assert "This is the same disk as the desk’s." in again.err
    assert len(backup_folders(drive)) == 1  # the newest of the day
    inside = terminal.on_desk("backup", "--to", terminal.desk / "backups")
    assert inside.code == 1
    assert "own folder" in inside.err


def test_a_folder_without_backups_is_told(terminal):
    told = terminal.run("prove", terminal.folder, *by_passphrase(terminal))
    assert told.code == 1
    assert told.err.startswith("There is no backup in this folder")


def test_a_damaged_desk_is_salvaged_into_a_new_one_and_what_is_lost_is_told(terminal, tmp_path):
    [file] = terminal.desk.glob("store-*.db")
    content = bytearray(file.read_bytes())
    content[: 4096 + 9] = bytes(4096 + 9)
    file.write_bytes(content)
    assert "salvage what can be read" in terminal.on_desk("undo").err
    done = terminal.on_desk("salvage", tmp_path / "new")
    assert done.code == (1 if done.err else 0)
    assert done.out.startswith("Salvaged ")
    assert file.read_bytes() == bytes(content)
    terminal.folder.joinpath("desk").rename(terminal.folder / "damaged")
    (tmp_path / "new").rename(terminal.desk)
    assert terminal.on_desk("verify").code == 0
