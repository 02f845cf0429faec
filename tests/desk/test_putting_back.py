"""A damaged key file is put back from a backup: what was saved since stays. One that does not fit changes nothing."""

import pytest
from helpers.records import concern

from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.deeds import Deed
from socdesk.desk.log_words import log_of
from socdesk.desk.opening import LEAST_COST, change_passphrase, open_desk
from socdesk.desk.putting_back import KEPT, put_back_key_file
from socdesk.jobs import SilentProgress
from socdesk.keys.errors import OldKeyFileError, TamperedKeyFileError
from socdesk.registers.declared.concerns import CONCERNS
from tests.desk.conftest import PASSPHRASE

OTHER = "copper meadow lantern tide"


@pytest.fixture
def backup(desk, tmp_path):
    (tmp_path / "drive").mkdir()
    choose_folder(desk, tmp_path / "drive")
    made = back_up(desk, tmp_path / "drive", SilentProgress()).folder
    desk.do(Deed(words="Kept", puts=(concern("Saved since the backup"),)))
    desk.lock()
    return made


def damage(folder):
    path = folder / "desk.json"
    changed = path.read_text().replace('"generation": ', '"generation": 1')
    path.write_text(changed)
    return changed


def test_what_was_saved_since_the_backup_is_there_and_the_log_speaks_of_it(backup, folder, house):
    sound = (folder / "desk.json").read_bytes()
    damaged = damage(folder)
    with pytest.raises(TamperedKeyFileError):
        open_desk(folder, PASSPHRASE, house)
    opened = put_back_key_file(folder, backup, PASSPHRASE, house)
    assert [each.summary for each in opened.read.page(CONCERNS)] == ["Saved since the backup"]
    assert log_of(opened)[0].what == f"Put back the key file of a backup. {backup.name}"
    assert opened.notices == ()
    opened.lock()
    assert (folder / "desk.json").read_bytes() == sound
    assert (folder / KEPT).read_text() == damaged


def test_one_that_is_older_than_the_desk_is_refused_and_all_is_as_it_was(backup, folder, house):
    change_passphrase(folder, PASSPHRASE, OTHER, house, cost=LEAST_COST)
    damaged = damage(folder)
    for _ in range(2):
        with pytest.raises(OldKeyFileError):
            put_back_key_file(folder, backup, PASSPHRASE, house)
        assert (folder / "desk.json").read_text() == damaged
    assert {path.name for path in folder.iterdir()} <= {"desk.json", "desk.lock", "store-1.db", "witness.log"}
