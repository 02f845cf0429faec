"""The restore drill by command, each command a process of its own; the new computer has a home and keyring of its own.

Issue 4, acceptance 8.
"""

import json
import os
import shutil
import subprocess
import sys
from types import SimpleNamespace

import pytest
from helpers.environment import own_folders
from helpers.records import concern

from socdesk.clock import system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import LEAST_COST, House, new_desk, open_desk
from socdesk.desk.own_locks import keep_recovery_words, make_recovery_words

pytestmark = pytest.mark.acceptance
PASSPHRASE, FRESH = "quiet harbour velvet ladder", "copper meadow signal thirty"


class Computer:
    """Runs the program with folders of its own, and with a keyring that knows nothing."""

    def __init__(self, folder, repository):
        self.folder, self.repository = folder, repository
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith("DBUS")}
        self.environment |= own_folders(folder / "own")
        self.environment |= {"PYTHONPATH": str(repository), "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}

    def run(self, *arguments):
        done = subprocess.run(
            [sys.executable, "-m", "socdesk", *map(str, arguments)],
            check=False, capture_output=True, text=True, env=self.environment, cwd=self.folder,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return done

    def does(self, *arguments):
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def concerns(self, desk, *secret):
        out = self.folder / "concerns.json"
        self.does("export", desk, "concerns", "--out", out, *secret)
        return json.loads(out.read_bytes())["records"]


@pytest.fixture
def computers(tmp_path, repository):
    made = []
    for name in ("old", "new"):
        (tmp_path / name).mkdir()
        made.append(Computer(tmp_path / name, repository))
    return SimpleNamespace(old=made[0], new=made[1])


@pytest.fixture
def purse(tmp_path):
    """What the officer has on paper and in mind, in files: the passphrases, and three sheets."""
    folder = tmp_path / "purse"
    folder.mkdir()
    for name, words in (("pass", PASSPHRASE), ("fresh", FRESH)):
        (folder / f"{name}.txt").write_text(words)
    return folder


@pytest.fixture
def lost(computers, purse, tmp_path):
    """A desk with some concerns, backed up by command; then its computer is lost. Return the drive and the concerns."""
    folder, drive = computers.old.folder / "desk", tmp_path / "drive"
    drive.mkdir()
    new_desk(folder, PASSPHRASE, House(clock=system_clock), cost=LEAST_COST).desk.lock()
    desk = open_desk(folder, PASSPHRASE, House(clock=system_clock))
    desk.do(Deed(words="Added", puts=tuple(concern(f"A made-up thing, number {n}") for n in range(20))))
    made = make_recovery_words(desk, PASSPHRASE).in_three_sheets()
    keep_recovery_words(desk, made)
    desk.lock()
    for number, words in enumerate(made.sheets, 1):
        (purse / f"sheet-{number}.txt").write_text(words)
    by_passphrase = ("--passphrase-file", purse / "pass.txt")
    assert "Backed up, and proven" in computers.old.does("backup", folder, "--to", drive, *by_passphrase)
    held = computers.old.concerns(folder, *by_passphrase)
    assert len(held) == 20
    shutil.rmtree(computers.old.folder)
    return drive, held


def test_the_drill_by_passphrase(computers, purse, lost):
    (drive, held), new, desk = lost, computers.new, computers.new.folder / "desk"
    secret = ("--passphrase-file", purse / "pass.txt")
    assert "this backup is good" in new.does("prove", drive, *secret)
    assert "There is no desk where the backup is to go." in new.does("restore", drive, desk, *secret)
    new.does("verify", desk, *secret)
    assert new.concerns(desk, *secret) == held


@pytest.mark.parametrize("two", [(3, 1)])
def test_the_drill_by_two_of_three_sheets(computers, purse, lost, two):
    (drive, held), new, desk = lost, computers.new, computers.new.folder / "desk"
    sheets = [part for number in two for part in ("--words-file", purse / f"sheet-{number}.txt")]
    alone = new.run("prove", drive, *sheets[:2])
    assert (alone.returncode, "only together with another" in alone.stderr) == (1, True)
    assert "this backup is good" in new.does("prove", drive, *sheets)
    fresh = ("--new-passphrase-file", purse / "fresh.txt", "--recovery-out", purse / "anew.txt")
    new.does("restore", drive, desk, *sheets, *fresh)
    assert len((purse / "anew.txt").read_text().split()) == 20
    secret = ("--passphrase-file", purse / "fresh.txt")
    new.does("verify", desk, *secret)
    assert new.concerns(desk, *secret) == held
    assert new.run("verify", desk, "--passphrase-file", purse / "pass.txt").returncode == 1
