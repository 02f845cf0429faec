"""The table of a register: keys, selection and scroll that survive a reload, copying, and which columns are shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu

from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.picture_view import PictureView
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme

REFERENCE = "reference"
_WIDTH = 140
_SELECT_ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


class RegisterTable(PictureView):
    """Signals carry record ids.

    ``opened`` by Enter or a double click, ``previewed`` by Space, ``moved`` when the current row changes, ``selected``
    with how many rows are, ``binned`` by Delete, ``columns_wanted`` by the menu of the headings.
    """

    opened = Signal(str)
    previewed = Signal(str)
    moved = Signal(str)
    selected = Signal(int)
    binned = Signal()
    columns_wanted = Signal()

    def __init__(self, theme: Theme, looks: CellLooks, model: RegisterModel) -> None:
        super().__init__(theme, looks)
        self.rows = model
        self._kept: tuple[str, frozenset[str], int] = ("", frozenset(), 0)
        self._widths: dict[str, int] = {}
        self._fitting = self._selecting = self._all_kept = False
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
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.sectionClicked.connect(self.sort_by)
        header.sectionResized.connect(self._resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_columns)
        follow(self._theme, self, self._fit)

    def _ask_columns(self, at: QPoint) -> None:
        self.column_menu().popup(self.horizontalHeader().mapToGlobal(at))

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row"))
        self.horizontalHeader().setFixedHeight(self._theme.size("header"))
        self.horizontalHeader().setMinimumSectionSize(self._theme.px(64))
        self._fit_columns()

    def size_columns(self, widths: Mapping[str, int], stretched: str) -> None:
        """Give columns their ``widths`` in pixels at 100 %; one takes what is left."""
        self._widths = dict(widths)
        for number, column in enumerate(self.rows.columns):
            if column.name == stretched:
                self.horizontalHeader().setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
        self._fit_columns()

    def _fit_columns(self) -> None:
        self._fitting = True
        for number, column in enumerate(self.rows.columns):
            self.setColumnWidth(number, self._theme.px(self._widths.get(column.name, _WIDTH)))
        self._fitting = False

    def _resized(self, number: int, _before: int, now: int) -> None:
        mode = self.horizontalHeader().sectionResizeMode(number)
        if not self._fitting and now and mode is not QHeaderView.ResizeMode.Stretch:
            self._widths[self.rows.columns[number].name] = round(now * 100 / self._theme.zoom)

    def show_columns(self, names: Sequence[str], order: Sequence[str] = ()) -> None:
        """Show these columns alone, in this order, the reference first; ``order`` may name the hidden ones too."""
        shown = frozenset(names) | {REFERENCE}
        asked = dict.fromkeys((REFERENCE, *(order or names), *(column.name for column in self.rows.columns)))
        numbers = {column.name: number for number, column in enumerate(self.rows.columns)}
        header = self.horizontalHeader()
        for place, name in enumerate(name for name in asked if name in numbers):
            header.moveSection(header.visualIndex(numbers[name]), place)
        for number, column in enumerate(self.rows.columns):
            self.setColumnHidden(number, column.name not in shown)

    @property
    def shown_columns(self) -> tuple[str, ...]:
        """The names of the columns that are shown, in their order."""
        return tuple(name for name, _words, shown in self.column_states() if shown)

    def column_states(self) -> tuple[tuple[str, str, bool], ...]:
        """Return every column in its order: name, heading, and whether it is shown."""
        header = self.horizontalHeader()
        numbers = [header.logicalIndex(place) for place in range(header.count())]
        columns = self.rows.columns
        return tuple((columns[n].name, columns[n].label, not self.isColumnHidden(n)) for n in numbers)

    def widths(self) -> dict[str, int]:
        """Return the widths of the columns, in pixels at 100 %."""
        return dict(self._widths)

    def column_menu(self) -> QMenu:
        """Return the menu that sorts the list and chooses its columns. It is gone when it closes."""
        menu = QMenu("Columns", self)
        menu.aboutToHide.connect(menu.deleteLater)
        sorting = menu.addMenu("Sort by")
        for number, column in enumerate(self.rows.columns):
            if column.sortable:
                sorting.addAction(column.label, lambda number=number: self.sort_by(number))
        menu.addAction("Columns and order", self.columns_wanted.emit)
        menu.addSeparator()
        for number, column in enumerate(self.rows.columns[1:], 1):
            menu.addAction(self._switch(menu, number, column.label))
        return menu

    def _switch(self, menu: QMenu, number: int, label: str) -> QAction:
        action = QAction(label, menu)
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
        self.show_order(f"-{column.name}" if down else column.name)
        self.rows.sort(number, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def show_order(self, order: str) -> None:
        """Mark the heading by which the list is in order, without asking for it."""
        name = order.removeprefix("-")
        number = next((n for n, column in enumerate(self.rows.columns) if column.name == name), -1)
        down = order.startswith("-")
        way = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(number, way)

    @property
    def current(self) -> str:
        """The id of the current record, or nothing."""
        row = self.currentIndex().row()
        return self.rows.ids[row] if 0 <= row < len(self.rows.ids) else ""

    @property
    def everything(self) -> bool:
        """Whether all rows are selected, however many there are."""
        return self._delegate.everything

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the selected records, in the order of the list."""
        ids = self.rows.ids
        return ids if self.everything else tuple(ids[row] for row in sorted(self._numbers()) if row < len(ids))

    def _numbers(self) -> set[int]:
        ranges = cast("list[QItemSelectionRange]", self.selectionModel().selection())  # a list, which the stubs hide
        return {row for each in ranges for row in range(each.top(), each.bottom() + 1)}

    def selectAll(self) -> None:
        """Select every row: as a flag, because Qt looks at every cell of a long selection each time that it paints."""
        if not self.rows.ids:
            return
        self._selecting = True
        whole = QItemSelection(self.rows.index(0, 0), self.rows.index(len(self.rows.ids) - 1, 0))
        self.selectionModel().select(whole, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._selecting = False
        self._delegate.everything = True
        self.viewport().update()
        self._told()

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
        some = frozenset[str]() if self.everything else frozenset(self.chosen)
        self._kept = (self.current, some, self.verticalScrollBar().value())
        self._all_kept = self.everything

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
        elif self.rows.ids and selection.isEmpty() and not self._all_kept:
            self.selectionModel().setCurrentIndex(self.rows.index(0, 0), _SELECT_ROW)
        if self._all_kept:
            self.selectAll()
        self._told()

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(self.rows.ids[current.row()])

    def _told(self) -> None:
        if self._selecting:
            return
        if self.everything and self.sender() is self.selectionModel():
            self._delegate.everything = False
            self.viewport().update()
        self.selected.emit(len(self.rows.ids) if self.everything else len(self._numbers()))

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the current row in sight where the table becomes lower, such as by a notice below it."""
        super().resizeEvent(event)
        rows = self.visualRect(self.currentIndex())
        if rows.bottom() < event.oldSize().height() and rows.bottom() >= event.size().height():
            self.scrollTo(self.currentIndex())

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
