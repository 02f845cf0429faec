"""The desk as at a past day: any register as it stood at its end. Nothing can be changed, and that is unmistakable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from socdesk.clock import day_in_text
from socdesk.commands.places import Spot
from socdesk.desk.lists.asking import Asked
from socdesk.desk.lists.details import Detail
from socdesk.desk.past_day import as_at_words, past_day_entered, past_detail, registers_to_look_at
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.registers.day_entry import DAY_HINT
from socdesk.registers.register import AnyRegister
from socdesk.registers.text_fields import Text
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.records.editors.day_editors import day_shown
from socdesk.ui.records.past_model import PastModel
from socdesk.ui.records.register_table import REFERENCE, RegisterTable
from socdesk.ui.records.shown_for_a_while import ShownForAWhile, reveal_job
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture
from socdesk.ui.widgets.search_line import SearchLine

_PAUSE_MS = 120
_SHOWN_COLUMNS = 5
_WIDTH, _NARROW = 156, 112


class AsAtPage(Page):
    """Its spots have a day as view, and after it the key of a register: "2025-03-31 actions"."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "As at a past day")
        theme = room.theme
        self.day: date | None = None
        self.model: PastModel | None = None
        self.table: RegisterTable | None = None
        self._detailed = 0
        self._columns: list[str] = []
        self._breadth = Breadth.FULL
        self._looks = load_looks(theme.tokens)
        self.line = QLineEdit()
        self.asked = Field(theme, "Day to look at", self.line, hint=DAY_HINT)
        self._quietly, self._arrived = False, Spot("asat")
        self.line.returnPressed.connect(self._enter)
        self.show_day = button(theme, "Show that day", self._enter)
        self.registers = QComboBox()
        self.registers.setAccessibleName("What to look at")
        self.search = SearchLine(theme, "Search in what stood")
        self.panel = DetailPanel(theme, self._looks, chips=(), lead=())
        self.panel.revealed.connect(self._reveal)
        self._hiding = ShownForAWhile(self, self._hide_again)
        self.panel.closed.connect(self._to_table)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._seek)
        self.search.textChanged.connect(self._pause.start)
        for register in registers_to_look_at(room.desk):
            self.registers.addItem(register.plural, register.key)
        self.registers.currentIndexChanged.connect(self._choose_register)
        self.buttons.addWidget(button(theme, "Back to today", self._back, look="primary", hint="Leave the past day"))
        self._lay_out()

    def _lay_out(self) -> None:
        theme = self.room.theme
        self.band = QFrame()
        self.band.setProperty("look", "past-band")
        row = QHBoxLayout(self.band)
        spaced(row, theme, margins=(24, 8, 24, 8), spacing=8)
        row.addWidget(Picture(theme, "history", "blue"))
        self.words = label("", "label", wrap=True)
        row.addWidget(self.words, 1)
        self._column.insertWidget(0, self.band)
        over = QVBoxLayout()
        spaced(over, theme, margins=(24, 0, 24, 12), spacing=8)
        day = QHBoxLayout()
        spaced(day, theme, spacing=8)
        self.asked.setMaximumWidth(theme.px(420))
        day.addWidget(self.asked, 1)
        day.addWidget(self.show_day, 0, Qt.AlignmentFlag.AlignBottom)
        day.addStretch(1)
        over.addLayout(day)
        self._choosing = QWidget()
        self._choosing.setProperty("look", "inside")
        choosing = QHBoxLayout(self._choosing)
        spaced(choosing, theme, spacing=8)
        spoken = QLabel("What to look at", self._choosing)
        spoken.setBuddy(self.registers)
        spoken.hide()
        follow(theme, self.registers, lambda: self.registers.setFixedWidth(theme.px(220)))
        choosing.addWidget(self.registers)
        choosing.addWidget(self.search, 1)
        over.addWidget(self._choosing)
        self.body.addLayout(over)
        self._middle = QHBoxLayout()
        spaced(self._middle, theme)
        self._middle.addWidget(self.panel)
        self.body.addLayout(self._middle, 1)
        follow(theme, self.panel, self._fit_panel)

    @property
    def window_title(self) -> str:
        return f"As at {day_in_text(self.day)}, read only" if self.day else self.title

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"find": self.search.setFocus, "refresh": self._enter}

    def regions(self) -> tuple[QWidget, ...]:
        return (self.line, self.search, self.table, self.panel.timeline) if self.table else (self.line,)

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self._fit_panel()

    def _fit_panel(self) -> None:
        beside = self._breadth >= Breadth.SLIM
        self.panel.setVisible(beside and self.table is not None)
        self.panel.setMaximumWidth(self.room.theme.size("detail_w") if beside else 16_777_215)
        if self.table is not None:
            narrow = (self._columns[0], _widest(self.register, self._columns))
            self.table.show_columns(narrow if self._breadth is Breadth.NARROW else self._columns)
            self.table.show()

    def _open_panel(self, _record: str) -> None:
        """Show the record in the place of the list where there is no room beside it; its cross leads back."""
        if self.table is not None and self._breadth < Breadth.SLIM:
            self.table.hide()
            self.panel.show()
            self.panel.take_keyboard()

    def arrive(self, spot: Spot) -> None:
        self._quietly, self._arrived = True, spot
        day, _, key = spot.view.partition(" ")
        with QSignalBlocker(self.registers):
            self.registers.setCurrentIndex(max(self.registers.findData(key), 0))
        if day:
            self.line.setText(day_shown(day, self.room.desk.clock))
            self._look_for()
        else:
            self._clear()
            self.line.setFocus()

    def _clear(self) -> None:
        self.day = None
        self.words.setText("Choose a day. Nothing of a past day can be changed.")
        self.heading.setText(self.title)
        self.summary.setText("")
        self._choosing.hide()
        self._take_table_away()

    def _enter(self) -> None:
        """Go to the day that was typed; the way back leads to it."""
        self._quietly = False
        self._look_for()

    def _look_for(self) -> None:
        desk, text = self.room.desk, self.line.text()
        job = Job("Looking for the day", lambda _progress: past_day_entered(desk, text))
        self.room.work.read(job, self, self._go_to, failed=self._refuse)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self.room.work.failed.emit(error)
            return
        self._clear()
        self.asked.set_error(str(error))
        self.room.announcer.say(str(error))
        self.line.setFocus()

    def _go_to(self, day: date) -> None:
        self.asked.set_error("")
        self.day = day
        self.line.setText(day_in_text(day))
        self.words.setText(as_at_words(day))
        self.heading.setText(f"As at {day_in_text(day)}")
        self._choosing.show()
        self.room.announcer.say(as_at_words(day))
        self._show_register()

    @property
    def register(self) -> AnyRegister:
        """The register that is looked at."""
        return self.room.desk.catalogue.get(str(self.registers.currentData()))

    def _choose_register(self) -> None:
        if self.day is not None:
            self._quietly = False
            self._show_register()

    def _show_register(self) -> None:
        if self.day is None:
            return
        self._take_table_away()
        self.summary.setText("Loading")
        self.panel.lead = tuple(self.register.fields)
        model = PastModel(self.room.desk, self.room.work, self.register, self.day)
        table = RegisterTable(self.room.theme, self._looks, model)
        model.setParent(table)
        columns = [column.name for column in model.columns][:_SHOWN_COLUMNS]
        widths = {name: _NARROW if name == REFERENCE else _WIDTH for name in columns}
        table.size_columns(widths, _widest(self.register, columns))
        self._columns = columns
        table.horizontalHeader().setSectionsClickable(False)  # its order is the register's own
        table.setAccessibleName(f"{self.register.plural} as at {day_in_text(self.day)}")
        model.listed.connect(self._listed)
        model.failed.connect(self._refuse)
        table.moved.connect(self._detail)
        table.opened.connect(self._open_panel)
        table.previewed.connect(self._open_panel)
        self._middle.insertWidget(0, table, 1)
        QWidget.setTabOrder(self.search, table)
        self.model, self.table = model, table
        self._fit_panel()
        self.spot_changed.emit(
            self._arrived if self._quietly else Spot("asat", f"{self.day.isoformat()} {self.register.key}")
        )
        model.ask(Asked(text=self.search.text()))
        table.setFocus()

    def _take_table_away(self) -> None:
        if self.table is not None:
            self._middle.removeWidget(self.table)
            self.table.hide()
            self.table.deleteLater()
        self.model = self.table = None
        self.panel.show_detail(None)
        self._fit_panel()

    def _seek(self) -> None:
        if self.model is not None:
            self.model.ask(replace(self.model.asked, text=self.search.text()))

    def _listed(self) -> None:
        if self.model is None or self.table is None:
            return
        number = len(self.model.ids)
        noun = self.register.singular if number == 1 else self.register.plural
        self.summary.setText(f"{number:,} {noun.lower()}")
        self.room.announcer.say(self.summary.text())
        self._detail(self.table.current)

    def _detail(self, record: str) -> None:
        self._detailed += 1
        model = self.model
        if not record or model is None or model.past is None:
            self.panel.show_detail(None)
            return
        desk, past, shown = self.room.desk, model.past, model.shown
        job = Job("Loading the record", lambda _progress: past_detail(desk, past, record, shown))
        self.room.work.read(job, self, partial(self._show_detail, self._detailed))

    def _show_detail(self, number: int, detail: Detail | None) -> None:
        if number == self._detailed:
            self.panel.show_detail(detail)

    def _reveal(self) -> None:
        model, table = self.model, self.table
        if model is None or table is None:
            return
        record = table.current

        def show(minutes: int) -> None:
            model.show_masked(model.shown | {record})
            self._hiding.begin(minutes)
            self._detail(record)

        self.room.work.write(reveal_job(self.room.desk, self.register, record), self, show)

    def _hide_again(self) -> None:
        if self.model is not None and self.table is not None:
            self.model.show_masked(frozenset())
            self._detail(self.table.current)
            self.room.announcer.say("Hidden again.")

    def _to_table(self) -> None:
        self._fit_panel()
        if self.table is not None:
            self.table.setFocus()

    def _back(self) -> None:
        self.room.shell.go(Spot("today"))


def _widest(register: AnyRegister, columns: list[str]) -> str:
    """Return the column that takes what is left: the first that holds text, or the last."""
    return next((name for name in columns if isinstance(register.fields.get(name), Text)), columns[-1])
