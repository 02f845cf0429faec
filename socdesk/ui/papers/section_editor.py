"""One section: what the program drafted, and beside it the officer's own words, kept as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from socdesk.desk.papers.section_rows import SectionRow
from socdesk.ui.records.editors.text_editors import LongTextEditor, long_area
from socdesk.ui.theme.following import spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import Heading, label

_KEEP_MS = 1500
"""How long typing rests before it is kept on the desk."""

_DRAFT_LINES, _OWN_LINES = 5, 7


class SectionEditor(QWidget):
    """``typed`` is sent with key and words at each change, ``kept`` when they are to be kept.

    ``left_out`` is sent with the key and whether the section is to be left out.
    """

    typed = Signal(str, str)
    kept = Signal(str, str)
    left_out = Signal(str, bool)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._row: SectionRow | None = None
        self._settled = False
        self.heading = Heading("", "subtitle")
        self.heading.setWordWrap(True)
        self.draft = long_area(theme, _DRAFT_LINES)
        self.draft.setReadOnly(True)
        self.own = LongTextEditor(theme, _OWN_LINES)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_KEEP_MS)
        self._pause.timeout.connect(self.keep)
        self.own.area.textChanged.connect(self._typed)
        self.own.left.connect(self.keep)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        column = QVBoxLayout(self)
        spaced(column, theme, spacing=10)
        column.addWidget(self.heading)
        self.absent = label("", "small", wrap=True)
        column.addWidget(self.absent)
        self._draft_field = Field(theme, "Drafted by the program", self.draft)
        column.addWidget(self._draft_field)
        hint = "Printed instead of the draft. An empty line parts paragraphs."
        self._own_field = Field(theme, "Your own words", self.own.widget, hint=hint)
        column.addWidget(self._own_field)
        row = FlowRow(theme)
        self.copy = button(theme, "Start from the draft", self._copy)
        self.leave = QCheckBox("Leave this section out")
        self.leave.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.leave.clicked.connect(self._leave_out)
        row.add(self.copy)
        row.add(self.leave)
        column.addWidget(row)
        column.addStretch(1)

    @property
    def key(self) -> str:
        """The key of the section that is shown."""
        return self._row.key if self._row else ""

    @property
    def words(self) -> str:
        """The officer's own words as they stand."""
        return self.own.area.toPlainText()

    @property
    def is_changed(self) -> bool:
        """Whether there are words that were not kept yet."""
        return self._row is not None and self.words != self._row.own_words

    def show_section(self, row: SectionRow, *, settled: bool) -> None:
        """Show a section; ``settled`` says that its paper was issued and stays as it is."""
        same = self._row is not None and self._row.key == row.key
        unkept = same and self.is_changed and self._pause.isActive()
        self._row, self._settled = row, settled
        self.heading.setText(row.heading)
        self.draft.setPlainText(row.drafted)
        self._draft_field.setVisible(bool(row.drafted))
        if not unkept and self.words != row.own_words:
            with QSignalBlocker(self.own.area):
                self.own.area.setPlainText(row.own_words)
        self.own.area.setReadOnly(settled)
        self._own_field.setVisible(bool(row.own_words) or not settled)
        self.copy.setVisible(bool(row.drafted) and not settled)
        self.leave.setVisible((row.may_leave_out or row.left_out) and not settled)
        self.leave.setChecked(row.left_out)
        self.absent.setText(_absent_words(row))
        self.absent.setVisible(bool(self.absent.text()))

    def _typed(self) -> None:
        if self._row is not None and not self._settled:
            self.typed.emit(self._row.key, self.words)
            self._pause.start()

    def keep(self) -> None:
        """Ask for the words to be kept, if they changed."""
        self._pause.stop()
        if self._row is not None and self.is_changed and not self._settled:
            self.kept.emit(self._row.key, self.words)

    def _copy(self) -> None:
        if self._row is not None:
            self.own.area.setPlainText(self._row.drafted)
            self.own.area.setFocus()

    def _leave_out(self) -> None:
        if self._row is not None:
            self.keep()
            self.left_out.emit(self._row.key, self.leave.isChecked())


def _absent_words(row: SectionRow) -> str:
    if row.left_out:
        return "This section is left out of the paper. Its words are kept."
    if row.drafted or row.own_words or not row.absent:
        return ""
    return f"Until you write something, the paper says: “{row.absent}”"
