"""The line that shows how far one is: which steps are done, which is now, which are to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label, look, rule
from socdesk.ui.widgets.picture import Picture

_DONE, _NOW, _TO_COME = ("circle-check", "green"), ("circle", "link"), ("circle-dashed", "text3")
_WORDS = {_DONE: "done", _NOW: "now", _TO_COME: "to come"}


class StepsLine(QWidget):
    """``words`` say the same to those who listen."""

    def __init__(self, theme: Theme, steps: Sequence[str]) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._steps = list(steps)
        self._parts: list[tuple[Picture, QLabel]] = []
        self.now = 0
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(24, 0, 24, 12), spacing=8)
        for n in range(len(steps)):
            if n:
                line = rule()
                follow(theme, line, lambda line=line: line.setFixedWidth(theme.px(28)))
                row.addWidget(line)
            row.addWidget(self._part(theme))
        row.addStretch(1)
        self.show_step(0)

    def _part(self, theme: Theme) -> QWidget:
        part = QWidget()
        part.setProperty("look", "inside")
        row = QHBoxLayout(part)
        spaced(row, theme, spacing=6)
        picture, words = Picture(theme, *_TO_COME), label("")
        row.addWidget(picture)
        row.addWidget(words)
        self._parts.append((picture, words))
        return part

    @property
    def words(self) -> str:
        """Where one is: Step 2 of 4: Match columns."""
        return f"Step {self.now + 1} of {len(self._steps)}: {self._steps[self.now]}"

    def rename(self, number: int, words: str) -> None:
        """Call a step, counted from 0, by another name."""
        self._steps[number] = words
        self.show_step(self.now)

    def show_step(self, now: int) -> None:
        """Mark the step where one is, counted from 0."""
        self.now = now
        for n, (picture, words) in enumerate(self._parts):
            state = _DONE if n < now else _NOW if n == now else _TO_COME
            picture.show_icon(*state)
            words.setText(f"{n + 1} {self._steps[n]}")
            words.setAccessibleName(f"Step {n + 1}, {self._steps[n]}, {_WORDS[state]}")
            look(words, {_DONE: "small", _NOW: "key", _TO_COME: "muted"}[state])
