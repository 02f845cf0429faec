"""A program that is killed while it brings an old desk up to date leaves one that opens, and no half copy of it."""

import shutil
import zipfile

import pytest
from old_desks.make_old_desk import HERE
from old_desks.make_old_desk import PASSPHRASE as OLD_PASSPHRASE

from socdesk.desk.opening import open_unlocked
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.keys.derive import desk_key
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import unlock_with_passphrase
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.upgrade import SHIPPED, is_current
from socdesk.storage.verify import page_findings

OLDEST = "m0001_first_desk"
AT_ONCE = 5
"""How many old desks lie ready for each worker."""
SUMMARIES = ["Cash counted in a parked van", "A second van"]
OF_A_DESK = {"desk.json", "desk.lock", "store-1.db", "witness.log"}


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """Return a folder with the oldest stored desk, and what opens it."""
    folder = tmp_path_factory.mktemp("old") / "desk"
    with zipfile.ZipFile(HERE / f"{OLDEST}.zip") as packed:
        packed.extractall(folder)
    return folder, unlock_with_passphrase(read_key_file(folder / "desk.json"), OLD_PASSPHRASE)


def check(folder, unlocked, house, saved):
    """Open a desk whose migration may have been killed, and look at all that it holds, and at the copies beside it."""
    key = desk_key(unlocked.root_key)
    desk = open_unlocked(folder, read_key_file(folder / "desk.json"), unlocked, house)
    assert desk.notices == ()
    assert verify(desk, SilentProgress()).findings == ()
    kept = {record.reference: record.summary for record in desk.read.page(CONCERNS)}
    assert [words for words in kept.values() if words in SUMMARIES] == SUMMARIES
    assert set(saved) <= set(kept)
    action = next(each for each in desk.read.page(ACTIONS) if each.reference == "A07")
    assert action.next_step == "Ask the sample trade for dates"
    desk.lock()
    assert is_current(folder / "store-1.db", key, (SHIPPED,))
    copies = set(folder.glob("before-upgrade-*.db"))
    assert copies
    for copy in copies:
        assert page_findings(copy, key) == []
        assert not is_current(copy, key, (SHIPPED,))
    assert {path.name for path in folder.iterdir()} == OF_A_DESK | {path.name for path in copies}


@pytest.mark.parametrize(
    "times",
    [4, pytest.param(20, marks=pytest.mark.acceptance), pytest.param(200, marks=pytest.mark.soak)],
)
def test_kills_while_an_old_desk_is_brought_up_to_date_lose_nothing(old, tmp_path, house, workshop, times):
    stored, unlocked = old
    folders = tmp_path / "desks"
    for _ in range(times):
        for number in range(AT_ONCE):
            shutil.copytree(stored, folders / str(number))
        worker = workshop.start("migrate", folders, unlocked.root_key.expose().hex(), unlocked.slot_id)
        worker.killed_within_a_write(most_before=2)
        for (name,) in worker.told("began"):
            check(folders / name, unlocked, house, [ref for where, ref in worker.told("saved") if where == name])
        shutil.rmtree(folders)
    workshop.check_share("Migrating")
