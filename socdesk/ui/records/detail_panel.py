"""The panel beside a list: one record in words, with its timeline, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from socdesk.desk.lists.details import Detail
from socdesk.ui.records.cell_looks import CellLooks
from socdesk.ui.records.editors.file_editor import dropped_file
from socdesk.ui.records.progress_line import ProgressLine
from socdesk.ui.records.timeline_list import TimelineList
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.button_foot import ButtonFoot
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.chip import ChipLabel
from socdesk.ui.widgets.labels import Heading, label, rule
from socdesk.ui.widgets.scrolled import scrolled

_TARGET = 24
"""Words that can be selected are as tall as anything that takes the pointer must be."""

_MORE = "more"
_PLACEHOLDER = "Choose a row to see it here."


class DetailPanel(QFrame):
    """``chips`` names the fields that show as chips under the title; ``lead`` the only facts shown, in this order.

    ``closed`` by its cross or Esc; ``revealed`` when a restricted record is to be shown; ``opened`` carries an event,
    ``dropped`` the path of a file that was dropped on it, where it ``takes_files``; ``more_wanted`` asks for the menu.
    """

    closed = Signal()
    revealed = Signal()
    opened = Signal(object)

    dropped = Signal(str)
    more_wanted = Signal()

    def __init__(
        self, theme: Theme, looks: CellLooks, *, chips: tuple[str, ...], lead: tuple[str, ...], takes_files: str = ""
    ) -> None:
        super().__init__()
        self.setAcceptDrops(bool(takes_files))
        self.setProperty("look", "panel")
        self.setAccessibleName("Details")
        self.detail: Detail | None = None
        self.lead = lead
        self._offered = False
        self._theme, self._looks, self._chips = theme, looks, chips
        column = QVBoxLayout(self)
        spaced(column, theme)
        self._scroll = scrolled()
        column.addWidget(self._scroll, 1)
        self._foot = ButtonFoot(theme, left=20, right=12)
        column.addWidget(self._foot)
        self.timeline = TimelineList(theme, looks)
        self.timeline.opened.connect(self.opened)
        self.show_detail(None)
        follow(theme, self, lambda: self.setMinimumWidth(theme.px(280)))

    def offer(self, *buttons: QWidget) -> None:
        """Put buttons at the foot of the panel."""
        self._offered = True
        for each in buttons:
            self._foot.add(each)

    @property
    def more(self) -> QToolButton | None:
        """The button of its menu, while a record is shown."""
        return self.findChild(QToolButton, _MORE)

    def take_keyboard(self) -> None:
        """Take the keyboard to the first of its controls, from which Tab leads on."""
        self.focusNextChild()

    def show_detail(self, detail: Detail | None) -> None:
        """Show one record, or that none is chosen. The place to which it was scrolled is kept for the same record."""
        same = bool(detail and self.detail and detail.record.id == self.detail.record.id)
        scrolled = self._scroll.verticalScrollBar().value() if same else 0
        self.detail = detail
        self.timeline.setParent(self)
        self.timeline.hide()
        self._foot.setVisible(self._offered and detail is not None and not detail.masked)
        self._scroll.setWidget(self._body(detail) if detail else self._nothing())
        self._scroll.verticalScrollBar().setValue(scrolled)

    def parts(self) -> tuple[QWidget, ...]:
        """Return what stands between facts and timeline: nothing, unless a page has more to show."""
        return ()

    def _nothing(self) -> QWidget:
        words = label(_PLACEHOLDER, "muted", wrap=True)
        words.setContentsMargins(20, 20, 20, 20)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        return words

    def _body(self, detail: Detail) -> QWidget:
        body = QWidget()
        body.setProperty("look", "surface")
        column = QVBoxLayout(body)
        spaced(column, self._theme, margins=(20, 10, 12, 16), spacing=10)
        column.addLayout(self._top(detail))
        title = Heading(detail.title, "subtitle")
        title.setWordWrap(True)
        column.addWidget(title)
        column.addLayout(self._states(detail))
        if detail.masked:
            column.addWidget(label("It is restricted. Showing it is noted in the desk’s log.", "small", wrap=True))
            show = button(self._theme, "Show for a short time", self.revealed.emit, icon="eye")
            column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._facts(detail))
        if detail.progress:
            column.addWidget(ProgressLine(self._theme, detail.progress))
        for part in self.parts():
            column.addWidget(part)
        if detail.events:
            column.addWidget(rule())
            column.addWidget(Heading("Timeline", "key"))
            self.timeline.show_events(detail.events)
            self.timeline.show()
            column.addWidget(self.timeline)
        column.addStretch(1)
        return body

    def _top(self, detail: Detail) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, self._theme)
        row.addWidget(label(detail.record.reference, "muted"))
        row.addStretch(1)
        more = icon_button(self._theme, "ellipsis", "More to do", self.more_wanted.emit, quiet=True)
        more.setObjectName(_MORE)
        row.addWidget(more)
        row.addWidget(icon_button(self._theme, "x", "Close details", self.closed.emit, quiet=True))
        return row

    def _states(self, detail: Detail) -> QHBoxLayout:
        row = QHBoxLayout()
        spaced(row, self._theme, spacing=10)
        for name in self._chips:
            fact = detail.fact(name)
            chip = self._looks.chip(fact.vocabulary, fact.code, fact.words) if fact else None
            if fact and chip:
                row.addWidget(ChipLabel(self._theme, chip, fact.label))
        for note in detail.notes:
            words = f"Due {note.text}" if not note.pressing else note.below
            row.addWidget(label(words, "error" if note.pressing else "small"))
        row.addStretch(1)
        return row

    def _facts(self, detail: Detail) -> QGridLayout:
        grid = QGridLayout()
        spaced(grid, self._theme, spacing=4)
        grid.setColumnStretch(1, 1)
        grid.setVerticalSpacing(1)
        facts = [fact for name in self.lead if (fact := detail.fact(name))]
        for row, fact in enumerate(facts):
            key = label(fact.label, "small", wrap=True)
            key.setAlignment(Qt.AlignmentFlag.AlignTop)
            follow(self._theme, key, lambda key=key: key.setFixedWidth(self._theme.px(104)))
            value = label(fact.words, wrap=True)
            value.setAlignment(Qt.AlignmentFlag.AlignTop)
            follow(self._theme, value, lambda value=value: value.setMinimumHeight(self._theme.px(_TARGET)))
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            value.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it is no control
            grid.addWidget(key, row, 0)
            grid.addWidget(value, row, 1)
        return grid

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.detail is not None and dropped_file(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if path := dropped_file(event):
            event.acceptProposedAction()
            self.dropped.emit(path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
