"""One person who can open this desk: added, given another name or other days, or removed."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from socdesk.clock import london_day
from socdesk.desk.people import Leave, Passphrases, Person, Standing, add_person, change_person, remove_person
from socdesk.errors import InvalidRecordError
from socdesk.jobs import Job
from socdesk.registers.day_entry import DAY_HINT, day_entered
from socdesk.registers.fields import FieldError
from socdesk.registers.values import Span
from socdesk.ui.records.editors.day_editors import DayEditor
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.known_names import tell_names
from socdesk.ui.screens.settings.own_passphrase import OwnPassphraseScreen
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.new_passphrase import NewPassphrase

_NEW = "Add a person"


class PersonScreen(OwnPassphraseScreen):
    """``done`` is sent with what was done. Without a person it asks for another one, and for their passphrase."""

    done = Signal(str)

    def __init__(self, room: Room, person: Person | None) -> None:
        words = (
            "They choose a passphrase and type it here themselves. A deputy’s leave ends by itself after the last day."
            if person is None
            else "What they did before keeps the name that it was done under. Days count in the United Kingdom."
        )
        super().__init__(room, _NEW if person is None else "Change name or days", words)
        self._person = person
        theme, clock = room.theme, room.desk.clock
        self.name = Field(theme, "Name", QLineEdit(person.name if person else ""), hint="As the log shall have it")
        self.days = (DayEditor(clock), DayEditor(clock))
        self.since = Field(theme, "First day", self.days[0].widget, hint=f"Leave empty for at once. {DAY_HINT}")
        self.until = Field(theme, "Last day", self.days[1].widget, hint="Leave empty for good")
        self._asks = person is None or person.standing is Standing.NO_SLOT
        self.fresh = NewPassphrase(theme) if self._asks else None
        if person is not None:
            for editor, day in zip(self.days, (person.access.since, person.access.until), strict=True):
                editor.show_text(day.isoformat() if day else "")
        for part in (self.name, self.since, self.until, self.fresh, self.own):
            if part is not None:
                self.column.addWidget(part)
        self.first = self.name.focus_widget
        if self.fresh is not None:
            tell_names(room, self.fresh)
        self.own.submitted.connect(self._save)
        go = _NEW if person is None else "Save the change"
        self.buttons(button(theme, go, self._save, look="primary"), button(theme, "Cancel", self.back.emit))

    def _save(self) -> None:
        leave = self._leave()
        if leave is None or (self.fresh is not None and self._is_wrong(self.fresh)) or not self.has_own():
            return
        desk, own, person = self.room.desk, self.own.text, self._person
        if person is None or self.fresh is not None:
            both, known = Passphrases(own, self.fresh.text if self.fresh else ""), person.id if person else ""
            job = Job("Adding the person", lambda _progress: add_person(desk, both, leave, person=known))
        else:
            job = Job("Saving the change", lambda _progress: change_person(desk, own, person.id, leave))
        self.tell_busy(job.title)
        words = f"{leave.name} can open this desk." if self._asks else "Saved the change."
        self.room.work.write(job, self, lambda _none: self.done.emit(words), failed=self.refused)

    def _is_wrong(self, fresh: NewPassphrase) -> bool:
        if wrong := fresh.check():
            self.say(wrong)
        return bool(wrong)

    def _leave(self) -> Leave | None:
        """Return what was answered, or show what is wrong with it."""
        line = self.name.editor
        name = line.text().strip() if isinstance(line, QLineEdit) else ""
        self.name.set_error("" if name else "Enter the person’s name")
        since, until = self._day(self.since, self.days[0]), self._day(self.until, self.days[1])
        span = Span(since, until)
        if span.problem:
            self.until.set_error("The last day is before the first")
        wrong = next((each for each in (self.name, self.since, self.until) if each.error), None)
        if wrong is None:
            return Leave(name, span)
        self.say(wrong.error)
        wrong.focus_widget.setFocus()
        return None

    def _day(self, field: Field, editor: DayEditor) -> date | None:
        field.set_error("")
        try:
            return day_entered(editor.text(), london_day(self.room.desk.clock()))
        except FieldError as error:
            field.set_error(str(error))
            return None

    def show_problems(self, error: InvalidRecordError) -> None:
        """Show a name that is taken at the name."""
        if words := error.problems.get("name"):
            self.name.set_error(words)
            self.say(words)
            self.name.focus_widget.setFocus()
        else:
            self.fail(error)


class RemovePersonScreen(OwnPassphraseScreen):
    """``done`` is sent once the person is removed."""

    done = Signal(str)

    def __init__(self, room: Room, person: Person) -> None:
        words = (
            "Their passphrase then opens this desk no longer. What they did keeps their name. Backups and other copies "
            "made before still open with it."
        )
        super().__init__(room, f"Remove {person.name}", words)
        self._person = person
        self.column.addWidget(self.own)
        self.first = self.own.focus_widget
        self.own.submitted.connect(self._remove)
        self.buttons(
            button(room.theme, "Remove this person", self._remove, look="primary"),
            button(room.theme, "Cancel", self.back.emit),
        )

    def _remove(self) -> None:
        if not self.has_own():
            return
        desk, own, person = self.room.desk, self.own.text, self._person
        self.tell_busy("Removing the person")
        job = Job("Removing the person", lambda _progress: remove_person(desk, own, person.id))
        words = f"{person.name} can open this desk no longer."
        self.room.work.write(job, self, lambda _none: self.done.emit(words), failed=self.refused)
