"""The panel of one person: what brings them into scope, their courses, and what happened; and what can be done."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from socdesk.desk.lists.timeline import Event
from socdesk.desk.training.person import ASIDE, AWAY, SCOPE, SCOPE_OF, CourseLine, PersonDetail
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.records.timeline_list import TimelineList
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.training.matrix_delegate import STATUSES
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import Heading, rule

_FACTS = (SCOPE, AWAY, ASIDE, "kind", "title", "staff_number", "note")
_NO_TIME = datetime.min.replace(tzinfo=UTC)


class PersonPanel(DetailPanel):
    """``recorded`` asks to record a course, by its id or for any; ``edited`` to change the person.

    ``scoped`` asks to add a licence, post or term, by its register's key, ``excused`` to add an exemption;
    ``taken`` asks to take a completion away, by its id; ``moved`` to bin the person or to bring them back.
    """

    recorded = Signal(str)
    edited = Signal()
    scoped = Signal(str)
    taken = Signal(str)
    moved = Signal()

    def __init__(self, theme: Theme, looks: CellLooks) -> None:
        super().__init__(theme, looks, chips=(), lead=_FACTS)
        self.person: PersonDetail | None = None
        self.courses = _Courses(theme, CellLooks(looks.chips, looks.chips[STATUSES], looks.tokens))
        self.courses.setParent(self)
        self.courses.hide()
        self._held = theme
        self.setAccessibleName("Person")
        self.courses.activated.connect(self._record)
        self.courses.dropped.connect(self._take)
        self._scope = button(theme, "Add licence", self._add_scope)
        self._bin = button(theme, "Move to bin", self.moved.emit)
        self.offer(
            button(theme, "Record training", lambda: self.recorded.emit(""), look="primary", icon="plus"),
            button(theme, "Edit", self.edited.emit, icon="pencil"),
            self._scope,
            button(theme, "Add absence", lambda: self.scoped.emit("exemptions")),
            self._bin,
        )

    @property
    def _lines(self) -> tuple[CourseLine, ...]:
        return self.person.courses if self.person else ()

    def show_person(self, person: PersonDetail | None) -> None:
        """Show somebody, or nobody."""
        self.person = person
        had_keyboard, at = self.courses.hasFocus(), self.courses.currentIndex().row()
        self.courses.setParent(self)
        self.courses.hide()
        self.courses.show_events(tuple(_event(each) for each in self._lines))
        self.show_detail(person.detail if person else None)
        if person:
            self._scope.setText(SCOPE_OF[person.kind][1])
            self._bin.setText("Bring back" if person.in_bin else "Move to bin")
            self.courses.show()
        if had_keyboard:
            self.courses.setCurrentIndex(self.courses.model().index(max(at, 0), 0))
            self.courses.setFocus(Qt.FocusReason.OtherFocusReason)

    def parts(self) -> tuple[QWidget, ...]:
        if not self._lines:
            return ()
        away = QWidget()
        away.setProperty("look", "inside")
        row = QHBoxLayout(away)
        spaced(row, self._held)
        row.addWidget(button(self._held, "Take chosen training away", self._take, hint="It was never so (Del)"))
        row.addStretch(1)
        shown = (rule(), Heading("Courses", "key"), self.courses)
        return (*shown, away) if any(each.completion for each in self._lines) else shown

    def _record(self, index: QModelIndex) -> None:
        self.recorded.emit(self._lines[index.row()].course)

    def _add_scope(self) -> None:
        if self.person:
            self.scoped.emit(SCOPE_OF[self.person.kind][0])

    def _take(self) -> None:
        row = self.courses.currentIndex().row()
        if 0 <= row < len(self._lines) and self._lines[row].completion:
            self.taken.emit(self._lines[row].completion)


class _Courses(TimelineList):
    """The courses of one person; Enter records one, Delete takes away what stands."""

    dropped = Signal()

    def __init__(self, theme: Theme, looks: CellLooks) -> None:
        super().__init__(theme, looks)
        self.setAccessibleName("Courses")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


def _event(line: CourseLine) -> Event:
    return Event(
        line.title, ". ".join(filter(None, (line.words, line.done))), line.certificate, line.code, "", _NO_TIME
    )
