"""A desk whose file is damaged: the newest good backup is offered, and what can be read is salvaged."""

from datetime import UTC, datetime, timedelta

import pytest

from socdesk.clock import system_clock
from socdesk.commands.catalogue import COMMANDS
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.newest_good import newest_good
from socdesk.desk.opening import House, new_desk, open_desk
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.ui.screens.damaged import DamagedScreen, SalvagedScreen
from socdesk.ui.screens.newest_backup import NewestBackupDoor
from socdesk.ui.screens.restore import RestoreScreen
from socdesk.ui.screens.unlock import UnlockScreen

PASSPHRASE = "quiet harbour velvet ladder"


@pytest.fixture
def drive(tmp_path):
    (tmp_path / "drive").mkdir()
    return tmp_path / "drive"


@pytest.fixture
def damaged(tmp_path, drive):
    """A desk with two backups, the newer of which is damaged too; its own file lost its beginning."""
    days = [datetime(2026, 3, 2, 9, tzinfo=UTC)]
    desk = new_desk(tmp_path / "own", PASSPHRASE, House(clock=lambda: days[-1]), cost=POLICY_FLOOR).desk
    choose_folder(desk, drive)
    good = back_up(desk, drive, SilentProgress()).folder
    days.append(days[0] + timedelta(days=1))
    bad = back_up(desk, drive, SilentProgress()).folder
    desk.lock()
    for folder in (tmp_path / "own", bad):
        [file] = folder.glob("store-*.db")
        content = file.read_bytes()
        file.write_bytes(content[:16] + bytes(4080) + content[4096:])
    return tmp_path / "own", good


@pytest.fixture
def refused(make_window, damaged, keys, qtbot):
    """Unlock the damaged desk, and return what is shown then."""

    def work(backups):
        window = make_window(damaged[0])
        window.doors.backups = backups
        keys.text(PASSPHRASE)
        window.doors.currentWidget()._unlock()
        qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), NewestBackupDoor), timeout=20_000)
        return window

    return work


def test_the_newest_good_backup_is_found_and_leads_to_restoring(refused, damaged, drive, qtbot):
    window = refused(drive)
    screen = window.doors.currentWidget()
    qtbot.waitUntil(lambda: screen.to_restore.text() == "Restore this backup", timeout=20_000)
    assert screen.found.text() == "A good backup was made on 2 March 2026 at 09:00."
    screen.to_restore.click()
    assert isinstance(window.doors.currentWidget(), RestoreScreen)
    assert window.doors.currentWidget().backup.folder == damaged[1]


def test_without_a_good_backup_one_is_to_be_chosen(refused, drive, damaged, qtbot):
    for each in drive.glob("socdesk-*"):
        [file] = each.glob("store-*.db")
        file.write_bytes(b"")
    window = refused(drive)
    screen = window.doors.currentWidget()
    qtbot.waitUntil(lambda: screen.found.text().startswith("No good backup was found"), timeout=20_000)
    assert screen.to_restore.text() == "Choose a backup"


def test_what_can_be_read_is_salvaged_and_opened(refused, damaged, qtbot, tmp_path):
    window = refused(None)
    screen = window.doors.currentWidget()
    assert "does not know where backups went" in screen.found.text()
    assert screen.passphrase.isHidden()
    assert screen.place.folder == tmp_path / "own-salvaged"
    screen._salvage()
    qtbot.waitUntil(lambda: isinstance(window.doors.currentWidget(), SalvagedScreen), timeout=20_000)
    said = window.doors.currentWidget().lost.text()
    assert "1 page of the file could not be read: 1." in said
    window.doors.currentWidget().first.click()
    qtbot.waitUntil(lambda: window.frame is not None)
    desk = window.frame.room.desk
    assert len(desk.read.page(ACTIONS)) == 15
    assert desk.store.events.of_kinds("salvaged")[0].detail["lost"].startswith("1 page")


def test_an_open_desk_is_locked_before_it_is_salvaged_and_the_passphrase_asked(open_window, qtbot, desk_folder):
    open_window.run(next(each for each in COMMANDS if each.id == "salvage"))
    assert open_window.frame is None
    screen = open_window.doors.currentWidget()
    assert isinstance(screen, DamagedScreen)
    screen._salvage()
    assert screen.passphrase.error == "Enter your passphrase"
    screen.back.emit()
    assert isinstance(open_window.doors.currentWidget(), UnlockScreen)


def test_where_backups_went_is_remembered_on_this_computer(make_window, drive, tmp_path, keys, qtbot):
    desk = new_desk(tmp_path / "mine", PASSPHRASE, House(clock=system_clock), cost=POLICY_FLOOR).desk
    choose_folder(desk, drive)
    desk.lock()
    window = make_window(tmp_path / "mine")
    keys.text(PASSPHRASE)
    window.doors.currentWidget()._unlock()
    qtbot.waitUntil(lambda: window.doors.backups == drive, timeout=20_000)
    window.lock()
    assert window._settings_file.read().backups == str(drive)


def test_a_damaged_key_file_is_put_back_from_the_newest_good_backup_and_nothing_is_lost(refused, damaged, drive, qtbot):
    own, backup = damaged
    [file] = own.glob("store-*.db")
    file.write_bytes((backup / file.name).read_bytes())
    key_file = (own / "desk.json").read_text()
    (own / "desk.json").write_text(key_file.replace('"mac"', '"nac"'))
    window = refused(drive)
    screen = window.doors.currentWidget()
    assert not screen.put_back.isVisible()
    qtbot.waitUntil(lambda: screen.found.text() == "A good backup was made on 2 March 2026 at 09:00.", timeout=20_000)
    screen.put_back.click()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    assert (own / "desk.json").read_text() == key_file
    assert (own / "desk-damaged.json").exists()
    assert len(window.frame.room.desk.read.page(ACTIONS)) == 15


def test_a_backup_of_another_desk_is_not_offered(drive, damaged, tmp_path):
    house = House(clock=system_clock)
    new_desk(tmp_path / "other", PASSPHRASE, house, cost=POLICY_FLOOR).desk.lock()
    assert newest_good(drive, damaged[0], PASSPHRASE, house, SilentProgress()).folder == damaged[1]
    assert newest_good(drive, tmp_path / "other", PASSPHRASE, house, SilentProgress()) is None
    assert newest_good(tmp_path / "gone", damaged[0], PASSPHRASE, house, SilentProgress()) is None
    assert open_desk(damaged[1], PASSPHRASE, house).notices == ()
