"""What is done with one person beside the matrix: their panel, and the forms that change them or record training."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from socdesk.desk.deeds import Done
from socdesk.desk.lists.timeline import Event
from socdesk.desk.training.board import Board
from socdesk.desk.training.person import PersonDetail
from socdesk.jobs import Job
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.register import AnyRegister, Record
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.room import Room
from socdesk.ui.training.form_drawer import FormDrawer
from socdesk.ui.training.person_panel import PersonPanel
from socdesk.ui.training.record_training import RecordTraining
from socdesk.ui.training.side import Side
from socdesk.ui.training.training_forms import KINDS, child_form, edit_form, new_person_form
from socdesk.ui.training.training_work import person_job


class PersonSide(QObject):
    """``left`` is sent when the keyboard has to go back to the matrix; ``closed`` when the panel was closed."""

    left = Signal()
    closed = Signal()
    failed = Signal(object)

    def __init__(self, room: Room, looks: CellLooks) -> None:
        super().__init__()
        self.room = room
        self.board: Board | None = None
        self.panel = PersonPanel(room.theme, looks)
        self.place = Side(room.theme, self.panel)
        self._reading = ""
        self.panel.closed.connect(self.close)
        self.panel.recorded.connect(self._record)
        self.panel.edited.connect(self._edit_person)
        self.panel.scoped.connect(self._add_to_person)
        self.panel.opened.connect(self._look_into)

    @property
    def drawer(self) -> FormDrawer | None:
        """The form that stands there, or nothing."""
        return self.place.drawer

    @property
    def person(self) -> str:
        """The id of the person that the panel shows, or nothing."""
        return self.panel.person.detail.record.id if self.panel.person else ""

    def read(self, person: str) -> None:
        """Show a person, or the same one afresh."""
        if self.board is not None and person:
            self._reading = person
            job = person_job(self.room.desk, self.board, person)
            self.room.work.read(job, self, partial(self._show, person), failed=self.failed.emit)

    def _show(self, person: str, found: PersonDetail | None) -> None:
        if person != self._reading:
            return
        opening = self.panel.person is None and found is not None
        self.panel.show_person(found)
        self.place.settle()
        if opening and self.drawer is None:
            self.panel.courses.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Close the panel."""
        self._reading = ""
        self.panel.show_person(None)
        self.place.settle()
        self.left.emit()
        self.closed.emit()

    def add(self, kind: str) -> None:
        """Open the form that adds a person of a kind."""
        self._show_form(new_person_form(self.room, kind), f"Added the {KINDS[kind]}.")

    def record(self, people: tuple[str, ...], course: str) -> None:
        """Open the form that records training for some people."""
        board = self.board
        if board is None or not people:
            self.room.notices.tell("Choose who took the training first: a name, or cells of a course.")
        elif any(board.people[each].in_bin for each in people if each in board.people):
            self.room.notices.tell("Somebody chosen is in the bin. Bring them back first.")
        else:
            self._show_form(RecordTraining(self.room, board, people, course), "")

    def _record(self, course: str) -> None:
        if self.panel.person is not None:
            needed = {each.course for each in self.panel.person.courses}
            self.record((self.person,), course or (needed.pop() if len(needed) == 1 else ""))

    def _edit_person(self) -> None:
        self._edit(LEARNERS, self.person)

    def _edit(self, register: AnyRegister, record: str) -> None:
        desk = self.room.desk
        job: Job[Record | None] = Job("Loading the record", lambda _progress: desk.read.get(register, record))
        self.room.work.read(job, self, partial(self._edit_found, register), failed=self.failed.emit)

    def _edit_found(self, register: AnyRegister, record: Record | None) -> None:
        if record is not None:
            self._show_form(edit_form(self.room, register, record), f"Saved {record.reference}.")

    def _add_to_person(self, key: str) -> None:
        if self.panel.person is not None:
            register = self.room.desk.catalogue.get(key)
            drawer = child_form(self.room, register, self.person, self.panel.person.detail.title)
            self._show_form(drawer, f"Added the {register.singular.lower()}.")

    def _look_into(self, event: Event) -> None:
        register = self.room.desk.catalogue.get(event.register)
        if not register.append_only:
            self._edit(register, event.record)

    def _show_form(self, drawer: FormDrawer, words: str) -> None:
        drawer.form.ready.connect(drawer.form.take_keyboard)
        drawer.form.saved.connect(partial(self._saved, words))
        drawer.form.left.connect(self.drop_form)
        self.place.show_form(drawer)

    def _saved(self, words: str, done: Done) -> None:
        drawer = self.drawer
        said = drawer.done_words(len(done.records)) if isinstance(drawer, RecordTraining) else words
        self.drop_form()
        if done.records:
            self.room.notices.tell(said, offer="Undo Ctrl+Z", do=self.room.shell.undo)
        else:
            self.room.notices.tell("Nothing was changed.")

    def drop_form(self) -> None:
        """Take the form away."""
        self.place.drop_form()
        self.left.emit()
