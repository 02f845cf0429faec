"""Step 2 of a list: which of its columns fills which of our fields, each with an example of what stands there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from socdesk.desk.imports.column_questions import ColumnQuestion
from socdesk.ui.imports.step import Step
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.labels import label, look

_NONE = -1


class _Line(QWidget):
    """One field: its label, the list's column, and an example."""

    def __init__(self, room: Room, question: ColumnQuestion, columns: tuple[tuple[int, str], ...], none: str) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self.combo = QComboBox()
        self.combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.addItem(none, _NONE)
        for at, heading in columns:
            self.combo.addItem(heading, at)
        self.name = label(question.label, "label", buddy=self.combo)
        self.combo.setAccessibleName(question.label)
        self.needed = label("", "muted", wrap=True)
        self.example = label("", "small", wrap=True)
        self._grid = QGridLayout(self)
        spaced(self._grid, room.theme, spacing=8)
        names = QVBoxLayout()
        spaced(names, room.theme)
        names.addWidget(self.name)
        names.addWidget(self.needed)
        self._grid.addLayout(names, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(self.combo, 0, 1, Qt.AlignmentFlag.AlignVCenter)
        follow(room.theme, self, lambda: self._grid.setColumnMinimumWidth(0, room.theme.px(150)))

    def fit(self, breadth: Breadth) -> None:
        """Wide: the example stands beside the column; else under it."""
        wide = breadth > Breadth.NARROW
        self._grid.addWidget(self.example, int(not wide), 2 if wide else 1, Qt.AlignmentFlag.AlignVCenter)
        for n, share in enumerate((2, 3, 4) if wide else (2, 3, 0)):
            self._grid.setColumnStretch(n, share)

    def show_question(self, question: ColumnQuestion) -> None:
        with QSignalBlocker(self.combo):
            self.combo.setCurrentIndex(self.combo.findData(_NONE if question.at is None else question.at))
        self.needed.setText(question.needed)
        self.needed.setVisible(bool(question.needed))
        look(self.needed, "error" if question.missing else "muted")
        self.example.setText(question.example)
        said = (question.needed, f"For example, {question.example}" if question.example else "")
        self.combo.setAccessibleDescription(". ".join(filter(None, said)))


class ColumnsStep(Step):
    """``answered`` is sent with the key of a field and the place of its column, -1 for none."""

    answered = Signal(str, int)

    def __init__(self, room: Room, none: str) -> None:
        super().__init__(room, "Match columns")
        self._none = none
        self._breadth = Breadth.FULL
        self.lines: dict[str, _Line] = {}
        card = Card(
            room.theme, "Which column holds what", hint="Ours at the left, the list’s own heading at the right."
        )
        self._remembered = label("", "small", wrap=True)
        card.column.addWidget(self._remembered)
        self._column = QVBoxLayout()
        spaced(self._column, room.theme, spacing=8)
        card.column.addLayout(self._column)
        self._unused = label("", "muted", wrap=True)
        card.column.addWidget(self._unused)
        self.column.addWidget(card)
        self.column.addStretch(1)

    def ask(self, questions: tuple[ColumnQuestion, ...], columns: tuple[tuple[int, str], ...], remembered: str) -> None:
        """Ask about another list."""
        for line in self.lines.values():
            line.hide()
            line.deleteLater()
        self.lines = {}
        for question in questions:
            line = _Line(self.room, question, columns, self._none)
            line.fit(self._breadth)
            line.combo.activated.connect(partial(self._chosen, question.target))
            self.lines[question.target] = line
            self._column.addWidget(line)
        self._remembered.setText(remembered or "Matched by what the headings say. Look them over.")
        self.first = next((line.combo for line in self.lines.values()), None)
        self.show_answers(questions, ())

    def show_answers(self, questions: tuple[ColumnQuestion, ...], unused: tuple[str, ...]) -> None:
        """Show how the columns are matched now."""
        for question in questions:
            self.lines[question.target].show_question(question)
        self._unused.setText(f"Not imported: {'; '.join(unused)}." if unused else "")
        self._unused.setVisible(bool(unused))

    def is_settled(self, missing: tuple[str, ...], questions: tuple[ColumnQuestion, ...]) -> bool:
        """Tell whether all that the list needs has a column; else say what has none, and bring the keyboard there."""
        if not missing:
            self.tell("")
            return True
        focus = next((self.lines[each.target].combo for each in questions if each.missing), None)
        advice = "Choose which column holds it, or go back and choose another file."
        self.tell(f"The list has no column for: {'; '.join(missing)}.", advice, focus)
        return False

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        for line in self.lines.values():
            line.fit(breadth)

    def _chosen(self, target: str, _index: int) -> None:
        self.answered.emit(target, int(self.lines[target].combo.currentData()))
