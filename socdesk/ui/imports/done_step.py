"""Step 4: the import runs, then what came of it and where to go on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from socdesk.desk.imports.after_import import TrainingNeeds
from socdesk.desk.imports.bringing_in import BroughtIn
from socdesk.desk.imports.preview import Preview
from socdesk.ui.imports.step import Step
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label

_WIDEST = 760


class DoneStep(Step):
    """The signals say where to go on."""

    undo_wanted = Signal()
    people_wanted = Signal()
    needs_wanted = Signal()
    more_wanted = Signal()

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Import")
        theme = room.theme
        self._busy = label("Importing. Nothing is kept if you cancel.", "small")
        self.column.addWidget(self._busy)
        self.card = Card(theme, "What came in")
        self.headline = label("", "word", wrap=True)
        self.counts = label("", "small", wrap=True)
        self.needs = label("", "small", wrap=True)
        self._buttons = FlowRow(theme)
        self.undo = button(theme, "Undo import", self.undo_wanted.emit, icon="history")
        self.people = button(theme, "Show these people", self.people_wanted.emit, icon="users")
        self.who = button(theme, "Show who needs training", self.needs_wanted.emit, icon="graduation-cap")
        self.more = button(theme, "Import another list", self.more_wanted.emit, icon="upload")
        for each in (self.people, self.who, self.more, self.undo):
            self._buttons.add(each)
        for part in (self.headline, self.counts, self.needs, self._buttons):
            self.card.column.addWidget(part)
        follow(theme, self.card, lambda: self.card.setMaximumWidth(theme.px(_WIDEST)))
        self.column.addWidget(self.card)
        self.column.addStretch(1)
        self.first = self.people

    def begin(self) -> None:
        """Show that the import runs."""
        self._busy.show()
        self.card.hide()
        self.tell("")

    def show_done(self, done: BroughtIn, seen: Preview) -> None:
        """Show what came in."""
        rows = "1 row" if seen.rows == 1 else f"{seen.rows:,} rows"
        self._busy.hide()
        self.card.show()
        self.headline.setText(f"{rows} imported as {done.batch.reference}")
        left = f" {seen.refused:,} did not come in." if seen.refused else ""
        missing = f" {seen.missing:,} no longer on the list are kept, and marked." if seen.missing else ""
        self.counts.setText(
            f"People: {seen.new:,} new, {seen.changed:,} changed, {seen.same:,} as they were.{left}{missing}"
        )
        self.needs.setText("Reckoning who needs training")
        self.who.setEnabled(False)
        self.take_keyboard()

    def show_needs(self, needs: TrainingNeeds) -> None:
        """Show who needs training now."""
        self.needs.setText(needs.words)
        self.who.setEnabled(bool(needs.ids))
        self.room.announcer.say(needs.words)
