import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget

from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import Job
from socdesk.ui.work import Work


def thread_name(_progress):
    return threading.current_thread().name


@pytest.fixture
def owner(qapp):
    return QObject()


def test_what_writes_runs_on_one_thread_and_its_result_comes_back_on_the_windows(qtbot, work, owner):
    seen = []
    for _ in range(3):
        work.write(Job("t", thread_name), owner, lambda name: seen.append((name, QThread.isMainThread())))
    qtbot.waitUntil(lambda: len(seen) == 3)
    assert seen == [("desk_0", True)] * 3


def test_reading_never_waits_for_writing(qtbot, work, owner):
    gate, seen = threading.Event(), []
    work.write(Job("slow", lambda _p: gate.wait(10)), owner, seen.append)
    work.read(Job("quick", lambda _p: "read"), owner, seen.append)
    qtbot.waitUntil(lambda: seen == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: seen == ["read", True])


def failing(_progress):
    raise UserFacingError("The disk is full.")


def test_a_failure_goes_to_who_asked_or_else_to_the_window(qtbot, work, owner):
    told = []
    work.read(Job("t", failing), owner, told.append, failed=told.append)
    qtbot.waitUntil(lambda: len(told) == 1)
    with qtbot.waitSignal(work.failed) as signal:
        work.read(Job("t", failing), owner, told.append)
    assert [str(told[0]), str(signal.args[0]), len(told)] == ["The disk is full.", "The disk is full.", 1]


def test_a_result_whose_screen_is_gone_is_dropped(qtbot, work, owner):
    gate, seen, screen = threading.Event(), [], QObject()
    work.read(Job("t", lambda _p: gate.wait(10)), screen, seen.append)
    with qtbot.waitSignal(screen.destroyed):
        screen.deleteLater()
    with qtbot.waitSignal(work.busy):
        gate.set()
    assert seen == []


def test_progress_is_watched_and_a_cancelled_job_stops_in_silence(qtbot, work, owner):
    seen, gate = [], threading.Event()

    def counting(progress):
        progress.report(1, 2)
        gate.wait(10)
        progress.report(2, 2)

    running = work.read(Job("t", counting), owner, seen.append, watched=lambda *told: seen.append(told))
    qtbot.waitUntil(lambda: len(seen) == 1)
    running.cancel()
    with qtbot.assertNotEmitted(work.failed), qtbot.waitSignal(work.busy):
        gate.set()
    assert seen == [(1, 2, "")]


def test_closing_lets_all_writing_end(qapp):
    work, written = Work(), []
    for n in range(5):
        work.write(Job("t", lambda _p, n=n: written.append(n)), QObject(), lambda _none: None)
    work.close()
    assert written == [0, 1, 2, 3, 4]


def test_closing_cancels_what_reports_its_progress(qapp):
    work, begun, how = Work(), threading.Event(), []

    def endless(progress):
        begun.set()
        try:
            while True:
                progress.report(1, 2)
        except CancelledError:
            how.append("cancelled")
            raise

    work.write(Job("t", endless), QObject(), lambda _none: None)
    begun.wait(10)
    work.close()
    assert how == ["cancelled"]


def test_who_was_left_hears_nothing_more_but_what_they_asked_to_be_written_is_written(qtbot, work, owner):
    gate, written, heard, left = threading.Event(), [], [], []
    work.left.connect(lambda job, error: left.append((job.title, error)))

    def writing(progress):
        progress.report(1, 2)
        gate.wait(10)
        written.append("written")

    work.write(Job("Writing", writing), owner, heard.append, failed=heard.append, watched=lambda *_: heard.append(1))
    work.read(Job("Reading", failing), owner, heard.append, failed=heard.append)
    work.leave(30_000)
    work.write(Job("After", lambda _p: "after"), owner, heard.append)
    gate.set()
    qtbot.waitUntil(lambda: heard == ["after"] and not work._running)
    assert (written, left) == (["written"], [])


def test_what_takes_too_long_once_it_was_left_is_given_up_and_told(qtbot, work, owner):
    begun = threading.Event()

    def endless(progress):
        while True:
            begun.set()
            progress.report(1, 2)

    work.write(Job("Importing", endless), owner, lambda _none: None)
    work.write(Job("Saving", failing), owner, lambda _none: None)
    begun.wait(10)
    left = []
    work.left.connect(lambda job, error: left.append((job.title, type(error))))
    with qtbot.assertNotEmitted(work.failed):
        work.leave(1)
        qtbot.waitUntil(lambda: len(left) == 2)
    assert left == [("Importing", CancelledError), ("Saving", UserFacingError)]


def test_what_is_asked_for_after_closing_is_dropped(qtbot, qapp):
    work, came = Work(), []
    owner = QObject()
    work.read(Job("t", lambda _p: 1), owner, came.append)
    work.close()
    work.read(Job("t", lambda _p: 2), owner, came.append)
    with qtbot.assertNotEmitted(work.failed, wait=50):
        pass
    assert came == []


class Canvas(QWidget):
    """Notes when it is painted."""

    def __init__(self, notes):
        super().__init__()
        self.notes = notes

    def paintEvent(self, event):
        self.notes.append("painted")


def test_reading_begins_when_what_was_asked_to_be_painted_is_painted(qtbot, work):
    notes = []
    canvas = Canvas(notes)
    qtbot.addWidget(canvas)
    with qtbot.waitExposed(canvas):
        canvas.show()
    qtbot.waitUntil(lambda: bool(notes))
    notes.clear()
    work.read(Job("t", lambda _progress: notes.append("read")), canvas, notes.append)
    canvas.update()
    qtbot.waitUntil(lambda: notes == ["painted", "read", None])


class Marked:
    """Tells on which thread it is thrown away."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(QThread.isMainThread())


def test_what_a_job_and_its_asker_hold_goes_on_the_windows_thread(qtbot, work, owner):
    gone = []

    def ask():
        held, other = Marked(gone), Marked(gone)
        work.read(Job("t", lambda _p: held and 1), owner, lambda _one: other and None)

    for _ in range(60):
        ask()
    qtbot.waitUntil(lambda: len(gone) == 120)
    assert all(gone)


def test_reading_that_is_to_come_last_waits_until_no_other_is_left(qtbot, work, owner):
    gate, seen = threading.Event(), []

    def go_on(_done):
        work.read(Job("t", lambda _p: "second"), owner, seen.append)

    work.read(Job("t", lambda _p: "last"), owner, seen.append, last=True)
    work.read(Job("t", lambda _p: gate.wait(10)), owner, go_on)
    gate.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen == ["second", "last"]
