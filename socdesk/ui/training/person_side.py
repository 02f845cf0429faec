"""What is done with one person beside the matrix: their panel, and the forms that change them or record training."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from socdesk.desk.deeds import Done
from socdesk.desk.drafts import Draft
from socdesk.desk.lists.timeline import Event
from socdesk.desk.training.board import Board
from socdesk.desk.training.person import PersonDetail
from socdesk.jobs import Job, Progress
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.register import AnyRegister, Record
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.list_work import draft_job
from socdesk.ui.records.record_form import RecordForm
from socdesk.ui.room import Room
from socdesk.ui.training.form_drawer import FormDrawer
from socdesk.ui.training.person_panel import PersonPanel
from socdesk.ui.training.record_training import RecordTraining
from socdesk.ui.training.side import Side
from socdesk.ui.training.training_forms import KINDS, child_form, edit_form, new_person_form
from socdesk.ui.training.training_work import person_job

_NOTHING: Mapping[str, str] = {}


class PersonSide(QObject):
    """``left`` is sent when the keyboard has to go back to the matrix; ``closed`` when the panel was closed.

    ``discarded`` carries a draft that was thrown away, ``failed`` what went wrong.
    """

    left = Signal()
    closed = Signal()
    discarded = Signal(object)
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
        self._show_form(partial(new_person_form, self.room, kind), f"Added the {KINDS[kind]}.")

    def record(self, people: tuple[str, ...], course: str) -> None:
        """Open the form that records training for some people."""
        board = self.board
        if board is None or not people:
            self.room.notices.tell("Choose who took the training first: a name, or cells of a course.")
        elif any(board.people[each].in_bin for each in people if each in board.people):
            self.room.notices.tell("Somebody chosen is in the bin. Bring them back first.")
        else:
            self._show_form(partial(RecordTraining, self.room, board, people, course), "")

    def _record(self, course: str) -> None:
        if self.panel.person is not None:
            needed = {each.course for each in self.panel.person.courses}
            self.record((self.person,), course or (needed.pop() if len(needed) == 1 else ""))

    def _edit_person(self) -> None:
        self._edit(LEARNERS, self.person)

    def _edit(self, register: AnyRegister, record: str) -> None:
        desk = self.room.desk

        def work(_progress: Progress) -> tuple[Record | None, Draft | None]:
            return desk.read.get(register, record), desk.drafts.of(record)

        job = Job("Loading the record", work)
        self.room.work.read(job, self, lambda found: self._edit_found(register, *found), failed=self.failed.emit)

    def _edit_found(self, register: AnyRegister, record: Record | None, draft: Draft | None) -> None:
        if record is not None:
            words = f"Saved {record.reference}." if record.version else f"Added the {register.singular.lower()}."
            self._show_form(partial(edit_form, self.room, register, record, draft), words)

    def go_on(self, draft: Draft) -> None:
        """Open the form of a draft."""
        self.room.work.write(draft_job(self.room.desk, draft.record), self, self._take_up, failed=self.failed.emit)

    def _take_up(self, found: tuple[Draft, Record] | None) -> None:
        if found is not None:
            draft, record = found
            self._edit_found(draft.register, record, draft)

    def _add_to_person(self, key: str) -> None:
        if self.panel.person is not None:
            register = self.room.desk.catalogue.get(key)
            made = partial(child_form, self.room, register, self.person, self.panel.person.detail.title)
            self._show_form(made, f"Added the {register.singular.lower()}.")

    def _look_into(self, event: Event) -> None:
        register = self.room.desk.catalogue.get(event.register)
        if not register.append_only:
            self._edit(register, event.record)

    def _show_form(self, make: Callable[[], FormDrawer], words: str, texts: Mapping[str, str] = _NOTHING) -> None:
        """Show a form; ``texts`` is what was typed into it before."""
        drawer = make()
        form = drawer.form
        form.ready.connect(partial(_fill, form, texts))
        form.ready.connect(form.take_keyboard)
        form.saved.connect(partial(self._saved, words))
        form.left.connect(partial(self._left_form, make, words))
        form.discarded.connect(self.discarded)
        self.place.show_form(drawer)

    def _left_form(self, make: Callable[[], FormDrawer], words: str) -> None:
        """Go back to the matrix. Of a form that keeps no draft, offer to go on with what was typed."""
        drawer = self.drawer
        form = drawer.form if drawer else None
        texts = {name: each.draft() for name, each in form.editors.items()} if form else {}
        lost = form is not None and form.makes is not None and form.is_changed
        self.drop_form()
        if lost:
            again = partial(self._show_form, make, words, texts)
            self.room.notices.tell("Nothing was saved.", offer="Go on with it", do=again)

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


def _fill(form: RecordForm, texts: Mapping[str, str]) -> None:
    for name, typed in texts.items():
        if name in form.editors:
            form.editors[name].show_draft(typed)
