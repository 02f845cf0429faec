"""Asks which paper is wanted: its kind, layout, meeting and the day of its figures."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from socdesk.clock import Clock, day_in_text, london_day
from socdesk.desk.papers.planning import Wish
from socdesk.registers.day_entry import DAY_HINT, day_entered
from socdesk.registers.fields import FieldError
from socdesk.reports.catalogue import PAPERS, PaperKind
from socdesk.reports.layouts import layout
from socdesk.ui.records.editors.day_editors import DayEditor
from socdesk.ui.records.error_summary import ErrorSummary
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.scrolled import scrolled

_WIDEST = 640


class WishForm(QWidget):
    """``wished`` is sent with the ``Wish`` when every question is answered."""

    wished = Signal(object)

    def __init__(self, theme: Theme, clock: Clock) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._clock = clock
        self._layouts = ""
        self.summary = ErrorSummary(theme)
        self._ask()
        self.fields = {
            "kind": Field(theme, "Paper", self.kind),
            "layout": Field(theme, "Layout", self.layout_box),
            "body": Field(theme, "Body", self.body, hint="Whose meeting it is"),
            "meeting": Field(theme, "Meeting (required)", self.meeting.widget, hint=DAY_HINT),
            "as_at": Field(
                theme,
                "Figures as at (required)",
                self.as_at.widget,
                hint="The figures of that day stay the same, also after later edits",
            ),
        }
        self._purpose = label("", "muted", wrap=True)
        self._lay_out(theme)
        self.kind.currentIndexChanged.connect(self._kind_changed)
        self.layout_box.currentIndexChanged.connect(self._layout_changed)
        for name, editor in (("meeting", self.meeting), ("as_at", self.as_at)):
            editor.left.connect(self._checker(name))
        self._kind_changed()

    def _ask(self) -> None:
        self.kind, self.layout_box, self.body = QComboBox(), QComboBox(), QLineEdit()
        for kind in PAPERS:
            self.kind.addItem(kind.name, kind.key)
        self.meeting, self.as_at = DayEditor(self._clock), DayEditor(self._clock)

    def _lay_out(self, theme: Theme) -> None:
        outer = QVBoxLayout(self)
        spaced(outer, theme)
        inside = QWidget()
        inside.setProperty("look", "page")
        row = QHBoxLayout(inside)
        spaced(row, theme, margins=(24, 4, 24, 24))
        holder = QWidget()
        holder.setProperty("look", "inside")
        follow(theme, holder, lambda: holder.setMaximumWidth(theme.px(_WIDEST)))
        row.addWidget(holder, 100)
        row.addStretch(1)
        column = QVBoxLayout(holder)
        spaced(column, theme, spacing=16)
        column.addWidget(self.summary)
        card = Card(theme, "Which paper")
        card.column.addWidget(self.fields["kind"])
        card.column.addWidget(self._purpose)
        for name in ("layout", "body"):
            card.column.addWidget(self.fields[name])
        column.addWidget(card)
        days = Card(theme, "Which days")
        for name in ("meeting", "as_at"):
            days.column.addWidget(self.fields[name])
        column.addWidget(days)
        column.addStretch(1)
        outer.addWidget(scrolled(inside))

    @property
    def _kind(self) -> PaperKind:
        return PAPERS[max(self.kind.currentIndex(), 0)]

    def start(self, layout_key: str) -> None:
        """Ask anew, with the layout of the desk's settings and today's figures."""
        self._layouts = layout_key
        self.summary.tell({}, self._lead_to)
        for field in self.fields.values():
            field.set_error("")
        self.meeting.show_text("")
        self.as_at.show_text(london_day(self._clock()).isoformat())
        self._kind_changed()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kind_changed(self) -> None:
        kind = self._kind
        with QSignalBlocker(self.layout_box):
            self.layout_box.clear()
            for key in kind.layouts:
                self.layout_box.addItem(layout(key).name, key)
            self.layout_box.setCurrentIndex(max(self.layout_box.findData(self._layouts), 0))
        for name in ("layout", "body"):
            self.fields[name].setVisible(bool(kind.layouts))
        self._purpose.setText(kind.purpose)
        self.fields["meeting"].label.setText(f"{kind.occasion} (required)")
        self._layout_changed()

    def _layout_changed(self) -> None:
        key = self.layout_box.currentData()
        self.body.setText(layout(key).body if key else "")

    def _checker(self, name: str) -> Callable[[], None]:
        return lambda: self._check(name)

    def _check(self, name: str) -> None:
        editor = self.meeting if name == "meeting" else self.as_at
        if editor.line.text().strip():
            self.fields[name].set_error(self._problems().get(name, ""))

    def _day(self, name: str) -> date | None:
        editor = self.meeting if name == "meeting" else self.as_at
        return day_entered(editor.line.text(), london_day(self._clock()))

    def _problems(self) -> dict[str, str]:
        found: dict[str, str] = {}
        words = {
            "meeting": f"Enter the day of the {self._kind.occasion.lower()}",
            "as_at": "Enter the day of the figures",
        }
        for name, missing in words.items():
            try:
                if self._day(name) is None:
                    found[name] = missing
            except FieldError as error:
                found[name] = str(error)
        today = london_day(self._clock())
        as_at = None if "as_at" in found else self._day("as_at")
        if as_at and as_at > today:
            found["as_at"] = f"{day_in_text(as_at)} has not come yet. Choose today or an earlier day."
        return found

    def submit(self) -> None:
        """Send the wish, or show what has to be put right first."""
        problems = self._problems()
        self._show(problems)
        meeting, as_at = (None, None) if problems else (self._day("meeting"), self._day("as_at"))
        if meeting is None or as_at is None:
            return
        key = str(self.layout_box.currentData() or "")
        body = self.body.text().strip()
        own_body = body if key and body != layout(key).body else ""
        self.wished.emit(Wish(as_at=as_at, meeting=meeting, composer=self._kind.key, layout=key, body=own_body))

    def refuse(self, words: str) -> None:
        """Say why the paper cannot be made."""
        self.summary.tell({}, self._lead_to, words)

    def _show(self, problems: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        self.summary.tell(problems, self._lead_to)
        if problems:
            self.summary.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead_to(self, name: str) -> None:
        self.fields[name].focus_widget.setFocus(Qt.FocusReason.OtherFocusReason)
