"""A page of the window: a heading, a line in words, at most two buttons at the right, and its body."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from socdesk.commands.places import Spot
from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import WordsButton
from socdesk.ui.widgets.labels import Heading, WideLabel, label

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed


class Page(QWidget):
    """What pages share. Add the body to ``body``; override what the page needs of the rest.

    ``spot_changed`` is sent when the page itself moved to another view or record, so that Back comes here.
    """

    spot_changed = Signal(object)

    def __init__(self, room: Room, title: str) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        self.title = title
        self._column = QVBoxLayout(self)
        spaced(self._column, room.theme)
        self._header = self._made_header(title)
        self._column.addWidget(self._header)
        self.body = QVBoxLayout()
        self._column.addLayout(self.body, 1)

    def _made_header(self, title: str) -> QWidget:
        header = QWidget()
        header.setProperty("look", "inside")
        row = QHBoxLayout(header)
        spaced(row, self.room.theme, margins=(24, 14, 24, 12), spacing=8)
        words = QVBoxLayout()
        spaced(words, self.room.theme, spacing=0)
        self.heading = Heading(title)
        self.summary = WideLabel("muted")
        words.addWidget(self.heading)
        self.beside = label("", "muted")
        self.beside.hide()
        line = QHBoxLayout()
        spaced(line, self.room.theme, spacing=16)
        line.addWidget(self.summary, 1)
        line.addWidget(self.beside)
        words.addLayout(line)
        row.addLayout(words, 1)
        self.buttons = QHBoxLayout()
        spaced(self.buttons, self.room.theme, spacing=8)
        row.addLayout(self.buttons)
        return header

    @property
    def window_title(self) -> str:
        """What the window's title says while the page is shown: no record text."""
        return self.title

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        """The deeds that commands may ask of this page just now: "new", "find", "refresh" and the like."""
        return {}

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through, each by the widget that takes the keyboard."""
        return ()

    def arrive(self, spot: Spot) -> None:
        """Show a view or a record; called each time that the page comes to be seen."""

    def keep_typed(self) -> None:
        """Keep what was typed and not saved as drafts: the desk is about to be locked or closed."""

    def spot_to_return_to(self, spot: Spot) -> Spot:
        """Return where the window shall come back to once the desk is unlocked again."""
        return spot

    def fit(self, breadth: Breadth) -> None:
        """Lay the page out for the room there is."""

    def show_buttons(self, shown: Iterable[tuple[QWidget, bool]]) -> None:
        """Show some buttons and hide others. Those first that go: both at once might make the window wider."""
        for button, seen in sorted(shown, key=itemgetter(1)):
            button.setVisible(seen)

    def fold(self, breadth: Breadth) -> None:
        """Show the page's buttons as pictures alone where there is little room."""
        for each in self._header.findChildren(WordsButton):
            each.fold(folded=breadth is Breadth.NARROW)

    def remember(self) -> None:
        """Keep how the page looks for the next time; called before the desk is closed."""

    def desk_changed(self, changed: Changed) -> None:
        """Load afresh what a deed changed, if the page shows it."""
