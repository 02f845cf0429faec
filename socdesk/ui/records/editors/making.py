"""Which editor asks for which kind of field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

from socdesk.clock import Clock
from socdesk.desk.form_data import FormField, Option
from socdesk.registers.day_entry import DAY_HINT, MOMENT_HINT
from socdesk.registers.values import StoredFile
from socdesk.ui.records.editors.choice_editors import ChoiceEditor, ChoicesEditor, FlagEditor
from socdesk.ui.records.editors.day_editors import DayEditor, MomentEditor, OccasionEditor, PeriodEditor
from socdesk.ui.records.editors.editor import Editor
from socdesk.ui.records.editors.file_editor import FileEditor
from socdesk.ui.records.editors.segment_editor import MOST, SegmentEditor
from socdesk.ui.records.editors.text_editors import LineEditor, LongTextEditor, SealedEditor
from socdesk.ui.theme.theme import Theme
from socdesk.ui.work import Work

LONG = frozenset({"LongText", "Text", "Choices", "Attachment", "When", "Period"})
"""The kinds that take the whole width of a form."""

_HINTS = {"Day": DAY_HINT, "Moment": MOMENT_HINT, "When": DAY_HINT, "Period": DAY_HINT}


@dataclass(frozen=True)
class EditorMaker:
    """Makes editors; ``clock`` says which day ``today`` is, ``save_copy`` lets a file that stands leave the desk."""

    theme: Theme
    work: Work
    clock: Clock
    save_copy: Callable[[StoredFile], object] | None = None

    def make(self, field: FormField) -> Editor:
        """Return the editor of a field, showing what stands there. An unknown kind is asked for as text."""
        if field.sealed:
            return SealedEditor(self.theme, field.shown, long=field.kind == "LongText")
        editor = _KINDS.get(field.kind, _line)(self, field)
        editor.show_text(field.typed)
        editor.name(field.label)
        return editor


def hint_of(field: FormField) -> str:
    """Return what stands under a label: the field's own hint, how to type a day, or that it is sealed."""
    if field.sealed:
        return "Sealed: it cannot be changed"
    calendar = "Alt+Down shows a calendar" if field.kind == "Day" else ""
    return ". ".join(part for part in (field.hint, _HINTS.get(field.kind, ""), calendar) if part)


def _line(_maker: EditorMaker, _field: FormField) -> Editor:
    return LineEditor()


def _choice(maker: EditorMaker, field: FormField) -> Editor:
    known = {option.value for option in field.options}
    if field.required and len(known) <= MOST and field.typed in known | {""}:
        return SegmentEditor(maker.theme, field.label, field.options)
    return ChoiceEditor(field.options, Option(field.typed, field.shown))


def _link(_maker: EditorMaker, field: FormField) -> Editor:
    return ChoiceEditor(field.options, Option(field.typed, field.shown))


def _choices(maker: EditorMaker, field: FormField) -> Editor:
    codes = cast("tuple[str, ...]", field.value)
    words = field.shown.split("; ")
    standing = [Option(code, said) for code, said in zip(codes, words, strict=False)]
    return ChoicesEditor(maker.theme, field.options, standing)


def _file(maker: EditorMaker, field: FormField) -> Editor:
    return FileEditor(maker.theme, maker.work, cast("StoredFile | None", field.value), maker.save_copy)


_KINDS: dict[str, Callable[[EditorMaker, FormField], Editor]] = {
    "LongText": lambda maker, _field: LongTextEditor(maker.theme),
    "Flag": lambda _maker, _field: FlagEditor(),
    "Day": lambda maker, _field: DayEditor(maker.clock),
    "Moment": lambda maker, _field: MomentEditor(maker.clock),
    "When": lambda maker, _field: OccasionEditor(maker.theme, maker.clock),
    "Period": lambda maker, _field: PeriodEditor(maker.theme, maker.clock),
    "Choice": _choice,
    "Link": _link,
    "Choices": _choices,
    "Attachment": _file,
}
