"""Ctrl+K: everything that can be done and every record, by a few letters (ux.md 4.14).

The keyboard stays in the field; arrows choose, Enter opens. ``>`` at the beginning looks for commands alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from socdesk.commands.catalogue import COMMANDS
from socdesk.commands.command import Command, Situation
from socdesk.commands.matching import matching
from socdesk.commands.places import PLACES, PLACES_BEHIND, Spot, place_of_register
from socdesk.jobs import Job, Progress
from socdesk.ui.keys_help import keys_in_words
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.drawn_rows import AnyIndex, DrawnRow, RowsDelegate
from socdesk.ui.widgets.labels import label, rule
from socdesk.ui.widgets.over_window import place_over

if TYPE_CHECKING:
    from socdesk.desk.finding import Found

_WAIT_MS = 120
"""After the last key, before records are searched."""

_LEAST_LINES, _MOST_LINES = 3, 10
_CHOICE = Qt.ItemDataRole.UserRole
_REGISTERS = frozenset(key for place in (*PLACES, *PLACES_BEHIND) for key in place.registers)


@dataclass(frozen=True)
class Choice:
    """One line of the palette: its group, its words, what stands at the right, and what it does."""

    group: str
    words: str
    aside: str
    do: Callable[[], object]


class _Lines(RowsDelegate):
    """Draws a line: group at the left, words, key at the right."""

    def draw(self, painter: QPainter, row: DrawnRow, index: AnyIndex) -> None:
        theme, px = self.theme, self.theme.px
        choice: Choice = index.data(_CHOICE)
        frame = QRectF(row.rect).adjusted(px(8), 1, -px(8), -1)
        if row.current or row.hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("selected" if row.current else "hover"))
            painter.drawRoundedRect(frame, px(6), px(6))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("small"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(frame.adjusted(px(10), 0, 0, 0), middle.value, choice.group)
        right = (middle | Qt.AlignmentFlag.AlignRight).value
        painter.drawText(frame.adjusted(0, 0, -px(10), 0), right, choice.aside)
        painter.setFont(theme.font("nav"))
        painter.setPen(theme.colour("text"))
        room = frame.adjusted(px(110), 0, -px(120), 0)
        words = painter.fontMetrics().elidedText(choice.words, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, middle.value, words)


class CommandPalette(QDialog):
    """The palette over the window."""

    def __init__(self, window: QWidget, room: Room, situation: Situation, run: Callable[[Command], None]) -> None:
        super().__init__(window, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("Search or jump to")
        self._window, self._room, self._situation, self._run = window, room, situation, run
        self._commands: list[Choice] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        frame = QFrame()
        frame.setProperty("look", "dialog")
        outer.addWidget(frame)
        column = QVBoxLayout(frame)
        spaced(column, room.theme, margins=(0, 0, 0, 8), spacing=4)
        self.sought = QLineEdit()
        self.sought.setProperty("look", "find")
        self.sought.setPlaceholderText("Search or jump to")
        self.sought.setAccessibleName("Search or jump to")
        self.sought.installEventFilter(self)
        column.addWidget(self.sought)
        column.addWidget(rule())
        self.list = self._choices_list()
        column.addWidget(self.list, 1)
        self._none = label("Nothing found", "small")
        self._none.setIndent(room.theme.px(18))
        column.addWidget(self._none, 1)
        hint = label("Arrows choose, Enter opens, Esc closes. > looks for commands alone", "muted")
        hint.setIndent(room.theme.px(18))
        column.addWidget(hint)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_WAIT_MS)
        self._timer.timeout.connect(self._search)
        self.sought.textChanged.connect(self._typed)
        follow(room.theme, self, self._place)
        self.finished.connect(self.deleteLater)
        self._typed()

    def _choices_list(self) -> QListView:
        view = QListView()
        view.setAccessibleName("Results")
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setModel(QStandardItemModel(view))
        view.clicked.connect(self._clicked)
        _Lines(self._room.theme, view, 38)
        return view

    def _place(self) -> None:
        lines = min(max(self.list.model().rowCount(), _LEAST_LINES), _MOST_LINES)
        place_over(self, self._window, self._room.theme, width=640, height=38 * lines + 100, top=64)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What is offered now."""
        model = self.list.model()
        return tuple(model.index(row, 0).data(_CHOICE) for row in range(model.rowCount()))

    def _typed(self) -> None:
        text = self.sought.text()
        found = matching(COMMANDS, text.removeprefix(">"), self._situation)
        self._commands = [self._of_command(command) for command in found]
        self._show(self._commands)
        self._timer.stop()
        if text.strip() and not text.startswith(">"):
            self._timer.start()

    def _of_command(self, command: Command) -> Choice:
        return Choice(command.group, command.title, keys_in_words(command.shortcut), partial(self._run, command))

    def _search(self) -> None:
        text, desk = self.sought.text(), self._room.desk

        def work(_progress: Progress) -> tuple[Found, ...]:
            from socdesk.desk.finding import find  # noqa: PLC0415  first paint needs none of it

            return find(desk, text, _REGISTERS)

        self._room.work.read(Job("Searching", work), self, partial(self._found, text))

    def _found(self, text: str, found: tuple[Found, ...]) -> None:
        if text != self.sought.text():
            return  # more was typed since
        self._show([*(self._of_record(each) for each in found), *self._commands])

    def _of_record(self, found: Found) -> Choice:
        place = place_of_register(found.register)
        spot = Spot(place.key if place else "", record=found.record)
        return Choice(found.kind, found.title, found.reference, partial(self._room.shell.go, spot))

    def _show(self, choices: list[Choice]) -> None:
        model = QStandardItemModel(self.list)
        for choice in choices:
            item = QStandardItem(choice.words)
            item.setData(choice, _CHOICE)
            item.setAccessibleText(f"{choice.group}: {choice.words}, {choice.aside}".rstrip(", "))
            model.appendRow(item)
        self.list.setModel(model)
        self.list.setCurrentIndex(model.index(0, 0))
        self.list.setVisible(bool(choices))
        self._none.setVisible(not choices)
        self._place()
        first = f", {choices[0].words}" if choices else ""
        many = "1 result" if len(choices) == 1 else f"{len(choices)} results"
        self._room.announcer.say(f"{many}{first}")

    def _clicked(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._choose()

    def _choose(self) -> None:
        choice: Choice | None = self.list.currentIndex().data(_CHOICE)
        if choice is not None:
            self.accept()
            choice.do()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let arrows move in the list while the keyboard stays in the field."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step:
                self._move(step)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._choose()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        count = self.list.model().rowCount()
        if count:
            row = (self.list.currentIndex().row() + step) % count
            self.list.setCurrentIndex(self.list.model().index(row, 0))
            self._room.announcer.say(self.choices[row].words)
