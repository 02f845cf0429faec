"""Step 3: what would come in, counted; rows with problems to settle; and what would change, old and new."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar

from socdesk.desk.imports.preview import Preview
from socdesk.desk.imports.problems import Problem
from socdesk.ui.imports.settle_panel import SettlePanel
from socdesk.ui.imports.step import Step
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.plain_table import PlainTable

_TABS = ("To settle", "Changed", "New", "No longer on the list", "Notes")
_SETTLE, _CHANGED, _NEW, _MISSING, _NOTES = range(len(_TABS))
_COLUMNS = (
    (("Row", 64), ("Who", 170), ("Column", 130), ("In the list", 150), ("What is wrong", 0)),
    (("Who", 190), ("What", 230), ("On the desk", 250), ("On the list", 0)),
    (("Who", 230), ("What is known", 0)),
    (("On the desk, not on the list: kept, and marked", 0),),
    (("What else there is to know", 0),),
)
_COLUMN, _CELL = 2, 3
_LEAST_HEIGHT = 150


class CheckStep(Step):
    """The table takes the room there is. ``settled`` is sent when nothing is left to settle."""

    settled = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Check")
        self._problems: tuple[tuple[Problem, bool], ...] = ()
        theme = room.theme
        self.headline = Heading("", "subtitle")
        self.headline.setWordWrap(True)
        self._outcome = label("", "small", wrap=True)
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("What would happen")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        self.tables = [PlainTable(theme, name, columns) for name, columns in zip(_TABS, _COLUMNS, strict=True)]
        self.settle = SettlePanel(room)
        self._stack = QStackedWidget()
        self._lay_out()
        for name in _TABS:
            self.tabs.addTab(name)
        self.tabs.currentChanged.connect(self._show_tab)
        self.tables[_SETTLE].activated.connect(self._into_panel)
        self.first = self.tabs

    def _lay_out(self) -> None:
        for part in (self.headline, self._outcome, self.tabs):
            self.column.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self.column.addWidget(self.settle)
        spaced(self.column, self.room.theme, margins=(24, 4, 24, 12), spacing=8)
        for table in self.tables:
            self._stack.addWidget(table)
        follow(self.room.theme, self._stack, lambda: self._stack.setMinimumHeight(self.room.theme.px(_LEAST_HEIGHT)))

    def fit(self, breadth: Breadth) -> None:
        for n in (_COLUMN, _CELL):
            self.tables[_SETTLE].setColumnHidden(n, breadth <= Breadth.NARROW)
        self.tables[_CHANGED].setColumnHidden(2, breadth <= Breadth.NARROW)

    @property
    def current(self) -> Problem | None:
        """The problem in focus, or nothing."""
        row = self.tables[_SETTLE].currentIndex().row()
        return self._problems[row][0] if 0 <= row < len(self._problems) else None

    def show_preview(self, seen: Preview) -> None:
        """Show what would happen now; the keyboard stays where it was."""
        in_panel = self.settle.isAncestorOf(self.window().focusWidget() or self)
        at = max(self.tables[_SETTLE].currentIndex().row(), 0)
        self.headline.setText(seen.headline)
        self._outcome.setText(_outcome(seen))
        self._problems = (*((each, False) for each in seen.to_settle), *((each, True) for each in seen.left_out))
        changes = [(each.who, each.what, each.old, each.new) for each in seen.people.changes]
        shown: tuple[Sequence[Sequence[str]], ...] = (
            [_cells(problem) for problem, _left_out in self._problems],
            changes,
            seen.people.new,
            [(name,) for name in seen.people.missing],
            [(words,) for words in seen.notices],
        )
        numbers = (len({each.row for each in seen.to_settle}), seen.changed, seen.new, seen.missing, len(seen.notices))
        for n, (rows, number) in enumerate(zip(shown, numbers, strict=True)):
            self.tables[n].show_rows(rows)
            self.tabs.setTabText(n, f"{_TABS[n]} {number:,}")
            self.tabs.setTabVisible(n, bool(rows))
        table = self.tables[_SETTLE]
        table.selectionModel().currentRowChanged.connect(self._show_problem)
        table.setCurrentIndex(table.model().index(min(at, len(self._problems) - 1), 0))
        self._show_problem()
        if in_panel:
            self._after_settling()

    def begin(self) -> None:
        """Show what is most worth a look: what is to be settled, else what would change, else who is new."""
        visible = (n for n in range(len(_TABS)) if self.tabs.isTabVisible(n) and self.tables[n].model().rowCount())
        self.tabs.setCurrentIndex(next(visible, _SETTLE))
        self._show_tab(self.tabs.currentIndex())

    def take_keyboard(self) -> None:
        """Bring the keyboard to the table."""
        self.tables[self.tabs.currentIndex()].setFocus()

    def _after_settling(self) -> None:
        if self._problems and not self._problems[self.tables[_SETTLE].currentIndex().row()][1]:
            self.settle.take_keyboard()
        else:
            self.settled.emit()

    def _show_tab(self, number: int) -> None:
        self._stack.setCurrentIndex(max(number, 0))
        self._show_problem()

    def _show_problem(self) -> None:
        row = self.tables[_SETTLE].currentIndex().row()
        there = self.tabs.currentIndex() == _SETTLE and 0 <= row < len(self._problems)
        problem, left_out = self._problems[row] if there else (None, False)
        self.settle.show_problem(problem, left_out=left_out)

    def _into_panel(self) -> None:
        self.settle.take_keyboard()


def _cells(problem: Problem) -> tuple[str, ...]:
    reason = problem.reason[:1].upper() + problem.reason[1:]
    return f"{problem.row}", problem.who, problem.heading, problem.cell, reason


def _outcome(seen: Preview) -> str:
    problems = len({each.row for each in seen.to_settle})
    if not problems:
        return "Nothing is written until you import."
    if problems == 1:
        return (
            "The row with a problem does not come in, unless you settle it here. Nothing is written until you import."
        )
    return (
        f"The {problems:,} rows with problems do not come in, unless you settle them here. "
        "Nothing is written until you import."
    )
