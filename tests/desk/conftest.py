"""A real encrypted desk in a temporary folder, at the policy's least cost."""

from datetime import UTC, datetime, timedelta

import pytest

from socdesk.desk.opening import House, new_desk, open_desk
from socdesk.keys.kdf import POLICY_FLOOR

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


@pytest.fixture
def desk(folder, house):
    desk = new_desk(folder, PASSPHRASE, house, cost=POLICY_FLOOR).desk
    yield desk
    desk.lock()


@pytest.fixture
def reopened(desk, folder, house):
    def reopen(open_one):
        open_one.lock()
        return open_desk(folder, PASSPHRASE, house)

    return reopen
