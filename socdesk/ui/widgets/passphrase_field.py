"""A field for a passphrase: hidden, shown on demand, and it tells when Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture


def caps_lock_in(text: str, *, shift: bool) -> bool | None:
    """Tell from one typed character whether Caps Lock is on; None where it does not tell.

    Qt knows no such state. A capital without Shift, or a small letter with it, gives it away.
    """
    if len(text) != 1 or text.lower() == text.upper():
        return None
    return text.isupper() is not shift


class _Secret(QLineEdit):
    """A line edit that watches for Caps Lock, keeps nothing to undo, and offers no way to copy what is hidden."""

    caps_lock = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        found = caps_lock_in(event.text(), shift=shift)
        if event.key() == Qt.Key.Key_CapsLock:
            found = False  # just turned, either way; the next letter tells
        if found is not None:
            self.caps_lock.emit(found)
        super().keyPressEvent(event)


class PassphraseField(Field):
    """A labelled passphrase. ``submitted`` is sent on Enter."""

    submitted = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, text: str, *, hint: str = "") -> None:
        self._edit = _Secret()
        body = QWidget()
        body.setProperty("look", "inside")
        column = QVBoxLayout(body)
        spaced(column, theme, spacing=4)
        row = QHBoxLayout()
        spaced(row, theme, spacing=8)
        row.addWidget(self._edit, 1)
        self._show = button(theme, "Show", self._toggle, hint="Show or hide what is typed")
        self._show.setCheckable(True)
        self._show.setAccessibleName(f"Show {text.replace('&', '').lower()}")
        follow(theme, self._show, lambda: self._show.setMinimumWidth(theme.px(72)))
        row.addWidget(self._show)
        column.addLayout(row)
        self._caps = _caps_lock_line(theme)
        column.addWidget(self._caps)
        super().__init__(theme, text, body, hint=hint, focus=self._edit)
        self.setFocusProxy(self._edit)
        self._edit.caps_lock.connect(self._caps.setVisible)
        self._edit.returnPressed.connect(self.submitted)
        self._edit.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """What was typed."""
        return self._edit.text()

    def fill(self, text: str) -> None:
        """Take over what was typed on another screen."""
        self._edit.setText(text)

    def clear(self) -> None:
        """Forget what was typed, and hide what comes next."""
        self._edit.clear()
        self._show.setChecked(False)
        self._toggle()

    def select(self) -> None:
        """Mark what was typed, so that the next key replaces it."""
        self._edit.selectAll()

    def _toggle(self) -> None:
        shown = self._show.isChecked()
        self._edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._show.setText("Hide" if shown else "Show")

    def hideEvent(self, event: QHideEvent) -> None:
        """Never leave a passphrase readable on a page that is left."""
        self._show.setChecked(False)
        self._toggle()
        super().hideEvent(event)


def _caps_lock_line(theme: Theme) -> QWidget:
    line = QWidget()
    line.setProperty("look", "inside")
    row = QHBoxLayout(line)
    spaced(row, theme, spacing=6)
    row.addWidget(Picture(theme, "triangle-alert", "amber"))
    row.addWidget(label("Caps Lock is on", "warning"), 1)
    line.hide()
    return line
