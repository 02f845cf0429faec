"""Bringing a list in: file, columns, check, import. Nothing is written before the last step, and that is one deed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.imports.attendance import LEAST_MINUTES, CourseGiven
from socdesk.desk.imports.column_questions import NOT_IMPORTED, columns_to_choose, questions_of, with_answer
from socdesk.desk.imports.opened_list import OpenedList
from socdesk.desk.imports.past_imports import PastImport
from socdesk.desk.imports.problems import Settled
from socdesk.desk.imports.reading_files import KINDS
from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import Job
from socdesk.ui.breadth import Breadth
from socdesk.ui.imports.check_step import CheckStep
from socdesk.ui.imports.columns_step import ColumnsStep
from socdesk.ui.imports.course_step import CourseStep
from socdesk.ui.imports.done_step import DoneStep
from socdesk.ui.imports.drop_zone import accept_files, dropped_file
from socdesk.ui.imports.file_step import FileStep
from socdesk.ui.imports.list_jobs import (
    Reading,
    again_job,
    attendance_job,
    check_job,
    import_job,
    needs_job,
    place_job,
    read_job,
    undo_job,
)
from socdesk.ui.imports.step import Step
from socdesk.ui.imports.steps_line import StepsLine
from socdesk.ui.page import Page
from socdesk.ui.room import Room
from socdesk.ui.screens.rows_behind import spot_of_rows
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.job_line import JobLine

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed, Undone
    from socdesk.desk.imports.after_import import TrainingNeeds
    from socdesk.desk.imports.bringing_in import BroughtIn
    from socdesk.desk.imports.preview import Preview

Result = TypeVar("Result")
FILE, MATCH, CHECK, IMPORT = range(4)
_COLUMNS, _COURSE = "Match columns", "Course"


class ImportPage(Page):
    """Its views are the kinds of list: "drivers", "staff", "members", "attendance", or nothing yet."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Import a list")
        self.setAcceptDrops(True)
        self._reading: Reading | None = None
        self._name = ""
        self._given: CourseGiven | None = None
        self._settled = Settled()
        self._seen: Preview | None = None
        self._done: BroughtIn | None = None
        self._needs: TrainingNeeds | None = None
        self._stale = False
        self.line = StepsLine(room.theme, ("File", _COLUMNS, "Check", "Import"))
        self.file = FileStep(room, KINDS)
        self.columns = ColumnsStep(room, NOT_IMPORTED)
        self.course = CourseStep(room, LEAST_MINUTES)
        self.check = CheckStep(room)
        self.end = DoneStep(room)
        self._stack = QStackedWidget()
        for step in (self.file, self.columns, self.course, self.check, self.end):
            self._stack.addWidget(step)
        self._stack.setMinimumSize(1, 1)
        self.job = JobLine(room.theme, room.announcer)
        self.back = button(room.theme, "Back", self.go_back, hint="Back one step (Ctrl+Backspace)")
        self.on = button(room.theme, "Continue", self.go_on, look="primary", hint="Continue (Ctrl+Return)")
        for each in (self.back, self.on, self.file.zone.choose):
            each.setAutoDefault(True)  # so that Enter presses them
        self._foot = self._footer()
        for part, share in ((self.line, 0), (self._stack, 1), (self._foot, 0)):
            self.body.addWidget(part, share)
        self._connect()
        self._show_step(FILE)

    def _footer(self) -> QFrame:
        foot = QFrame()
        foot.setProperty("look", "bulk")
        row = QHBoxLayout(foot)
        spaced(row, self.room.theme, margins=(24, 8, 24, 8), spacing=8)
        row.addWidget(self.job, 1)
        row.addStretch(0)
        row.addWidget(self.back)
        row.addWidget(self.on)
        row.setStretch(1, 1)
        return foot

    def _connect(self) -> None:
        self.file.zone.chosen.connect(self.read)
        self.file.kind_changed.connect(self._read_as)
        self.file.sheet_changed.connect(lambda: self._read_place(None))
        self.file.row_changed.connect(lambda: self._read_place(self.file.chosen_row))
        self.file.past.undo_wanted.connect(self._undo_past)
        self.columns.answered.connect(self._match)
        self.check.settle.corrected.connect(self._correct)
        self.check.settle.meant.connect(self._mean)
        self.check.settle.left_out.connect(self._leave_out)
        self.check.settle.taken_back.connect(self._take_back)
        self.check.settled.connect(self.on.setFocus)
        self.end.undo_wanted.connect(self._undo_done)
        self.end.people_wanted.connect(self._show_people)
        self.end.needs_wanted.connect(self._show_needy)
        self.end.more_wanted.connect(self.start)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"open": self.file.zone.ask, "on": self.go_on, "back": self.go_back, "new": self.start}

    def regions(self) -> tuple[QWidget, ...]:
        step = self._stack.currentWidget()
        first = step.first if isinstance(step, Step) else None
        return (first or self._stack, self.on)

    def fit(self, breadth: Breadth) -> None:
        self.line.setVisible(breadth > Breadth.NARROW)
        for step in (self.file, self.columns, self.course, self.check, self.end):
            step.fit(breadth)

    def arrive(self, spot: Spot) -> None:
        """Go on where one was; an import that is finished, or that has no file yet, begins anew."""
        if self._done is not None:
            self.start()
        if self._reading is None:
            self.file.say_kind(spot.view)
            self.file.past.load()
        self._take_keyboard()

    def desk_changed(self, changed: Changed) -> None:
        """Check again what may have changed, once it is looked at."""
        if self.line.now == CHECK and not self._stale:
            self._stale = True
            self._check_again()
        elif self._reading is None:
            self.file.past.load()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        accept_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if (path := dropped_file(event)) is not None:
            self.read(path)

    def start(self) -> None:
        """Begin with another file."""
        self._reading = self._seen = self._done = self._needs = self._given = None
        self._settled = Settled()
        self.file.tell("")
        self.file.show_nothing()
        self._show_step(FILE)
        self._take_keyboard()

    # Step 1

    def read(self, path: Path) -> None:
        """Read a file that was chosen or dropped."""
        if self._done is not None or self.line.now != FILE:
            self.start()
        self._name = path.name
        self._run(read_job(self.room.desk, path, self.file.chosen_kind), self._show_reading, self._unreadable)

    def _read_as(self) -> None:
        if self._reading is not None:
            job = again_job(self.room.desk, self._reading.file, self.file.chosen_kind)
            self._run(job, self._show_reading, self._unreadable)

    def _read_place(self, row: int | None) -> None:
        if self._reading is not None and isinstance(opened := self._reading.opened, OpenedList):
            job = place_job(self.room.desk, self._reading, opened, self.file.sheet.currentIndex(), row)
            self._run(job, self._show_reading, self._unreadable)

    def _unreadable(self, error: UserFacingError) -> None:
        self.file.tell(error.message, error.advice)
        self.file.take_keyboard()

    def _show_reading(self, reading: Reading) -> None:
        self._reading, opened = reading, reading.opened
        self._settled, self._seen = Settled(), None
        self.file.tell("")
        self.file.show_opened(opened, self._name, reading.kind)
        if isinstance(opened, OpenedList):
            self.file.show_list(opened)
            self.columns.ask(questions_of(opened), columns_to_choose(opened), opened.remembered)
            self._show_match(opened)
            self.line.rename(MATCH, _COLUMNS)
        else:
            self.file.show_attendance()
            self.course.ask(opened.courses, opened.meeting.title)
            self.line.rename(MATCH, _COURSE)
        self._name_buttons()
        self.room.announcer.say(" ".join((self._name, *opened.said, self.file.again.words)))
        if isinstance(opened, OpenedList) and not opened.headings_found:
            self.file.tell_no_headings()
        else:
            self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _may_leave_file(self) -> bool:
        if self._reading is None:
            self.file.tell("Choose a file first.", "Or drop it on this page.", self.file.zone.choose)
            return False
        return self.file.is_settled()

    # Step 2

    def _show_match(self, opened: OpenedList) -> None:
        self.columns.show_answers(questions_of(opened), opened.match.unmatched)

    def _match(self, target: str, at: int) -> None:
        if self._reading is not None and isinstance(opened := self._reading.opened, OpenedList):
            matched = with_answer(opened, target, None if at < 0 else at)
            self._reading = replace(self._reading, opened=matched)
            self._show_match(matched)

    def _may_leave_match(self) -> bool:
        reading = self._reading
        if reading is None:
            return False
        if isinstance(reading.opened, OpenedList):
            return self.columns.is_settled(reading.opened.match.missing_required, questions_of(reading.opened))
        given = self.course.given()
        self._given = CourseGiven(title=given[0], held_on=given[1], least_minutes=given[2]) if given else None
        return given is not None

    # Step 3

    def _check_again(self) -> None:
        reading, desk = self._reading, self.room.desk
        if reading is None:
            return
        if isinstance(reading.opened, OpenedList):
            job = check_job(desk, reading.opened, self._settled)
        elif self._given is not None:
            job = attendance_job(desk, reading.opened, self._given, self._settled)
        else:
            return
        self._run(job, self._show_check, self._uncheckable)

    def _show_check(self, seen: Preview) -> None:
        fresh, before, self._seen, self._stale = self.line.now != CHECK, self._seen, seen, False
        self.check.tell("")
        self.check.show_preview(seen)
        if fresh:
            self._show_step(CHECK)
            self.check.begin()
            self._take_keyboard()
        self._name_buttons()
        if fresh or before is None or before.headline != seen.headline:
            self.room.announcer.say(seen.headline)

    def _uncheckable(self, error: UserFacingError) -> None:
        self._stale = False
        step = self.check if self.line.now == CHECK else self.columns
        step.tell(error.message, error.advice)

    def _settle(self, settled: Settled) -> None:
        self._settled = settled
        self._check_again()

    def _correct(self, text: str) -> None:
        problem = self.check.current
        if problem is not None and problem.at is not None:
            self._settle(self._settled.with_cell(problem.row, problem.at, text))

    def _mean(self, token: str) -> None:
        if (problem := self.check.current) is not None:
            self._settle(self._settled.with_person(problem.row, token))

    def _leave_out(self) -> None:
        if (problem := self.check.current) is not None:
            self._settle(self._settled.without(problem.row))

    def _take_back(self) -> None:
        if (problem := self.check.current) is not None:
            self._settle(self._settled.back(problem.row))

    # Step 4

    def _import(self) -> None:
        seen = self._seen
        if seen is None:
            return
        if not seen.rows:
            self.check.tell("There is no row to import yet.", "Settle the rows below, or go back for another file.")
            return
        self._show_step(IMPORT)
        self.end.begin()
        job = import_job(self.room.desk, seen)
        self.job.follow(
            job.title,
            self.room.work.write(job, self, self._imported, failed=self._not_imported, watched=self.job.watch),
        )
        self._busy(busy=True)
        self.job.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _imported(self, done: BroughtIn) -> None:
        self._end_job()
        seen = self._seen
        if seen is None:
            return
        self._done = done
        self.end.show_done(done, seen)
        self._name_buttons()
        self.room.announcer.say(self.end.headline.text())
        self.room.work.read(needs_job(self.room.desk, seen.kind), self, self._show_needs)
        self.end.take_keyboard()

    def _not_imported(self, error: Exception) -> None:
        self._end_job()
        self._show_step(CHECK)
        if isinstance(error, CancelledError):
            self.check.tell("The import was cancelled. Nothing was kept.", "Continue to import, or go back.")
        elif isinstance(error, UserFacingError):
            self.check.tell(error.message, error.advice)
            self._check_again()
        else:
            self.room.work.failed.emit(error)
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_needs(self, needs: TrainingNeeds) -> None:
        self._needs = needs
        self.end.show_needs(needs)

    def _undo_done(self) -> None:
        if self._done is not None:
            self._undo(self._done.deed)
            self.start()

    def _undo_past(self, past: PastImport) -> None:
        self._undo(past.deed)

    def _undo(self, deed: int) -> None:
        self._run(undo_job(self.room.desk, deed), self._undone, self._unreadable, write=True)

    def _undone(self, undone: Undone) -> None:
        words = f"{undone.plan.words}."
        if undone.kept:
            words += f" {len(undone.kept)} left alone, because it was changed again since."
        self.room.notices.tell(words, offer="Redo Ctrl+Y", do=self.room.shell.redo)
        self.file.past.load()

    def _show_people(self) -> None:
        if self._seen is not None:
            rows = tuple(("learners", person) for person in self._seen.people.ids)
            self.room.shell.go(spot_of_rows(rows, "people of this list"))

    def _show_needy(self) -> None:
        if self._needs is not None:
            rows = tuple(("learners", person) for person in self._needs.ids)
            self.room.shell.go(spot_of_rows(rows, "people who need training"))

    # From step to step

    def go_on(self) -> None:
        """Go to the next step, if this one is settled."""
        if not self.on.isEnabled() or not self.on.isVisible():
            return
        if self.line.now == FILE and self._may_leave_file():
            self._show_step(MATCH)
            self._take_keyboard()
        elif self.line.now == MATCH and self._may_leave_match():
            self._check_again()
        elif self.line.now == CHECK:
            self._import()

    def go_back(self) -> None:
        """Go back a step; what was answered stays."""
        if self.back.isEnabled() and self.back.isVisible():
            self._show_step(self.line.now - 1)
            self._take_keyboard()

    def _show_step(self, now: int) -> None:
        is_list = self._reading is None or isinstance(self._reading.opened, OpenedList)
        step = (self.file, self.columns if is_list else self.course, self.check, self.end)[now]
        self.line.show_step(now)
        self._stack.setCurrentWidget(step)
        self.summary.setText(self.line.words)
        self._name_buttons()
        self.room.announcer.say(self.line.words)

    def _name_buttons(self) -> None:
        now = self.line.now
        self.back.setVisible(now in {MATCH, CHECK})
        self.on.setVisible(now != IMPORT)
        self._foot.setVisible(self._done is None or now != IMPORT)
        rows = self._seen.rows if self._seen else 0
        counted = "1 row" if rows == 1 else f"{rows:,} rows"
        self.on.setText(f"Import {counted}" if now == CHECK else "Continue")

    def _take_keyboard(self) -> None:
        step = self._stack.currentWidget()
        if self.isVisible() and isinstance(step, Step):
            step.take_keyboard()

    # Jobs

    def _run(
        self,
        job: Job[Result],
        then: Callable[[Result], object],
        failed: Callable[[UserFacingError], object],
        *,
        write: bool = False,
    ) -> None:
        def done(result: Result) -> None:
            self._end_job()
            then(result)

        def fail(error: Exception) -> None:
            self._end_job()
            if isinstance(error, UserFacingError):
                failed(error)
            elif not isinstance(error, CancelledError):
                self.room.work.failed.emit(error)

        run = self.room.work.write if write else self.room.work.read
        self.job.follow(job.title, run(job, self, done, failed=fail, watched=self.job.watch))
        self._busy(busy=True)

    def _end_job(self) -> None:
        self.job.end()
        self._busy(busy=False)

    def _busy(self, *, busy: bool) -> None:
        self.on.setEnabled(not busy)
        self.back.setEnabled(not busy)
