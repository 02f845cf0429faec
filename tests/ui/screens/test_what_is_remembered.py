"""History, what was done, and the desk as at a past day, in the real window by keys."""

from dataclasses import replace

import pytest
from helpers.records import concern
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton

from socdesk.commands.places import Spot
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.ui.widgets.text_reader import TextReader

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def twice(keep):
    (first,) = keep(concern("A van", urgency="ROUTINE"))
    (second,) = keep(replace(first, summary="A car", urgency="SAME_DAY"))
    return second


@pytest.fixture
def history(open_window, qtbot, twice):
    open_window.go(Spot("history", "concerns", twice.id))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.history is not None and page.timeline.hasFocus())
    return page


def test_a_record_goes_back_to_a_version_by_keys_and_comes_again(qtbot, history, keys, twice, said):
    desk = history.room.desk
    assert history.heading.text() == f"History of {twice.reference}"
    assert not history.restore.isEnabled()
    keys.press(Key.Key_Down)
    assert history.version.number == 1
    while not history.restore.hasFocus():
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: desk.read.get(CONCERNS, twice.id).summary == "A van")
    qtbot.waitUntil(lambda: f"Restored {twice.reference} to version 1." in said)
    qtbot.waitUntil(lambda: len(history.timeline.events) == 3)
    keys.press(Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: desk.read.get(CONCERNS, twice.id).summary == "A car")


def test_one_deed_is_undone_alone_and_what_was_left_is_told(qtbot, history, keep, twice, desk):
    keep(replace(twice, summary="A lorry"))
    qtbot.waitUntil(lambda: len(history.timeline.events) == 3)
    history.timeline.setCurrentIndex(history.timeline.model().index(1, 0))
    history.offers["undo_deed"]()
    qtbot.waitUntil(lambda: "Left alone, because it was changed again since" in history.told.words)
    now = desk.read.get(CONCERNS, twice.id)
    assert (now.summary, now.urgency) == ("A lorry", "ROUTINE")


def test_it_is_read_as_text_and_copied(qtbot, history, open_window, twice):
    history.offers["read_text"]()
    reader = open_window.findChild(TextReader)
    assert f"History of {twice.reference}: A car" in reader.area.toPlainText()
    reader.copy.click()
    assert "  In a few words: A van -> A car" in QGuiApplication.clipboard().text()
    reader.close()


def test_a_close_history_is_masked_until_shown_and_that_is_noted(qtbot, open_window, keep, keys, desk):
    (kept,) = keep(concern("Guarded", restricted=True, restriction_reason="CSE"))
    open_window.go(Spot("history", "concerns", kept.id))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(page.show_it.isVisible)
    assert page.timeline.events == ()
    assert "read_text" not in page.offers
    before = desk.store.events.seq
    qtbot.waitUntil(page.show_it.hasFocus)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.timeline.events) == 1)
    assert desk.store.events.seq == before + 1


def test_a_record_that_is_gone_is_told(qtbot, open_window):
    open_window.go(Spot("history", "concerns", "0" * 32))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: "There is no record" in page.told.words)


@pytest.fixture
def deeds(open_window, qtbot, twice, keys):
    keys.press(Key.Key_H, modifier=CTRL | SHIFT)
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.model.row(0) is not None and page.undo.isEnabled())
    return page


def test_any_deed_is_undone_from_the_list_of_all(qtbot, deeds, keys, twice, said):
    desk = deeds.room.desk
    tester = QAbstractItemModelTester(deeds.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert deeds.table.hasFocus()
    number = len(deeds.model.numbers)
    assert deeds.summary.text() == f"{number} deeds, newest first"
    assert deeds.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("1 record")
    deeds.offers["undo_deed"]()
    qtbot.waitUntil(lambda: desk.read.get(CONCERNS, twice.id).summary == "A van")
    qtbot.waitUntil(lambda: "Undid: Kept." in said)
    qtbot.waitUntil(lambda: len(deeds.model.numbers) == number + 1)
    deeds.search.setFocus()
    keys.text("undid")
    qtbot.waitUntil(lambda: deeds.summary.text() == "1 deed, newest first")
    deeds.search.clear()
    deeds.which.setCurrentIndex(deeds.which.findData("gone"))
    qtbot.waitUntil(lambda: deeds.summary.text() == "2 deeds, newest first")
    assert [action.text() for action in deeds.row_menu().actions()][-1] == "Show its records\tEnter"
    tester.deleteLater()


def test_enter_on_a_deed_shows_its_records(qtbot, deeds, keys, open_window):
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: open_window.situation.page != "deeds")


@pytest.fixture
def past(open_window, qtbot, twice):
    open_window.go(Spot("asat"))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(page.line.hasFocus)
    return page


def test_a_past_day_is_unmistakable_and_offers_no_change(qtbot, past, keys, open_window):
    keys.text("today")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: past.table is not None)
    assert past.words.text() == "As at 16 March 2026. Nothing here can be changed."
    assert open_window.windowTitle() == "As at 16 March 2026, read only - Socdesk"
    past.registers.setCurrentIndex(past.registers.findData("concerns"))
    qtbot.waitUntil(lambda: past.model is not None and past.model.row(0) is not None)
    tester = QAbstractItemModelTester(past.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.waitUntil(lambda: past.panel.detail is not None)
    buttons = {each.text() for each in past.findChildren(QPushButton) if each.isVisible()}
    assert buttons <= {"Back to today", "Show that day", ""}
    past.search.setFocus()
    keys.text("car")
    qtbot.waitUntil(lambda: past.summary.text() == "1 concern")
    assert not {"new", "void", "history", "discard"} & set(past.offers)
    tester.deleteLater()


def test_a_day_before_the_desk_began_is_refused_in_words(qtbot, past, keys):
    keys.text("31/3/2001")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "knows nothing as at 31 March 2001" in past.asked.error)
    assert past.table is None


def test_the_way_back_leads_out_of_a_past_day(qtbot, past, keys, open_window):
    keys.text("today")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: past.table is not None)
    keys.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    keys.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert open_window.situation.page == "today"


def test_what_was_close_is_masked_there_too_and_shown_on_purpose(qtbot, past, keep, open_window):
    desk = past.room.desk
    (kept,) = keep(concern("Guarded", restricted=True, restriction_reason="CSE"))
    open_window.go(Spot("asat", "2026-03-16 concerns"))
    qtbot.waitUntil(lambda: past.model is not None and kept.id in past.model.ids)
    past.table.choose(kept.id)
    qtbot.waitUntil(lambda: past.panel.detail is not None and past.panel.detail.masked)
    before = desk.store.events.seq
    past.panel.revealed.emit()
    qtbot.waitUntil(lambda: past.panel.detail.title == "Guarded")
    assert desk.store.events.seq == before + 1
    past._hiding.timeout.emit()
    qtbot.waitUntil(lambda: past.panel.detail.masked)
