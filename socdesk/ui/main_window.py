"""The window: the shell that commands talk to. It holds the doors, and the open desk behind them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from socdesk.commands.command import Command, Situation
from socdesk.commands.places import PLACES, Spot
from socdesk.desk.lock_reasons import LockReason
from socdesk.device_settings import SettingsFile, usual_desk_folder
from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import Job
from socdesk.ui.doors import Doors
from socdesk.ui.session.idle_time import SYSTEM_CLOCKS, Clocks
from socdesk.ui.status_line import StatusLine
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import ZOOM_STEP, Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.window_place import usable_place
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed, Desk
    from socdesk.desk.ways_in import WaysIn
    from socdesk.ui.backups.closing import ClosingDialog
    from socdesk.ui.backups.keeper import BackupKeeper
    from socdesk.ui.desk_frame import DeskFrame
    from socdesk.ui.session.session import Session

_TITLE = "Socdesk"
_SPOKEN = {"system": "as the system has it", "contrast": "high contrast"}


class MainWindow(QMainWindow):
    """One window with at most one open desk."""

    def __init__(
        self,
        theme: Theme,
        work: Work,
        ways: WaysIn,
        settings: SettingsFile,
        folder: Path,
        *,
        clocks: Clocks = SYSTEM_CLOCKS,
    ) -> None:
        super().__init__()
        self.theme, self.work = theme, work
        self.announcer = Announcer(self)
        self.frame: DeskFrame | None = None
        self.session: Session | None = None
        self._settings_file = settings
        self._kept = settings.read()
        self._looks = dict(self._kept.lists)
        self._clocks = clocks
        self._folder = folder
        self._desk: Desk | None = None
        self._closing: ClosingDialog | None = None
        self._return_to: tuple[Path, Spot] | None = None
        self._to_tell = ""
        self._listens = False
        self._stack = QStackedWidget()
        self.status = StatusLine(theme)
        self.doors = Doors(theme, self.announcer, work, ways)
        self._lay_out()
        self.doors.backups = Path(self._kept.backups) if self._kept.backups else None
        self.doors.remembered = Path(self._kept.remembered) if self._kept.remembered else None
        self.doors.opened.connect(self._opened)
        self.doors.crashed.connect(self.show_crash)
        work.failed.connect(self.show_crash)
        work.left.connect(self._came_to_nothing)
        follow(theme, self, self._fit)
        self.setGeometry(usable_place(self._kept.window))
        self._knock()

    def _lay_out(self) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        self._stack.addWidget(self.doors)
        self.setCentralWidget(whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._listens:
            self._listens = True
            QTimer.singleShot(1, self, self._listen)

    def _listen(self) -> None:
        """Listen for the keys of all commands: nobody presses one before the window is there."""
        from socdesk.commands.catalogue import COMMANDS  # noqa: PLC0415  the first paint needs none of them

        for command in COMMANDS:
            self._listen_for(command)

    def _listen_for(self, command: Command) -> None:
        action = QAction(command.title, self)
        action.setObjectName(command.id)
        action.setShortcuts([QKeySequence(keys) for keys in command.shortcuts])
        action.triggered.connect(lambda _checked=False: self.run(command))
        self.addAction(action)

    def run(self, command: Command) -> None:
        """Run a command, if it can be used just now."""
        if command.usable(self.situation):
            command.run(self)

    @property
    def situation(self) -> Situation:
        """What can be done just now."""
        if self.frame is None:
            return Situation()
        navigation, page = self.frame.navigation, self.frame.navigation.page
        return Situation(
            is_open=True,
            page=navigation.spot.page,
            offers=frozenset(page.offers) if page else frozenset(),
            can_go_back=navigation.trail.can(-1),
            can_go_forward=navigation.trail.can(1),
        )

    def go(self, spot: Spot) -> None:
        if self.frame is not None:
            self.frame.navigation.go(spot)

    def step(self, steps: int) -> None:
        if self.frame is not None:
            self.frame.navigation.step(steps)

    def do_on_page(self, deed: str) -> None:
        page = self.frame.navigation.page if self.frame else None
        if page is not None and deed in page.offers:
            page.offers[deed]()

    def undo(self) -> None:
        if self.frame is not None:
            self.frame.undo_bar.undo()

    def redo(self) -> None:
        if self.frame is not None:
            self.frame.undo_bar.redo()

    def open_palette(self) -> None:
        from socdesk.ui.command_palette import CommandPalette  # noqa: PLC0415  made when first asked for

        if self.frame is not None:
            CommandPalette(self, self.frame.room, self.situation, self.run).open()

    def show_help(self) -> None:
        from socdesk.ui.keys_help import KeysHelp  # noqa: PLC0415  made when first asked for

        KeysHelp(self, self.theme).open()

    def show_crash(self, error: Exception) -> None:
        """Show a failure: the world's in words, ours with what we would need to mend it."""
        from socdesk.ui.crash_dialog import show_failure  # noqa: PLC0415  seldom needed

        show_failure(self, self.theme, error)

    def next_region(self, steps: int) -> None:
        regions = [*(self.frame.regions() if self.frame else ()), self.status]
        focused = self.focusWidget()
        at = next((n for n, each in enumerate(regions) if each is focused or _holds(each, focused)), -1)
        regions[(at + steps) % len(regions)].setFocus(Qt.FocusReason.TabFocusReason)

    def zoom_by(self, steps: int) -> None:
        self.set_zoom(self.theme.zoom + steps * ZOOM_STEP if steps else 100)

    def set_zoom(self, percent: int) -> None:
        self.theme.set_zoom(percent)
        self._looks_otherwise(f"Text at {self.theme.zoom} per cent")

    def set_appearance(self, appearance: str) -> None:
        self.theme.set_appearance(appearance)
        self._looks_otherwise(f"Appearance: {_SPOKEN.get(appearance, appearance)}")

    def set_rows(self, rows: str) -> None:
        self.theme.set_compact(compact=rows == "compact")
        self._looks_otherwise(f"Rows: {rows}")

    def _looks_otherwise(self, words: str) -> None:
        self.announcer.say(words)
        self._remember()

    def lock(self, why: LockReason = LockReason.PERSON) -> None:
        """Keep what was typed, take everything off the screen, and close the desk after what is being written.

        Nobody waits for that longer than a moment: an import that takes its time is given up.
        """
        if self.frame is None or self._desk is None:
            return
        self._remember()
        self._keep_typed()
        self._stop_watching()
        desk, self._desk, frame, self.frame = self._desk, None, self.frame, None
        self._close_dialogs()
        frame.room.backups.cancel()
        self._stack.removeWidget(frame)
        frame.deleteLater()
        self._knock()
        self.announcer.say("Locked")
        from socdesk.desk.backups import tasks  # noqa: PLC0415  the first paint needs none of them

        self.work.leave(int(tasks.PATIENCE * 1000))
        self.work.write(tasks.ending(desk, why, patience=tasks.PATIENCE), self, _nothing)

    def _came_to_nothing(self, job: Job[object], error: Exception) -> None:
        """Note what to say, once the desk is open again, of a work that locking cut short. It holds no record text."""
        if isinstance(error, CancelledError):
            self._to_tell = f"{job.title} was stopped because the desk was locked. Nothing of it was kept."
        elif isinstance(error, UserFacingError):
            self._to_tell = f"{job.title} failed while the desk was being locked. {error.message}"
        else:
            self.show_crash(error)

    @property
    def unwatched(self) -> str:
        return self.session.watch.unheard if self.session else ""

    def _stop_watching(self) -> None:
        if self.session is not None:
            self.session.end()
            self.session = None

    def _close_dialogs(self) -> None:
        """Close what stands over the window: it may show records."""
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()

    def _keep_typed(self) -> None:
        """Let every page keep its drafts, and note where to come back to; that is noted nowhere but here."""
        if self.frame is None:
            return
        navigation = self.frame.navigation
        for page in navigation.pages:
            page.keep_typed()
        if navigation.page is not None:
            self._return_to = self._folder, navigation.page.spot_to_return_to(navigation.spot)

    def leave(self) -> None:
        self.close()

    def _knock(self) -> None:
        """Show the doors: no desk is open."""
        self.status.show_demo(demo=False)
        self.status.show_saved("")
        self.status.show_backup("")
        self.status.show_lock("Locked")
        self.setWindowTitle(f"{_TITLE}, locked")
        self._stack.setCurrentWidget(self.doors)
        self.doors.start(self._folder)

    def _opened(self, desk: Desk, folder: Path) -> None:
        from socdesk.desk.clock_caution import clock_caution  # noqa: PLC0415
        from socdesk.ui.desk_frame import open_frame  # noqa: PLC0415  first paint needs none of it

        self._desk, self._folder = desk, folder
        self.frame = open_frame(desk, self.work, self.theme, self, self.announcer, looks=self._looks)
        self.frame.room.changes.changed.connect(self._changed)
        self.frame.navigation.moved.connect(self._moved)
        self._stack.addWidget(self.frame)
        self._stack.setCurrentWidget(self.frame)
        self.status.show_demo(demo=desk.demo)
        self.status.show_saved("All changes saved")
        self._watch(self.frame)
        self._fit()
        self.go(self._first_spot(folder))
        self.frame.take_keyboard()
        keeper = self.frame.room.backups
        keeper.told.connect(self._show_backup)
        keeper.failed.connect(self._backup_failed)
        keeper.start()
        if words := clock_caution(desk.store.writer.head.effective, desk.clock()):
            self.frame.room.notices.tell(words)
        if self._to_tell:
            self.frame.room.notices.tell(self._to_tell)
            self._to_tell = ""

    def _show_backup(self) -> None:
        if self.frame is not None:
            self.status.show_backup(self.frame.room.backups.words)
            state = self.frame.room.backups.state
            self.doors.backups = state.folder if state and not self.frame.room.desk.demo else self.doors.backups

    def _backup_failed(self, error: UserFacingError) -> None:
        """Say why the backup that was due was not made, and lead to where that can be mended."""
        if self.frame is not None:
            spot = Spot("settings", "backups")
            self.frame.room.notices.tell(error.message, offer="Open backups", do=lambda: self.go(spot))

    def back_up(self) -> None:
        if self.frame is not None:
            notices = self.frame.room.notices
            notices.tell("Backing up. You can go on working.")
            self.frame.room.backups.back_up(
                self.frame, lambda _made: notices.tell("Backed up, and proven."), failed=self._not_backed_up
            )

    def _not_backed_up(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self._backup_failed(error)
        elif not isinstance(error, CancelledError):
            self.show_crash(error)

    def restore(self, backup: str) -> None:
        self.lock(LockReason.RESTORE)
        self.doors.show_restore(Path(backup) if backup else None)

    def note_remembered(self, *, remembered: bool) -> None:
        self.doors.remembered = self._folder if remembered else None
        self._remember()

    def renew_key(self) -> None:
        self.lock(LockReason.RENEWAL)
        self.doors.show_renewal(self._folder)

    def salvage(self) -> None:
        folder = self._folder
        self.lock(LockReason.SALVAGE)
        self.doors.show_damaged(folder)

    def _watch(self, frame: DeskFrame) -> None:
        from socdesk.ui.session.session import Session  # noqa: PLC0415  first paint needs none of it
        from socdesk.ui.session.watch_of_system import system_watch  # noqa: PLC0415

        watch = system_watch(int(self.winId()), frame)
        self.session = Session(frame.room, frame, self.status, watch, self._clocks)

    def _first_spot(self, folder: Path) -> Spot:
        """Return where the desk was left a moment ago, or the page that was shown when the window last closed."""
        (left, spot), self._return_to = self._return_to or (folder, None), None
        if spot is not None and left == folder:
            return spot
        return Spot(self._kept.page if self._kept.page in {place.key for place in PLACES} else PLACES[0].key)

    def _changed(self, changed: Changed) -> None:
        for page in self.frame.navigation.pages if self.frame else ():
            page.desk_changed(changed)

    def _moved(self, spot: Spot) -> None:
        page = self.frame.navigation.page if self.frame else None
        title = next((place.title for place in PLACES if place.key == spot.page), page.window_title if page else "")
        self.setWindowTitle(f"{title} - {_TITLE}" if title else _TITLE)

    def _fit(self) -> None:
        if self.frame is not None:
            self.frame.fit(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _remember(self) -> None:
        for each in self.frame.navigation.pages if self.frame else ():
            each.remember()
        place = self.normalGeometry() if self.isMaximized() else self.geometry()
        page = self.frame.navigation.spot.page if self.frame else self._kept.page
        self._kept = replace(
            self._kept,
            appearance=self.theme.appearance,
            zoom=self.theme.zoom,
            compact=self.theme.compact,
            window=(place.x(), place.y(), place.width(), place.height()),
            maximised=self.isMaximized(),
            page=page,
            desk=_to_remember(self._folder),
            remembered=str(self.doors.remembered or ""),
            backups=str(self.doors.backups or ""),
            lists=dict(self._looks),
        )
        self._settings_file.write(self._kept)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._closing is not None:
            event.ignore()  # the backup is being made; the dialog tells
            return
        if self._desk is not None and self.frame is not None and self.frame.room.backups.is_due_at_the_end:
            event.ignore()
            self._back_up_and_close(self._desk, self.frame.room.backups)
            return
        self._remember()
        if self._desk is not None:
            self._keep_typed()
        self._stop_watching()
        for desk in (self._desk, self.doors.pending):
            if desk is not None:
                self.work.write(_locking(desk), self, _nothing)
        self._desk = None
        self.work.close()
        super().closeEvent(event)

    def _back_up_and_close(self, desk: Desk, keeper: BackupKeeper) -> None:
        """Make the backup that is due while a dialog shows how far it is; then close, whatever came of it."""
        from socdesk.ui.backups.closing import ClosingDialog  # noqa: PLC0415  seldom needed

        keeper.cancel()
        self._closing = ClosingDialog(self, self.theme, self.announcer)
        self._closing.close_now.connect(self._close_at_last)
        self._remember()
        self._keep_typed()
        self._desk = None
        from socdesk.desk.backups.tasks import ending  # noqa: PLC0415  the first paint needs none of it

        job = ending(desk, LockReason.CLOSED)
        progress = self.work.write(
            job, self, self._backed_up_at_last, failed=self._backed_up_wrongly, watched=self._closing.line.watch
        )
        self._closing.follow_job(progress)
        self._closing.open()

    def _backed_up_at_last(self, trouble: UserFacingError | None) -> None:
        if trouble is not None and self._closing is not None:
            self._closing.tell(trouble.message, trouble.advice)
        else:
            self._close_at_last()

    def _backed_up_wrongly(self, _fault: Exception) -> None:
        if self._closing is not None:
            self._closing.tell("Something went wrong in Socdesk, so no backup was made.", "What was saved is safe.")

    def _close_at_last(self) -> None:
        if self._closing is not None:
            self._closing.hide()
            self._closing.deleteLater()
            self._closing = None
        self.close()


def _nothing(_result: object) -> None:
    """Want no result."""


def _locking(desk: Desk) -> Job[None]:
    return Job("Locking", lambda _progress: desk.lock(LockReason.CLOSED))


def _to_remember(folder: Path) -> str:
    return "" if folder == usual_desk_folder() else str(folder)


def _holds(part: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and part.isAncestorOf(focused)
