"""A real encrypted desk in a temporary folder, at the policy's least cost.

It is laid out once, and each test opens a copy of its own with the root key: stretching a passphrase takes longer than
most tests. What opening itself does is tested from the passphrase on.
"""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socdesk.desk.opening import House, _opened, new_desk, open_desk
from socdesk.desk.trust import EarlyLook
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import Unlocked, unlock_with_passphrase

PASSPHRASE = "quiet harbour velvet ladder"


class MovingClock:
    """A clock that says what it is told, and a second more at each look."""

    def __init__(self, now=datetime(2026, 3, 2, 9, tzinfo=UTC)):
        self.now = now

    def __call__(self):
        self.now += timedelta(seconds=1)
        return self.now

    def forward(self, **delta):
        self.now += timedelta(**delta)


@pytest.fixture
def clock():
    return MovingClock()


@pytest.fixture
def house(clock):
    return House(clock=clock)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "desk"


@dataclass(frozen=True)
class LaidOut:
    folder: Path
    unlocked: Unlocked
    recovery_words: str

    def copied_to(self, folder):
        shutil.copytree(self.folder, folder)
        return folder

    def opened_in(self, folder, house):
        key_file = read_key_file(folder / KEY_FILE_NAME)
        return _opened(folder, key_file, self.unlocked, house, EarlyLook(folder / key_file.db_file))


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("laid-out") / "desk"
    made = new_desk(folder, PASSPHRASE, House(clock=MovingClock()), cost=POLICY_FLOOR)
    made.desk.lock()
    return LaidOut(
        folder, unlock_with_passphrase(read_key_file(folder / KEY_FILE_NAME), PASSPHRASE), made.recovery_words
    )


@pytest.fixture
def desk(laid_out, folder, house):
    desk = laid_out.opened_in(laid_out.copied_to(folder), house)
    yield desk
    desk.lock()


@pytest.fixture
def reopened(desk, folder, house):
    def reopen(open_one):
        open_one.lock()
        return open_desk(folder, PASSPHRASE, house)

    return reopen
