"""The main part of the page: figures and search over the matrix, the legend and the bar of those chosen under it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from socdesk.clock import day_in_text
from socdesk.desk.training.board import ALL_KINDS, BIN, EVERYONE, Board
from socdesk.desk.training.recording import people_in_words
from socdesk.ui.records.bulk_bar import BulkBar
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.training.legend import Legend
from socdesk.ui.training.matrix_model import MatrixModel
from socdesk.ui.training.matrix_table import MatrixTable
from socdesk.ui.training.training_head import TrainingHead
from socdesk.ui.training.training_work import board_job
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.scrolled import scrolled

_NAMES = {
    "DRIVER": "Driver and badge number",
    "STAFF": "Member of staff and service",
    "MEMBER": "Elected member and ward",
    ALL_KINDS: "Person",
}
_LEAST_TABLE = 216


class PeopleMatrix(QWidget):
    """``opened`` and ``moved`` carry a person, ``recorded`` says that training is to be recorded for those chosen.

    ``binned`` asks to bin those chosen or to bring them back, ``added`` to add a person. ``reckoned`` is sent when a
    new board has come, ``told`` with the line of words over it; ``failed`` with what went wrong.
    """

    opened = Signal(str)
    moved = Signal(str)
    recorded = Signal()
    binned = Signal()
    added = Signal()
    reckoned = Signal()
    told = Signal(str)
    failed = Signal(object)

    def __init__(self, room: Room, looks: CellLooks) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        self.board: Board | None = None
        self._round = 0
        self._wanted = ""
        self.model = MatrixModel(room.work, self)
        self.head = TrainingHead(room.theme)
        self.table = MatrixTable(room.theme, looks, self.model)
        self.legend = Legend(room.theme, looks)
        self.progress = JobLine(room.theme, room.announcer)
        self.bulk = BulkBar(room.theme, {})
        self.record = button(room.theme, "Record training", self.recorded.emit, look="primary")
        self.bulk.add(self.record)
        self._lay_out()
        self.head.asked.connect(self.ask)
        self.head.added.connect(self.added)
        self.model.listed.connect(self._listed)
        self.table.opened.connect(self.opened)
        self.table.recorded.connect(self.recorded)
        self.table.moved.connect(self.moved)
        self.table.selected.connect(self._selected)
        self.table.binned.connect(self.binned)
        self.bulk.binned.connect(self.binned)
        self.bulk.cleared.connect(self._clear_selection)

    def _lay_out(self) -> None:
        theme = self.room.theme
        column = QVBoxLayout(self)
        spaced(column, theme)
        column.addWidget(self.head)
        column.addWidget(self.progress)
        words = "People come in with a list, or are added by hand."
        self._empty = scrolled(EmptyState(theme, "Nobody here yet", words, offer="Add person", do=self.added.emit))
        words = "Nobody has all that you asked for."
        self._unmatched = scrolled(
            EmptyState(theme, "Nobody matches", words, offer="Show everyone", do=self.head.clear)
        )
        self._rows = QStackedWidget()
        for each in (self.table, self._empty, self._unmatched):
            self._rows.addWidget(each)
        follow(theme, self._rows, lambda: self._rows.setMinimumSize(1, theme.px(_LEAST_TABLE)))
        column.addWidget(self._rows, 1)
        column.addWidget(self.legend)
        column.addWidget(self.bulk)

    def reload(self) -> None:
        """Reckon the board afresh; what is seen stays until it has come."""
        self._round += 1
        job = board_job(self.room.desk)
        take = partial(self._take, self._round)
        running = self.room.work.read(job, self, take, failed=self._fail, watched=self.progress.watch)
        if self.board is None:
            self.progress.follow(job.title, running, can_cancel=False)

    def _take(self, number: int, board: Board) -> None:
        if number == self._round:
            self.progress.end()
            self.board = board
            self.head.show_board(board)
            self.reckoned.emit()
            self.ask()

    def _fail(self, error: Exception) -> None:
        self.progress.end()
        self.failed.emit(error)

    def ask(self) -> None:
        """Show the people that tab, search and chips ask for."""
        if self.board is None:
            return
        kind = self.head.kind
        self.model.ask(self.board, kind, self.head.narrowed, self.head.search.text(), _NAMES[kind])
        group = self.board.groups[kind]
        self.legend.show_numbers(group.numbers, self.board.notice)
        counted = f"{group.in_date.numerator:,} of {group.in_date.denominator:,}" if group.in_date else "Nobody"
        self.told.emit(f"{counted} in date on {day_in_text(self.board.day)}")

    def go_to(self, person: str) -> bool:
        """Go to a person, whatever is shown; tell whether they are on the desk."""
        found = self.board.people.get(person) if self.board else None
        if self.board is None or found is None:
            return False
        if person not in self.board.found(self.head.kind, self.head.narrowed, self.head.search.text()):
            self.head.search.clear()
            ids = self.board.groups[found.kind].ids
            order = (EVERYONE, *ids)
            self.head.go_to(found.kind, next(key for key in order if person in ids[key]))
        self._wanted = person
        return True

    def _listed(self) -> None:
        number = len(self.model.ids)
        narrowed = bool(self.head.search.text().strip()) or self.head.narrowed != EVERYONE
        self._rows.setCurrentWidget(self.table if number else self._unmatched if narrowed else self._empty)
        if narrowed and self.board:
            total = len(self.board.groups[self.head.kind].ids[EVERYONE])
            self.room.announcer.say(f"{number:,} of {people_in_words(total)}")
        if self._wanted:
            self.table.choose(self._wanted)
            self._wanted = ""

    @property
    def in_bin(self) -> bool:
        """Whether the people shown are those in the bin."""
        return self.head.narrowed == BIN

    @property
    def chosen(self) -> tuple[str, ...]:
        """The people chosen, or else the one the keyboard is at."""
        return self.table.chosen or ((self.table.current,) if self.table.current else ())

    def _selected(self, number: int) -> None:
        self.record.setText(_record_words(number))
        self.record.setVisible(not self.in_bin)
        self.bulk.show_count(number, in_bin=self.in_bin)
        if number > 1:
            self.room.announcer.say(f"{people_in_words(number)} selected")

    def _clear_selection(self) -> None:
        self.table.choose(self.table.current, max(self.table.currentIndex().column(), 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        if self.table.current and (self.table.underMouse() if by_mouse else self.table.hasFocus()):
            self.row_menu().popup(event.globalPos() if by_mouse else self.table.menu_point())

    def row_menu(self) -> QMenu:
        """Return the menu of the chosen people: what the buttons and keys do too."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        deeds: tuple[tuple[str, Callable[[], object]], ...] = (
            (f"{_record_words(len(self.chosen))}\tCtrl+R", self.recorded.emit),
            ("Open person\tSpace", partial(self.opened.emit, self.table.current)),
            ("Copy\tCtrl+C", self.table.copy),
            ("Select all\tCtrl+A", self.table.selectAll),
            (("Bring back" if self.in_bin else "Move to bin") + "\tDel", self.binned.emit),
        )
        for words, do in deeds:
            menu.addAction(words, do)
        return menu


def _record_words(number: int) -> str:
    return f"Record training for these {number:,}" if number > 1 else "Record training"
