"""A table of a few words, held whole: keys of the help, rows behind a figure. Registers have a model of their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from socdesk.ui.theme.following import follow
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.words_model import WordsModel


class PlainTable(QTableView):
    """``columns`` are headings with their width in pixels at 100 %; the one with 0 takes what is left."""

    def __init__(self, theme: Theme, name: str, columns: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._theme, self._columns = theme, tuple(columns)
        self.setProperty("look", "plain")
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        self.show_rows(())
        follow(theme, self, self._fit)

    def show_columns(self, columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[str]]) -> None:
        """Show other rows under other headings."""
        self._columns = tuple(columns)
        self.show_rows(rows)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows. The first cell of each speaks the whole row."""
        before = self.model()
        model = WordsModel([heading for heading, _width in self._columns], rows, self)
        self.setModel(model)
        if isinstance(before, WordsModel):
            before.deleteLater()
        self._fit()
        self.setCurrentIndex(model.index(0, 0))

    def _fit(self) -> None:
        header = self.horizontalHeader()
        for n, (_heading, width) in enumerate(self._columns):
            mode = QHeaderView.ResizeMode.Interactive if width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(n, mode)
            if width:
                self.setColumnWidth(n, self._theme.px(width))
        header.setFixedHeight(self._theme.size("header"))
        self.verticalHeader().setDefaultSectionSize(self._theme.size("row_compact"))
