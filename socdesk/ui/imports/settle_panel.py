"""What can be done about one row with a problem: put its cell right, say who is meant, or leave the row out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from socdesk.desk.imports.problems import Problem
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label


class SettlePanel(QFrame):
    """The signals carry what was decided: a corrected cell, the person who is meant, a row left out or back in."""

    corrected = Signal(str)
    meant = Signal(str)
    left_out = Signal()
    taken_back = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        theme = room.theme
        self.problem: Problem | None = None
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(0, 4, 0, 0), spacing=8)
        self._words = label("", "label", wrap=True)
        column.addWidget(self._words)
        self._row = FlowRow(theme)
        column.addWidget(self._row)
        self.cell = QLineEdit()
        self.cell.returnPressed.connect(self._correct)
        self._cell_label = label("", "small", buddy=self.cell)
        self.person = QComboBox()
        self.person.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._person_label = label("Who is meant", "small", buddy=self.person)
        self.correct = button(theme, "Correct the cell", self._correct, icon="check")
        self.choose = button(theme, "Take this person", self._choose, icon="check")
        self.leave = button(theme, "Leave the row out", self.left_out.emit)
        self.back = button(theme, "Take the row in again", self.taken_back.emit)
        for part in self._parts():
            self._row.add(part)
        follow(theme, self, lambda: self._fit(theme.px(260), theme.px(340), theme.size("control")))
        self.show_problem(None, left_out=False)

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self._cell_label,
            self.cell,
            self.correct,
            self._person_label,
            self.person,
            self.choose,
            self.leave,
            self.back,
        )

    def _fit(self, cell: int, person: int, height: int) -> None:
        self.cell.setFixedWidth(cell)
        self.person.setFixedWidth(person)
        for words in (self._cell_label, self._person_label):
            words.setMinimumHeight(height)

    def show_problem(self, problem: Problem | None, *, left_out: bool) -> None:
        """Ask about a row, or about none."""
        self.problem = problem
        self.setVisible(problem is not None)
        if problem is None:
            return
        reason = problem.reason[:1].upper() + problem.reason[1:]
        self._words.setText(f"Row {problem.row}: {reason}")
        fixable, choosable = problem.at is not None and not left_out, bool(problem.choices)
        self._cell_label.setText(problem.heading or "The cell")
        self.cell.setAccessibleName(f"{problem.heading or 'Cell'}, row {problem.row}")
        self.cell.setAccessibleDescription(reason)
        self.cell.setText(problem.cell)
        self.person.clear()
        for choice in problem.choices:
            self.person.addItem(choice.words, choice.token)
        self.person.setAccessibleDescription(reason)
        shown = {
            self._cell_label: fixable,
            self.cell: fixable,
            self.correct: fixable,
            self._person_label: choosable,
            self.person: choosable,
            self.choose: choosable,
            self.leave: not left_out,
            self.back: left_out,
        }
        for part, seen in shown.items():
            part.setVisible(seen)
        self._row.updateGeometry()

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first thing that can be done."""
        for part in (self.person, self.cell, self.leave, self.back):
            if not part.isHidden():
                part.setFocus(Qt.FocusReason.OtherFocusReason)
                if part is self.cell:
                    self.cell.selectAll()
                return

    def _correct(self) -> None:
        self.corrected.emit(self.cell.text())

    def _choose(self) -> None:
        self.meant.emit(str(self.person.currentData()))
