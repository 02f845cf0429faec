"""The people who can open this desk: who they are, for how long, when they last did; one more, other days, one less."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from socdesk.clock import day_in_table, london_day, time_in_text
from socdesk.desk.people import Person, people_of
from socdesk.jobs import Job
from socdesk.ui.breadth import Breadth
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.doors_section import DoorsSection
from socdesk.ui.screens.settings.person import PersonScreen, RemovePersonScreen
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.plain_table import PlainTable
from socdesk.ui.widgets.scrolled import scrolled

_COLUMNS = (("Name", 0), ("Can open it", 190), ("Opened it last", 176))
_LAST = 2
_WORDS = (
    "Each has a passphrase of their own, and the log tells them apart. All open the same desk: that some records are "
    "hidden from some of them is a rule of this program, not a lock."
)


class PeopleSection(DoorsSection):
    """The list, and the screens that its buttons lead to."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        theme = room.theme
        self._people: tuple[Person, ...] = ()
        back = button(theme, "Back to security", self.give_up)
        card = Card(theme, "People who can open this desk", beside=back, hint=_WORDS)
        self.table = PlainTable(theme, "People, by name", _COLUMNS)
        self.last = label("", "small", wrap=True)
        column = QVBoxLayout()
        spaced(column, theme, spacing=12)
        for part in (self.table, self.last, self._buttons()):
            column.addWidget(part, 1 if part is self.table else 0)
        card.column.addLayout(column, 1)
        follow(theme, self.table, lambda: self.table.setMinimumHeight(theme.px(170)))
        self._list = scrolled(card)
        self.column.addWidget(self._list, 1)
        self._show(())

    def _buttons(self) -> FlowRow:
        theme = self.room.theme
        row = FlowRow(theme)
        self.add = button(theme, "Add a person", lambda: self.ask(PersonScreen(self.room, None)), look="primary")
        self.change = button(theme, "Change name or days", self._change)
        self.remove = button(theme, "Remove person", self._remove, hint="Take the passphrase away")
        for each in (self.add, self.change, self.remove):
            row.add(each)
        return row

    def arrive(self) -> None:
        """Show the list, afresh."""
        self.drop()
        self._list.show()
        self.first = self.table
        desk = self.room.desk
        job = Job("Reading who can open the desk", lambda _progress: people_of(desk))
        self.room.work.read(job, self, self._show)

    def fit(self, breadth: Breadth) -> None:
        """Say under the list when somebody opened the desk last, where there is no room for it beside."""
        self.table.setColumnHidden(_LAST, breadth is Breadth.NARROW)
        self._show_last()

    @property
    def chosen(self) -> Person | None:
        """The person that is chosen in the list."""
        row = self.table.currentIndex().row()
        return self._people[row] if 0 <= row < len(self._people) else None

    def _show(self, people: tuple[Person, ...]) -> None:
        self._people = people
        hidden = self.table.isColumnHidden(_LAST)
        self.table.show_rows([_row(each) for each in people])
        self.table.setColumnHidden(_LAST, hidden)
        self.table.selectionModel().currentRowChanged.connect(self._show_last)
        for each in (self.change, self.remove):
            each.setEnabled(bool(people))
        self._show_last()

    def _show_last(self) -> None:
        chosen = self.chosen
        self.last.setText(f"{chosen.name} opened it last: {_opened(chosen)}" if chosen else "")
        self.last.setVisible(chosen is not None and self.table.isColumnHidden(_LAST))

    def _change(self) -> None:
        if (chosen := self.chosen) is not None:
            self.ask(PersonScreen(self.room, chosen))

    def _remove(self) -> None:
        if (chosen := self.chosen) is not None:
            self.ask(RemovePersonScreen(self.room, chosen))

    def ask(self, screen: PersonScreen | RemovePersonScreen) -> None:
        """Put a screen in the place of the list until it is done or left."""
        screen.back.connect(self._return)
        screen.done.connect(self._done)
        self._list.hide()
        self.show_door(screen)
        self.take_keyboard()

    def _return(self) -> None:
        self.arrive()
        self.take_keyboard()

    def _done(self, words: str) -> None:
        self._return()
        self.room.notices.tell(words)


def _row(person: Person) -> tuple[str, ...]:
    name = f"{person.name} (you)" if person.is_self else person.name
    return name, person.access_words, _opened(person)


def _opened(person: Person) -> str:
    if person.opened is None:
        return "Never"
    return f"{day_in_table(london_day(person.opened))}, {time_in_text(person.opened)}"
