"""What the leak check found, and where each thing stands; or that it found nothing, and what it looked for."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.papers.places_of_leaks import LeakPlace
from socdesk.desk.papers.studio import Preview
from socdesk.ui.breadth import Breadth
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.plain_table import PlainTable
from socdesk.ui.widgets.scrolled import scrolled

_COLUMNS = (("Page", 64), ("What", 170), ("Where it stands", 220), ("Words around it", 0))
_WHERE = 2
_ALWAYS = (
    "e-mail addresses, telephone numbers, postcodes, National Insurance numbers and vehicle registrations, unless the"
    " Council publishes them"
)


def verdict(preview: Preview) -> str:
    """Return what the leak check says, in one sentence."""
    number = len(preview.leaks)
    if not number:
        return "Nothing found that is not public"
    return "1 thing found that is not public" if number == 1 else f"{number:,} things found that are not public"


class Findings(QWidget):
    """``led`` is sent with the place of a leak that a person wants to mend."""

    led = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._places: tuple[LeakPlace, ...] = ()
        self._names: dict[str, str] = {}
        whole = QVBoxLayout(self)
        spaced(whole, theme)
        inside = QWidget()
        inside.setProperty("look", "inside")
        whole.addWidget(scrolled(inside))
        column = QVBoxLayout(inside)
        spaced(column, theme, margins=(0, 8, 0, 0), spacing=10)
        self.heading = Heading("", "subtitle")
        self.heading.setWordWrap(True)
        self.words = label("", "small", wrap=True)
        self.table = PlainTable(theme, "What is not public", _COLUMNS)
        self.table.activated.connect(self._lead)
        self.go = button(theme, "Go to where it stands", self._lead_to_current, icon="chevron-right")
        column.addWidget(self.heading)
        column.addWidget(self.words)
        column.addWidget(self.table, 1)
        column.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(0)

    def show_findings(self, preview: Preview, names: dict[str, str]) -> None:
        """Show what was found; ``names`` are the headings of sections by key."""
        self._places, self._names = preview.leaks, names
        self.heading.setText(verdict(preview))
        known = f"Looked for: {preview.looked_for} on this desk; and {_ALWAYS}."
        if preview.is_clean:
            self.words.setText(known)
        else:
            self.words.setText(
                "Save and Print wait until these words are changed. Press Enter on a row to go where it stands."
            )
        self.table.show_rows(tuple(map(self._row, preview.leaks)))
        for each in (self.table, self.go):
            each.setVisible(not preview.is_clean)

    def _row(self, place: LeakPlace) -> tuple[str, str, str, str]:
        leak = place.leak
        page = f"{leak.page:,}" if leak.page else "File"
        return page, leak.kind.capitalize(), self._where(place), leak.passage

    def _where(self, place: LeakPlace) -> str:
        if place.section:
            return self._names.get(place.section, place.section)
        return ", ".join(part for part in (place.reference, place.words) if part)

    def fit(self, breadth: Breadth) -> None:
        """Leave out a column where there is little room."""
        self.table.setColumnHidden(_WHERE, breadth is Breadth.NARROW)

    def _lead(self, index: QModelIndex) -> None:
        self.led.emit(self._places[index.row()])

    def _lead_to_current(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            self._lead(index)
