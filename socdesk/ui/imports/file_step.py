"""Step 1: which file, what was found in it, and the first of its rows."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from socdesk.desk.imports.attendance import OpenedAttendance
from socdesk.desk.imports.opened_list import OpenedList
from socdesk.ui.imports.caution import Caution
from socdesk.ui.imports.drop_zone import DropZone
from socdesk.ui.imports.past_card import PastCard
from socdesk.ui.imports.step import Step
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.plain_table import PlainTable

_COLUMN = 150
_ROWS_SHOWN = 8


class FileStep(Step):
    """The signals say in what way the file shall be read anew."""

    kind_changed = Signal()
    sheet_changed = Signal()
    row_changed = Signal()

    def __init__(self, room: Room, kinds: Mapping[str, str]) -> None:
        super().__init__(room, "File")
        theme = room.theme
        self.kind = _combo()
        for key, words in kinds.items():
            self.kind.addItem(words, key)
        self.zone = DropZone(theme)
        self.sheet, self.heading_row = _combo(), QLineEdit()
        self._rows_allowed = QIntValidator(1, 1, self)
        self.heading_row.setValidator(self._rows_allowed)
        self.again = Caution(theme, "Import it again")
        self.sensitive = Caution(theme, "Leave this out, and import the rest")
        self.past = PastCard(room)
        self.first = self.zone.choose
        self._found: list[QLabel] = []
        self._lay_out()
        self.kind.activated.connect(self._kind_chosen)
        self.sheet.activated.connect(self._sheet_chosen)
        self.heading_row.editingFinished.connect(self._row_chosen)
        self._shown_row = 1
        self.show_nothing()

    def _lay_out(self) -> None:
        theme = self.room.theme
        card = Card(theme, "The list")
        self._grid = QGridLayout()
        spaced(self._grid, theme, spacing=12)
        self._fields = (
            Field(theme, "Kind of list", self.kind),
            Field(theme, "Headings are in row", self.heading_row),
            Field(theme, "Sheet", self.sheet),
        )
        card.column.addLayout(self._grid)
        card.column.addWidget(self.zone)
        self._said = QWidget()
        self._said.setProperty("look", "inside")
        self._words = QVBoxLayout(self._said)
        spaced(self._words, theme, spacing=4)
        card.column.addWidget(self._said)
        card.column.addWidget(self.again)
        card.column.addWidget(self.sensitive)
        self.column.addWidget(card)
        self.rows = PlainTable(theme, "First rows of the list", (("Row", 70),))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.rows.horizontalHeader().setStretchLastSection(True)
        self._rows_card = Card(theme, "First rows")
        self._rows_card.column.addWidget(self.rows)
        self.column.addWidget(self._rows_card)
        self.column.addWidget(self.past)
        self.column.addStretch(1)
        follow(theme, self.rows, self._fit_rows)
        self.fit(Breadth.FULL)

    def fit(self, breadth: Breadth) -> None:
        across = 1 if breadth < Breadth.TIGHT else 3
        for n, each in enumerate(self._fields):
            self._grid.addWidget(each, n // across, n % across, Qt.AlignmentFlag.AlignTop)
        for n in range(len(self._fields)):
            self._grid.setColumnStretch(n, int(n < across))
        self.past.fit(breadth)

    def _fit_rows(self) -> None:
        theme = self.room.theme
        self.rows.setMinimumHeight(theme.size("header") + theme.size("row_compact") * _ROWS_SHOWN + theme.px(14))

    @property
    def chosen_kind(self) -> str:
        """What the person says that the list is, or nothing."""
        return str(self.kind.currentData())

    @property
    def chosen_row(self) -> int:
        """Which row holds the headings, as Excel shows its number."""
        return int(self.heading_row.text() or 1)

    def say_kind(self, kind: str) -> None:
        """Show what the list is taken for."""
        self.kind.setCurrentIndex(max(self.kind.findData(kind), 0))

    def show_nothing(self) -> None:
        """Ask for a file; the imports made so far stand below."""
        self.zone.show_file("")
        self._say(())
        for caution in (self.again, self.sensitive):
            caution.tell("")
        for each in self._fields[1:]:
            each.hide()
        self._rows_card.hide()
        self.past.show()
        self.past.load()

    def show_opened(self, opened: OpenedList | OpenedAttendance, name: str, kind: str) -> None:
        """Show what was found in a file."""
        self.say_kind(kind)
        self.zone.show_file(name)
        self._say(opened.said)
        self.again.tell(f"{opened.earlier.words} Import it again?" if opened.earlier else "")
        self._show_rows(opened)
        self.past.hide()

    def is_settled(self) -> bool:
        """Tell whether all cautions are answered; else say which is not, and bring the keyboard to it."""
        for caution, advice in (
            (self.again, "Tick “Import it again” if you want that, or choose another file."),
            (self.sensitive, "Tick that it is left out, or take the column out of the file first."),
        ):
            if not caution.settled:
                self.tell(caution.words, advice, caution.tick)
                return False
        return True

    def tell_no_headings(self) -> None:
        """Say that no row looks like headings, and ask for it."""
        self.tell(
            "No row looks like the headings of this kind of list.",
            "Say which row holds them, choose another kind of list, or choose another file. Nothing was brought in.",
            self.heading_row,
        )

    def show_list(self, opened: OpenedList) -> None:
        """Show what only lists have: sheets, the row of headings, columns that are never kept."""
        names = opened.sheet_names
        self._fields[1].show()
        self._fields[2].setVisible(len(names) > 1)
        with QSignalBlocker(self.sheet), QSignalBlocker(self.heading_row):
            self.sheet.clear()
            self.sheet.addItems(names)
            self.sheet.setCurrentIndex(opened.sheet_number)
            self._rows_allowed.setTop(max(len(opened.header.sheet.rows), 1))
            self.heading_row.setText(f"{opened.heading_row}")
        self._shown_row = opened.heading_row
        barred = opened.match.sensitive
        self.sensitive.tell(" ".join(f"The column “{each.heading}” is not kept: {each.reason}" for each in barred))

    def show_attendance(self) -> None:
        """Hide what an attendance report does not have."""
        for each in self._fields[1:]:
            each.hide()
        self.sensitive.tell("")

    def _show_rows(self, opened: OpenedList | OpenedAttendance) -> None:
        columns = [(heading, _COLUMN if n else 70) for n, heading in enumerate(opened.headings)]
        self.rows.show_columns(columns, opened.first_rows)
        self._rows_card.aside.setText(f"{len(opened.first_rows)} shown")
        self._rows_card.show()

    def _say(self, said: tuple[str, ...]) -> None:
        for each in self._found:
            each.deleteLater()
        self._found = [label(words, "small", wrap=True) for words in said]
        for each in self._found:
            self._words.addWidget(each)
        self._said.setVisible(bool(said))

    def _kind_chosen(self) -> None:
        self.kind_changed.emit()

    def _sheet_chosen(self) -> None:
        self.sheet_changed.emit()

    def _row_chosen(self) -> None:
        if self.chosen_row != self._shown_row:
            self._shown_row = self.chosen_row
            self.row_changed.emit()


def _combo() -> QComboBox:
    combo = QComboBox()
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo
