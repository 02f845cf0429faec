"""The table of the matrix: the names stay in view while courses scroll; cells and rows can be chosen, and copied."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from socdesk.desk.training.matrix import matrix_rows
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.training.matrix_delegate import MatrixDelegate
from socdesk.ui.training.matrix_header import MatrixHeader
from socdesk.ui.training.matrix_model import MatrixModel

NAMES, LEAST_NAMES, COURSE = 320, 212, 138
"""Widths in pixels at 100 %: the names, the least of them, and the least of a course."""

AnyIndex = QModelIndex | QPersistentModelIndex
_MOST_KEPT = 2000
_Hint = QAbstractItemView.ScrollHint


class MatrixTable(QTableView):
    """``opened`` carries the person whose name was opened, ``recorded`` says that a cell was.

    ``moved`` carries the current person, ``selected`` how many people are chosen, ``binned`` is sent by Delete.
    """

    opened = Signal(str)
    recorded = Signal()
    moved = Signal(str)
    selected = Signal(int)
    binned = Signal()

    def __init__(self, theme: Theme, looks: CellLooks, model: MatrixModel) -> None:
        super().__init__()
        self.rows = model
        self._theme = theme
        self._kept: tuple[str, int, tuple[tuple[str, int], ...], int] = ("", 0, (), 0)
        self.names = QTableView(self)
        for view in (self, self.names):
            view.setHorizontalHeader(MatrixHeader(theme, view))
            view.setModel(model)
            view.setItemDelegate(MatrixDelegate(theme, looks, self, view))
            _dress(view)
        self.setAccessibleName("Training")
        self._freeze()
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._told)
        self.activated.connect(self._activated)
        follow(theme, self, self.fit)

    def _freeze(self) -> None:
        """Let a second view, deaf to the keyboard, draw the names over those that scroll away."""
        names = self.names
        names.setAccessibleName("Names, kept in view")
        names.setProperty("look", "names")
        names.setFrameShape(QTableView.Shape.NoFrame)
        names.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        names.setSelectionModel(self.selectionModel())
        names.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        names.activated.connect(self._activated)
        names.pressed.connect(self._names_pressed)
        self.verticalScrollBar().valueChanged.connect(names.verticalScrollBar().setValue)
        names.verticalScrollBar().valueChanged.connect(self.verticalScrollBar().setValue)
        self.horizontalScrollBar().rangeChanged.connect(self._place_names)

    def _names_pressed(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _place_names(self) -> None:
        """Show the second view where courses can scroll, and only there."""
        self.names.setVisible(self.horizontalScrollBar().maximum() > 0)
        top, body = self.horizontalHeader().geometry(), self.viewport().geometry()
        self.names.setGeometry(body.left(), top.top(), self.columnWidth(0), body.bottom() + 1 - top.top())

    def fit(self) -> None:
        """Share the width: the names take their part, the courses the rest, at least as much as a date needs."""
        px, courses = self._theme.px, len(self.rows.courses)
        width = self.viewport().width()
        names = max(px(LEAST_NAMES), min(px(NAMES), width - px(COURSE) * courses))
        each = max(px(COURSE), (width - names) // courses) if courses else px(COURSE)
        for view in (self, self.names):
            view.verticalHeader().setDefaultSectionSize(self._theme.size("row_matrix"))
            view.setColumnWidth(0, names)
            for column in range(1, courses + 1):
                view.setColumnWidth(column, each)
                self.names.setColumnHidden(column, True)  # noqa: FBT003  Qt's method has no other way to say it
        header, over = self.horizontalHeader(), self.names.horizontalHeader()
        if isinstance(header, MatrixHeader):
            header.fit()
            over.setFixedHeight(header.height())
        self._place_names()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def scrollTo(self, index: AnyIndex, hint: QAbstractItemView.ScrollHint = _Hint.EnsureVisible) -> None:
        """Bring a cell into view, out from under the names; a name is in view whatever scrolls."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not self.names.isVisible():
            return
        if index.column() == 0:
            bar.setValue(before)
        elif (hidden := self.columnWidth(0) - self.visualRect(index).left()) > 0:
            bar.setValue(bar.value() - hidden)

    @property
    def current(self) -> str:
        """The id of the current person, or nothing."""
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else ""

    def _ranges(self) -> list[QItemSelectionRange]:
        return cast("list[QItemSelectionRange]", self.selectionModel().selection())  # a list, which the stubs hide

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the people of whom a name or a cell is chosen, in the order of the list."""
        numbers = {row for each in self._ranges() for row in range(each.top(), each.bottom() + 1)}
        return tuple(self.rows.ids[row] for row in sorted(numbers) if row < len(self.rows.ids))

    @property
    def course(self) -> str:
        """The id of the one course of which cells are chosen; nothing where there are several, or none."""
        columns = {column for each in self._ranges() for column in range(each.left(), each.right() + 1)} - {0}
        courses = self.rows.courses
        if len(columns) == 1:
            return courses[columns.pop() - 1].id
        return courses[0].id if len(courses) == 1 else ""

    def choose(self, person: str, column: int = 0) -> bool:
        """Go to a person, and tell whether they are in the list."""
        row = self.rows.row_of(person)
        if row < 0:
            return False
        index = self.rows.index(row, column)
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)
        return True

    def _keep(self) -> None:
        cells: list[tuple[str, int]] = []
        for each in self._ranges():
            if len(cells) > _MOST_KEPT:
                break
            rows = range(each.top(), min(each.bottom() + 1, each.top() + _MOST_KEPT))
            cells += [(self.rows.ids[row], c) for row in rows for c in range(each.left(), each.right() + 1)]
        self._kept = (self.current, self.currentIndex().column(), tuple(cells), self.verticalScrollBar().value())

    def _restore(self) -> None:
        self.fit()
        current, column, cells, scrolled = self._kept
        last = self.rows.columnCount() - 1
        selection = QItemSelection()
        for person, at in cells:
            if (row := self.rows.row_of(person)) >= 0 and at <= last:
                index = self.rows.index(row, at)
                selection.select(index, index)
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        row = self.rows.row_of(current)
        if row >= 0:
            index = self.rows.index(row, min(max(column, 0), last))
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.verticalScrollBar().setValue(scrolled)
        elif self.rows.ids:
            index = self.rows.index(0, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._told()

    def _moved(self, current: QModelIndex) -> None:
        self.viewport().update()
        self.names.viewport().update()
        if current.isValid():
            self.moved.emit(self.rows.ids[current.row()])

    def _told(self) -> None:
        self.selected.emit(len(self.chosen))

    def _activated(self, index: QModelIndex) -> None:
        if index.column():
            self.recorded.emit()
        else:
            self.opened.emit(self.rows.ids[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.opened.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.binned.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the people chosen on the clipboard, with all their courses: columns parted by tabs, headings first."""
        titles = (each.title for each in self.rows.courses)
        lines = ["\t".join((str(self.rows.headerData(0, Qt.Orientation.Horizontal)), "Beside", *titles))]
        board = self.rows.board
        rows = matrix_rows(board, self.rows.courses, self.chosen) if board else ()
        lines += ["\t".join((row.name, row.beside, *(cell.words for cell in row.cells))) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def menu_point(self) -> QPoint:
        """Return where a menu of the current cell belongs, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())


def _dress(view: QTableView) -> None:
    view.setProperty("look", "flush")
    view.setTabKeyNavigation(False)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
    view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
