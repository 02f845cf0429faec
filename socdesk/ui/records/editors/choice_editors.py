"""Editors for choices: one, several, and yes or no."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.form_data import Option
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow

_NONE = "Choose"
_MANY = 30
_SHOWN = 14
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class ChoiceEditor(Editor):
    """One of several. Long lists are searched by typing any part of a name."""

    def __init__(self, options: Sequence[Option], standing: Option | None) -> None:
        self.combo = QComboBox()
        super().__init__(self.combo)
        self.combo.setMaxVisibleItems(_SHOWN)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.addItem(_NONE, "")
        known = {option.value for option in options}
        extra = (standing,) if standing and standing.value and standing.value not in known else ()
        for option in (*options, *extra):
            self.combo.addItem(option.words, option.value)
        if len(options) > _MANY:
            self._make_searchable()
        self.combo.currentIndexChanged.connect(self._edited)

    def _make_searchable(self) -> None:
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.combo.setCompleter(completer)

    def _edited(self) -> None:
        self.edited.emit()

    def text(self) -> str:
        return str(self.combo.currentData() or "")

    def show_text(self, typed: str) -> None:
        self.combo.setCurrentIndex(max(self.combo.findData(typed), 0))

    def leave(self) -> None:
        if self.combo.isEditable():
            self.combo.setEditText(self.combo.itemText(self.combo.currentIndex()))


class ChoicesEditor(Editor):
    """Several: what is chosen from the list and added becomes a chip, and a press on the chip takes it away.

    Enter adds, the button adds, and so does leaving the list: what a person chose is never lost.
    """

    def __init__(self, theme: Theme, options: Sequence[Option], standing: Sequence[Option]) -> None:
        self._theme = theme
        self._words = {option.value: option.words for option in (*options, *standing)}
        self._chosen: list[str] = []
        widget = QWidget()
        widget.setProperty("look", "inside")
        self.combo = QComboBox()
        self.combo.setMaxVisibleItems(_SHOWN)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.combo.addItem("Choose one to add", "")
        for option in options:
            self.combo.addItem(option.words, option.value)
        self.chips = FlowRow(theme)
        self.add = button(theme, "Add", self._add, icon="plus")
        self._lay_out(widget)
        super().__init__(widget, self.combo)

    def _lay_out(self, widget: QWidget) -> None:
        column = QVBoxLayout(widget)
        spaced(column, self._theme, spacing=6)
        column.addWidget(self.chips)
        row = QHBoxLayout()
        spaced(row, self._theme, spacing=8)
        row.addWidget(self.combo, 1)
        row.addWidget(self.add)
        column.addLayout(row)

    def name(self, label: str) -> None:
        self.add.setAccessibleName(f"Add to {label}")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _ENTER:
            self._add()
            return True
        return super().eventFilter(watched, event)

    def leave(self) -> None:
        self._add()

    def _add(self) -> None:
        code = str(self.combo.currentData() or "")
        self.combo.setCurrentIndex(0)
        if code and code not in self._chosen:
            self._chosen.append(code)
            self._draw()
            self.edited.emit()

    def _remove(self, code: str) -> None:
        self._chosen.remove(code)
        self.combo.setFocus()
        self._draw()
        self.edited.emit()

    def _draw(self) -> None:
        self.chips.clear()
        for code in self._chosen:
            words = self._words.get(code, code)
            chip = button(self._theme, words, lambda code=code: self._remove(code), look="chip", icon="x")
            chip.setAccessibleName(f"Remove {words}")
            self.chips.add(chip)
        self.chips.setVisible(bool(self._chosen))

    def text(self) -> str:
        return "; ".join(self._chosen)

    def show_text(self, typed: str) -> None:
        self._chosen = [part.strip() for part in typed.split(";") if part.strip()]
        self._draw()


class FlagEditor(Editor):
    """Yes or no."""

    def __init__(self) -> None:
        self.box = QCheckBox("Yes")
        super().__init__(self.box)
        self.box.toggled.connect(self._edited)

    def _edited(self) -> None:
        self.edited.emit()

    def name(self, label: str) -> None:
        self.box.setAccessibleName(label)

    def text(self) -> str:
        return "yes" if self.box.isChecked() else "no"

    def show_text(self, typed: str) -> None:
        self.box.setChecked(typed == "yes")
