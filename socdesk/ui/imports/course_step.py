"""Step 2 of an attendance report: which course the meeting was, when, and how long one had to stay."""

from __future__ import annotations

import contextlib
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QLineEdit

from socdesk.clock import london_day
from socdesk.registers.day_entry import DAY_HINT
from socdesk.ui.imports.step import Step
from socdesk.ui.records.editors.day_editors import DayEditor
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.field import Field

_MOST_MINUTES = 1440
_WIDEST = 560


class CourseStep(Step):
    """Asks three questions."""

    def __init__(self, room: Room, least_minutes: int) -> None:
        super().__init__(room, "Course")
        theme = room.theme
        self.course = QComboBox()
        self.course.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.course.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day = DayEditor(room.desk.clock)
        self.minutes = QLineEdit(f"{least_minutes}")
        self.minutes.setValidator(QIntValidator(1, _MOST_MINUTES, self))
        card = Card(theme, "The course that was given")
        self._fields = (
            Field(theme, "Course", self.course),
            Field(theme, "Held on", self.day.widget, hint=DAY_HINT),
            Field(
                theme,
                "Least minutes",
                self.minutes,
                hint="Who stayed for fewer attended only in part, which does not count",
            ),
        )
        for field in self._fields:
            card.column.addWidget(field)
            follow(theme, field, lambda field=field: field.setMaximumWidth(theme.px(_WIDEST)))
        self.column.addWidget(card)
        self.column.addStretch(1)
        self.first = self.course

    def ask(self, courses: tuple[str, ...], title: str) -> None:
        """Ask about another meeting; a course that is called like it is taken."""
        self.course.clear()
        self.course.addItem("Choose", "")
        for course in courses:
            self.course.addItem(course, course)
        self.course.setCurrentIndex(max(self.course.findData(title), 0))
        self.day.show_text("")
        for field in self._fields:
            field.set_error("")

    def given(self) -> tuple[str, date, int] | None:
        """Return the answers, or nothing after saying what is missing."""
        course = str(self.course.currentData() or "")
        held_on = self._held_on()
        wrong = (
            "" if course else "Choose the course that was given.",
            self._wrong_day(held_on),
            "" if self.minutes.hasAcceptableInput() else f"Enter a whole number from 1 to {_MOST_MINUTES:,}.",
        )
        for field, words in zip(self._fields, wrong, strict=True):
            field.set_error(words)
        at = next((n for n, words in enumerate(wrong) if words), None)
        if at is not None or held_on is None:
            number = at or 0
            self.room.announcer.say(wrong[number])
            self._fields[number].focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
            return None
        return course, held_on, int(self.minutes.text())

    def _held_on(self) -> date | None:
        with contextlib.suppress(ValueError):
            return date.fromisoformat(self.day.text())
        return None

    def _wrong_day(self, held_on: date | None) -> str:
        if held_on is None:
            return "Enter the day on which it was held."
        return "That day has not come yet." if held_on > london_day(self.room.desk.clock()) else ""
