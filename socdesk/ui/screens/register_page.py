"""A page for any register: its list, and in its place the form of one record. Back leads from form to list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.deeds import Done
from socdesk.desk.drafts import Draft
from socdesk.desk.lists.timeline import Event
from socdesk.jobs import Job, Progress
from socdesk.registers.register import AnyRegister, Record, new_id
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.records.drafts_bar import DraftsBar
from socdesk.ui.records.form_extra import FormExtra
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.list_work import draft_job
from socdesk.ui.records.pane import Pane
from socdesk.ui.records.record_form import RecordForm
from socdesk.ui.records.register_list import RegisterList
from socdesk.ui.records.shown_for_a_while import reveal_job
from socdesk.ui.records.timeline_aside import TimelineAside
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

NEW, EDIT, QUICK, COPY, DRAFT = "new", "edit", "quick", "copy", "draft"
_CHILD = "child:"
_LONGEST = 60
_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut
"""Views of a spot that are forms: a new record, one that stands, the short way, a draft, and what belongs to one."""


class RegisterPage(Page):
    """Shows a ``ListSpec``. Its spots have a saved view, "ids:…", "new", "quick", "edit", or "child:" and a key."""

    def __init__(self, room: Room, spec: ListSpec) -> None:
        super().__init__(room, spec.title)
        self.spec = spec
        self.form: RecordForm | None = None
        self.pane: Pane | None = None
        self._after: Spot | None = None
        self._details_next = False
        self._spot = Spot(spec.page)
        self._dropped = ""
        self._breadth = Breadth.FULL
        self._summary = "Loading"
        self.export = button(room.theme, "Export", self._export, icon="download", hint="Export (Ctrl+E)")
        self.new = button(room.theme, spec.new_words, self.start, look="primary", icon="plus", hint="New (Ctrl+N)")
        self.discard = button(
            room.theme, "Discard changes", self._discard, icon="octagon-x", hint="Throw away what was typed"
        )
        stays = "Back to the list (Esc): what was typed stays a draft"
        self.cancel = button(room.theme, "Close", self._cancel, icon="x", hint=stays)
        self.save = button(room.theme, "Save and close", self._save, look="primary", icon="check", hint="Save (Ctrl+S)")
        self.further = button(
            room.theme, "Save and add details", self._save_further, icon="pencil", hint="Ctrl+Shift+S"
        )
        QShortcut(QKeySequence("Ctrl+Shift+S"), self, self._save_further, context=_WITHIN)
        self.list_buttons: list[QWidget] = [*self.own_buttons(), self.export, self.new]
        for each in (*self.list_buttons, self.discard, self.cancel, self.further, self.save):
            self.buttons.addWidget(each)
        self.list = RegisterList(room, spec)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.setMinimumSize(1, 1)
        self.aside = TimelineAside(room, spec, self._add_to, self._history_of_form)
        self.aside.timeline.opened.connect(self._look_into)
        row = QHBoxLayout()
        spaced(row, room.theme)
        row.addWidget(self._stack, 1)
        row.addWidget(self.aside)
        self.drafts = DraftsBar(room, (spec.register.key, *(child.key for child in self._children())))
        self.drafts.continued.connect(self._continue)
        self.body.addWidget(self.drafts)
        self.body.addLayout(row)
        self.list.opened.connect(self.edit)
        self.list.added.connect(self._add_child)
        self.list.looked_into.connect(self._look_into)
        self.list.started.connect(self.start)
        self.list.copied.connect(self._copy)
        self.list.dropped.connect(self._take_file)
        self.list.history_wanted.connect(self._show_history)
        self.list.told.connect(self._tell)
        self._dress(self.form)

    def own_buttons(self) -> tuple[QWidget, ...]:
        """Make the buttons that this list alone has; they stand, and come by Tab, before those of every list."""
        return ()

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.pane is not None:
            return self.pane.offers
        if self.form is not None:
            return self._offers_of_form(self.form)
        rows, deeds = self.list, self.list.deeds
        found: dict[str, Callable[[], object]] = {
            "new": self.start,
            "find": self._find,
            "refresh": rows.reload,
            "edit": rows.open_current,
            "bin": deeds.move,
            "select": rows.table.selectAll,
            "export": deeds.export,
            "print": deeds.print_out,
            "columns": deeds.choose_columns,
        }
        if self.spec.copied:
            found["duplicate"] = deeds.duplicate
        if rows.head.keep.isVisible():
            found["save_view"] = rows.head.strip.ask
        if rows.table.current:
            found |= {"history": rows.show_history, "void": deeds.ask_to_void}
        return found

    def _offers_of_form(self, form: RecordForm) -> Mapping[str, Callable[[], object]]:
        found: dict[str, Callable[[], object]] = {"discard": self._discard} if form.is_changed else {}
        return found | ({"history": self._history_of_form} if form.record.version else {})

    def _history_of_form(self) -> None:
        if self.form is not None:
            self.room.shell.go(Spot("history", self.form.register.key, self.form.record.id))

    def _show_history(self, record: str) -> None:
        self.room.shell.go(Spot("history", self.spec.register.key, record))

    def regions(self) -> tuple[QWidget, ...]:
        for each in (self.form, self.pane):
            if each is not None:
                return (each,)
        panel = (self.list.panel.timeline,) if self.list.panel.isVisible() else ()
        return (self.list.head.search, self.list.table, *panel)

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self.list.fit(breadth)
        self._fit_buttons()
        self._show_aside()
        for each in (self.form, self.pane):
            if each is not None:
                each.fit(breadth)

    def fold(self, breadth: Breadth) -> None:
        super().fold(breadth)
        self.cancel.fold(folded=breadth < Breadth.FULL)
        self.discard.fold(folded=breadth < Breadth.FULL or self._spot.view == QUICK)

    def remember(self) -> None:
        self.list.memory.keep()

    def _fit_buttons(self) -> None:
        """Say how the draft stands where there is room for it."""
        self._tell_draft(self.beside.text())

    def desk_changed(self, changed: Changed) -> None:
        self.list.grow_old()
        ours = {self.spec.register.key, *(child.key for child in self._children())}
        if ours & changed.ids.keys():
            self.list.reload()
            self._show_aside()

    def _children(self) -> tuple[AnyRegister, ...]:
        return self.room.desk.catalogue.children(self.spec.register.key)

    def arrive(self, spot: Spot) -> None:
        """Show a view, a record or a form; what was typed into the form that stood is kept as a draft."""
        if (self.form or self.pane) and spot == self._spot:
            return
        if self.form is not None:
            self.form.leave(lambda: self._show(spot))
        else:
            self._show(spot)

    def keep_typed(self) -> None:
        for each in (self.form, self.pane):
            if each is not None:
                each.keep_typed()

    def spot_to_return_to(self, spot: Spot) -> Spot:
        form = self.form
        return Spot(self.spec.page, DRAFT, form.record.id) if form is not None and form.draft() is not None else spot

    def start(self) -> None:
        """Begin a new record, the short way where there is one."""
        self._go(Spot(self.spec.page, QUICK if self.spec.quick else NEW))

    def edit(self, record: str) -> None:
        """Open a record's form."""
        self._go(Spot(self.spec.page, EDIT, record))

    def _go(self, spot: Spot) -> None:
        self.arrive(spot)
        self.spot_changed.emit(spot)

    def _export(self) -> None:
        self.list.deeds.export()

    def _copy(self, record: str) -> None:
        self._go(Spot(self.spec.page, COPY, record))

    def _take_file(self, path: str) -> None:
        """Begin the child that keeps files, with this one."""
        if self.list.panel.detail is not None:
            self._dropped = path
            self._add_to(self.spec.takes_files, self.list.panel.detail.record.id)

    def _find(self) -> None:
        self.list.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.head.search.selectAll()

    def _show(self, spot: Spot) -> None:
        self._spot = spot
        if (pane := self.pane_for(spot)) is not None:
            self._show_pane(pane)
        elif spot.view in {NEW, QUICK}:
            self._open_new(spot)
        elif spot.view == COPY:
            self._open_copy(spot.record)
        elif spot.view == DRAFT:
            self._open_draft(spot.record)
        elif spot.view == EDIT:
            self._open(self.spec.register, spot.record)
        elif spot.view.startswith(_CHILD):
            key, _, parent = spot.view.removeprefix(_CHILD).partition(":")
            self._open_child(self.room.desk.catalogue.get(key), spot.record, parent)
        else:
            self.show_list(spot)

    def pane_for(self, spot: Spot) -> Pane | None:
        """Return what stands in the place of the list at a spot, besides forms."""
        del spot
        return None

    def _show_pane(self, pane: Pane) -> None:
        self._drop_form()
        self.pane = pane
        pane.told.connect(self._pane_told)
        pane.left.connect(self._leave_for)
        pane.done.connect(self._pane_done)
        pane.fit(self._breadth)
        self._stack.addWidget(pane)
        self._stack.setCurrentWidget(pane)
        self._dress(None)
        pane.start()

    def _pane_told(self, heading: str, summary: str) -> None:
        self.heading.setText(heading)
        self.summary.setText(summary)

    def _pane_done(self, words: str, record: str) -> None:
        self.room.notices.tell(words, offer="Undo Ctrl+Z", do=self.room.shell.undo)
        self._leave_for(record)

    def extra_for(self, record: Record) -> FormExtra | None:
        """Return what the form of a record asks besides."""
        del record
        return None

    def show_list(self, spot: Spot) -> None:
        """Show the list, with its scroll and selection as they were."""
        self._drop_form()
        self.drafts.reload()
        self.list.show_view(spot.view, spot.record)
        self.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_new(self, spot: Spot) -> None:
        quick = spot.view == QUICK
        desk, spec = self.room.desk, self.spec
        job = Job("Making a form", lambda _progress: spec.new(desk))
        names = spec.quick if quick else ()
        self.room.work.read(job, self, lambda record: self._show_form(spec.register, record, names=names))

    def _open_copy(self, record: str) -> None:
        desk, spec = self.room.desk, self.spec
        copied = spec.copied

        def work(_progress: Progress) -> Record | None:
            found = desk.read.get(spec.register, record)
            return copied(desk, found) if copied and found else None

        job = Job("Making a form", work)
        self.room.work.read(job, self, lambda found: self._opened(spec.register, found, None))

    def _open(self, register: AnyRegister, record: str) -> None:
        desk = self.room.desk

        def work(_progress: Progress) -> tuple[Record | None, Draft | None]:
            return desk.read.get(register, record), desk.drafts.of(record)

        self.room.work.read(Job("Loading the record", work), self, lambda found: self._opened(register, *found))

    def _opened(self, register: AnyRegister, record: Record | None, draft: Draft | None) -> None:
        if record is None:
            self.room.notices.tell("That record is not on this desk any more.")
            self._show(Spot(self.spec.page))
        elif record.restricted and record.id not in self.list.model.shown:
            job = reveal_job(self.room.desk, register, record.id)
            self.room.work.write(job, self, lambda _none: self._show_form(register, record, draft=draft))
        else:
            self._show_form(register, record, draft=draft)

    def _continue(self, draft: Draft) -> None:
        self._go(Spot(self.spec.page, DRAFT, draft.record))

    def _open_draft(self, record: str) -> None:
        """Open the form of a draft. It is asked for after whatever is being kept just now; a source is noted."""
        self.room.work.write(draft_job(self.room.desk, record), self, self._take_up)

    def _take_up(self, found: tuple[Draft, Record] | None) -> None:
        if found is None:
            self._show(Spot(self.spec.page))
            return
        draft, record = found
        names = self.spec.quick if draft.way == QUICK else ()
        if record.version:
            self._opened(draft.register, record, draft)
        else:
            self._show_form(draft.register, record, names=names, draft=draft)

    def _open_child(self, register: AnyRegister, record: str, parent: str) -> None:
        if record:
            self._open(register, record)
        else:
            self._show_form(register, register.record_type(id=new_id(), parent=parent))

    def _add_child(self, key: str) -> None:
        if self.list.panel.detail is not None:
            self._add_to(key, self.list.panel.detail.record.id)

    def _add_to(self, key: str, parent: str) -> None:
        self._go(Spot(self.spec.page, f"{_CHILD}{key}:{parent}"))

    def _look_into(self, event: Event) -> None:
        if event.register != self.spec.register.key:
            self._go(Spot(self.spec.page, f"{_CHILD}{event.register}", event.record))

    def _show_form(
        self,
        register: AnyRegister,
        record: Record,
        *,
        names: tuple[str, ...] = (),
        draft: Draft | None = None,
        extra: FormExtra | None = None,
    ) -> None:
        self._drop_form()
        ours = register is self.spec.register
        sections: tuple[Section, ...] = self.spec.sections if ours else ()
        form = RecordForm(
            self.room,
            register,
            record,
            sections=sections,
            names=names,
            restrictable=ours and self.spec.restrictable and not names,
            extra=extra or self.extra_for(record),
            draft=draft,
        )
        form.keeper.told.connect(self._tell_draft)
        form.altered.connect(self._show_discard)
        form.discarded.connect(self.drafts.discarded)
        self.form = form
        form.fit(self._breadth)
        form.ready.connect(form.take_keyboard)
        if self._dropped:
            form.ready.connect(partial(form.take_file, self._dropped))
            self._dropped = ""
        form.saved.connect(self._saved)
        form.left.connect(self._back)
        self._stack.addWidget(form)
        self._stack.setCurrentWidget(form)
        self._dress(form)
        self._show_aside()

    def _drop_form(self) -> None:
        if self.pane is not None:
            pane, self.pane = self.pane, None
            self._stack.removeWidget(pane)
            pane.deleteLater()
            self._stack.setCurrentWidget(self.list)
            self._dress(None)
        if self.form is not None:
            form, self.form = self.form, None
            self._stack.removeWidget(form)
            form.deleteLater()
            self._stack.setCurrentWidget(self.list)
            self._dress(None)
            self._show_aside()

    def _show_aside(self) -> None:
        """Show the timeline beside the form of a record that stands, where there is room."""
        record = self.form.record if self.form and self.form.register is self.spec.register else None
        self.aside.show_for(record.id if record and record.version and self._breadth is Breadth.FULL else "")

    def _dress(self, form: RecordForm | None) -> None:
        """Let heading and buttons be those of the list or of the form."""
        is_list = form is None and self.pane is None
        self.fold(self._breadth)
        self.show_buttons(
            (
                *((each, form is not None) for each in (self.cancel, self.save)),
                (self.further, form is not None and self._spot.view == QUICK),
                (self.discard, form is not None and form.is_changed),
                *((each, is_list) for each in self.list_buttons),
            )
        )
        self.drafts.setVisible(is_list and bool(self.drafts.offers))
        self._tell_draft("")
        if form is None:
            self.heading.setText(self.spec.title)
            self.summary.setText(self._summary)
            return
        register, record = form.register, form.record
        self.heading.setText(record.reference or f"New {register.singular.lower()}")
        open_title = record.version and not record.restricted
        title = shorten(register.title(record), _LONGEST, placeholder="…") if open_title else ""
        self.summary.setText(title or self.spec.title)

    def _tell_draft(self, words: str) -> None:
        self.beside.setText(words)
        self.beside.setVisible(bool(words))
        self.summary.setVisible(not words or self._breadth >= Breadth.SLIM)

    def _show_discard(self) -> None:
        self.discard.setVisible(self.form is not None and self.form.is_changed)

    def _discard(self) -> None:
        if self.form is not None:
            self.form.discard()

    def _tell(self, summary: str) -> None:
        self._summary = summary
        if self.form is None and self.pane is None:
            self.summary.setText(summary)

    def _save_further(self) -> None:
        """Save, and go on with all the other questions."""
        if self.form is not None:
            self._details_next = True
            self.form.save()

    def _save(self) -> None:
        self._details_next = False
        if self.form is not None:
            self.form.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close what is on top: form, panel, or what narrows the list."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.form is not None:
            self.form.leave()
        elif self.pane is not None:
            self.pane.leave()
        elif self.list.panel_is_over:
            self.list.close_panel()
        elif self.list.model.asked.is_narrowed:
            self.list.head.clear()

    def _cancel(self) -> None:
        if self.form is not None:
            self.form.leave()

    def _saved(self, done: Done) -> None:
        form = self.form
        if form is None:
            return
        saved = form.record
        words = f"Saved {saved.reference}." if done.records else "Nothing was changed."
        self.room.notices.tell(words, offer="Undo Ctrl+Z" if done.records else "", do=self.room.shell.undo)
        if self._details_next:
            self._details_next = False
            self._show(Spot(self.spec.page, EDIT, saved.id))
            self.spot_changed.emit(self._spot)
        else:
            self._leave_for(saved.parent or saved.id)

    def _back(self) -> None:
        record = self.form.record if self.form else None
        self._leave_for((record.parent or record.id) if record and (record.version or record.parent) else "")

    def _leave_for(self, record: str) -> None:
        spot, self._after = self._after or Spot(self.spec.page, record=record), None
        self._show(spot)
        self._spot = spot
        self.spot_changed.emit(spot)
