"""What a person waits for before and around the lists: the first paint, the way in, and a window that never stalls."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from benchmarks.big_desk import COST, big_desk, big_stage
from benchmarks.ratio import Ratio, measure
from helpers.screens.stage import PASSPHRASE, Stage
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from socdesk.keys.kdf import KdfCost, stretch

FRAME_MS = 100.0
PAGES = 100
_BEAT_MS = 5
_PARAGRAPH = "The Council asked its partners what had changed, and wrote down what they said in plain words. " * 6
_PARAGRAPHS = 215

_END_AFTER_PAINT = """
import os, sys
from PySide6.QtCore import QEvent, QObject, QTimer

class End(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, lambda: os._exit(0))
        return False
"""
_BARE = f"""{_END_AFTER_PAINT}
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(["bare", "-style", "Fusion"])
window = QMainWindow()
end = End()
window.installEventFilter(end)
window.show()
app.exec()
"""
_OURS = f"""{_END_AFTER_PAINT}
from pathlib import Path
from socdesk.bootstrap import run_window
from socdesk.ui.main_window import MainWindow
end = End()
show = MainWindow.show
def watched_show(self):
    self.doors.currentWidget().installEventFilter(end)
    show(self)
MainWindow.show = watched_show
run_window(Path(sys.argv[1]))
"""


def _spawn(code: str, *arguments: str) -> None:
    """Run Python as an installed program does: with its modules compiled, whatever the machine has it do."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(big_desk().folder.parent / "compiled"),
    }
    subprocess.run([sys.executable, "-c", code, *arguments], check=True, env=environment, stderr=subprocess.DEVNULL)


def _seconds_of_children() -> float:
    """Return the processor's time of the processes that ended: others on a busy machine do not count."""
    times = os.times()
    return times.children_user + times.children_system


def first_paint(folder: Path) -> Ratio:
    """Start the program on a locked desk, against Python showing an empty window."""
    clock = time.perf_counter if sys.platform == "win32" else _seconds_of_children
    return measure(
        "first paint of the unlock screen",
        lambda: _spawn(_OURS, str(folder)),
        lambda: _spawn(_BARE),
        limit=1.6,
        rounds=15,
        clock=clock,
    )


def _wait_for(condition: Callable[[], bool]) -> None:
    """Sleep between events as the program's own loop does: looking all the time would slow down the stretching."""
    while not condition():
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def first_rows(stage: Stage, cost: KdfCost) -> Ratio:
    """Unlock until the list has its first rows, against stretching the passphrase alone."""

    def enter() -> None:
        stage.door.passphrase._edit.setText(PASSPHRASE)
        stage.door.passphrase.submitted.emit()
        _wait_for(lambda: stage.window.frame is not None)
        _wait_for(lambda: stage.page.list.model.row(0) is not None)
        stage.page.list.table.viewport().repaint()

    def lock() -> None:
        stage.settle()
        stage.lock()

    lock()
    ratio = measure(
        "Enter to first rows",
        enter,
        lambda: stretch(PASSPHRASE.encode(), salt=bytes(16), cost=cost),
        limit=1.15,
        after=lock,
        rounds=5,
    )
    enter()
    stage.settle()
    return ratio


def worst_frame(stage: Stage, *, paragraphs: int = _PARAGRAPHS, pages: int = PAGES) -> Ratio:
    """Make a long paper and watch a timer on the window's thread: its longest gap is the worst frame."""
    page = stage.go("papers", "new")
    page.form.meeting.show_text("2026-04-02")
    page.form.submit()
    stage.until(lambda: page.builder is not None and page.builder.preview is not None, seconds=300)
    stage.settle()
    builder = page.builder
    for key in ("national", "risks", "next_steps"):
        builder._typed[key] = "\n\n".join([_PARAGRAPH] * paragraphs)
    beats: list[float] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start(_BEAT_MS)
    builder.draw()
    while builder._running is not None:
        QCoreApplication.processEvents()
        time.sleep(0.001)
    stage.settle()
    timer.stop()
    assert builder.preview.pages >= pages, f"the paper has only {builder.preview.pages} pages"
    worst = max(later - earlier for earlier, later in pairwise(beats)) * 1000
    builder._typed.clear()
    return Ratio(f"worst frame, {builder.preview.pages}-page paper", worst, FRAME_MS, 1.0)


def run() -> list[Ratio]:
    """Measure all on the big desk."""
    stage = big_stage()
    return [first_paint(big_desk().folder), first_rows(stage, COST), worst_frame(stage)]
