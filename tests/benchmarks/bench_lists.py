"""Going to a list, scrolling and searching it, against a bare table view that holds the same rows in memory.

Ours is measured until it has painted rows that have come from the desk. The bare view has Qt's own filter.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from benchmarks.big_desk import big_stage
from benchmarks.ratio import Ratio, measure
from helpers.screens.stage import Stage
from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QAbstractItemView, QMainWindow, QStackedWidget, QTableView, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.lists.rows import rows_of
from socdesk.registers.declared.concerns import CONCERNS

LIMIT = 1.5
WORD = "tanning"
STEP_ROWS = 3
"""One notch of a mouse wheel."""

_READ = 1000
_TOP = QModelIndex()


class PaintCount(QObject):
    """Counts how often a table was painted."""

    def __init__(self, table: QAbstractItemView) -> None:
        super().__init__(table)
        self.number = 0
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.number += event.type() is QEvent.Type.Paint
        return False


class RowsInMemory(QAbstractTableModel):
    """The simplest model there is."""

    def __init__(self, rows: list[tuple[str, ...]]) -> None:
        super().__init__()
        self._rows = rows

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows[0])

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None


class Bare:
    """A window with two pages, the second a bare table view of the same rows and height of row."""

    def __init__(self, stage: Stage) -> None:
        ours = stage.page.list.table
        self.model = RowsInMemory(_rows(stage))
        self.filtered = QSortFilterProxyModel()
        self.filtered.setFilterKeyColumn(-1)
        self.filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
        self.window = QMainWindow()
        self.pages = QStackedWidget()
        self.pages.addWidget(QWidget())
        self.pages.addWidget(self.table)
        self.pages.setCurrentIndex(1)
        self.window.setCentralWidget(self.pages)
        self.window.resize(stage.window.size())
        self.window.show()
        self.paints = PaintCount(self.table)

    def paint_after(self, do: Callable[[], object]) -> None:
        """Do something and wait for the next painting."""
        before = self.paints.number
        do()
        while self.paints.number == before:
            QCoreApplication.processEvents()


def _rows(stage: Stage) -> list[tuple[str, ...]]:
    """Return as many rows as our list has, as words alone: its first thousand over and over, which differ no less."""
    page = stage.page
    model = page.list.model
    columns = [number for number, each in enumerate(model.columns) if each.name in page.spec.columns]
    rows = rows_of(page.room.desk, CONCERNS, model.ids[:_READ], shown=frozenset())
    texts = [tuple(row.cells[column].text for column in columns) for row in rows]
    return [texts[number % len(texts)] for number in range(len(model.ids))]


@dataclass
class Ours:
    """The page of concerns in the real window."""

    stage: Stage
    paints: PaintCount

    @property
    def list(self) -> Any:
        """Return the list on the page."""
        return self.stage.window.frame.navigation._pages["concerns"].list  # type: ignore[union-attr]

    def paint_after(self, do: Callable[[], object], *, asked: Callable[[], bool] = lambda: True) -> None:
        """Do something and wait until rows are painted and none that is seen is still to come."""
        before = self.paints.number
        do()
        while self.paints.number == before or not asked() or not self._shows_rows():
            QCoreApplication.processEvents()

    def _shows_rows(self) -> bool:
        table, model = self.list.table, self.list.model
        if not model.ids:
            return False
        first, last = table.rowAt(0), table.rowAt(table.viewport().height() - 1)
        seen = range(first, (len(model.ids) if last < 0 else last + 1))
        return all(model.row(each) is not None for each in seen)

    def search(self, text: str) -> None:
        """Type into the search and wait for rows of the answer."""
        number = len(self.list.model.ids)
        self.paint_after(lambda: self.list.head.search.setText(text), asked=lambda: len(self.list.model.ids) != number)


def page_switch(ours: Ours, bare: Bare) -> Ratio:
    """Come back from another page."""
    window = ours.stage.window

    def leave() -> None:
        window.go(Spot("actions"))
        ours.stage.settle()
        bare.pages.setCurrentIndex(0)
        QCoreApplication.processEvents()

    leave()
    ratio = measure(
        "page switch to 100,000 rows",
        lambda: ours.paint_after(lambda: window.go(Spot("concerns"))),
        lambda: bare.paint_after(lambda: bare.pages.setCurrentIndex(1)),
        limit=LIMIT,
        after=leave,
        rounds=7,
    )
    ours.stage.go("concerns")
    bare.pages.setCurrentIndex(1)
    return ratio


def scroll_step(ours: Ours, bare: Bare) -> Ratio:
    """Scroll by one notch of the wheel."""

    def scroll(table: QTableView) -> Callable[[], None]:
        bar = table.verticalScrollBar()
        step = STEP_ROWS
        if table.verticalScrollMode() is QAbstractItemView.ScrollMode.ScrollPerPixel:
            step *= table.verticalHeader().defaultSectionSize()
        return lambda: bar.setValue(bar.value() + step)

    return measure(
        "scroll step",
        lambda: ours.paint_after(scroll(ours.list.table)),
        lambda: bare.paint_after(scroll(bare.table)),
        limit=LIMIT,
        rounds=99,
    )


def search_keystroke(ours: Ours, bare: Bare) -> Ratio:
    """Type the last letter of a word that one row in ten has; the pause in which nothing is asked yet counts too."""
    bare.table.setModel(bare.filtered)
    bare.filtered.setSourceModel(bare.model)

    def clear() -> None:
        ours.search("")
        ours.stage.settle()
        bare.filtered.setFilterFixedString("")
        QCoreApplication.processEvents()

    return measure(
        "search keystroke",
        lambda: ours.search(WORD),
        lambda: bare.paint_after(lambda: bare.filtered.setFilterFixedString(WORD)),
        limit=LIMIT,
        after=clear,
        rounds=5,
    )


def run() -> list[Ratio]:
    """Measure all in one window beside a bare one."""
    return measured(big_stage())


def measured(stage: Stage) -> list[Ratio]:
    """Measure on whatever desk the window is open on; its page of concerns is shown, all of them."""
    stage.go("concerns", "all")
    ours, bare = Ours(stage, PaintCount(stage.page.list.table)), Bare(stage)
    ratios = [page_switch(ours, bare), scroll_step(ours, bare), search_keystroke(ours, bare)]
    bare.window.close()
    return ratios
