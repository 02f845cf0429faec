"""A few choices side by side, of which one holds: one Tab stop, arrows go from one to the next (ux.md 2)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from socdesk.desk.form_data import Option
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.flow_row import FlowRow

_ICON = 16
_GAP = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class _Segment(QPushButton):
    """Qt's own arrow keys go by where buttons are, and find nothing below the last line."""

    stepped = Signal(int)

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setProperty("look", "segment")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class OptionSegments(QWidget):
    """``chosen`` carries the code that a person chose. ``icons`` give (icon, colour) by code."""

    chosen = Signal(str)

    def __init__(
        self, theme: Theme, name: str, options: Sequence[Option], icons: dict[str, tuple[str, str]] | None = None
    ) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self.setAccessibleName(name)
        self._theme = theme
        self.buttons: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        row = FlowRow(theme)
        for option in options:
            made = _Segment(option.words)
            made.stepped.connect(self._step)
            made.setAccessibleName(f"{name}: {option.words}")
            made.toggled.connect(self._toggled)
            if icons and option.value in icons:
                self._draw(made, *icons[option.value])
            self.buttons[option.value] = made
            self._group.addButton(made)
            row.add(made)
        column = QVBoxLayout(self)
        spaced(column, theme)
        column.addWidget(row)
        self._share_tab()

    def _draw(self, made: _Segment, icon: str, ink: str) -> None:
        theme = self._theme

        def draw() -> None:
            made.setIcon(theme.icon(icon, ink, size=_ICON, gap=_GAP))
            made.setIconSize(theme.icon_size(_ICON, gap=_GAP))

        follow(theme, made, draw)

    @property
    def value(self) -> str:
        """The code that is chosen, or nothing."""
        return next((code for code, each in self.buttons.items() if each.isChecked()), "")

    @property
    def stop(self) -> _Segment:
        """The button that Tab comes to: the chosen one, or the first."""
        return self.buttons[self.value] if self.value else next(iter(self.buttons.values()))

    def choose(self, code: str) -> None:
        """Choose a code, or none, without telling."""
        self._group.setExclusive(False)
        for value, each in self.buttons.items():
            with QSignalBlocker(each):
                each.setChecked(value == code)
        self._group.setExclusive(True)
        self._share_tab()

    def _step(self, step: int) -> None:
        """Go on to the next or the previous; the first press chooses where nothing is chosen."""
        codes = list(self.buttons)
        at = codes.index(self.value) + step if self.value else 0
        wanted = self.buttons[codes[at % len(codes)]]
        wanted.setChecked(True)
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, checked: bool) -> None:  # noqa: FBT001  Qt's signal gives it so
        if checked:
            self._share_tab()
            self.chosen.emit(self.value)

    def _share_tab(self) -> None:
        stop = self.stop
        for each in self.buttons.values():
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)
