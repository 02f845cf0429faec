"""What stands over a form whose record was changed since its draft was begun: what was typed, and what stands now."""

from __future__ import annotations

from collections.abc import Iterable

from socdesk.desk.drafts import Draft, DraftClash, clashes
from socdesk.desk.form_data import FormField
from socdesk.registers.register import Record
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.message_box import MessageBox

_OF_PARTS = {"When", "Period"}
"""Kinds whose drafts are no plain text."""


class ClashBox(MessageBox):
    """Hidden while a draft and its record agree."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "caution")

    def compare(self, draft: Draft, standing: Record, fields: Iterable[FormField]) -> None:
        """Say what was changed since the draft was begun, if the record was."""
        if standing.version == draft.base.version:
            return
        asked = {field.name: field for field in fields}
        shown = {name: field.shown or "empty" for name, field in asked.items()}
        labels = {name: field.label for name, field in asked.items()}
        found = [_said(clash, asked[clash.name]) for clash in clashes(draft, standing, shown, labels)]
        self.tell(
            f"{standing.reference} was changed since you began this draft.",
            "\n".join(found) or "Your answers are laid over what stands now. None of them was changed by others.",
        )


def _said(clash: DraftClash, field: FormField) -> str:
    return f"{clash.label}: you typed {_typed(clash, field)}; now it is “{clash.stands}”."


def _typed(clash: DraftClash, field: FormField) -> str:
    if field.kind in _OF_PARTS:
        return "something else"
    words = {option.value: option.words for option in field.options}
    return f"“{'; '.join(words.get(part, part) for part in clash.typed.split('; '))}”"
