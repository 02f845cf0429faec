"""A form for any register: it asks, checks on leaving a question and on saving, and saves as one deed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.desk.corrections import WHY, why_is_missing
from socdesk.desk.deeds import Deed, Done
from socdesk.desk.drafts import Draft, keeping
from socdesk.desk.form_data import FormData, FormField, filled_in, form_data
from socdesk.errors import InvalidRecordError, UserFacingError
from socdesk.jobs import Job, Progress
from socdesk.registers.register import AnyRegister, Record
from socdesk.registers.values import StoredFile
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.draft_clash import ClashBox
from socdesk.ui.records.draft_keeper import DraftKeeper
from socdesk.ui.records.editors.choice_editors import FlagEditor
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.records.editors.file_editor import FileEditor
from socdesk.ui.records.editors.making import EditorMaker, hint_of
from socdesk.ui.records.editors.segment_editor import SegmentEditor
from socdesk.ui.records.editors.text_editors import LineEditor
from socdesk.ui.records.error_summary import ErrorSummary
from socdesk.ui.records.file_copies import save_copy
from socdesk.ui.records.form_extra import FormExtra
from socdesk.ui.records.form_layout import FormBody, Section, is_long, sections_of
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.scrolled import scrolled

RESTRICTED = "restricted"
_WHY_HINT = "Needed where you put right what was recorded. The old answer stays in the history."
QUICK = "quick"
"""The way of a draft that was typed into a narrowed form."""


class RecordForm(QWidget):
    """Asks for one record. ``names`` narrows it to some questions; ``restrictable`` asks also whether few may read it.

    ``extra`` asks for what goes with it in the same deed.

    What is typed is kept as a draft; ``draft`` is one to go on with. ``ready`` is sent when the questions stand,
    ``saved`` with what was done, ``left`` when the person goes without, ``altered`` when anything was typed, and
    ``discarded`` with what was thrown away.

    ``makes``, if set, makes the deed that saves the answers; it runs on the desk's thread and touches no widget. What
    is typed there is not of one record alone, so no draft of it is kept.
    """

    ready = Signal()
    saved = Signal(object)
    left = Signal()
    altered = Signal()
    discarded = Signal(object)

    def __init__(
        self,
        room: Room,
        register: AnyRegister,
        record: Record,
        *,
        sections: tuple[Section, ...] = (),
        names: tuple[str, ...] = (),
        restrictable: bool = False,
        extra: FormExtra | None = None,
        draft: Draft | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room, self.register, self.record = room, register, record
        self.makes: Callable[[Record], Deed] | None = None
        self.fields: dict[str, Field] = {}
        self.editors: dict[str, Editor] = {}
        self._sections, self._names, self._restrictable = sections, names, restrictable
        self._standing: dict[str, str] = {}
        self._untouched: dict[str, str] = {}
        self._draft = draft
        self._breadth = Breadth.FULL
        self._saving = False
        self._body: FormBody | None = None
        column = QVBoxLayout(self)
        spaced(column, room.theme)
        self.summary = ErrorSummary(room.theme)
        self.clash = ClashBox(room.theme)
        self.keeper = DraftKeeper(room, self, record.id, self.draft)
        column.addWidget(self._inset(self.clash))
        column.addWidget(self._inset(self.summary))
        self.extra = extra
        self._scroll = scrolled()
        self._scroll.setWidget(label("Loading", "muted"))
        column.addWidget(self._scroll, 1)
        save = QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, context=_WITHIN)
        save.activated.connect(self.save)
        self._load()

    def _inset(self, widget: QWidget) -> QWidget:
        holder = QWidget()
        holder.setProperty("look", "inside")
        column = QVBoxLayout(holder)
        spaced(column, self.room.theme, margins=(24, 0, 24, 4))
        column.addWidget(widget)
        return holder

    def _load(self) -> None:
        desk, register, record = self.room.desk, self.register, self.record
        job = Job("Loading the form", lambda _progress: form_data(desk, register, record))
        self.room.work.read(job, self, self._build)

    def _build(self, data: FormData) -> None:
        asked = [field for field in data.fields if not self._names or field.name in self._names]
        maker = EditorMaker(self.room.theme, self.room.work, self.room.desk.clock, self._save_copy)
        for field in asked:
            self._add(field.name, field.label, hint_of(field), maker.make(field), required=field.required)
        if self._restrictable:
            self._add_restriction()
        if self.register.corrected_with_reason and self.record.version:
            self._add_why()
        sections = self._arranged(asked)
        segments = {name for name, editor in self.editors.items() if isinstance(editor, SegmentEditor)}
        long = {field.name for field in asked if is_long(field)} | {RESTRICTED, WHY} | segments
        self._body = FormBody(self.room.theme, sections, self.fields, long, self.extra)
        self.fit(self._breadth)
        self._scroll.setWidget(self._body)  # laid out before: what is added to a widget on the screen is shown later
        if self.extra is not None:
            self.extra.join(self)
        self._standing = self.texts()
        self._untouched = {name: editor.draft() for name, editor in self.editors.items()}
        if self._draft is not None:
            self._take_up(self._draft, data)
        self.ready.emit()

    def _take_up(self, draft: Draft, data: FormData) -> None:
        """Lay a draft over what stands, and say what was changed meanwhile."""
        for name, typed in draft.texts.items():
            if name in self.editors:
                self.editors[name].show_draft(typed)
        self.clash.compare(draft, self.record, data.fields)
        self.keeper.took_up(draft)
        self.altered.emit()

    def _arranged(self, asked: list[FormField]) -> tuple[Section, ...]:
        names = tuple(field.name for field in asked)
        if self._names:
            return (Section(self.register.singular, tuple(name for name in self._names if name in names)),)
        found = sections_of(asked, self._sections, self.register.singular)
        return (*found, Section("Correction", (WHY,), _WHY_HINT)) if WHY in self.fields else found

    def _add(self, name: str, words: str, hint: str, editor: Editor, *, required: bool) -> None:
        shown = f"{words} (required)" if required else words
        field = Field(self.room.theme, shown, editor.widget, hint=hint, focus=editor.focus)
        editor.left.connect(partial(self._check_one, name))
        editor.edited.connect(partial(self._edited, name))
        if isinstance(editor, FileEditor):
            editor.refused.connect(field.set_error)
            editor.took.connect(self._title_after)
        self.fields[name], self.editors[name] = field, editor

    def _add_restriction(self) -> None:
        editor = FlagEditor()
        editor.show_text("yes" if self.record.restricted else "no")
        editor.name("Restricted")
        self._add(
            RESTRICTED, "Restricted", "Only you, and officers who are given leave, can read it", editor, required=False
        )

    def _add_why(self) -> None:
        editor = LineEditor()
        editor.line.setMaxLength(300)
        self._add(WHY, "Why it is corrected", "", editor, required=False)

    def fit(self, breadth: Breadth) -> None:
        """Lay the questions out for the room there is."""
        self._breadth = breadth
        if self._body is not None:
            self._body.lay_out(two_columns=breadth >= Breadth.TIGHT)
        if self.extra is not None:
            self.extra.fit(breadth)

    def take_keyboard(self) -> None:
        """Take the keyboard to the first question."""
        for name in self._body.order[:1] if self._body else ():
            self.editors[name].focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _title_after(self, name: str) -> None:
        """Call a record after its file, where nobody has called it anything yet."""
        first = next(iter(self.register.fields))
        editor = self.editors.get(first)
        if isinstance(editor, LineEditor) and not editor.text():
            editor.show_text(Path(name).stem)

    def _save_copy(self, file: StoredFile) -> None:
        """Let the file that stands leave the desk, to where the person chooses."""
        save_copy(self.room, self, file, self.record.id)

    def take_file(self, path: str) -> None:
        """Take a file that was dropped, where the form asks for one."""
        for editor in self._files().values():
            editor.take(path)
            return

    def texts(self) -> dict[str, str]:
        """Return the answers as they stand, as fields read them."""
        return {name: editor.text() for name, editor in self.editors.items()}

    @property
    def is_changed(self) -> bool:
        """Whether anything was answered differently since the form came."""
        files = any(isinstance(each, FileEditor) and each.chosen for each in self.editors.values())
        return bool(self._standing) and (files or self.texts() != self._standing)

    def draft(self) -> Draft | None:
        """Return what was typed, as a draft, or nothing where nothing was."""
        typed = {name: editor.draft() for name, editor in self.editors.items()}
        texts = {name: text for name, text in typed.items() if text != self._untouched.get(name)}
        if not texts or not self._standing or self.makes is not None:
            return None
        base = self._draft.base if self._draft else self.record
        return Draft(register=self.register, base=base, texts=texts, way=QUICK if self._names else "")

    def keep_typed(self) -> None:
        """Keep what was typed as a draft at once."""
        self.keeper.keep_now()

    def _filled(self) -> tuple[Record, dict[str, str]]:
        """Return the record as answered, and what is wrong with it, by name, in the order of the questions."""
        texts = self.texts()
        why = texts.pop(WHY, "")
        restricted = texts.pop(RESTRICTED, "yes" if self.record.restricted else "no") == "yes"
        changed = {name: text for name, text in texts.items() if name in self._standing and self._is_typed(name)}
        base = replace(self.record, restricted=restricted)
        files = {name: each.chosen[0] for name, each in self._files().items() if each.chosen}
        filled, problems = filled_in(self.register, replace(base, **files), changed)
        if missing := why_is_missing(self.register, self.record, filled, why):
            problems[WHY] = missing
        order = {name: number for number, name in enumerate(self._body.order if self._body else ())}
        return filled, dict(sorted(problems.items(), key=lambda each: order.get(each[0], len(order))))

    def _is_typed(self, name: str) -> bool:
        """Tell whether an answer is one of the record's own, read from text: files are chosen, sealed answers stay."""
        kind = self.register.fields.get(name)
        if kind is None or isinstance(self.editors[name], FileEditor):
            return False
        return not (kind.sealed and self.record.version > 0 and getattr(self.record, name) != kind.empty)

    def _files(self) -> dict[str, FileEditor]:
        return {name: each for name, each in self.editors.items() if isinstance(each, FileEditor)}

    def _edited(self, name: str) -> None:
        if self.fields[name].error:
            self.fields[name].set_error("")
        if self._standing:
            self.keeper.typed()
            self.altered.emit()

    def _check_one(self, name: str) -> None:
        self.keeper.keep_now()
        if self.editors[name].text() != self._standing.get(name, "") and name not in {RESTRICTED, WHY}:
            self.fields[name].set_error(self._filled()[1].get(name, ""))

    def save(self) -> None:
        """Save, or show what has to be put right first. While it is being saved, a second press does nothing."""
        if self._saving or not self._standing:
            return
        filled, problems = self._filled()
        problems |= self.extra.problems() if self.extra else {}
        self._show_problems(problems)
        if problems:
            return
        self._saving = True
        words = f"Changed {filled.reference}" if filled.version else f"Added {_a(self.register.singular)}"
        files = tuple(each.chosen for each in self._files().values() if each.chosen)
        self.keeper.end()
        why = self.editors[WHY].text().strip() if WHY in self.editors else ""
        puts = self.extra.finished(filled) if self.extra else (filled,)
        plain = Deed(words=words, why=why, puts=puts, files=files, draft=filled.id)
        desk, makes, typed = self.room.desk, self.makes, self.draft()

        def work(_progress: Progress) -> Done:
            with keeping(desk.drafts, typed):
                return desk.do(makes(filled) if makes else plain)

        self.room.work.write(Job("Saving", work), self, self._saved, failed=self._refused)

    def _saved(self, done: Done) -> None:
        self._saving = False
        self._standing = self.texts()
        self.record = next((each for each in done.records if each.id == self.record.id), self.record)
        self.saved.emit(done)

    def _refused(self, error: Exception) -> None:
        self._saving = False
        self.keeper.go_on()
        if isinstance(error, InvalidRecordError):
            self._show_problems(error.problems)
        elif isinstance(error, UserFacingError):
            self.summary.tell({}, self.lead_to, str(error))
            self.room.announcer.say(str(error))
        else:
            self.room.work.failed.emit(error)

    def _show_problems(self, problems: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        self.summary.tell(problems, self.lead_to)
        if problems:
            self.room.announcer.say(f"Not saved. {self.summary.words}")
            self.summary.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_to(self, name: str) -> None:
        """Take the keyboard to a question and bring it into view."""
        if name in self.fields:
            self._scroll.ensureWidgetVisible(self.fields[name])
            self.editors[name].focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self, then: Callable[[], object] | None = None) -> None:
        """Go, and keep what was typed as a draft. ``then`` takes the place of ``left``."""
        self.keep_typed()
        (then or self.left.emit)()

    def discard(self) -> None:
        """Throw away what was typed, and go."""
        draft = self.draft()
        self.keeper.end()
        if draft is not None:
            self.discarded.emit(draft)
        self.left.emit()


_WITHIN = Qt.ShortcutContext.WidgetWithChildrenShortcut


def _a(noun: str) -> str:
    article = "an" if noun[:1].lower() in "aeiou" else "a"
    return f"{article} {noun[:1].lower()}{noun[1:]}"
