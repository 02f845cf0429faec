"""What stands over a list while there are drafts: each with its time, to go on with or to throw away."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from socdesk.desk.drafts import Draft, DraftOffer
from socdesk.jobs import Job, Progress
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.picture import Picture

_AT_FIRST = 3
"""How many drafts are shown before all are asked for."""


class DraftsBar(QFrame):
    """Hidden while there is none. ``continued`` carries the draft to go on with.

    What was thrown away last can be brought back until the desk is locked.
    """

    continued = Signal(object)

    def __init__(self, room: Room, registers: tuple[str, ...]) -> None:
        super().__init__()
        self.setProperty("look", "drafts")
        self.setAccessibleName("Drafts")
        self.offers: tuple[DraftOffer, ...] = ()
        self._room, self._registers = room, registers
        self._thrown: DraftOffer | None = None
        self._all = False
        self._rows = QWidget()
        self._column = QVBoxLayout(self)
        spaced(self._column, room.theme, margins=(24, 4, 24, 8))
        self._column.addWidget(self._rows)
        self.hide()

    def reload(self) -> None:
        """Look for drafts, after whatever is being kept just now."""
        drafts, registers = self._room.desk.drafts, self._registers
        job = Job("Looking for drafts", lambda _progress: drafts.offers(*registers))
        self._room.work.write(job, self, self._show)

    def _show(self, offers: tuple[DraftOffer, ...]) -> None:
        self.offers = offers
        rows = QWidget()
        rows.setProperty("look", "inside")
        column = QVBoxLayout(rows)
        spaced(column, self._room.theme, spacing=4)
        for offer in offers if self._all else offers[:_AT_FIRST]:
            column.addWidget(self._row(offer))
        if len(offers) > _AT_FIRST and not self._all:
            more = button(self._room.theme, f"Show all {len(offers)} drafts", self._show_all, look="quiet")
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if self._thrown is not None:
            words = f"Thrown away: {self._thrown.words}."
            column.addWidget(self._line(words, (("Bring it back", "history", self._bring_back),)))
        self._column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows
        self.setVisible(bool(offers or self._thrown))

    def _row(self, offer: DraftOffer) -> QWidget:
        return self._line(
            f"Draft: {offer.words}.",
            (
                ("Continue", "pencil", partial(self.continued.emit, offer.draft)),
                ("Throw away", "x", partial(self.throw_away, offer)),
            ),
        )

    def _line(self, words: str, deeds: tuple[tuple[str, str, Callable[[], object]], ...]) -> QWidget:
        line = QWidget()
        line.setProperty("look", "inside")
        row = QHBoxLayout(line)
        spaced(row, self._room.theme, spacing=8)
        row.addWidget(Picture(self._room.theme, "file-text", "text2"))
        row.addWidget(label(words, "small", wrap=True), 1)
        for text, icon, do in deeds:
            made = button(self._room.theme, text, do, icon=icon)
            made.setAccessibleName(f"{text}: {words}")
            row.addWidget(made)
        return line

    def _show_all(self) -> None:
        self._all = True
        self._show(self.offers)

    def throw_away(self, offer: DraftOffer) -> None:
        """Drop a draft; until the desk is locked it can be brought back."""
        self._thrown = offer
        drafts = self._room.desk.drafts

        def work(_progress: Progress) -> None:
            drafts.drop(offer.draft.record)

        self._room.work.write(Job("Throwing a draft away", work), self, lambda _none: self._threw(offer))

    def _threw(self, offer: DraftOffer) -> None:
        self._room.notices.tell(f"Draft thrown away: {offer.words}.", offer="Bring it back", do=self._bring_back)
        self.reload()

    def discarded(self, draft: Draft) -> None:
        """Throw away what is typed into a form just now."""
        self.throw_away(DraftOffer(draft, self._room.desk.drafts.named(draft)))

    def _bring_back(self) -> None:
        if self._thrown is None:
            return
        draft, self._thrown = self._thrown.draft, None
        drafts = self._room.desk.drafts
        self._room.work.write(Job("Keeping a draft", lambda _progress: drafts.keep(draft)), self, self._brought)

    def _brought(self, _draft: Draft) -> None:
        self._room.notices.tell("The draft is back. It stands over the list.")
        self.reload()
