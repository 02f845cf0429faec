"""The lists that forms choose from: what the Council calls their entries, what it adds and what it offers no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from socdesk.commands.places import PLACES_BEHIND, Spot
from socdesk.desk.deeds import Deed, Done
from socdesk.desk.own_lists import (
    ListRow,
    add_deed,
    names_of_lists,
    offer_again_deed,
    relabel_deed,
    retire_deed,
    rows_of,
)
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.label_line import LabelLine
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.theme.following import follow
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

_COLUMNS = (("Label", 0), ("Offered", 170), ("Where it comes from", 220))
_NARROW = (("Label", 0), ("Offered", 170))
_HEIGHT = 330
_HINT = (
    "What you change here shows in every form, list and paper. Records keep their entry, also one no longer offered."
)


class ListsSection(SettingsSection):
    """One list at a time. Each change is a deed that can be undone; a shipped entry is never removed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._rows: tuple[ListRow, ...] = ()
        self._columns = _COLUMNS
        self._wanted = ""
        card = self.card("Lists", _HINT)
        self.choice = QComboBox()
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.setMinimumContentsLength(12)
        card.column.addWidget(Field(room.theme, "List", self.choice))
        self.first = self.choice
        self.table = PlainTable(room.theme, "Entries", _COLUMNS)
        card.column.addWidget(self.table)
        follow(room.theme, self.table, lambda: self.table.setFixedHeight(room.theme.px(_HEIGHT)))
        self.trouble = MessageBox(room.theme)
        card.column.addWidget(self.trouble)
        self.offers = FlowRow(room.theme)
        self.relabel = button(room.theme, "Change the label", self.start_label, icon="pencil")
        self.add = button(room.theme, "Add an entry", self.start_entry, icon="plus")
        self.retire = button(room.theme, "No longer offer", self.turn)
        for each in (self.relabel, self.add, self.retire):
            self.offers.add(each)
        card.column.addWidget(self.offers)
        self.line = LabelLine(room.theme)
        card.column.addWidget(self.line)
        self._lead_on()
        self._connect()

    def _lead_on(self) -> None:
        """Lead to the lists that are registers of their own."""
        card = self.card("Strategy, courses, posts and contacts", "Each has a list of its own, with all its history.")
        self.registers = FlowRow(self.room.theme)
        for place in PLACES_BEHIND:
            go = partial(self.room.shell.go, Spot(place.key))
            self.registers.add(button(self.room.theme, place.title, go, icon=place.icon))
        card.column.addWidget(self.registers)

    def _connect(self) -> None:
        self.choice.activated.connect(self._other_list)
        self.table.activated.connect(self.start_label)
        self.line.cancelled.connect(self._close_line)

    @property
    def row(self) -> ListRow | None:
        """The entry that is current in the table."""
        number = self.table.currentIndex().row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def _key(self) -> str:
        return str(self.choice.currentData())

    def arrive(self) -> None:
        if not self.choice.count():
            self.room.work.read(Job("Reading the lists", lambda _progress: names_of_lists()), self, self._show_names)
        else:
            self._load()

    def desk_changed(self, changed: Changed) -> None:
        if "list_entries" in changed.ids and self.choice.count():
            self._load()

    def fit(self, breadth: Breadth) -> None:
        self._columns = _COLUMNS if breadth >= Breadth.SLIM else _NARROW
        self._wanted = self._wanted or (self.row.code if self.row else "")
        self._show(self._rows)

    def start_label(self) -> None:
        """Ask for another label for the current entry."""
        if self.row:
            code = self.row.code
            self._ask("New label", "Save the label", self.row.label, partial(self._relabel, code))

    def start_entry(self) -> None:
        """Ask for the label of a new entry."""
        self._ask("Label of the new entry", "Save the entry", "", self._add)

    def turn(self) -> None:
        """Offer the current entry no longer, or again."""
        if self.row:
            make, code, key = (retire_deed if self.row.offered else offer_again_deed), self.row.code, self._key
            words = f"“{self.row.label}” is {'no longer offered' if self.row.offered else 'offered again'}."
            self._wanted = code
            self._do(lambda: make(self.room.desk, key, code), words)

    def _ask(self, question: str, save: str, text: str, then: Callable[[str], object]) -> None:
        self.trouble.tell("")
        self.offers.hide()
        self.line.ask(question, save, text, then)

    def _close_line(self) -> None:
        self.line.hide()
        self.offers.show()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _relabel(self, code: str, label: str) -> None:
        key = self._key
        self._wanted = code
        self._do(lambda: relabel_deed(self.room.desk, key, code, label), "Saved the label.")

    def _add(self, label: str) -> None:
        key = self._key
        self._do(lambda: add_deed(self.room.desk, key, label), "Added the entry.")

    def _do(self, make: Callable[[], Deed], words: str) -> None:
        desk = self.room.desk
        job = Job("Saving the list", lambda _progress: desk.do(make()))
        self.room.work.write(job, self, partial(self._done, words), failed=self._refused)

    def _done(self, words: str, done: Done) -> None:
        self.trouble.tell("")
        if not self.line.isHidden():
            self._close_line()
        for record in done.records:
            self._wanted = str(getattr(record, "code", self._wanted))
        if done.records:
            self.room.notices.tell(words, offer="Undo Ctrl+Z", do=self.room.shell.undo)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self.room.work.failed.emit(error)
        elif self.line.isHidden():
            self.trouble.tell(error.message, error.advice)
            self.room.announcer.say(str(error))
        else:
            self.line.refuse(str(error))
            self.room.announcer.say(str(error))

    def _show_names(self, names: tuple[tuple[str, str], ...]) -> None:
        for key, name in names:
            self.choice.addItem(name, key)
        self._load()

    def _other_list(self) -> None:
        self._wanted = ""
        self._rows = ()
        if not self.line.isHidden():
            self.line.hide()
            self.offers.show()
        self.trouble.tell("")
        self._load()

    def _load(self) -> None:
        desk, key = self.room.desk, self._key
        self._wanted = self._wanted or (self.row.code if self.row else "")
        self.room.work.read(
            Job("Reading the list", lambda _progress: rows_of(desk, key)), self, partial(self._loaded, key)
        )

    def _loaded(self, key: str, rows: tuple[ListRow, ...]) -> None:
        if key == self._key:  # else another list was chosen meanwhile
            self._show(rows)

    def _show(self, rows: tuple[ListRow, ...]) -> None:
        self._rows = rows
        cells = [(row.label, row.use if row.offered else f"No, {_lower(row.use)}", row.origin) for row in rows]
        self.table.show_columns(self._columns, [row[: len(self._columns)] for row in cells])
        codes = [row.code for row in rows]
        if self._wanted in codes:
            self.table.setCurrentIndex(self.table.model().index(codes.index(self._wanted), 0))
        self._wanted = ""
        self.table.selectionModel().currentChanged.connect(self._fit_offers)
        self._fit_offers()

    def _fit_offers(self) -> None:
        self.relabel.setEnabled(self.row is not None)
        self.retire.setEnabled(self.row is not None)
        self.retire.setText("No longer offer" if self.row is None or self.row.offered else "Offer again")
        self.offers.refresh()


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
