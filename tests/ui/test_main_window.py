"""The window with an open desk, with real keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from socdesk.commands.catalogue import COMMANDS
from socdesk.commands.places import Spot
from socdesk.device_settings import DeviceSettings
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.ui.command_palette import CommandPalette
from socdesk.ui.crash_dialog import FailureDialog
from socdesk.ui.doors import Doors
from socdesk.ui.keys_help import KeysHelp, key_rows
from socdesk.ui.screens.register_page import RegisterPage
from socdesk.ui.screens.training import TrainingPage
from socdesk.ui.screens.unlock import UnlockScreen

Key, Ctrl = Qt.Key, Qt.KeyboardModifier.ControlModifier


def hit(window, keys):
    QTest.keySequence(QApplication.focusWidget() or window, QKeySequence(keys))


def dialog_of(window, kind):
    return next((each for each in window.findChildren(kind) if each.isVisible()), None)


@pytest.fixture
def palette(open_window, qtbot):
    hit(open_window, "Ctrl+K")
    qtbot.waitUntil(lambda: dialog_of(open_window, CommandPalette) is not None)
    found = dialog_of(open_window, CommandPalette)
    found.activateWindow()
    return found


def test_the_strategys_overdue_review_stands_first_on_today(open_window):
    first = open_window.frame.navigation.page.attention.model().index(0, 0).data()
    assert first.startswith("Strategy review overdue since September 2022")


def rows_of(page):
    """How many rows a page shows: a register's own page has a table, any other says it in its summary.

    Rows come by jobs, so whoever asks waits for them.
    """
    if isinstance(page, RegisterPage):
        return page.list.table.model().rowCount()
    if isinstance(page, TrainingPage):
        return page.matrix.model.rowCount()
    first = page.summary.text().split()[0]
    return int(first) if first.isdecimal() else None  # still loading


def test_every_number_on_today_opens_as_many_rows(open_window, qtbot):
    page = open_window.frame.navigation.page
    for key, tile in page.tiles.items():
        number = getattr(page._shown, key).number
        tile.click()
        rows = open_window.frame.navigation.page
        qtbot.waitUntil(lambda rows=rows, number=number: rows_of(rows) == number)
        open_window.step(-1)
    assert page._shown.concerns.number == 1


def test_today_is_reckoned_afresh_after_a_deed(open_window, rename_action, qtbot):
    page, before = open_window.frame.navigation.page, open_window.frame.navigation.page._shown
    job = Job("t", lambda _p: rename_action(open_window.frame.room.desk, "Another title"))
    open_window.work.write(job, open_window, lambda _done: None)
    qtbot.waitUntil(lambda: page._shown is not before)


def test_undo_and_redo_say_what_they_did(open_window, rename_action, qtbot):
    room = open_window.frame.room
    done = []
    open_window.work.write(Job("t", lambda _p: rename_action(room.desk, "Another title")), open_window, done.append)
    qtbot.waitUntil(lambda: done != [])
    hit(open_window, "Ctrl+Z")
    qtbot.waitUntil(lambda: room.notices.words == "Undid: Changed an action.")
    hit(open_window, "Ctrl+Y")
    qtbot.waitUntil(lambda: room.notices.words == "Did again: Changed an action.")


def test_with_nothing_to_redo_the_bar_says_so(open_window, qtbot):
    hit(open_window, "Ctrl+Y")
    qtbot.waitUntil(lambda: "nothing" in open_window.frame.room.notices.words.lower())


def test_locking_takes_everything_off_the_screen_and_unlocking_comes_back(open_window, keys, qtbot):
    hit(open_window, "Ctrl+L")
    assert open_window.frame is None
    assert open_window.windowTitle() == "Socdesk, locked"
    assert isinstance(open_window.doors.currentWidget(), UnlockScreen)
    qtbot.waitUntil(open_window.doors.currentWidget().first.hasFocus)
    keys.text("quiet harbour velvet ladder")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: open_window.frame is not None, timeout=20_000)


def test_back_and_forward_lead_through_the_pages_seen(open_window):
    open_window.go(Spot("rows", view="nothing"))
    assert open_window.situation.page == "rows"
    hit(open_window, "Alt+Left")
    assert open_window.situation.page == "today"
    assert open_window.situation.can_go_forward
    hit(open_window, "Alt+Right")
    assert open_window.situation.page == "rows"


def test_f6_goes_through_the_parts_of_the_window_and_round(open_window):
    parts = [*open_window.frame.regions(), open_window.status]
    parts[0].setFocus()
    seen = []
    for _ in parts:
        seen.append(QApplication.focusWidget())
        hit(open_window, "F6")
    assert seen == parts
    assert QApplication.focusWidget() is parts[0]
    hit(open_window, "Shift+F6")
    assert QApplication.focusWidget() is parts[-1]


@pytest.mark.parametrize(("pressed", "zoom"), [("Ctrl+=", 110), ("Ctrl+-", 90), ("Ctrl+0", 100)])
def test_text_grows_and_shrinks_with_keys(locked_window, pressed, zoom):
    hit(locked_window, pressed)
    assert locked_window.theme.zoom == zoom


def test_look_size_and_page_are_remembered_but_nothing_of_the_desk(open_window, make_window, tmp_path):
    open_window.set_appearance("dark")
    open_window.zoom_by(3)
    open_window.resize(1111, 640)
    open_window.close()
    text = (tmp_path / "settings" / "window.json").read_text()
    assert '"dark"' in text
    assert "130" in text
    assert "1111" in text
    assert "Visitors" not in text


def test_a_window_kept_on_a_screen_that_is_gone_comes_back_in_sight(make_window, tmp_path):
    window = make_window(tmp_path / "none", DeviceSettings(window=(90_000, 90_000, 800, 600)))
    assert window.screen().availableGeometry().intersects(window.geometry())


def test_the_palette_finds_a_command_and_runs_it(palette, open_window, keys):
    keys.text("lock")
    assert palette.choices[0].words == "Lock now"
    keys.press(Key.Key_Return)
    assert open_window.frame is None


def test_arrows_choose_in_the_palette_while_the_keyboard_stays_in_its_field(palette, keys):
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Up)
    assert palette.list.currentIndex().row() == 1
    keys.press(Key.Key_Up, Key.Key_Up)
    assert palette.list.currentIndex().row() == len(palette.choices) - 1
    assert palette.sought.hasFocus()


def test_escape_closes_the_palette(palette, open_window, keys, qtbot):
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: dialog_of(open_window, CommandPalette) is None)


def test_f1_shows_every_key_and_finds_one(open_window, keys, qtbot):
    hit(open_window, "F1")
    qtbot.waitUntil(lambda: dialog_of(open_window, KeysHelp) is not None)
    help_dialog = dialog_of(open_window, KeysHelp)
    assert help_dialog.table.model().rowCount() == len(key_rows())
    help_dialog.sought.setText("undo")
    rows = range(help_dialog.table.model().rowCount())
    assert sum(not help_dialog.table.isRowHidden(row) for row in rows) == 1
    help_dialog.close()


def test_every_command_has_an_action_with_its_keys(locked_window):
    actions = {action.objectName(): action for action in locked_window.actions()}
    assert actions.keys() == {command.id for command in COMMANDS}
    assert all(len(actions[command.id].shortcuts()) == len(command.shortcuts) for command in COMMANDS)


def test_while_locked_no_command_reaches_a_desk(locked_window):
    for command in COMMANDS:
        if command.id not in {"leave", "help"}:
            locked_window.run(command)
    assert isinstance(locked_window.doors, Doors)
    assert locked_window.frame is None


def test_a_fault_of_ours_is_shown_without_its_words(open_window, qtbot):
    def fail(_progress):
        raise ValueError("Jane Example of 1 Sample Street")

    open_window.work.read(Job("t", fail), open_window, lambda _none: None)
    qtbot.waitUntil(lambda: dialog_of(open_window, FailureDialog) is not None)
    dialog = dialog_of(open_window, FailureDialog)
    assert "ValueError" in dialog.report
    assert "Jane" not in dialog.report
    dialog.close()


def test_a_fault_of_the_world_is_shown_in_its_words(open_window, qtbot):
    open_window.show_crash(UserFacingError("The disk is full.", advice="Free some space."))
    dialog = dialog_of(open_window, FailureDialog)
    assert (dialog.windowTitle(), dialog.report) == ("The disk is full.", "")
    dialog.close()


@pytest.mark.parametrize(("width", "zoom"), [(1366, 100), (1366, 150), (1366, 200), (1024, 100)])
def test_the_page_is_never_wider_than_the_window(open_window, width, zoom, qtbot):
    open_window.theme.set_zoom(zoom)
    open_window.resize(width, 640)
    qtbot.waitUntil(lambda: open_window.width() == width)
    assert open_window.minimumSizeHint().width() <= width


def test_the_sample_says_so_wherever_one_looks(make_window, ways, house, tmp_path, qtbot):
    from socdesk.desk.opening import LEAST_COST, new_desk

    new_desk(tmp_path / "demo", "quiet harbour velvet ladder", house, cost=LEAST_COST, demo=True).desk.lock()
    window = make_window(tmp_path / "demo")
    QTest.keyClicks(QApplication.focusWidget(), "quiet harbour velvet ladder")
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
    qtbot.waitUntil(lambda: window.frame is not None, timeout=20_000)
    assert "fictitious" in window.status.accessibleName()
    assert window.status._demo.isVisible()


def test_dialogs_are_gone_when_closed(open_window, qtbot):
    open_window.show_help()
    dialog = dialog_of(open_window, KeysHelp)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    assert open_window.findChildren(QDialog) == []


def test_a_notice_covers_nothing_and_comes_last_by_tab(open_window, qtbot):
    frame = open_window.frame
    open_window.go(Spot("actions"))
    qtbot.waitUntil(frame.navigation.page.list.table.hasFocus)
    frame.room.notices.tell("Saved.", offer="Undo")
    qtbot.waitUntil(lambda: not frame.stack.geometry().intersects(frame.room.notices.geometry()))
    QTest.keyClick(frame.navigation.page.list.table, Key.Key_Tab)
    qtbot.waitUntil(lambda: QApplication.focusWidget().text() == "Undo")
    open_window.go(Spot("training"))
    frame.room.notices._close.setFocus()
    QTest.keyClick(frame.room.notices._close, Key.Key_Tab)
    assert QApplication.focusWidget() is frame.sidebar.jump
