"""What a person does with the rows of a list, by bar, menu, key or command: each is one deed, and one undo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from socdesk.desk.lists.own_views import removing, saving
from socdesk.desk.lists.timeline import Event
from socdesk.errors import UserFacingError
from socdesk.registers.register import State
from socdesk.ui.records.bulk_bar import BulkBar
from socdesk.ui.records.columns_dialog import ColumnsDialog
from socdesk.ui.records.detail_panel import DetailPanel
from socdesk.ui.records.list_head import ListHead
from socdesk.ui.records.list_memory import ListMemory
from socdesk.ui.records.list_out import ListOut, Shown
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.list_work import DeedDone, change_job, deed_job, move_job, void_job
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.records.register_table import RegisterTable
from socdesk.ui.room import Room
from socdesk.ui.widgets.reason_bar import ReasonBar

Entry = tuple[str, Callable[[], object]]


class Rows(Protocol):
    """The list whose rows these are."""

    room: Room
    spec: ListSpec
    model: RegisterModel
    head: ListHead
    table: RegisterTable
    panel: DetailPanel
    bulk: BulkBar
    memory: ListMemory
    reason: ReasonBar

    @property
    def in_bin(self) -> bool:
        """Whether the list shows the bin."""
        ...

    def fail(self, error: Exception) -> None:
        """Say what the world did."""
        ...

    def show_view(self, view: str, record: str = "") -> None:
        """Show a view."""
        ...

    def show_history(self) -> None:
        """Ask for the history of the current record."""
        ...

    def open_current(self) -> None:
        """Open the form of the current record."""
        ...

    def add(self, key: str) -> None:
        """Begin a child of the current record."""
        ...

    def copy_record(self, record: str) -> None:
        """Begin a new record after one that stands."""
        ...

    def look_into(self, event: Event) -> None:
        """Open what an event is about."""
        ...


class ListDeeds(QObject):
    """Belongs to a list, and does what is asked of its rows."""

    def __init__(self, rows: Rows, owner: QWidget) -> None:
        super().__init__(owner)
        self._list, self._owner = rows, owner
        self.out = ListOut(rows.room, rows.spec, owner)
        self.columns: ColumnsDialog | None = None
        self.more: tuple[Entry, ...] = ()
        """What a page adds to the menu of a row."""

    def change(self, texts: dict[str, str]) -> None:
        """Give the selected rows the same values."""
        rows = self._list
        job = change_job(rows.room.desk, rows.spec, rows.table.chosen, texts)
        rows.room.work.write(job, self, self._done, failed=self._refused)

    def move(self) -> None:
        """Move the selected rows to the bin, or bring them back from it."""
        rows = self._list
        if rows.table.chosen:
            state = State.LIVE if rows.in_bin else State.BINNED
            job = move_job(rows.room.desk, rows.spec, rows.table.chosen, state)
            rows.room.work.write(job, self, self._done, failed=self._refused)

    def ask_to_void(self) -> None:
        """Ask why the chosen records were entered in error, and then void them."""
        rows = self._list
        chosen, register = rows.table.chosen, rows.spec.register
        if chosen and not rows.in_bin:
            what = f"{len(chosen):,} {(register.singular if len(chosen) == 1 else register.plural).lower()}"
            words = f"Void {what}? The number stays taken, and the reason stays on the tombstone."
            rows.reason.ask(words, partial(self._void, chosen))

    def _void(self, chosen: tuple[str, ...], why: str) -> None:
        job = void_job(self._list.room.desk, self._list.spec, chosen, why)
        self._list.room.work.write(job, self, self._done, failed=self._refused)

    def finish(self, event: Event) -> None:
        """Do at once what can be done with an event of the timeline, such as marking a milestone as done."""
        rows = self._list
        if event.register in rows.spec.done:
            deed = rows.spec.done[event.register][1]
            job = deed_job(rows.room.desk, "Saving", lambda: deed(rows.room.desk, event.record))
            rows.room.work.write(job, self, self._told, failed=self._refused)

    def _done(self, deed: DeedDone) -> None:
        self._list.reason.hide()
        bulk = self._list.bulk
        bulk.why.clear()
        bulk.tell("")
        self._list.table.setFocus(Qt.FocusReason.OtherFocusReason)  # else Ctrl+Z would undo in the line of the reason
        self._told(deed)

    def _told(self, deed: DeedDone) -> None:
        room = self._list.room
        room.notices.tell(f"{deed.words}.", offer="Undo Ctrl+Z", do=room.shell.undo)

    def _refused(self, error: Exception) -> None:
        rows = self._list
        if isinstance(error, UserFacingError) and rows.reason.isVisible():
            rows.reason.tell(str(error))
            rows.room.announcer.say(str(error))
        elif isinstance(error, UserFacingError) and rows.bulk.isVisible():
            rows.bulk.tell(str(error))
            rows.room.announcer.say(str(error))
        else:
            rows.fail(error)

    def save_view(self, title: str) -> None:
        """Save what the list shows as a view of the person's own."""
        rows = self._list
        page, base, asked = rows.spec.page, rows.head.base, rows.model.asked
        job = deed_job(rows.room.desk, "Saving", lambda: saving(page, title, base, asked))
        rows.room.work.write(job, self, self._view_saved, failed=self._view_refused)

    def _view_saved(self, deed: DeedDone) -> None:
        head = self._list.head
        head.put_strip_away()
        self._told(deed)
        self._list.show_view(f"own:{deed.done.records[0].id}")

    def _view_refused(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self._list.head.strip.tell(str(error))
            self._list.room.announcer.say(str(error))
        else:
            self._list.fail(error)

    def remove_view(self, view: str) -> None:
        """Remove a saved view."""
        rows = self._list
        base = rows.head.base
        job = deed_job(rows.room.desk, "Removing", lambda: removing(rows.room.desk, view))
        rows.room.work.write(job, self, partial(self._view_removed, base), failed=rows.fail)

    def _view_removed(self, base: str, deed: DeedDone) -> None:
        self._told(deed)
        self._list.show_view(base)

    def _shown(self) -> Shown:
        """Return the selected rows where there are several, else all that the list shows."""
        rows = self._list
        chosen = rows.table.chosen
        several = len(chosen) > 1
        about = f"{rows.head.in_words}{', selected rows' if several else ''}"
        return Shown(chosen if several else rows.model.ids, rows.table.shown_columns, about)

    def export(self) -> None:
        """Export what is shown, or the selected rows."""
        self.out.export(self._shown())

    def print_out(self) -> None:
        """Print what is shown, or the selected rows."""
        self.out.print_out(self._shown())

    def choose_columns(self) -> None:
        """Choose which columns are shown, and in which order."""
        rows = self._list
        self.columns = ColumnsDialog(self._owner.window(), rows.room, rows.table, rows.memory.reset)
        self.columns.open()

    def duplicate(self) -> None:
        """Begin a new record after the current one."""
        if self._list.table.current:
            self._list.copy_record(self._list.table.current)

    def row_menu(self) -> QMenu:
        """Return the menu of the selected rows: what the buttons and keys do too."""
        rows = self._list
        adds: list[Entry] = [(words, partial(rows.add, key)) for key, words in rows.spec.adds.items()]
        copies: list[Entry] = [("Duplicate\tCtrl+D", self.duplicate)] if rows.spec.copied else []
        void: list[Entry] = [] if rows.in_bin else [("Void: entered in error", self.ask_to_void)]
        return self._menu(
            ("Edit\tEnter", rows.open_current),
            *adds,
            *self.more,
            ("History\tCtrl+H", rows.show_history),
            *copies,
            ("Copy\tCtrl+C", rows.table.copy),
            ("Select all\tCtrl+A", rows.table.selectAll),
            ("Export\tCtrl+E", self.export),
            ("Print\tCtrl+P", self.print_out),
            (("Bring back" if rows.in_bin else "Move to bin") + "\tDel", self.move),
            *void,
        )

    def show_row_menu(self) -> None:
        """Show the menu of the row under the button of the panel."""
        button = self._list.panel.more
        if button is not None:
            self.row_menu().popup(button.mapToGlobal(QPoint(0, button.height())))

    def event_menu(self, event: Event) -> QMenu:
        """Return the menu of an event of the timeline."""
        rows = self._list
        deed = rows.spec.done.get(event.register)
        at_once: list[Entry] = [(f"{deed[0]}\tSpace", lambda: self.finish(event))] if deed else []
        return self._menu(("Open\tEnter", lambda: rows.look_into(event)), *at_once)

    def show_event_menu(self, event: Event, place: QPoint) -> None:
        """Show the menu of an event of the timeline."""
        self.event_menu(event).popup(place)

    def _menu(self, *entries: Entry) -> QMenu:
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for words, do in entries:
            menu.addAction(words, do)
        return menu
