"""The history of one record: every version with old and new, who, when and why; back to one, or one deed undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.deeds_done import undone_in_words
from socdesk.desk.desk import Undone
from socdesk.desk.histories import EMPTY, Change, VersionWords
from socdesk.desk.lists.timeline import Event
from socdesk.desk.record_history import History, note_the_view, record_history, restoring
from socdesk.errors import UserFacingError
from socdesk.jobs import Job, Progress
from socdesk.ui.page import Page
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.timeline_list import TimelineList
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.button_foot import ButtonFoot
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.scrolled import scrolled
from socdesk.ui.widgets.text_reader import TextReader

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed


class HistoryPage(Page):
    """Its spots have the key of a register as view, and a record."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "History")
        self.history: History | None = None
        self._spot = Spot("history")
        self._shown = ""
        theme = room.theme
        self.read = button(theme, "Read as text", self._read_as_text, icon="file-text")
        self.buttons.addWidget(self.read)
        self.buttons.addWidget(button(theme, "Back", lambda: room.shell.step(-1), hint="Back (Alt+Left)"))
        self.told = MessageBox(theme, "caution")
        self.show_it = button(theme, "Show the history", self._reveal, icon="eye")
        self.timeline = TimelineList(theme, load_looks(theme.tokens))
        self.timeline.setAccessibleName("Versions, newest first")
        self.timeline.selectionModel().currentRowChanged.connect(self._chosen)
        self.timeline.model().modelReset.connect(self._chosen)
        self.restore = button(theme, "Restore this version", self._restore, icon="history")
        self.undo = button(theme, "Undo this deed", self._undo)
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self.room.theme
        over = QVBoxLayout()
        spaced(over, theme, margins=(24, 0, 24, 8), spacing=8)
        over.addWidget(self.told)
        over.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(over)
        inside = QWidget()
        inside.setProperty("look", "surface")
        column = QVBoxLayout(inside)
        spaced(column, theme, margins=(24, 8, 24, 8))
        column.addWidget(self.timeline)
        column.addStretch(1)
        self._scroll = scrolled(inside)
        self.body.addWidget(self._scroll, 1)
        self._foot = ButtonFoot(theme, self.restore, self.undo)
        self.body.addWidget(self._foot)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"refresh": self._load}
        if self.read.isEnabled():
            found |= {"read_text": self._read_as_text, "print": self._read_as_text}
        if self.restore.isEnabled():
            found["restore"] = self._restore
        if self.undo.isEnabled():
            found["undo_deed"] = self._undo
        return found

    def regions(self) -> tuple[QWidget, ...]:
        return (self.show_it,) if self.history and self.history.masked else (self.timeline, self.restore)

    def arrive(self, spot: Spot) -> None:
        if spot.record != self._spot.record:
            self._shown = ""
            self.told.tell("")
        self._spot = spot
        self.history = None
        self.timeline.show_events(())
        for each in (self.show_it, self._foot):
            each.hide()
        for each in (self.read, self.restore, self.undo):
            each.setEnabled(False)
        self.heading.setText("History")
        self.summary.setText("Loading")
        self._load()

    def desk_changed(self, changed: Changed) -> None:
        if self._spot.record in changed.ids.get(self._spot.view, frozenset()):
            self._load()

    def _load(self) -> None:
        desk, spot, shown = self.room.desk, self._spot, self._shown == self._spot.record

        def work(_progress: Progress) -> History:
            return record_history(desk, desk.catalogue.get(spot.view), spot.record, shown=shown)

        self.room.work.read(Job("Loading the history", work), self, self._show, failed=self._fail)

    def _show(self, history: History) -> None:
        if history.record.id != self._spot.record:
            return
        self.history = history
        number = len(history.versions)
        self.heading.setText(f"History of {history.record.reference}")
        self.summary.setText(history.title if history.masked else "1 version" if number == 1 else f"{number} versions")
        self.show_it.setVisible(history.masked)
        if history.masked:
            self.told.tell("This record is kept close.", "Showing its history is noted in the desk’s log.")
        at = self.timeline.currentIndex().row()
        self.timeline.show_events(tuple(_event(history, version) for version in history.versions))
        self.timeline.setCurrentIndex(self.timeline.model().index(max(min(at, number - 1), 0), 0))
        self.read.setEnabled(not history.masked)
        self._foot.setVisible(not history.masked)
        self._chosen()
        if self.isVisible():
            (self.show_it if history.masked else self.timeline).setFocus()

    @property
    def version(self) -> VersionWords | None:
        """The version that is chosen."""
        row = self.timeline.currentIndex().row()
        versions = self.history.versions if self.history else ()
        return versions[row] if 0 <= row < len(versions) else None

    def _chosen(self, _current: QModelIndex | None = None) -> None:
        version, history = self.version, self.history
        self.restore.setEnabled(bool(version and history and version.number < len(history.versions)))
        self.undo.setEnabled(bool(version and history and version.deed in history.standing))
        if version is not None:
            at = self.timeline.visualRect(self.timeline.currentIndex())
            for y in (at.bottom(), at.top()):  # the top of a long one matters more
                self._scroll.ensureVisible(0, y, 0, self.room.theme.px(12))

    def _reveal(self) -> None:
        desk, spot = self.room.desk, self._spot
        self._shown = spot.record
        self.told.tell("")

        def work(_progress: Progress) -> None:
            note_the_view(desk, desk.catalogue.get(spot.view), spot.record)

        self.room.work.write(Job("Noting", work), self, lambda _none: self._load(), failed=self._fail)

    def _restore(self) -> None:
        version, desk, spot = self.version, self.room.desk, self._spot
        if version is None:
            return

        def work(_progress: Progress) -> str:
            found = restoring(desk, desk.catalogue.get(spot.view), spot.record, version.number)
            desk.do(found.deed)
            left = f" Left as it is, because it is sealed: {', '.join(found.left)}." if found.left else ""
            return f"{found.deed.words}.{left}"

        self.room.work.write(Job("Restoring", work), self, self._restored, failed=self._fail)

    def _restored(self, words: str) -> None:
        self.told.tell("")
        self.room.notices.tell(words, offer="Undo Ctrl+Z", do=self.room.shell.undo)

    def _undo(self) -> None:
        version, desk = self.version, self.room.desk
        if version is not None:
            job = Job("Undoing", lambda _progress: desk.undo(version.deed))
            self.room.work.write(job, self, self._undone, failed=self._fail)

    def _undone(self, undone: Undone) -> None:
        words = undone_in_words(undone)
        self.told.tell(words if undone.kept else "")
        self.room.notices.tell(words, offer="Redo Ctrl+Y", do=self.room.shell.redo)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.told.tell(error.message, error.advice)
            self.room.announcer.say(str(error))
        else:
            self.room.work.failed.emit(error)

    def _read_as_text(self) -> None:
        if self.history is not None and not self.history.masked:
            window = self.window()
            TextReader(window, self.room.theme, self.room.announcer, self.heading.text(), self.history.text).open()


def _event(history: History, version: VersionWords) -> Event:
    changed = "The text of this version was destroyed." if version.is_destroyed else _in_words(version.changes)
    because = f"Because: {version.why}\n" if version.why else ""
    return Event(
        heading=f"Version {version.number}. {version.said}",
        who=f"{version.who}, {version.when}",
        note=f"{because}{changed}",
        register=history.register.key,
        record=history.record.id,
        at=version.at,
    )


def _in_words(changes: tuple[Change, ...]) -> str:
    return "\n".join(
        f"{each.label}: was {_quoted(each.was)}; now {_quoted(each.now)}" if each.was else f"{each.label}: {each.now}"
        for each in changes
    )


def _quoted(words: str) -> str:
    return words if words == EMPTY else f"“{words}”"
