"""The list of one register: views, search, filters, table, the panel beside it and the bar under it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from socdesk.desk.lists.details import Detail
from socdesk.desk.lists.views import View, counted
from socdesk.errors import UserFacingError
from socdesk.registers.register import State
from socdesk.ui.page import Breadth
from socdesk.ui.records.bulk_bar import BulkBar
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.records.list_head import ListHead
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.list_work import (
    DeedDone,
    ListFrame,
    change_job,
    detail_job,
    frame_job,
    move_job,
    reveal_job,
    void_job,
)
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.records.register_table import RegisterTable
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.reason_bar import ReasonBar
from socdesk.ui.widgets.scrolled import scrolled

_MINUTE_MS = 60 * 1000


class RegisterList(QWidget):
    """``opened`` carries a record's id, ``added`` a child register's key, ``looked_into`` an event of a timeline.

    ``started`` asks for a new record, ``history_wanted`` for a record's history; ``told`` carries the line of words
    over the list.
    """

    opened = Signal(str)
    added = Signal(str)
    looked_into = Signal(object)
    started = Signal()
    history_wanted = Signal(str)
    told = Signal(str)

    def __init__(self, room: Room, spec: ListSpec) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room, self.spec = room, spec
        looks = load_looks(room.theme.tokens)
        self.model = RegisterModel(room.desk, room.work, spec.register, notes=spec.notes, parent=self)
        self.head = ListHead(room.theme, spec.register.plural.lower())
        self.table = RegisterTable(room.theme, looks, self.model)
        self.panel = DetailPanel(room.theme, looks, chips=spec.chips, lead=spec.facts)
        self.bulk = BulkBar(room.theme, spec.bulk)
        self.reason = ReasonBar(room.theme, "Why it was entered in error", "Void", self._clear_selection)
        self._view = ""
        self._record = ""
        self._detailed = 0
        self._breadth = Breadth.FULL
        self._panel_wanted = True
        self._hiding = QTimer(self)
        self._hiding.setSingleShot(True)
        self._hiding.timeout.connect(partial(self.model.show_masked, frozenset[str]()))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme, spec = self.room.theme, self.spec
        column = QVBoxLayout(self)
        spaced(column, theme)
        column.addWidget(self.head)
        column.addWidget(self.reason)
        middle = QHBoxLayout()
        spaced(middle, theme)
        self.table.size_columns(spec.widths, spec.stretched)
        self.table.show_columns(spec.columns)
        noun = spec.register.plural.lower()
        self._empty = scrolled(
            EmptyState(theme, f"No {noun} here", spec.empty, offer=spec.new_words, do=self.started.emit)
        )
        unmatched = "No row has all that you asked for."
        self._unmatched = scrolled(
            EmptyState(theme, "Nothing matches", unmatched, offer="Clear filters", do=self.head.clear)
        )
        self._rows = QStackedWidget()
        for each in (self.table, self._empty, self._unmatched):
            self._rows.addWidget(each)
        self._rows.setMinimumSize(1, 1)  # else the tallest of the three sets how small the window can be
        middle.addWidget(self._rows, 1)
        middle.addWidget(self.panel)
        column.addLayout(middle, 1)
        column.addWidget(self.bulk)
        follow(theme, self.panel, self._fit_panel)
        adding = [button(theme, words, partial(self.added.emit, key)) for key, words in spec.adds.items()]
        edit = button(theme, "Edit", self._open_current, icon="pencil", hint="Edit (Enter)")
        history = button(theme, "History", self.show_history, icon="history", hint="History (Ctrl+H)")
        void = button(theme, "Void", self.ask_to_void, hint="Void: entered in error")
        self.panel.offer(*adding, edit, history, void)

    def _connect(self) -> None:
        self.head.asked.connect(self._ask)
        self.head.columns_wanted.connect(self._show_columns)
        self.model.listed.connect(self._listed)
        self.model.failed.connect(self._fail)
        self.table.moved.connect(self._detail)
        self.table.opened.connect(self.opened)
        self.table.previewed.connect(self._preview)
        self.table.selected.connect(self._selected)
        self.table.binned.connect(self._move)
        self.bulk.changed.connect(self._change)
        self.bulk.binned.connect(self._move)
        self.bulk.cleared.connect(self._clear_selection)
        self.panel.closed.connect(self._close_panel)
        self.panel.revealed.connect(self._reveal)
        self.panel.opened.connect(self.looked_into)

    def show_view(self, view: str, record: str = "") -> None:
        """Show a saved view, or rows by "ids:" and their ids; and one record of it."""
        self._view, self._record = view, record
        if view.startswith("ids:"):
            ids = tuple(view.removeprefix("ids:").split(","))
            self.head.narrow_to(View(view, "These rows", ids, len(ids)))
        else:
            self.head.narrow_to(None)
            self.head.choose_view(view)
        self.reload()

    def reload(self) -> None:
        """Reckon everything afresh; what is seen stays until it has come."""
        job = frame_job(self.room.desk, self.spec)
        self.room.work.read(job, self, self._framed, failed=self._fail)

    def _framed(self, frame: ListFrame) -> None:
        shown = self.head.view
        self.head.show_views(frame.overview, self._view or (shown.key if shown else ""))
        self._view = ""
        for name in self.spec.filters:
            self.head.add_filter(name, self.spec.register.fields[name].label, frame.options[name])
        for name in self.spec.bulk:
            self.bulk.offer(name, self.spec.register.fields[name].label, frame.options[name])
        self.head.fit(self._breadth)
        self.told.emit(frame.overview.summary)
        self._ask()

    def _ask(self) -> None:
        self.model.ask(self.head.asking(self.model.asked))

    def _listed(self) -> None:
        if self._record and not self.table.choose(self._record) and self.head.view is not None:
            wanted, self._record = self._record, ""
            if self.model.asked.only is not None or self.model.asked.is_narrowed:
                self._record = wanted
                self.head.narrow_to(None)
                self.head.choose_view("all")
                self.head.clear()
                return
        self._record = ""
        number = len(self.model.ids)
        narrowed = self.model.asked.is_narrowed
        self._rows.setCurrentWidget(self.table if number else self._unmatched if narrowed else self._empty)
        view = self.head.view
        if narrowed and view:
            self.room.announcer.say(f"{number:,} of {counted(view.count, self.spec.register)}")
        self._detail(self.table.current)

    def _detail(self, record: str) -> None:
        self._detailed += 1
        if not record:
            self.panel.show_detail(None)
            return
        job = detail_job(self.room.desk, self.spec, record, self.model.shown)
        self.room.work.read(job, self, partial(self._show_detail, self._detailed), failed=self._fail)

    def _show_detail(self, number: int, detail: Detail | None) -> None:
        if number == self._detailed:
            self.panel.show_detail(detail)

    def _open_current(self) -> None:
        if self.panel.detail is not None:
            self.opened.emit(self.panel.detail.record.id)

    def show_history(self) -> None:
        """Ask for the history of the current record."""
        if self.table.current:
            self.history_wanted.emit(self.table.current)

    def _preview(self, _record: str) -> None:
        self._panel_wanted = not self.panel.isVisible()
        self._fit_panel()

    def _close_panel(self) -> None:
        self._panel_wanted = False
        self._fit_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_panel(self) -> None:
        beside = self._breadth >= Breadth.SLIM
        self.panel.setVisible(self._panel_wanted)
        self._rows.setVisible(beside or not self._panel_wanted)
        width = self.room.theme.size("detail_w")
        self.panel.setMaximumWidth(width if beside else 16_777_215)
        self.panel.setMinimumWidth(width if beside else 0)

    def fit(self, breadth: Breadth) -> None:
        """Put the panel beside the table where there is room, else in its place, when Space asks for it."""
        if (breadth >= Breadth.SLIM) != (self._breadth >= Breadth.SLIM):
            self._panel_wanted = breadth >= Breadth.SLIM
        if (breadth is Breadth.NARROW) != (self._breadth is Breadth.NARROW):
            narrow = breadth is Breadth.NARROW and self.spec.narrow
            self.table.show_columns(self.spec.narrow if narrow else self.spec.columns)
        self._breadth = breadth
        self.head.fit(breadth)
        self._fit_panel()

    def _selected(self, number: int) -> None:
        self.bulk.show_count(number, in_bin=self._in_bin)
        if number > 1:
            self.room.announcer.say(f"{number:,} selected")

    @property
    def _in_bin(self) -> bool:
        return self.model.asked.state is not State.LIVE

    def _clear_selection(self) -> None:
        self.table.choose(self.table.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, texts: dict[str, str]) -> None:
        job = change_job(self.room.desk, self.spec, self.table.chosen, texts)
        self.room.work.write(job, self, self._done, failed=self._refused)

    def _move(self) -> None:
        if self.table.chosen:
            state = State.LIVE if self._in_bin else State.BINNED
            job = move_job(self.room.desk, self.spec, self.table.chosen, state)
            self.room.work.write(job, self, self._done, failed=self._refused)

    def ask_to_void(self) -> None:
        """Ask why the chosen records were entered in error, and then void them."""
        chosen = self.table.chosen
        if chosen and self.model.asked.state is State.LIVE:
            noun = self.spec.register.singular.lower() if len(chosen) == 1 else self.spec.register.plural.lower()
            words = f"Void {len(chosen):,} {noun}? The number stays taken, and the reason stays on the tombstone."
            self.reason.ask(words, partial(self._void, chosen))

    def _void(self, chosen: tuple[str, ...], why: str) -> None:
        job = void_job(self.room.desk, self.spec, chosen, why)
        self.room.work.write(job, self, self._done, failed=self._refused)

    def _done(self, deed: DeedDone) -> None:
        self.reason.hide()
        self.bulk.why.clear()
        self.bulk.tell("")
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # else Ctrl+Z would undo in the line of the reason
        self.room.notices.tell(f"{deed.words}.", offer="Undo Ctrl+Z", do=self.room.shell.undo)

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self.room.work.failed.emit(error)
        elif self.reason.isVisible():
            self.reason.tell(str(error))
            self.room.announcer.say(str(error))
        elif self.bulk.isVisible():
            self.bulk.tell(str(error))
            self.room.announcer.say(str(error))
        else:
            self.room.notices.tell(str(error))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.room.notices.tell(str(error))
        else:
            self.room.work.failed.emit(error)

    def _reveal(self) -> None:
        record = self.table.current
        job = reveal_job(self.room.desk, record)
        self.room.work.write(job, self, partial(self._show_in_clear, record), failed=self._fail)

    def _show_in_clear(self, record: str, minutes: int) -> None:
        self.model.show_masked(self.model.shown | {record})
        self._hiding.start(minutes * _MINUTE_MS)
        self.room.announcer.say(f"Shown for {minutes} minute{'s' if minutes > 1 else ''}.")
        self._detail(self.table.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_columns(self) -> None:
        self.table.column_menu().popup(self.head.columns.mapToGlobal(QPoint(0, self.head.columns.height())))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.current:
            self.row_menu().popup(event.globalPos() if event.reason() == _BY_MOUSE else self.table.menu_point())

    def row_menu(self) -> QMenu:
        """Return the menu of the selected rows: what the buttons and keys do too."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        deeds: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Edit\tEnter", self._open_current),
            *((words, partial(self.added.emit, key)) for key, words in self.spec.adds.items()),
            ("History\tCtrl+H", self.show_history),
            ("Copy\tCtrl+C", self.table.copy),
            (("Bring back" if self._in_bin else "Move to bin") + "\tDel", self._move),
        )
        if not self._in_bin:
            deeds = (*deeds, ("Void: entered in error", self.ask_to_void))
        for words, do in deeds:
            menu.addAction(words, do)
        return menu


_BY_MOUSE = QContextMenuEvent.Reason.Mouse
