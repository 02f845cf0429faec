"""A person who types into the window, in a process of its own, until it is killed.

``python typist.py FOLDER SETTINGS PASSPHRASE TEXT`` opens the desk by keys, begins a concern, types the text one key
after the other, and prints how many keys went in.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from socdesk.clock import system_clock
from socdesk.desk.opening import LEAST_COST, House
from socdesk.desk.ways_in import WaysIn
from socdesk.device_settings import SettingsFile
from socdesk.ui.application import make_application
from socdesk.ui.main_window import MainWindow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.work import Work

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
EACH_KEY_MS = 15


def until(is_so):
    """Wait until something is so."""
    while not is_so():
        QTest.qWait(10)


def main() -> None:
    """Type until killed."""
    folder, settings, passphrase, text = sys.argv[1:]
    app = make_application()
    ways = WaysIn(lambda: House(clock=system_clock), LEAST_COST)
    theme = Theme(app, load_tokens(), appearance="light")
    window = MainWindow(theme, Work(), ways, SettingsFile(Path(settings)), Path(folder))
    window.show()
    window.activateWindow()
    until(window.isActiveWindow)
    QTest.keyClicks(QApplication.focusWidget(), passphrase)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    until(lambda: window.frame is not None)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N, CTRL | SHIFT)
    page = window.frame.navigation.page
    until(lambda: page.form is not None and "summary" in page.form.editors)
    line = page.form.editors["summary"].focus
    until(line.hasFocus)
    for number, key in enumerate(text, 1):
        QTest.keyClicks(line, key)
        sys.stdout.write(f"{number} {time.monotonic()}\n")  # in one write: a kill must not leave half a line
        sys.stdout.flush()
        QTest.qWait(EACH_KEY_MS)
    until(lambda: False)


if __name__ == "__main__":
    main()
