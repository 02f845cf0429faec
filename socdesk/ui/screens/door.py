"""What the screens before an open desk share: one column in the middle, a heading, trouble in place, buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QProgressBar, QVBoxLayout, QWidget

from socdesk.errors import UserFacingError
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.widgets.picture import Picture
from socdesk.ui.widgets.scrolled import scrolled

_WIDTH = 560


class Door(QWidget):
    """One screen. Add to ``column``; ``first`` takes the keyboard when the screen comes.

    ``crashed`` is sent with a failure that is a fault of ours.
    """

    crashed = Signal(object)

    def __init__(
        self, theme: Theme, announcer: Announcer, heading: str, words: str = "", *, step: str = "", width: int = _WIDTH
    ) -> None:
        super().__init__()
        self.setProperty("look", "door")
        self.theme, self._announcer, self._width = theme, announcer, width
        self.first: QWidget | None = None
        self._card = QFrame()
        self._card.setProperty("look", "card")
        self.column = QVBoxLayout(self._card)
        spaced(self.column, theme, margins=(32, 28, 32, 32), spacing=16)
        top = QVBoxLayout()
        spaced(top, theme, spacing=4)
        if step:
            top.addWidget(label(step, "muted"))
        top.addWidget(Heading(heading))
        if words:
            top.addWidget(label(words, "small", wrap=True))
        self.column.addLayout(top)
        self.trouble = MessageBox(theme)
        self.column.addWidget(self.trouble)
        self._busy = _Busy(theme)
        self._place()

    def _place(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        inside = QWidget()
        inside.setProperty("look", "door")
        row = QHBoxLayout(inside)
        spaced(row, self.theme, margins=(24, 16, 24, 16))
        holder = QWidget()
        holder.setProperty("look", "inside")
        middle = QVBoxLayout(holder)
        spaced(middle, self.theme, spacing=16)
        middle.addStretch(2)
        self.brand = _brand(self.theme)
        middle.addWidget(self.brand)
        middle.addWidget(self._card)
        middle.addStretch(3)
        row.addStretch(1)
        row.addWidget(holder, 1000)
        row.addStretch(1)
        outer.addWidget(scrolled(inside))
        follow(self.theme, holder, lambda: holder.setMaximumWidth(self.theme.px(self._width)))

    def buttons(self, *buttons: QWidget) -> None:
        """Put the line that says what is going on, and the buttons under it."""
        self.column.addWidget(self._busy)
        row = QHBoxLayout()
        spaced(row, self.theme, spacing=8)
        for each in buttons:
            row.addWidget(each)
        row.addStretch(1)
        self.column.addLayout(row)

    def tell_busy(self, words: str) -> None:
        """Say what is going on and let nothing be pressed; an empty text ends that."""
        self.trouble.tell("")
        self._busy.tell(words)
        self._announcer.say(words)
        for part in self.findChildren(QWidget):
            if part.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                part.setEnabled(not words)

    def watch(self, done: int, total: int, _message: str) -> None:
        """Show how far the work is."""
        self._busy.watch(done, total)

    def fail(self, error: Exception) -> None:
        """Say what went wrong where the person is looking, and what to do."""
        self.tell_busy("")
        if not isinstance(error, UserFacingError):
            self.crashed.emit(error)
            return
        self.trouble.tell(error.message, error.advice)
        self._announcer.say(str(error))
        self.take_keyboard()

    def say(self, words: str) -> None:
        """Say something to a screen reader."""
        self._announcer.say(words)

    def complain(self, field: PassphraseField, words: str) -> None:
        """Say what is wrong with a passphrase, and take the keyboard there, so that the next key replaces it."""
        field.set_error(words)
        self.say(words)
        field.focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
        field.select()

    def take_keyboard(self) -> None:
        """Bring the keyboard to where the person goes on."""
        if self.first is not None:
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()


class _Busy(QWidget):
    """A line and a bar; hidden while nothing is going on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        column: QLayout = QVBoxLayout(self)
        spaced(column, theme, spacing=6)
        self._words = label("", "small")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        column.addWidget(self._words)
        column.addWidget(self._bar)
        self.hide()

    def tell(self, words: str) -> None:
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._bar.setRange(0, 0)
        self.setVisible(bool(words))

    def watch(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)


def _brand(theme: Theme) -> QWidget:
    brand = QWidget()
    brand.setProperty("look", "inside")
    row = QHBoxLayout(brand)
    spaced(row, theme, spacing=10)
    row.addWidget(Picture(theme, "shield", "link", 28))
    row.addWidget(label("Socdesk", "subtitle"))
    row.addStretch(1)
    return brand
