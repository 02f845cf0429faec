"""How the questions of a form are laid out: in cards, two short questions side by side where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.form_data import FormField
from socdesk.ui.records.editors.making import LONG
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.field import Field

_WIDEST = 880
"""Lines longer than this are hard to read."""


@dataclass(frozen=True)
class Section:
    """A part of a form: its heading, the fields it asks for by name, and one sentence under the heading."""

    heading: str
    names: tuple[str, ...]
    hint: str = ""


def sections_of(fields: Iterable[FormField], sections: tuple[Section, ...], otherwise: str) -> tuple[Section, ...]:
    """Return the sections with every field in one: what none names comes last, under a heading of its own."""
    named = {name for section in sections for name in section.names}
    rest = tuple(field.name for field in fields if field.name not in named)
    return (*sections, Section("More" if sections else otherwise, rest)) if rest else sections


class FormBody(QWidget):
    """The cards of a form; ``above`` stands over them and scrolls with them."""

    def __init__(
        self,
        theme: Theme,
        sections: tuple[Section, ...],
        fields: Mapping[str, Field],
        long: set[str],
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._theme = theme
        self._fields, self._long = fields, long
        self._grids: list[tuple[QGridLayout, tuple[str, ...]]] = []
        row = QHBoxLayout(self)
        spaced(row, theme, margins=(24, 4, 24, 24))
        cards = QWidget()
        cards.setProperty("look", "inside")
        follow(theme, cards, lambda: cards.setMaximumWidth(theme.px(_WIDEST)))
        row.addWidget(cards, 100)
        row.addStretch(1)
        column = QVBoxLayout(cards)
        spaced(column, theme, spacing=16)
        if above is not None:
            column.addWidget(above)
        for section in sections:
            names = tuple(name for name in section.names if name in fields)
            if names:
                column.addWidget(self._card(section, names))
        column.addStretch(1)

    def _card(self, section: Section, names: tuple[str, ...]) -> Card:
        card = Card(self._theme, section.heading, hint=section.hint)
        grid = QGridLayout()
        spaced(grid, self._theme, spacing=16)
        card.column.addLayout(grid)
        self._grids.append((grid, names))
        return card

    @property
    def order(self) -> tuple[str, ...]:
        """The names of the questions as they stand on the page."""
        return tuple(name for _grid, names in self._grids for name in names)

    def lay_out(self, *, two_columns: bool) -> None:
        """Place the questions for the room there is."""
        for grid, names in self._grids:
            for name in names:
                grid.removeWidget(self._fields[name])
            for name, row, column, span in _cells(names, self._long, two_columns=two_columns):
                place = Qt.AlignmentFlag.AlignBottom if span == 1 and two_columns else Qt.AlignmentFlag(0)
                grid.addWidget(self._fields[name], row, column, 1, span, place)
            for column in (0, 1):
                grid.setColumnStretch(column, int(two_columns or column == 0))


def _cells(names: Iterable[str], long: set[str], *, two_columns: bool) -> Iterator[tuple[str, int, int, int]]:
    """Yield name, row, column and how many columns it takes."""
    row = column = 0
    for name in names:
        if not two_columns or name in long:
            row += int(column > 0)
            yield name, row, 0, 2 if two_columns else 1
            row, column = row + 1, 0
        else:
            yield name, row, column, 1
            row, column = (row + 1, 0) if column else (row, 1)


def is_long(field: FormField) -> bool:
    """Tell whether a question takes the whole width."""
    return field.kind in LONG
