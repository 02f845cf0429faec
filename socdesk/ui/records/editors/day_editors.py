"""Editors for days, moments, scopes and occasions: typed as a person types them, shown back in full on leaving."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from socdesk.clock import LONDON, Clock, day_in_text, london_day
from socdesk.registers.day_entry import day_entered, moment_entered
from socdesk.registers.fields import FieldError
from socdesk.ui.records.editors.calendar import CalendarKey
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.records.editors.text_editors import LineEditor
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.labels import label


def day_typed(text: str, clock: Clock) -> str:
    """Return an entered day as fields read it; what is no day stays as it was typed, for the field to refuse."""
    with contextlib.suppress(FieldError):
        day = day_entered(text, london_day(clock()))
        return day.isoformat() if day else ""
    return text


def day_shown(text: str, clock: Clock) -> str:
    """Return an entered day in full, or what was typed where it is none."""
    with contextlib.suppress(ValueError):
        return day_in_text(date.fromisoformat(day_typed(text, clock)))
    return text


def offer_calendar(line: QLineEdit, clock: Clock, take: Callable[[date], object]) -> CalendarKey:
    """Let Alt+Down show a calendar under a line."""

    def day_of(text: str) -> date | None:
        with contextlib.suppress(FieldError):
            return day_entered(text.partition(",")[0], london_day(clock()))
        return None

    return CalendarKey(line, lambda text: day_of(text) or london_day(clock()), take)


class DayEditor(LineEditor):
    """One day."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.calendar = offer_calendar(self.line, clock, self._take)

    def _take(self, day: date) -> None:
        self.line.setText(day_in_text(day))
        self.edited.emit()

    def text(self) -> str:
        return day_typed(self.line.text(), self._clock)

    def show_text(self, typed: str) -> None:
        self.line.setText(day_shown(typed, self._clock))

    def leave(self) -> None:
        self.line.setText(day_shown(self.line.text(), self._clock))


class MomentEditor(LineEditor):
    """A day and a time of London."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self.calendar = offer_calendar(self.line, clock, self._take)

    def _take(self, day: date) -> None:
        """Take a day; the time that stands there stays."""
        before = self.text()
        with contextlib.suppress(ValueError):
            at = datetime.fromisoformat(before).astimezone(LONDON).time()
            self.line.setText(f"{day_in_text(day)}, {at:%H:%M}")
            self.edited.emit()
            return
        self.line.setText(f"{day_in_text(day)}, ")
        self.edited.emit()

    def text(self) -> str:
        with contextlib.suppress(FieldError):
            moment = moment_entered(self.line.text(), self._clock())
            return moment.isoformat() if moment else ""
        return self.line.text()

    def show_text(self, typed: str) -> None:
        if not typed:
            self.line.clear()
            return
        local = datetime.fromisoformat(typed).astimezone(LONDON)
        self.line.setText(f"{day_in_text(local.date())}, {local:%H:%M}")

    def leave(self) -> None:
        with contextlib.suppress(ValueError):
            self.show_text(datetime.fromisoformat(self.text()).astimezone(UTC).isoformat())


class _TwoDays(Editor):
    """Two lines for days, with words before each."""

    def __init__(self, theme: Theme, clock: Clock, first: str, second: str, before: QComboBox | None = None) -> None:
        self._clock = clock
        self.since, self.until = QLineEdit(), QLineEdit()
        self._words = (label(first, "small", buddy=self.since), label(second, "small", buddy=self.until))
        widget = QWidget()
        widget.setProperty("look", "inside")
        row = QHBoxLayout(widget)
        spaced(row, theme, spacing=8)
        if before is not None:
            row.addWidget(before, 2)
        for words, line in zip(self._words, (self.since, self.until), strict=True):
            row.addWidget(words)
            row.addWidget(line, 2)
        super().__init__(widget, before or self.since)
        for line in (self.since, self.until):
            self.watch(line)
            line.textEdited.connect(self._edited)
            offer_calendar(line, clock, partial(self._take, line))

    def _edited(self) -> None:
        self.edited.emit()

    def _take(self, line: QLineEdit, day: date) -> None:
        line.setText(day_in_text(day))
        self.edited.emit()

    def name(self, label: str) -> None:
        for words, line in zip(self._words, (self.since, self.until), strict=True):
            line.setAccessibleName(f"{label}, {words.text()}")

    def leave(self) -> None:
        for line in (self.since, self.until):
            line.setText(day_shown(line.text(), self._clock))

    def draft(self) -> str:
        return json.dumps([self.since.text(), self.until.text()])

    def show_draft(self, typed: str) -> None:
        since, until = json.loads(typed)
        self.since.setText(since)
        self.until.setText(until)

    def _days(self) -> tuple[str, str]:
        return day_typed(self.since.text(), self._clock), day_typed(self.until.text(), self._clock)

    def _show_days(self, since: str, until: str) -> None:
        self.since.setText(day_shown(since.strip(), self._clock))
        self.until.setText(day_shown(until.strip(), self._clock))

    def _part(self, number: int) -> tuple[QLabel, QLineEdit]:
        return self._words[number], (self.since, self.until)[number]


class PeriodEditor(_TwoDays):
    """A scope: from a day, until a day, either left open."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__(theme, clock, "from", "until")

    def text(self) -> str:
        return "; ".join(self._days())

    def show_text(self, typed: str) -> None:
        since, _, until = typed.partition(";")
        self._show_days(since, until)


_KINDS = ("Not known", "On a day", "Between two days", "Ongoing since")
_NOT_KNOWN, _POINT, _RANGE, _ONGOING = range(4)


class OccasionEditor(_TwoDays):
    """When something happened: on a day, between two, since one, or not known."""

    def __init__(self, theme: Theme, clock: Clock) -> None:
        self.kind = QComboBox()
        self.kind.addItems(_KINDS)
        super().__init__(theme, clock, "day", "to", self.kind)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self._kind_changed()

    def _kind_changed(self) -> None:
        kind = self.kind.currentIndex()
        for number, seen in ((0, kind != _NOT_KNOWN), (1, kind == _RANGE)):
            for part in self._part(number):
                part.setVisible(seen)
        self.edited.emit()

    def text(self) -> str:
        since, until = self._days()
        kind = self.kind.currentIndex()
        if kind == _NOT_KNOWN:
            return ""
        if kind == _ONGOING:
            return f"{since}; ongoing"
        return f"{since}; {until}" if kind == _RANGE and until else since or "no day yet"

    def show_text(self, typed: str) -> None:
        since, parted, until = (part.strip() for part in typed.partition(";"))
        kind = _NOT_KNOWN if not typed else _POINT if not parted else _ONGOING if until == "ongoing" else _RANGE
        self.kind.setCurrentIndex(kind)
        self._show_days(since, "" if until == "ongoing" else until)

    def draft(self) -> str:
        return f"{self.kind.currentIndex()}{super().draft()}"

    def show_draft(self, typed: str) -> None:
        self.kind.setCurrentIndex(int(typed[:1]))
        super().show_draft(typed[1:])
