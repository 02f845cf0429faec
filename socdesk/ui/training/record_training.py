"""The form that records one course for one or many people, and says beforehand who is in date already."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable
from datetime import date
from typing import cast

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.training.board import Board
from socdesk.desk.training.recording import beforehand, people_in_words, record_for, validity_in_words
from socdesk.figures.training import valid_until
from socdesk.registers.declared.training import COMPLETIONS, Completion, Course
from socdesk.registers.register import Record, new_id
from socdesk.ui.records.record_form import RecordForm
from socdesk.ui.room import Room
from socdesk.ui.training.form_drawer import FormDrawer

_ASKED = ("course", "completed", "expires", "result", "mode", "provider", "evidence_awaited", "certificate")
_MOST_NAMED = 3


class RecordTraining(FormDrawer):
    """Asks what was done. The last valid day follows course and day until the person writes another."""

    def __init__(self, room: Room, board: Board, people: tuple[str, ...], course: str) -> None:
        self.people = people
        self._board, self._reckoned = board, ""
        chosen = board.courses.get(course)
        blank = Completion(id=new_id(), course=course, mode=chosen.mode if chosen else "")
        form = RecordForm(room, COMPLETIONS, blank, names=_ASKED)
        form.makes = _maker(room.desk, people)
        self._names = _who(board, people)
        words = f"Record for {people_in_words(len(people))}"
        super().__init__(room, form, "Record training", who=self._names, save=words)
        form.ready.connect(self._listen)

    def done_words(self, recorded: int) -> str:
        """Return what to say once it is saved."""
        left_out = len(self.people) - recorded
        words = f"Recorded training for {people_in_words(recorded)}."
        return f"{words} {left_out:,} had it on that day already." if left_out else words

    def _listen(self) -> None:
        self.form.editors["course"].edited.connect(self._course_chosen)
        self.form.editors["completed"].edited.connect(self._reckon)
        self._tell()

    @property
    def _course(self) -> Course | None:
        return self._board.courses.get(self.form.editors["course"].text())

    def _course_chosen(self) -> None:
        mode = self.form.editors["mode"]
        if self._course is not None and not mode.text():
            mode.show_text(self._course.mode)
        self._reckon()
        self._tell()

    def _reckon(self) -> None:
        """Reckon the last valid day afresh, unless the person wrote one."""
        editor = self.form.editors["expires"]
        if editor.text() not in {"", self._reckoned}:
            return
        until: date | None = None
        with contextlib.suppress(ValueError):
            done = date.fromisoformat(self.form.editors["completed"].text())
            until = valid_until(done, self._course) if self._course else None
        self._reckoned = until.isoformat() if until else ""
        editor.show_text(self._reckoned)

    def _tell(self) -> None:
        """Say how long the course counts, and who has it already."""
        course = self._course
        found = beforehand(self._board, self.people, course.id) if course else None
        self.note.tell(found.words if found else "")
        if found and found.words:
            self.form.room.announcer.say(found.words)
        self.tell_who(f"{self._names}. {validity_in_words(course)}." if course else self._names)


def _maker(desk: Desk, people: tuple[str, ...]) -> Callable[[Record], Deed]:
    def make(record: Record) -> Deed:
        return record_for(desk, people, cast("Completion", record))

    return make


def _who(board: Board, people: Iterable[str]) -> str:
    names = [board.people[each].name for each in people if each in board.people]
    more = len(names) - _MOST_NAMED
    if more <= 0:
        return "; ".join(names)
    return f"{'; '.join(names[:_MOST_NAMED])}; and {more:,} more"
