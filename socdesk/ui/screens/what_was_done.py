"""What was done on the desk: every deed, newest first, each with its own undo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from socdesk.commands.places import Spot
from socdesk.desk.deeds_done import ALL, GONE, STANDING, DeedsAsked, records_of_deed, undone_in_words
from socdesk.desk.desk import Undone
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.records.deed_model import HEADINGS, DeedModel
from socdesk.ui.room import Room
from socdesk.ui.screens.rows_behind import spot_of_rows
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.button_foot import ButtonFoot
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

_PAUSE_MS = 120
_WIDTHS = (176, 0, 230, 84, 84)
_WHICH = ((ALL, "Everything"), (STANDING, "Can be undone"), (GONE, "Undone, and undos"))


class WhatWasDonePage(Page):
    """A table of deeds. Undoing an old one says what it left alone."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "What was done")
        theme = room.theme
        self.buttons.addWidget(button(theme, "Back", lambda: room.shell.step(-1), hint="Back (Alt+Left)"))
        self.search = SearchLine(theme, "Search what was done")
        self.which = QComboBox()
        self.which.setAccessibleName("Which deeds")
        for key, words in _WHICH:
            self.which.addItem(words, key)
        self.model = DeedModel(room.desk, room.work, self)
        self.table = self._table()
        self.told = MessageBox(theme, "caution")
        self.undo = button(theme, "Undo this deed", self._undo, icon="history")
        self.see = button(theme, "Show its records", self._see)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setProperty("look", "plain")
        table.setAccessibleName("What was done, newest first")
        table.setModel(self.model)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

        def fit() -> None:
            for number, width in enumerate(_WIDTHS):
                if width:
                    table.setColumnWidth(number, self.room.theme.px(width))
            header.setFixedHeight(self.room.theme.size("header"))
            table.verticalHeader().setDefaultSectionSize(self.room.theme.size("row_compact"))

        follow(self.room.theme, table, fit)
        return table

    def _lay_out(self) -> None:
        theme = self.room.theme
        over = QVBoxLayout()
        spaced(over, theme, margins=(24, 0, 24, 12), spacing=8)
        over.addWidget(self.told)
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        row.addWidget(self.search, 1)
        spoken = QLabel("Which deeds", self)  # on Linux a combo box has its name from a label alone (ux.md 2)
        spoken.setBuddy(self.which)
        spoken.hide()
        row.addWidget(self.which)
        over.addLayout(row)
        self.body.addLayout(over)
        self.body.addWidget(self.table, 1)
        self._foot = ButtonFoot(theme, self.undo, self.see)
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._ask)
        self.which.currentIndexChanged.connect(self._ask)
        self.model.listed.connect(self._listed)
        self.model.failed.connect(self._fail)
        self.model.dataChanged.connect(self._chosen)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.activated.connect(self._see)
        self._chosen()

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"find": self._find, "refresh": self._ask}
        return found | ({"undo_deed": self._undo} if self.undo.isEnabled() else {})

    def regions(self) -> tuple[QWidget, ...]:
        return (self.search, self.table, self.undo)

    def arrive(self, spot: Spot) -> None:
        del spot
        self.told.tell("")
        self._ask()
        self.table.setFocus()

    def fit(self, breadth: Breadth) -> None:
        """Leave out who and how many where there is little room; a screen reader hears them with the row."""
        for name in ("Who", "Records"):
            self.table.setColumnHidden(HEADINGS.index(name), breadth is Breadth.NARROW)

    def desk_changed(self, changed: Changed) -> None:
        del changed
        if self.isVisible():
            self._ask()

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _ask(self) -> None:
        asked = replace(DeedsAsked(), which=str(self.which.currentData()), text=self.search.text())
        self._kept_row = self.table.currentIndex().row()
        self.model.ask(asked)

    def _listed(self) -> None:
        number = len(self.model.numbers)
        self.summary.setText("1 deed, newest first" if number == 1 else f"{number:,} deeds, newest first")
        if self.search.hasFocus() or self.which.hasFocus():
            self.room.announcer.say(self.summary.text())
        row = max(min(self._kept_row, number - 1), 0)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._chosen()

    def _chosen(self) -> None:
        row = self.model.row(self.table.currentIndex().row())
        self.undo.setEnabled(row is not None and row.can_undo)
        self.see.setEnabled(row is not None)

    def _undo(self) -> None:
        row, desk = self.model.row(self.table.currentIndex().row()), self.room.desk
        if row is not None:
            job = Job("Undoing", lambda _progress: desk.undo(row.number))
            self.room.work.write(job, self, self._undone, failed=self._fail)

    def _undone(self, undone: Undone) -> None:
        words = undone_in_words(undone)
        self.told.tell(words if undone.kept else "")
        self.room.notices.tell(words, offer="Redo Ctrl+Y", do=self.room.shell.redo)

    def _see(self) -> None:
        row, desk = self.model.row(self.table.currentIndex().row()), self.room.desk
        if row is not None:
            words = f"Records of: {row.words}"
            job = Job("Looking for records", lambda _progress: records_of_deed(desk, row.number))
            self.room.work.read(job, self, lambda rows: self.room.shell.go(spot_of_rows(rows, words)))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.told.tell(error.message, error.advice)
            self.room.announcer.say(str(error))
        else:
            self.room.work.failed.emit(error)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        below = self.table.visualRect(self.table.currentIndex()).bottomLeft()
        self.row_menu().popup(event.globalPos() if by_mouse else self.table.viewport().mapToGlobal(QPoint(below)))

    def row_menu(self) -> QMenu:
        """Return the menu of the chosen deed."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if self.undo.isEnabled():
            menu.addAction("Undo this deed", self._undo)
        menu.addAction("Show its records\tEnter", self._see)
        return menu
