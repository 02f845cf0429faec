"""Locked amid something: what was typed comes back, what was cut short is told, and the window says no more."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socdesk.commands.places import Spot
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.declared.papers import PAPER_SECTIONS
from tests.ui.conftest import PASSPHRASE


@pytest.fixture
def unlock(qtbot):
    def do(window):
        qtbot.waitUntil(window.doors.currentWidget().first.hasFocus)
        QTest.keyClicks(QApplication.focusWidget(), PASSPHRASE)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.frame is not None and not window.work._running)
        return window.frame.room

    return do


def test_what_comes_late_does_not_speak_for_a_locked_window(open_window, qtbot):
    gate, late = threading.Event(), []
    frame = open_window.frame
    open_window.work.write(Job("Saving", lambda _p: gate.wait(10)), frame, late.append)
    open_window.lock()
    gate.set()
    qtbot.waitUntil(lambda: not open_window.work._running)
    assert (late, open_window.windowTitle()) == ([], "Socdesk, locked")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (None, "Importing was stopped because the desk was locked. Nothing of it was kept."),
        (UserFacingError("The disk is full."), "Importing failed while the desk was being locked. The disk is full."),
    ],
    ids=["too long", "failed"],
)
def test_what_locking_cut_short_is_told_once_the_desk_is_open_again(open_window, unlock, fault, told):
    begun, gate = threading.Event(), threading.Event()

    def work(progress):
        begun.set()
        gate.wait(10)
        while not fault:
            progress.report(1, 2)
        raise fault

    open_window.work.write(Job("Importing", work), open_window.frame, lambda _none: None)
    begun.wait(10)
    open_window.lock()
    gate.set()
    assert unlock(open_window).notices.words == told


def test_words_of_a_paper_are_kept_though_typing_has_not_rested(draft, unlock):
    window = draft.window()
    draft.sections.choose("risks")
    draft.editor.own.area.setFocus()
    QTest.keyClicks(draft.editor.own.area, "Half a risk")
    window.lock()
    kept = unlock(window).desk.read.page(PAPER_SECTIONS)
    assert "Half a risk" in {each.own_words for each in kept}


def test_a_pasted_text_and_a_reason_for_a_rating_are_drafts_afterwards(open_window, unlock, page, qtbot):
    concerns = page("concerns")
    concern = concerns.list.panel.detail.record
    open_window.go(Spot("concerns", "mark", concern.id))
    qtbot.waitUntil(lambda: concerns.pane is not None)
    concerns.pane.text.setPlainText("He said so. I saw it.")
    open_window.lock()
    [kept] = unlock(open_window).desk.drafts.all()
    assert (kept.register, kept.base.parent) == (STATEMENTS, concern.id)
    assert kept.texts == {"text": "He said so. I saw it."}

    actions = page("actions")
    actions.list.table.choose(actions.list.model.ids[0])
    actions.reviewing.click()
    qtbot.waitUntil(lambda: actions.pane is not None and actions.pane.case is not None)
    reviewed = actions.pane.case.action
    actions.pane.rag.choose("RED")
    actions.pane.reason.setText("Nobody to do it")
    open_window.lock()
    kept = unlock(open_window).desk.drafts.of(reviewed.id)
    assert (kept.register, kept.texts["rag_reason"]) == (ACTIONS, "Nobody to do it")
    assert open_window.frame.room.desk.read.get(CONCERNS, concern.id) is not None
