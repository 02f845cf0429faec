"""The review of ratings, one action after the other: what the rule suggests and why, and what the officer decides."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from socdesk.clock import day_in_text, london_day
from socdesk.desk.deeds import Done
from socdesk.desk.drafts import Draft
from socdesk.desk.form_data import Option
from socdesk.desk.overview.action_deeds import ReviewCase, actions_to_review, review_case, reviewing
from socdesk.errors import InvalidRecordError
from socdesk.figures.rag_review import WORSE, RagAnswer, period_began, rag_problems
from socdesk.jobs import Job
from socdesk.registers.declared.actions import ACTIONS, Evidence
from socdesk.ui.records.pane import OTHER, Pane
from socdesk.ui.room import Room
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.chip import ChipLabel
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.option_segments import OptionSegments

_ORDER = ("GREEN", "AMBER", "RED", "BLUE", "GREY")


class RagReview(Pane):
    """Ctrl+Enter saves and goes on, Alt+Page Down and Alt+Page Up go on and back. ``evidence_wanted`` carries an id."""

    evidence_wanted = Signal(str)

    def __init__(self, room: Room, first: str) -> None:
        super().__init__(room)
        self._ids: tuple[str, ...] = ()
        self._at = 0
        self._first = first
        self.case: ReviewCase | None = None
        self.fields: dict[str, Field] = {}
        theme = room.theme
        card = Card(theme, "Rating")
        self.column.addWidget(card)
        self._about = label("", "small", wrap=True)
        card.column.addWidget(self._about)
        self._chip = ChipLabel(theme, theme.tokens.rag["GREY"], "Rating that stands")
        card.column.addWidget(self._chip)
        self.suggested = label("", wrap=True)
        card.column.addWidget(self.suggested)
        self.rag = self._segments()
        self._add(card, "rag", "Your rating", self.rag, self.rag.stop)
        self.reason, self.next_step = QLineEdit(), QLineEdit()
        self._add(card, "rag_reason", "Reason for the rating", self.reason, self.reason)
        self._add(card, "next_step", "Next step", self.next_step, self.next_step)
        self.evidence = label("", "small", wrap=True)
        card.column.addWidget(self.evidence)
        card.column.addWidget(self._deeds())
        self.column.addStretch(1)
        for keys, do in (("Alt+PgDown", self.skip), ("Alt+PgUp", self.back)):
            QShortcut(QKeySequence(keys), self, do, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _segments(self) -> OptionSegments:
        rag = self.room.theme.tokens.rag
        icons = {code: (rag[code].icon, rag[code].family) for code in _ORDER}
        made = OptionSegments(self.room.theme, "Your rating", [Option(code, rag[code].word) for code in _ORDER], icons)
        made.chosen.connect(self._chosen)
        return made

    def _add(self, card: Card, name: str, words: str, editor: QWidget, focus: QWidget) -> None:
        self.fields[name] = Field(self.room.theme, words, editor, focus=focus)
        card.column.addWidget(self.fields[name])

    def _deeds(self) -> QWidget:
        theme = self.room.theme
        row = FlowRow(theme)
        self.saving = button(theme, "Save and next", self.save, look="primary", icon="check", hint="Ctrl+Enter")
        row.add(self.saving)
        row.add(button(theme, "Skip", self.skip, hint="Leave this one as it is (Alt+Page Down)"))
        row.add(button(theme, "Previous", self.back, hint="Alt+Page Up"))
        row.add(button(theme, "Add evidence", self._want_evidence, icon="paperclip"))
        row.add(button(theme, "Back to the list", self.leave, hint="Esc"))
        return row

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"on": self.save}

    def start(self) -> None:
        job = Job("Loading the actions", lambda _progress: actions_to_review(self.room.desk))
        self.room.work.read(job, self, self._listed, failed=self.fail)

    def _listed(self, ids: tuple[str, ...]) -> None:
        self._ids = ids
        self._at = ids.index(self._first) if self._first in ids else 0
        self._load()

    def _load(self) -> None:
        if not self._ids:
            self.told.emit("Review RAG ratings", "There is no open action to review.")
            return
        desk, action = self.room.desk, self._ids[self._at]
        job = Job("Loading the action", lambda _progress: review_case(desk, action))
        self.room.work.read(job, self, self._show, failed=self.fail)

    def _show(self, case: ReviewCase | None) -> None:
        self.case = case
        if case is None:
            self.skip()
            return
        action, rag = case.action, self.room.theme.tokens.rag
        self.told.emit(f"{action.reference} {action.title}", f"Review {self._at + 1} of {len(self._ids)}")
        reviewed = day_in_text(action.last_reviewed) if action.last_reviewed else "not yet"
        about = (case.lead, f"Last reviewed: {reviewed}", case.progress.words if case.progress else "")
        self._about.setText(". ".join(part for part in about if part))
        self._chip.show_chip(rag[action.rag])
        suggested = rag[case.suggestion.code].word
        self.suggested.setText(f"Suggested: {suggested}. {case.suggestion.reason}")
        self.evidence.setText(self._evidence_words(case.evidence))
        self.rag.choose(action.rag)
        self.reason.setText(action.rag_reason)
        self.next_step.setText(action.next_step)
        self._show_problems({})
        self._chosen(action.rag)
        self.rag.stop.setFocus(OTHER)
        self.room.announcer.say(f"{action.reference} {action.title}. {self.suggested.text()}")

    def _evidence_words(self, newest: Evidence | None) -> str:
        if newest is None or newest.day is None:
            return "No evidence yet. Green needs some."
        began = period_began(london_day(self.room.desk.clock()))
        late = f" Green needs evidence since {day_in_text(began)}." if newest.day < began else ""
        return f"Newest evidence: {newest.title}, {day_in_text(newest.day)}.{late}"

    def _chosen(self, code: str) -> None:
        """Ask for the reason and the next step in place, where the rating needs them."""
        for name, words in (("rag_reason", "Reason for the rating"), ("next_step", "Next step")):
            self.fields[name].label.setText(f"{words} (required)" if code in WORSE else words)
            self.fields[name].setVisible(code in WORSE)
        self._show_problems({})

    @property
    def answer(self) -> RagAnswer:
        """What stands there."""
        return RagAnswer(self.rag.value, self.reason.text(), self.next_step.text())

    def save(self) -> None:
        """Keep the rating as one deed, and go on to the next action."""
        case, desk = self.case, self.room.desk
        if case is None:
            return
        evidence = (case.evidence,) if case.evidence else ()
        problems = rag_problems(self.answer, evidence, london_day(desk.clock()))
        self._show_problems(dict(problems))
        if problems:
            self._lead_to(next(iter(problems)))
            return
        answer, action = self.answer, case.action
        self.save_deed(
            lambda: desk.do(reviewing(desk, action, answer)), partial(self._saved, action.reference), self._refused
        )

    def draft(self) -> Draft | None:
        if self.case is None:
            return None
        action = self.case.action
        stood = {"rag": action.rag, "rag_reason": action.rag_reason, "next_step": action.next_step}
        typed = {"rag": self.rag.value, "rag_reason": self.reason.text(), "next_step": self.next_step.text()}
        texts = {name: text for name, text in typed.items() if text != stood[name]}
        return Draft(register=ACTIONS, base=action, texts=texts) if texts else None

    def _saved(self, reference: str, _done: Done) -> None:
        words = f"Reviewed the rating of {reference}."
        self.room.notices.tell(words, offer="Undo Ctrl+Z", do=self.room.shell.undo)
        if self._at + 1 < len(self._ids):
            self._step(1)
        else:
            self.room.announcer.say("That was the last action")
            self.leave()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, InvalidRecordError):
            self._show_problems(dict(error.problems))
        else:
            self.fail(error)

    def _show_problems(self, problems: dict[str, str]) -> None:
        for name, field in self.fields.items():
            field.set_error(problems.get(name, ""))
        if problems:
            self.room.announcer.say(". ".join(problems.values()))

    def _lead_to(self, name: str) -> None:
        {"rag": self.rag.stop, "rag_reason": self.reason, "next_step": self.next_step}[name].setFocus(OTHER)

    def skip(self) -> None:
        """Leave this one as it is."""
        self._step(1)

    def back(self) -> None:
        """Go to the action before."""
        self._step(-1)

    def _step(self, steps: int) -> None:
        place = self._at + steps
        if 0 <= place < len(self._ids):
            self._at = place
            self._load()
        else:
            self.room.announcer.say("That was the last action" if steps > 0 else "This is the first action")

    def _want_evidence(self) -> None:
        if self.case is not None:
            self.evidence_wanted.emit(self.case.action.id)

    def leave(self) -> None:
        self.left.emit(self.case.action.id if self.case else "")
