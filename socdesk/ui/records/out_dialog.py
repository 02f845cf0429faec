"""The question before a list leaves the desk: as which kind of file, and whether what is restricted goes too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.over_window import place_over

KINDS = {".xlsx": "Excel workbook (.xlsx)", ".csv": "Table as text (.csv)", ".json": "For other programs (.json)"}
_LEFT_OUT = "Restricted records and fields stay on the desk, unless you include them here. How many is told afterwards."
_ON_PAPER = "Every page bears the marking, what is shown, the date and its number. Treat the paper as the desk itself."
_IN_A_FILE = "The file is not encrypted. Text that a spreadsheet would reckon with is made harmless."


@dataclass(frozen=True)
class OutChoice:
    """What a person agreed to: the kind of file, or nothing for paper; whether what is restricted goes too."""

    kind: str
    restricted: bool


class OutDialog(QDialog):
    """``agreed`` carries an ``OutChoice``."""

    agreed = Signal(object)

    def __init__(self, window: QWidget, room: Room, what: str, *, on_paper: bool = False) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        verb = "Print" if on_paper else "Export"
        self.setWindowTitle(verb)
        column = QVBoxLayout(self)
        spaced(column, room.theme, margins=(24, 20, 24, 20), spacing=12)
        column.addWidget(Heading(f"{verb} {what}", "subtitle"))
        column.addWidget(label(_ON_PAPER if on_paper else _IN_A_FILE, "small", wrap=True))
        self.kinds: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        for kind, words in () if on_paper else KINDS.items():
            self.kinds[kind] = QRadioButton(words)
            self._group.addButton(self.kinds[kind])
            column.addWidget(self.kinds[kind])
        if self.kinds:
            next(iter(self.kinds.values())).setChecked(True)
        self.restricted = QCheckBox("Include restricted records and fields")
        self.restricted.toggled.connect(self._warn)
        column.addWidget(self.restricted)
        self._left_out = label(_LEFT_OUT, "small", wrap=True)
        column.addWidget(self._left_out)
        column.addStretch(1)
        row = QHBoxLayout()
        spaced(row, room.theme, spacing=8)
        row.addStretch(1)
        row.addWidget(button(room.theme, "Cancel", self.reject))
        self.go = button(room.theme, "Choose a printer" if on_paper else "Choose where to save", self._agree)
        self.go.setProperty("look", "primary")
        self.go.setDefault(True)
        row.addWidget(self.go)
        column.addLayout(row)
        place_over(self, window, room.theme, width=520, height=300 if on_paper else 400)
        (next(iter(self.kinds.values())) if self.kinds else self.go).setFocus()

    def _warn(self) -> None:
        words = "They go too, and that is noted in the desk’s log." if self.restricted.isChecked() else _LEFT_OUT
        self._left_out.setText(words)

    def _agree(self) -> None:
        kind = next((kind for kind, box in self.kinds.items() if box.isChecked()), "")
        restricted = self.restricted.isChecked()
        self.accept()
        self.agreed.emit(OutChoice(kind, restricted))
