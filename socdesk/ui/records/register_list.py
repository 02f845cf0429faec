"""The list of one register: views, search, filters, table, the panel beside it and the bar under it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from socdesk.desk.lists.details import Detail
from socdesk.desk.lists.order_words import order_words
from socdesk.desk.lists.timeline import Event
from socdesk.desk.lists.views import View, counted
from socdesk.errors import UserFacingError
from socdesk.registers.register import State
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.bulk_bar import BulkBar
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.records.list_deeds import ListDeeds
from socdesk.ui.records.list_head import ListHead
from socdesk.ui.records.list_memory import ListMemory
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.list_work import ListFrame, detail_job, frame_job
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.records.register_table import RegisterTable
from socdesk.ui.records.shown_for_a_while import ShownForAWhile, reveal_job
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.reason_bar import ReasonBar
from socdesk.ui.widgets.scrolled import scrolled

_ROWS = "ids:"

_LEAST_PANEL, _MOST_PANEL = 300, 620
_ANY_WIDTH = 16_777_215


class RegisterList(QWidget):
    """``opened`` carries a record's id, ``added`` a child register's key, ``looked_into`` an event of a timeline.

    ``started`` asks for a new record, ``copied`` for one after a record that stands; ``dropped`` carries the path of a
    file; ``history_wanted`` asks for a record's history; ``told`` carries the line of words over the list.
    """

    opened = Signal(str)
    added = Signal(str)
    copied = Signal(str)
    dropped = Signal(str)
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
        self.panel = DetailPanel(room.theme, looks, chips=spec.chips, lead=spec.facts, takes_files=spec.takes_files)
        self.bulk = BulkBar(room.theme, spec.bulk)
        self.memory = ListMemory(room, spec, self.table)
        self.reason = ReasonBar(room.theme, "Why it was entered in error", "Void", self.clear_selection)
        self.deeds = ListDeeds(self, self)
        self._view = ""
        self._record = ""
        self._fresh: date | None = None
        self._is_reckoning = False
        self._age = 0
        self._detailed = 0
        self._told_of: tuple[str, frozenset[str]] | None = None
        self._summary = ""
        self._breadth = Breadth.FULL
        self._panel_wanted = True
        self._hiding = ShownForAWhile(self, self._hide_again)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme, spec = self.room.theme, self.spec
        column = QVBoxLayout(self)
        spaced(column, theme)
        column.addWidget(self.head)
        column.addWidget(self.reason)
        self.reason.installEventFilter(self)
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
        self._middle = QSplitter(Qt.Orientation.Horizontal)
        self._middle.setChildrenCollapsible(False)
        self._middle.addWidget(self._rows)
        self._middle.addWidget(self.panel)
        self._middle.setStretchFactor(0, 1)
        self._middle.splitterMoved.connect(self._panel_sized)
        self._middle.installEventFilter(self)
        column.addWidget(self._middle, 1)
        column.addWidget(self.bulk)
        follow(theme, self.panel, self._fit_panel)
        adding = [button(theme, words, partial(self.added.emit, key)) for key, words in spec.adds.items()]
        edit = button(theme, "Edit", self.open_current, icon="pencil", hint="Edit (Enter or F2)")
        history = button(theme, "History", self.show_history, icon="history", hint="History (Ctrl+H)")
        self.panel.offer(*adding, edit, history)

    def _connect(self) -> None:
        self.head.asked.connect(self._ask)
        self.head.ordered.connect(self._take_order)
        self.head.columns_wanted.connect(self.deeds.choose_columns)
        self.table.columns_wanted.connect(self.deeds.choose_columns)
        self.head.removed.connect(self.deeds.remove_view)
        self.head.strip.named.connect(self.deeds.save_view)
        self.model.begun.connect(partial(self._rows.setCurrentWidget, self.table))
        self.model.listed.connect(self._listed)
        self.model.failed.connect(self.fail)
        self.table.moved.connect(self.detail)
        self.table.opened.connect(self.opened)
        self.table.previewed.connect(self._preview)
        self.table.selected.connect(self._selected)
        self.table.binned.connect(self.deeds.move)
        self.bulk.changed.connect(self.deeds.change)
        self.bulk.binned.connect(self.deeds.move)
        self.bulk.exported.connect(self.deeds.export)
        self.bulk.cleared.connect(self.clear_selection)
        self.panel.closed.connect(self.close_panel)
        self.panel.revealed.connect(self._reveal)
        self.panel.opened.connect(self.looked_into)
        self.panel.dropped.connect(self.dropped)
        self.panel.more_wanted.connect(self.deeds.show_row_menu)
        self.panel.timeline.pressed_space.connect(self.deeds.finish)
        self.panel.timeline.menu_wanted.connect(self.deeds.show_event_menu)

    def show_view(self, view: str, record: str = "") -> None:
        """Show a saved view, or rows by "ids:" and their ids; and one record of it."""
        self._record = record
        if self._is_fresh(view):
            self._come_back()
            return
        self._view = view
        if view.startswith(_ROWS):
            ids = tuple(view.removeprefix(_ROWS).split(","))
            self.head.narrow_to(View(view, "These rows", ids, len(ids)))
        else:
            self.head.narrow_to(None)
            self.head.choose_view(view)
        self.reload()

    def _come_back(self) -> None:
        """Show what stands here. A record that the panel shows already, and as much of it, is not read again."""
        if self._go_to_record():
            self._tell()
            if self._told_of != (self.table.current, self.model.shown):
                self.detail(self.table.current)

    def _is_fresh(self, view: str) -> bool:
        """Whether what is asked for is what stands here, and nothing was done and no day began since it came."""
        shown = self.head.view
        if shown is None or self._fresh != self.room.desk.clock().date():
            return False
        return view == shown.key or (not view and not shown.key.startswith(_ROWS))

    def grow_old(self) -> None:
        """Reckon everything afresh when the list is next gone to."""
        self._age += 1
        self._fresh = None

    def reload(self) -> None:
        """Reckon everything afresh; what is seen stays until it has come."""
        self.grow_old()
        self._is_reckoning = True
        job = frame_job(self.room.desk, self.spec)
        self.room.work.read(job, self, partial(self._framed, self._age), failed=self.fail)

    def _framed(self, age: int, frame: ListFrame) -> None:
        shown = self.head.view
        for name in self.spec.filters:
            self.head.boxes.add(name, self.spec.register.fields[name].label, frame.options[name])
        for name in self.spec.spans:
            self.head.boxes.add_span(name, self.spec.register.fields[name].label)
        self.head.show_views(frame.overview, frame.own, self._view or (shown.key if shown else ""))
        self._view = ""
        for name in self.spec.bulk:
            self.bulk.offer(name, self.spec.register.fields[name].label, frame.options[name])
        self.head.fit(self._breadth)
        self._summary = frame.overview.summary
        self._fresh = frame.day if age == self._age else None
        self._is_reckoning = False
        self._ask()

    def _ask(self) -> None:
        asked = self.head.asking(self.model.asked)
        if self.memory.order:
            asked, self.memory.order = self.memory.ordered(asked), ""
        self.model.ask(asked)

    def _take_order(self, order: str) -> None:
        self.memory.order = order or self.memory.order
        self.table.show_order(order or self.model.asked.order)

    def _listed(self) -> None:
        if not self._go_to_record():
            return
        number = len(self.model.ids)
        narrowed = self.model.asked.is_narrowed
        self._rows.setCurrentWidget(self.table if number else self._unmatched if narrowed else self._empty)
        if narrowed and self.head.view:
            self.room.announcer.say(self._found)
        self._tell()
        self.detail(self.table.current)

    def _go_to_record(self) -> bool:
        """Go to the record that was asked for; tell that another listing comes where it is looked for in all rows.

        While the list is reckoned afresh, what has come is older than the wish, and the wish stands.
        """
        wanted, self._record = self._record, ""
        if not wanted or self.table.choose(wanted) or self.head.view is None:
            return True
        if self._is_reckoning:
            self._record = wanted
            return True
        asked = self.model.asked
        if asked.only is None and not asked.among and not asked.is_narrowed:
            return True
        self._record = wanted
        self.head.narrow_to(None)
        self.head.choose_view("all")
        self.head.clear()
        return False

    @property
    def _found(self) -> str:
        view = self.head.view
        return f"{len(self.model.ids):,} of {counted(view.count, self.spec.register)}" if view else ""

    def _tell(self) -> None:
        """Say what is shown, and in which order."""
        found = f"showing {self._found}" if self.model.asked.is_narrowed and self.head.view else ""
        order = order_words(self.spec.register, self.model.asked.order)
        self.told.emit(", ".join(part for part in (self._summary, found, order) if part))

    def detail(self, record: str) -> None:
        """Show one record in the panel."""
        self._detailed += 1
        self._told_of = record, self.model.shown
        if not record:
            self.panel.show_detail(None)
            return
        job = detail_job(self.room.desk, self.spec, record, self.model.shown)
        self.room.work.read(job, self, partial(self._show_detail, self._detailed), failed=self.fail)

    def _show_detail(self, number: int, detail: Detail | None) -> None:
        if number == self._detailed:
            self.panel.show_detail(detail)

    def add(self, key: str) -> None:
        """Begin a child of the current record."""
        self.added.emit(key)

    def copy_record(self, record: str) -> None:
        """Begin a new record after one that stands."""
        self.copied.emit(record)

    def look_into(self, event: Event) -> None:
        """Open what an event of the timeline is about."""
        self.looked_into.emit(event)

    def open_current(self) -> None:
        """Open the form of the record that the panel shows."""
        if self.table.current:
            self.opened.emit(self.table.current)

    def show_history(self) -> None:
        """Ask for the history of the current record."""
        if self.table.current:
            self.history_wanted.emit(self.table.current)

    def _preview(self, _record: str) -> None:
        self._panel_wanted = self.panel.isHidden()
        self._fit_panel()
        self.room.announcer.say("Details shown" if self._panel_wanted else "Details put away")

    def close_panel(self) -> None:
        """Put the panel away."""
        self._panel_wanted = False
        self._fit_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panel_is_over(self) -> bool:
        """Whether the panel lies over the table and so can be put away by Esc."""
        return self._breadth < Breadth.SLIM and not self.panel.isHidden()

    def _fit_panel(self) -> None:
        beside, px = self._breadth >= Breadth.SLIM, self.room.theme.px
        floats = self.panel.parent() is not self._middle or self._middle.indexOf(self.panel) < 0
        if beside and floats:
            self._middle.addWidget(self.panel)
        elif not beside and not floats:
            self.panel.setParent(self)
        self.panel.setMinimumWidth(px(_LEAST_PANEL) if beside else 0)
        self.panel.setMaximumWidth(px(_MOST_PANEL) if beside else _ANY_WIDTH)
        self.panel.setVisible(self._panel_wanted)
        wanted = px(self.memory.panel) or self.room.theme.size("detail_w")
        if beside:
            self._middle.setSizes([max(self._middle.width() - wanted, 1), wanted])
        else:
            self._float_panel()

    def _float_panel(self) -> None:
        """Lay the panel over the right of the table."""
        over = self._middle.geometry()
        width = min(self.room.theme.size("detail_w"), over.width())
        self.panel.setGeometry(QRect(over.right() + 1 - width, over.top(), width, over.height()))
        self.panel.raise_()

    def _panel_sized(self, _place: int, _number: int) -> None:
        self.memory.panel = round(self.panel.width() * 100 / self.room.theme.zoom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.reason and event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self._fit_views()
        elif event.type() in {QEvent.Type.Resize, QEvent.Type.Move} and self._breadth < Breadth.SLIM:
            self._float_panel()
        return super().eventFilter(watched, event)

    def fit(self, breadth: Breadth) -> None:
        """Put the panel beside the table where there is room, else over it, when Space asks for it."""
        if (breadth >= Breadth.SLIM) != (self._breadth >= Breadth.SLIM):
            self._panel_wanted = breadth >= Breadth.SLIM
        self.memory.fit(breadth)
        self._breadth = breadth
        self.head.fit(breadth)
        self.bulk.fit(breadth)
        self._fit_views()
        self._fit_panel()

    def _selected(self, number: int) -> None:
        self.bulk.show_count(number, in_bin=self.in_bin)
        self._fit_views()
        if number > 1:
            self.room.announcer.say(f"{number:,} selected")

    def _fit_views(self) -> None:
        """Give the room of the views to the bars about the selected rows where there is little of it."""
        self.head.views.setVisible(self._breadth > Breadth.NARROW or (self.bulk.isHidden() and self.reason.isHidden()))

    @property
    def in_bin(self) -> bool:
        """Whether the list shows what is not live: the bin, or what was voided."""
        return self.model.asked.state is not State.LIVE

    def clear_selection(self) -> None:
        """Select the current row alone, and give it the keyboard."""
        self.table.choose(self.table.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def fail(self, error: Exception) -> None:
        """Say what the world did; what is our own fault goes to the window."""
        self._is_reckoning = False
        if isinstance(error, UserFacingError):
            self.room.notices.tell(str(error))
        else:
            self.room.work.failed.emit(error)

    def _reveal(self) -> None:
        record = self.table.current
        job = reveal_job(self.room.desk, self.spec.register, record)
        self.room.work.write(job, self, partial(self._show_in_clear, record), failed=self.fail)

    def _show_in_clear(self, record: str, minutes: int) -> None:
        self.model.show_masked(self.model.shown | {record})
        self._hiding.begin(minutes)
        self.room.announcer.say(f"Shown for {minutes} minute{'s' if minutes > 1 else ''}.")
        self.detail(self.table.current)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_again(self) -> None:
        self.model.show_masked(frozenset())
        self.detail(self.table.current)
        self.room.announcer.say("Hidden again.")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.table.current:
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            self.deeds.row_menu().popup(event.globalPos() if by_mouse else self.table.menu_point())
