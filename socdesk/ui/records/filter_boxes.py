"""The filters of a list: for each a box, whose first choice lets everything through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from socdesk.desk.form_data import Option
from socdesk.desk.lists.day_spans import SPANS
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme

_PER_LINE = 2
"""How many stand side by side where there is little room."""


class FilterBoxes(QWidget):
    """``changed`` is sent when a person chose something."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme = theme
        self._labels: dict[str, str] = {}
        self._spans: set[str] = set()
        self._wrapped = False
        self.boxes: dict[str, QComboBox] = {}
        self._grid = QGridLayout(self)
        spaced(self._grid, theme, spacing=8)

    def add(self, name: str, words: str, options: tuple[Option, ...]) -> None:
        """Offer a filter, or show its options afresh."""
        box = self.boxes.get(name) or self._made(name, words)
        chosen = box.currentData()
        with QSignalBlocker(box):
            box.clear()
            box.addItem(f"{words}: any", "")
            for option in options:
                box.addItem(option.words.split(" (")[0], option.value)
            box.setCurrentIndex(max(box.findData(chosen), 0))
        self._fit(box)

    def add_span(self, name: str, words: str) -> None:
        """Offer to narrow the list to a span of days."""
        self._spans.add(name)
        self.add(name, words, tuple(Option(key, said) for key, said in SPANS.items()))

    def _made(self, name: str, words: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(f"{words} filter")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        follow(self._theme, box, lambda: self._fit(box))
        spoken = QLabel(words, self)  # on Linux a combo box has its name from a label alone (ux.md 2)
        spoken.setBuddy(box)
        spoken.hide()
        box.currentIndexChanged.connect(self.changed)
        last = list(self.boxes.values())[-1:]
        self.boxes[name], self._labels[name] = box, words
        self._place()
        QWidget.setTabOrder(last[0] if last else self, box)
        return box

    def _fit(self, box: QComboBox) -> None:
        words = QFontMetrics(self._theme.font()).horizontalAdvance(box.itemText(0))
        width = max(self._theme.px(132), words + self._theme.px(54))
        box.setMinimumWidth(width)
        box.setMaximumWidth(16_777_215 if self._wrapped else width)

    def flow(self, *, wrapped: bool) -> None:
        """Put the boxes into one line, or into lines of two where there is little room."""
        self._wrapped = wrapped
        self._place()

    def _place(self) -> None:
        for number, box in enumerate(self.boxes.values()):
            per_line = _PER_LINE if self._wrapped else len(self.boxes)
            self._grid.addWidget(box, number // per_line, number % per_line)
            self._fit(box)

    @property
    def chosen(self) -> dict[str, str]:
        """What is chosen, by the name of the field."""
        return {name: str(box.currentData()) for name, box in self.boxes.items() if box.currentData()}

    def asked(self) -> tuple[dict[str, str], dict[str, str]]:
        """Return codes and links, and spans of days, by the name of the field."""
        chosen = self.chosen
        equal = {name: value for name, value in chosen.items() if name not in self._spans}
        return equal, {name: value for name, value in chosen.items() if name in self._spans}

    def choose(self, values: Mapping[str, str]) -> None:
        """Choose these and let everything else through, without telling."""
        for name, box in self.boxes.items():
            with QSignalBlocker(box):
                box.setCurrentIndex(max(box.findData(values.get(name, "")), 0))

    def words(self) -> Iterator[str]:
        """Yield what is chosen, in words."""
        for name, box in self.boxes.items():
            if box.currentData():
                yield f"{self._labels[name]}: {box.currentText()}"

    def take_keyboard(self) -> None:
        """Take the keyboard to the first box."""
        for box in self.boxes.values():
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            return
