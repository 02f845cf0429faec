"""The real window on a copy of the fictitious desk, at a fixed time; it shows one screen after the other."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.demo.write import write_demo
from socdesk.desk.opening import LEAST_COST, House
from socdesk.desk.ways_in import WaysIn
from socdesk.device_settings import DeviceSettings, SettingsFile
from socdesk.jobs import SilentProgress
from socdesk.ui.main_window import MainWindow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.tidying import Tidying
from socdesk.ui.work import Work

PASSPHRASE = "quiet harbour velvet ladder"
NOW = datetime(2026, 3, 16, 9, tzinfo=UTC)
_QUIET_ROUNDS = 3


@dataclass(frozen=True)
class Screen:
    """One screen: its name, how it is brought about, and whether a locked window shows it.

    One that ``leaves`` something behind, such as a filter, is followed by a desk opened afresh; so is every form.
    """

    name: str
    show: Callable[[Stage], object]
    locked: bool = False
    leaves: bool = False


def clock() -> datetime:
    """Return the one moment at which everything on the stage happens."""
    return NOW


def make_sample(folder: Path, *, concerns: int = 60, drivers: int = 120) -> Path:
    """Make the desk that every screen shows: always the same people, concerns and papers."""
    made = write_demo(
        folder, PASSPHRASE, clock=clock, cost=LEAST_COST, concerns=concerns, drivers=drivers, progress=SilentProgress()
    )
    made.desk.lock()
    return folder


class Stage:
    """Shows screens in a window. ``folder`` holds a copy of the sample, which screens may change."""

    def __init__(self, theme: Theme, folder: Path, settings: Path) -> None:
        self.theme = theme
        self.folder, self.settings = folder, settings
        self._left = False
        settings.mkdir(parents=True, exist_ok=True)
        file = SettingsFile(settings)
        file.write(DeviceSettings(appearance=theme.appearance, zoom=theme.zoom))
        self.window = MainWindow(theme, Work(), WaysIn(lambda: House(clock=clock), LEAST_COST), file, folder)
        Tidying(self.window)

    @property
    def page(self) -> Any:
        """The page that is shown; a screen knows which one it is."""
        assert self.window.frame is not None
        return self.window.frame.navigation.page

    @property
    def door(self) -> Any:
        """The door that is shown."""
        return self.window.doors.currentWidget()

    def until(self, condition: Callable[[], object], *, seconds: float = 30) -> None:
        """Wait, and let the window live meanwhile."""
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            QCoreApplication.processEvents()
            time.sleep(0.002)

    def settle(self) -> None:
        """Wait until no job runs and nothing is left to be drawn."""
        quiet = 0
        while quiet < _QUIET_ROUNDS:
            QCoreApplication.sendPostedEvents(
                None, QEvent.Type.DeferredDelete
            )  # the program's own loop sends these first
            self.until(lambda: not self.window.work._running)
            QCoreApplication.sendPostedEvents()
            QCoreApplication.processEvents()
            quiet = 0 if self.window.work._running else quiet + 1
            time.sleep(0.01)

    def open(self) -> None:
        """Show the window and wait until it has the keyboard."""
        self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def show(self, screen: Screen) -> None:
        """Bring a screen about, whatever was shown before; it stands still while it is looked at."""
        self.clear()
        if screen.locked:
            self.lock()
        elif self.window.frame is None:
            self.unlock()
        self._left = screen.leaves
        screen.show(self)
        self.settle()
        if self.window.frame is not None:
            self.window.frame.room.notices._timer.stop()

    def clear(self) -> None:
        """Take away what lies over the window; a form, and all that was typed, goes with its desk."""
        for each in tuple(QApplication.topLevelWidgets()):
            if each is not self.window and each.isVisible():
                each.close()
        self.settle()
        if self.window.frame is not None and (self._left or getattr(self.page, "form", None) is not None):
            self.lock()

    def lock(self) -> None:
        """Lock the desk if it is open, and show the door to it."""
        if self.window.frame is not None:
            self.window.lock()
            self.settle()
        self.window.doors.show_unlock(self.folder)

    def unlock(self) -> None:
        """Type the passphrase and open the desk."""
        self.lock()
        self.door.passphrase._edit.setText(PASSPHRASE)
        self.door._unlock()
        self.until(lambda: self.window.frame is not None)
        self.settle()

    def go(self, page: str, view: str = "", record: str = "") -> Any:
        """Go to a page, wait until it shows all it has, and return it."""
        self.window.go(Spot(page, view, record))
        self.settle()
        return self.page

    def picture(self) -> QPixmap:
        """Return what is seen: the window, and the dialogs and menus over it."""
        seen = self.window.grab()
        with QPainter(seen) as painter:
            for over in _over(self.window):
                painter.drawPixmap(over.mapToGlobal(QPoint()) - self.window.mapToGlobal(QPoint()), over.grab())
        return seen

    def close(self) -> None:
        """Close the window, and with it the desk."""
        self.clear()
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.processEvents()


def _over(window: QWidget) -> tuple[QWidget, ...]:
    return tuple(each for each in QApplication.topLevelWidgets() if each is not window and each.isVisible())
