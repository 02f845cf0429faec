"""The editor of a required choice among few: all of them in sight, side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from socdesk.desk.form_data import Option
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.option_segments import OptionSegments

MOST = 5
"""More than so many are a list."""


class SegmentEditor(Editor):
    """One of a few. ``focus`` is the button that Tab comes to."""

    def __init__(self, theme: Theme, label: str, options: Sequence[Option]) -> None:
        self.segments = OptionSegments(theme, label, [Option(each.value, _short(each.words)) for each in options])
        super().__init__(self.segments, self.segments.stop)
        for each in self.segments.buttons.values():
            if each is not self._first:
                self.watch(each)
        self.segments.chosen.connect(self._edited)

    @property
    def focus(self) -> QWidget:
        """The button that Tab comes to."""
        return self.segments.stop

    @focus.setter
    def focus(self, first: QWidget) -> None:
        self._first = first

    def _edited(self) -> None:
        self.edited.emit()

    def text(self) -> str:
        return self.segments.value

    def show_text(self, typed: str) -> None:
        self.segments.choose(typed)


def _short(words: str) -> str:
    """Return a label without what stands in brackets after it."""
    return words.split(" (", maxsplit=1)[0]
