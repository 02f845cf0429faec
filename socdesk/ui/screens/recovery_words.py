"""Shows the twenty recovery words once, prints or saves them, and asks three of them back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLineEdit

from socdesk.desk.recovery_sheet import saving
from socdesk.desk.recovery_words import HOLDERS
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.save_dialog import ask_where
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.opening import NewDesk
    from socdesk.desk.own_locks import NewWords
    from socdesk.desk.rekeying import Renewal

    AskedBack = NewDesk | NewWords | Renewal

_ROWS = 5
_FILE = "recovery-sheet.pdf"
_ONE = (
    "They are the only other way into your desk, and are shown this once. Keep them on paper, away from this computer. "
    "Without passphrase and words nobody can open the desk."
)
_SPLIT = (
    "Any two of the three sheets open the desk; one alone opens nothing. Each is shown this once: keep it on paper, "
    "hand it to its holder, and let nobody hold two."
)
STEP = "Step 2 of 3"
"""The words are shown, kept and asked back in one step of the first run."""


class RecoveryWordsScreen(Door):
    """``kept`` is sent once the person has them; then come the questions. ``split`` asks for three sheets instead."""

    kept = Signal()
    split = Signal()

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        made: AskedBack,
        folder: Path,
        *,
        first_run: bool = False,
        sheet: int = 0,
    ) -> None:
        super().__init__(
            theme,
            announcer,
            f"Sheet {sheet + 1} of {len(made.sheets)}: {HOLDERS[sheet]}"
            if made.is_split
            else "Keep your recovery words",
            _SPLIT if made.is_split else _ONE,
            step=STEP if first_run else "",
            width=660,
        )
        self._work, self._made, self._folder = work, made, folder
        self._sheet = sheet
        self._words = made.sheets[sheet]
        self.column.addWidget(_words_card(theme, self._words.split()))
        self._told = MessageBox(theme, "caution")
        self.column.addWidget(self._told)
        on = button(theme, "I have kept them", self.kept.emit, look="primary")
        self.first = on
        self.buttons(on, button(theme, "Print", self._ask_printer), button(theme, "Save as PDF", self._ask_where))
        if not made.is_split:
            other = FlowRow(theme)
            words = "Use three sheets instead, any two of which open the desk"
            self.three = button(theme, words, self.split.emit, look="quiet", hint=f"For {', '.join(HOLDERS)}")
            other.add(self.three)
            self.column.addWidget(other)

    @property
    def _title(self) -> str:
        return f"Recovery sheet: {HOLDERS[self._sheet]}" if self._made.is_split else "Recovery words"

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415  first paint needs none of it

        printer = QPrinter()
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self._printed().print_(printer))
        QDialog.open(dialog)

    def _printed(self) -> QTextDocument:
        rows = "".join(f"<li>{word}</li>" for word in self._words.split())
        opens = "Two of the three sheets open" if self._made.is_split else "Whoever holds it can open"
        sheet = QTextDocument(self)
        sheet.setHtml(
            f"<h1>{self._title}</h1><p>Keep this sheet where neither the computer nor a visitor is. "
            f"{opens} the desk.</p><ol style='font-size:14pt'>{rows}</ol>"
        )
        return sheet

    def _ask_where(self) -> None:
        name = f"recovery-sheet-{self._sheet + 1}.pdf" if self._made.is_split else _FILE
        ask_where(self, "Save the recovery sheet", name, "PDF (*.pdf)", self.save_to)

    def save_to(self, name: str) -> None:
        """Save the sheet to a file that lies neither among the desk's own nor beside them."""
        self._told.tell("")
        self.tell_busy("Saving the recovery sheet")
        self._work.read(
            saving(self._made, self._folder, Path(name), sheet=self._sheet), self, self._saved, failed=self.fail
        )

    def _saved(self, _none: None) -> None:
        self.tell_busy("")
        self._told.tell("The recovery sheet is saved.", "Print the file, keep the paper safe, and delete the file.")
        self.say(self._told.words)
        self.take_keyboard()


def _words_card(theme: Theme, words: list[str]) -> QFrame:
    card = QFrame()
    card.setProperty("look", "card")
    grid = QGridLayout(card)
    spaced(grid, theme, margins=(16, 16, 16, 16), spacing=8)
    for n, word in enumerate(words):
        cell = label(f"{n + 1}.  {word}", "word")
        cell.setAccessibleName(f"Word {n + 1}: {word}")
        grid.addWidget(cell, n % _ROWS, n // _ROWS)
    return card


class AskBackScreen(Door):
    """Asks three of the words back. ``confirmed`` is sent when they are right."""

    confirmed = Signal()
    back = Signal()

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        made: AskedBack,
        *,
        first_run: bool = False,
        go: str = "",
        sheet: int = 0,
    ) -> None:
        words = "From your paper, to be sure that it can be read."
        title = f"Type three of the words of sheet {sheet + 1}" if made.is_split else "Type three of the words"
        super().__init__(theme, announcer, title, words, step=STEP if first_run else "")
        self._made, self._sheet = made, sheet
        self._positions = made.words_to_ask_back()
        self.fields = tuple(self._field(position) for position in self._positions)
        self.first = self.fields[0].focus_widget
        self.buttons(
            button(
                theme,
                go or ("Check and continue" if first_run else "Check and open the desk"),
                self._check,
                look="primary",
            ),
            button(theme, "Show the words again", self.back.emit),
        )

    @property
    def positions(self) -> tuple[int, ...]:
        """Which words are asked, counted from 1."""
        return self._positions

    def _field(self, position: int) -> Field:
        edit = QLineEdit()
        edit.returnPressed.connect(self._check)
        field = Field(self.theme, f"Word {position}", edit)
        edit.textChanged.connect(lambda: field.set_error(""))
        self.column.addWidget(field)
        return field

    def _check(self) -> None:
        wrong = [n for n, field in enumerate(self.fields) if not self._is_right(n, field)]
        if not wrong:
            self.confirmed.emit()
            return
        for n in wrong:
            self.fields[n].set_error(f"That is not word {self._positions[n]}. Look at your paper and try again")
        self.say(self.fields[wrong[0]].error)
        self.fields[wrong[0]].focus_widget.setFocus()

    def _is_right(self, n: int, field: Field) -> bool:
        typed = field.editor.text() if isinstance(field.editor, QLineEdit) else ""
        return self._made.are_words(self._positions[n : n + 1], [typed], sheet=self._sheet)
