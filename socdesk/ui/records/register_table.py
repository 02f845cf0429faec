"""The table of a register: keys, selection and scroll that survive a reload, copying, and which columns are shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView

from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.records.row_delegate import RowDelegate
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

_SELECT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RegisterTable(QTableView):
    """Signals carry record ids.

    ``opened`` by Enter or a double click, ``previewed`` by Space, ``moved`` when the current row changes, ``selected``
    with how many rows are, ``binned`` by Delete.
    """

    opened = Signal(str)
    previewed = Signal(str)
    moved = Signal(str)
    selected = Signal(int)
    binned = Signal()

    def __init__(self, theme: Theme, looks: CellLooks, model: RegisterModel) -> None:
        super().__init__()
        self.rows = model
        self._theme = theme
        self._kept: tuple[str, frozenset[str], int] = ("", frozenset(), 0)
        self._delegate = RowDelegate(theme, looks, self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self._dress(model.register.plural)
        model.modelAboutToBeReset.connect(self._keep)
        model.modelReset.connect(self._restore)
        self.selectionModel().currentRowChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._told)
        self.activated.connect(self._activated)

    def _dress(self, name: str) -> None:
        self.setProperty("look", "flush")
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self.sort_by)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        follow(self._theme, self, self._fit)

    def _ask_columns(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row"))
        self.horizontalHeader().setFixedHeight(self._theme.size("header"))

    def show_columns(self, names: Sequence[str], widths: dict[str, int], stretched: str) -> None:
        """Show these columns alone, in this order; ``widths`` in pixels at 100 %, and one column takes what is left."""
        shown = frozenset(names)

        def fit() -> None:
            for number, column in enumerate(self.rows.columns):
                self.setColumnWidth(number, self._theme.px(widths.get(column.name, 140)))

        order = (*names, *(column.name for column in self.rows.columns if column.name not in shown))
        numbers = {column.name: number for number, column in enumerate(self.rows.columns)}
        for place, name in enumerate(order):
            self.horizontalHeader().moveSection(self.horizontalHeader().visualIndex(numbers[name]), place)
        for number, column in enumerate(self.rows.columns):
            self.setColumnHidden(number, column.name not in shown)
            if column.name == stretched:
                self.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        follow(self._theme, self, fit)

    def column_menu(self) -> QMenu:
        """Return the menu that sorts the list and chooses its columns. It is gone when it closes."""
        menu = QMenu("Columns", self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sorting = menu.addMenu("Sort by")
        for number, column in enumerate(self.rows.columns):
            if column.sortable:
                sorting.addAction(column.label, lambda number=number: self.sort_by(number))
        menu.addSeparator()
        for number, column in enumerate(self.rows.columns[1:], 1):
            menu.addAction(self._switch(number, column.label))
        return menu

    def _switch(self, number: int, label: str) -> QAction:
        action = QAction(label, self)
        action.setCheckable(True)
        action.setChecked(not self.isColumnHidden(number))

        def show(shown: bool) -> None:  # noqa: FBT001  Qt's signal gives it so
            self.setColumnHidden(number, not shown)

        action.toggled.connect(show)
        return action

    def sort_by(self, number: int) -> None:
        """Sort by a column, or turn its order round."""
        column = self.rows.columns[number]
        if not column.sortable:
            return
        down = self.rows.asked.order == column.name
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(number, order)
        self.rows.sort(number, order)

    @property
    def current(self) -> str:
        """The id of the current record, or nothing."""
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else ""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected records, in the order of the list."""
        ranges = cast("list[QItemSelectionRange]", self.selectionModel().selection())  # a list, which the stubs hide
        numbers = {row for each in ranges for row in range(each.top(), each.bottom() + 1)}
        return tuple(self.rows.ids[row] for row in sorted(numbers) if row < len(self.rows.ids))

    def choose(self, record: str) -> bool:
        """Go to a record and select it alone; tell whether it is in the list."""
        row = self.rows.row_of(record)
        if row < 0:
            return False
        index = self.rows.index(row, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT_ROW)
        self.scrollTo(index)
        return True

    def _keep(self) -> None:
        self._kept = (self.current, frozenset(self.chosen), self.verticalScrollBar().value())

    def _restore(self) -> None:
        current, chosen, scrolled = self._kept
        row = self.rows.row_of(current)
        selection = QItemSelection()
        for record in chosen:
            if (place := self.rows.row_of(record)) >= 0:
                index = self.rows.index(place, 0)
                selection.select(index, index)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        self.selectionModel().select(selection, flags)
        if row >= 0:
            index = self.rows.index(row, 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.verticalScrollBar().setValue(scrolled)
        elif self.rows.ids and selection.isEmpty():
            self.selectionModel().setCurrentIndex(self.rows.index(0, 0), _SELECT_ROW)
        self._told()

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(self.rows.ids[current.row()])

    def _told(self) -> None:
        self.selected.emit(len(self.chosen))

    def _activated(self, index: QModelIndex) -> None:
        self.opened.emit(self.rows.ids[index.row()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_Space and self.current:
            self.previewed.emit(self.current)
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.binned.emit()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows on the clipboard: columns parted by tabs, headings first. Masked cells stay masked."""
        header = self.horizontalHeader()
        shown = [n for n in map(header.logicalIndex, range(header.count())) if not self.isColumnHidden(n)]
        lines = ["\t".join(self.rows.columns[number].label for number in shown)]
        for record in self.chosen:
            row = self.rows.row(self.rows.row_of(record))
            if row is not None:
                lines.append("\t".join(" ".join(row.cells[number].text.split()) for number in shown))
        QGuiApplication.clipboard().setText("\n".join(lines))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def menu_point(self) -> QPoint:
        """Return where a menu of the current row belongs, on the screen."""
        return self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
