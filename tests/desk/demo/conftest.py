"""A small demonstration desk, written once for all tests that only read it."""

import pytest
from helpers.demo_samples import PASSPHRASE, PRESENT, all_records

from socdesk.desk.demo.write import write_demo
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR


@pytest.fixture(scope="session")
def write(tmp_path_factory):
    """Write a demonstration desk somewhere; all are locked when the tests end."""
    made = []

    def write_one(folder=None, **chosen):
        folder = folder or tmp_path_factory.mktemp("demo") / "desk"
        chosen = {"clock": lambda: PRESENT, "concerns": 15, "drivers": 12, "progress": SilentProgress(), **chosen}
        made.append(write_demo(folder, PASSPHRASE, cost=POLICY_FLOOR, **chosen).desk)
        return made[-1]

    yield write_one
    for desk in made:
        desk.lock()


@pytest.fixture(scope="session")
def demo(write):
    return write()


@pytest.fixture(scope="session")
def records(demo):
    """All records of the small demonstration, in whatever state, by the key of their register."""
    return all_records(demo)
