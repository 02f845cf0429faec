"""Paste what somebody wrote, and mark each sentence by one key: fact, reported or opinion (domain.md story 3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from socdesk.desk.deeds import Deed, Done
from socdesk.desk.desk import Desk
from socdesk.desk.drafts import Draft
from socdesk.desk.marked_text import passages, sentences
from socdesk.jobs import Job
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS, Statement
from socdesk.registers.register import new_id
from socdesk.ui.records.editors.text_editors import long_area
from socdesk.ui.records.pane import OTHER, Pane
from socdesk.ui.room import Room
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label

_KINDS = {"F": ("FACT", "Fact"), "R": ("REPORTED", "Reported"), "O": ("OPINION", "Opinion")}
_TEXT, _KIND = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_NOT = "Not kept"


class SentenceList(QListWidget):
    """F, R and O mark the current sentence and go on; Delete takes its mark away. ``marked`` says how it is now."""

    marked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Sentences")
        self.setProperty("look", "sentences")
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_sentences(self, texts: tuple[str, ...]) -> None:
        """Show these sentences, none of them marked."""
        self.clear()
        for text in texts:
            item = QListWidgetItem()
            item.setData(_TEXT, text)
            self.addItem(item)
            self._mark(item, "")
        self.setCurrentRow(0)

    @property
    def sentences(self) -> tuple[tuple[str, str], ...]:
        """Kind and text of each."""
        items = (self.item(row) for row in range(self.count()))
        return tuple((str(item.data(_KIND)), str(item.data(_TEXT))) for item in items)

    def _mark(self, item: QListWidgetItem, key: str) -> None:
        kind, words = _KINDS.get(key, ("", _NOT))
        item.setData(_KIND, kind)
        item.setText(f"{words}: {item.data(_TEXT)}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text().upper()
        item = self.currentItem()
        if key in _KINDS or event.key() == Qt.Key.Key_Delete:
            self._mark(item, key)
            self.marked.emit(item.text())
            if key in _KINDS:
                self.setCurrentRow(min(self.currentRow() + 1, self.count() - 1))
        else:
            super().keyPressEvent(event)


class MarkText(Pane):
    """First the text, then its sentences. All that is marked is saved as one deed."""

    def __init__(self, room: Room, concern: str) -> None:
        super().__init__(room)
        self._concern = concern
        self._draft_id = new_id()
        theme = room.theme
        card = Card(theme, "What was written")
        self.column.addWidget(card)
        self.text = long_area(theme, 8)
        card.column.addWidget(Field(theme, "Text", self.text, hint="Paste an email or a note here"))
        self.split = button(theme, "Go through its sentences", self._split, look="primary")
        self._marking = Card(theme, "Mark its sentences", hint="F fact, R reported, O opinion, Delete not kept")
        self.list = SentenceList()
        self.list.marked.connect(room.announcer.say)
        self._marking.column.addWidget(self.list)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        row = FlowRow(theme)
        row.add(self.split)
        self.saving = button(theme, "Save statements", self.save, look="primary", icon="check", hint="Ctrl+Enter")
        self._again = button(theme, "Back to the text", self._show_text)
        for each in (self.saving, self._again, button(theme, "Cancel", self.leave)):
            row.add(each)
        self._first = card
        for each in (self._marking, self.error, row):
            self.column.addWidget(each)
        self.column.addStretch(1)
        self._show_text()

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"on": self.go_on}

    def go_on(self) -> None:
        """Go from the text to its sentences, or save what is marked."""
        if self._marking.isHidden():
            self._split()
        else:
            self.save()

    def start(self) -> None:
        desk, concern = self.room.desk, self._concern
        job = Job("Loading the concern", lambda _progress: _reference(desk, concern))
        self.room.work.read(job, self, lambda words: self.told.emit("Mark a text", words), failed=self.fail)
        self.text.setFocus(OTHER)

    def _show_text(self) -> None:
        self._show_step(first=True)
        self.text.setFocus(OTHER)

    def _show_step(self, *, first: bool) -> None:
        seen: tuple[QWidget, ...] = (self._first, self.split)
        later: tuple[QWidget, ...] = (self._marking, self.saving, self._again)
        for each in seen:
            each.setVisible(first)
        for each in later:
            each.setVisible(not first)
        self._tell("")

    def _split(self) -> None:
        found = sentences(self.text.toPlainText())
        if not found:
            self._tell("Paste a text first")
            self.text.setFocus(OTHER)
            return
        self._show_step(first=False)
        self.list.show_sentences(found)
        self.list.setMinimumHeight(self.room.theme.px(280))
        self.list.setFocus(OTHER)
        self.room.announcer.say(f"{len(found)} sentences. F fact, R reported, O opinion")

    def _tell(self, words: str) -> None:
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.room.announcer.say(words)

    def save(self) -> None:
        """Keep what is marked, as statements of the concern."""
        found = passages(self.list.sentences)
        if not found:
            self._tell("Mark at least one sentence")
            self.list.setFocus(OTHER)
            return
        desk, concern = self.room.desk, self._concern
        made = desk.clock().replace(second=0, microsecond=0)
        puts = tuple(Statement(id=new_id(), parent=concern, type=kind, text=text, made=made) for kind, text in found)
        number = f"{len(puts)} statement{'' if len(puts) == 1 else 's'}"
        deed = Deed(words=f"Added {number}", puts=puts)
        self.save_deed(lambda: desk.do(deed), lambda done: self._saved(number, done), self.fail)

    def draft(self) -> Draft | None:
        text = self.text.toPlainText()
        base = Statement(id=self._draft_id, parent=self._concern)
        return Draft(register=STATEMENTS, base=base, texts={"text": text}) if text.strip() else None

    def _saved(self, number: str, _done: Done) -> None:
        self.done.emit(f"Saved {number}.", self._concern)

    def leave(self) -> None:
        self.left.emit(self._concern)


def _reference(desk: Desk, concern: str) -> str:
    found = desk.read.get(CONCERNS, concern)
    return f"Statements of {found.reference}" if found else ""
