"""A random user of the window: whatever is pressed, it does not fail, it answers, and the desk stays sound.

Each step is a key, some letters, or a command; the seed and the last steps are told when something goes wrong.
"""

import shutil
from random import Random

import pytest
from helpers.screens.many import answer
from helpers.screens.stage import Stage, make_sample
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QAbstractPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from socdesk.commands.catalogue import COMMANDS, VIEW
from socdesk.commands.places import Spot
from socdesk.desk.verifying import verify
from socdesk.jobs import Job, SilentProgress
from socdesk.registers.declared.actions import ACTIONS
from socdesk.ui.crash_dialog import FailureDialog
from socdesk.ui.navigation import BUILDERS

Key, Modifier = Qt.Key, Qt.KeyboardModifier
NONE, SHIFT, CTRL, ALT = Modifier.NoModifier, Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier

KEYS = (
    *[(key, NONE) for key in (Key.Key_Tab, Key.Key_Return, Key.Key_Space, Key.Key_Escape)] * 3,
    *[(key, NONE) for key in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)] * 2,
    *[(key, NONE) for key in (Key.Key_Home, Key.Key_End, Key.Key_PageUp, Key.Key_PageDown, Key.Key_Delete)],
    *[(key, NONE) for key in (Key.Key_F1, Key.Key_F2, Key.Key_F3, Key.Key_F4, Key.Key_F5, Key.Key_F6, Key.Key_Menu)],
    *[(key, SHIFT) for key in (Key.Key_Tab, Key.Key_Down, Key.Key_F6, Key.Key_F10)],
    *[(key, CTRL) for key in (Key.Key_A, Key.Key_C, Key.Key_S, Key.Key_K, Key.Key_Z, Key.Key_Y, Key.Key_Return)],
    *[(key, ALT) for key in (Key.Key_Left, Key.Key_Right, Key.Key_Down)],
)
WORDS = ("a", "van", "27/3/26", "today", "+14", "R", "zzzz", "A1", "-", "taxi", "2025-12-31")
NEVER = {"leave"}
COMMANDS_OF_A_USER = tuple(command for command in COMMANDS if command.id not in NEVER)
WEIGHTS = tuple(1 if command.group == VIEW else 10 for command in COMMANDS_OF_A_USER)
PAGES = tuple(BUILDERS)
CHECK_EACH = 25


class RandomUser:
    """Does one random thing after another, often before the last is done."""

    def __init__(self, stage, seed):
        self.stage, self.random = stage, Random(seed)
        self.done = [f"seed {seed}"]
        self.faults = []
        stage.window.work.failed.connect(self.faults.append)
        stage.window.doors.crashed.connect(self.faults.append)

    def use(self, steps):
        for number in range(1, steps + 1):
            if self.stage.window.frame is None:
                self.note("unlock")
                self.stage.unlock()
            self.step()
            self.wait()
            self.look()
            if number % CHECK_EACH == 0:
                self.check()

    def note(self, words):
        self.done.append(words)

    def step(self):
        taken = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        chance = self.random.random()
        if chance < 0.65 or taken:
            self.press()
        elif chance < 0.75:
            self.go()
        else:
            self.command()

    @property
    def target(self):
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.stage.window

    def press(self):
        where = type(self.target).__name__
        if self.random.random() < 0.2:
            words = self.random.choice(WORDS)
            self.note(f"type {words!r} in {where}")
            for letter in words:
                QTest.keyClick(self.target, letter)
        else:
            key, modifier = self.random.choice(KEYS)
            self.note(f"press {modifier.name} {key.name} in {where}")
            QTest.keyClick(self.target, key, modifier)

    def go(self):
        page = self.random.choice(PAGES)
        self.note(f"go {page}")
        records = self.stage.window.frame.room.desk.read.page(ACTIONS)
        record = self.random.choice(records).id
        led_to = {
            "history": Spot("history", "actions", record),
            "rows": Spot("rows", f"Some actions\nactions {record}"),
        }
        self.stage.window.go(led_to.get(page, Spot(page)))

    def command(self):
        (command,) = self.random.choices(COMMANDS_OF_A_USER, WEIGHTS)
        self.note(f"run {command.id}")
        self.stage.window.run(command)

    def wait(self):
        """Be quick at times, and at others wait for what comes."""
        answer(1)
        if self.random.random() < 0.3:
            self.stage.settle()
        for each in tuple(QApplication.topLevelWidgets()):
            if isinstance(each, (QFileDialog, QAbstractPrintDialog)) and each.isVisible():
                each.reject()  # the system's own; nobody presses random keys in those
        if QApplication.activeWindow() is None:
            self.stage.window.activateWindow()  # as each window manager does after a dialog

    def look(self):
        failures = [each for each in QApplication.topLevelWidgets() if isinstance(each, FailureDialog)]
        assert not self.faults, self.told(self.faults)
        assert not failures, self.told([each.report or each.windowTitle() for each in failures])
        assert self.stage.window.isVisible(), self.told("the window is gone")

    def check(self):
        """The desk is sound, and the window shows Today when it is asked to."""
        self.stage.clear()
        if self.stage.window.frame is None:
            self.stage.unlock()
        desk, found = self.stage.window.frame.room.desk, []
        self.stage.window.work.write(
            Job("Test", lambda _: verify(desk, SilentProgress())), self.stage.window, found.append
        )
        self.stage.until(lambda: bool(found))
        assert found[0].sound, self.told(found[0].findings)
        assert self.stage.go("today").isVisible(), self.told("Today is not shown")

    def told(self, what):
        return f"{what}\n" + "\n".join([self.done[0], *self.done[-40:]])


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("random") / "desk", concerns=6, drivers=6)


@pytest.fixture
def user(qtbot, theme, heading_roles, sample, tmp_path):
    """Let a random user in at a copy of the sample."""

    def let_in(seed):
        stage = Stage(theme, shutil.copytree(sample, tmp_path / "desk"), tmp_path / "settings")
        qtbot.addWidget(stage.window)
        stage.window.resize(1366, 690)
        stage.open()
        stage.unlock()
        stage.window.leave = lambda: None  # who closes the program plays no more
        return RandomUser(stage, seed)

    return let_in


def test_whatever_is_pressed_the_window_answers(user):
    user(20260316).use(150)


@pytest.mark.walk
@pytest.mark.parametrize("seed", [1, 2, 3, 4, 5])
def test_whatever_is_pressed_for_long_the_window_answers(user, seed):
    user(seed).use(600)
