"""What stands over the matrix: the kinds of people, four figures that narrow it, search as you type, and chips."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QTabBar, QVBoxLayout, QWidget

from socdesk.desk.training.board import (
    ACTION,
    ALL_KINDS,
    BIN,
    EVERYONE,
    GONE,
    IN_DATE_ALL,
    NEVER,
    OUT,
    SOON,
    Board,
    Group,
)
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.bars import Share
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.search_line import SearchLine
from socdesk.ui.widgets.tile import Tile

TABS = {"DRIVER": "Taxi drivers", "STAFF": "Staff", "MEMBER": "Elected members", ALL_KINDS: "All people"}
"""The kinds of people, in the order of the tabs, and what each is called."""

_PAUSE_MS = 120
_FOUR_TILES, _CHIPS_BESIDE = 700, 1040
"""From which widths in pixels at 100 % on the figures stand in one row, and the chips beside the search."""

_TILES = ((IN_DATE_ALL, "circle-check"), (SOON, "clock"), (OUT, "octagon-x"), (NEVER, "circle-dashed"))
_CHIPS = (EVERYONE, ACTION, IN_DATE_ALL, SOON, OUT, NEVER, GONE, BIN)
_ONLY_IF_ANY = frozenset({GONE, BIN})
_COUNTED = frozenset({ACTION, GONE, BIN})
"""The chips that say their number; a figure over the others says theirs."""

_THESE = "ids:"


class TrainingHead(QWidget):
    """``asked`` is sent when the matrix shall show other people, ``added`` when a person is to be added."""

    asked = Signal()
    added = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("look", "inside")
        self._theme = theme
        self._board: Board | None = None
        self._is_low = False
        self.narrowed = EVERYONE
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Kinds of people")
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setUsesScrollButtons(True)
        for words in TABS.values():
            self.tabs.addTab(words)
        self.tabs.currentChanged.connect(self._turned)
        self.tiles = {key: Tile(theme, icon, self._narrower(key)) for key, icon in _TILES}
        self.search = SearchLine(theme, "Search by name, badge or licence number")
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.asked)
        self.search.textChanged.connect(self._typed)
        self.chips: dict[str, QPushButton] = {}
        self._row_of_chips = FlowRow(theme)
        for key in (*_CHIPS, _THESE):
            self._add_chip(key)
        self._lay_out()

    def _add_chip(self, key: str) -> None:
        chip = button(self._theme, key, self._narrower(key), look="chip")
        chip.setCheckable(True)
        chip.setAutoExclusive(True)
        chip.toggled.connect(partial(_one_tab_stop, chip))
        self.chips[key] = chip
        self._row_of_chips.add(chip)
        chip.setChecked(key == EVERYONE)
        _one_tab_stop(chip, key == EVERYONE)

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        spaced(column, self._theme, margins=(0, 0, 0, 10), spacing=10)
        tabs = QHBoxLayout()
        spaced(tabs, self._theme, margins=(20, 0, 20, 0))
        tabs.addWidget(self.tabs, 1)
        column.addLayout(tabs)
        self._grid = QGridLayout()
        spaced(self._grid, self._theme, margins=(24, 0, 24, 0), spacing=12)
        for n, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, 0, n)  # here, so that Tab comes to them before the search
        column.addLayout(self._grid)
        row = QHBoxLayout()
        spaced(row, self._theme, margins=(24, 0, 24, 0), spacing=8)
        row.addWidget(self.search, 2)
        row.addWidget(self._row_of_chips, 5)
        self._row = row
        column.addLayout(row)
        self._under = QHBoxLayout()
        spaced(self._under, self._theme, margins=(24, 0, 24, 0))
        column.addLayout(self._under)
        self.add = icon_button(self._theme, "user-plus", "Add a person", self.added.emit, hint="Add a person (Ctrl+N)")
        row.addWidget(self.add)
        follow(self._theme, self, self._fit)

    def _fit(self) -> None:
        """Where there is room: four figures in a row, chips beside the search. Else two by two, and chips under it."""
        for tile in self.tiles.values():
            tile.set_compact(compact=self._is_low)
        columns = 4 if self.width() >= self._theme.px(_FOUR_TILES) else 2
        for n, tile in enumerate(self.tiles.values()):
            self._grid.addWidget(tile, n // columns, n % columns)
        for n in range(4):
            self._grid.setColumnStretch(n, int(n < columns))
        if self.width() >= self._theme.px(_CHIPS_BESIDE):
            self._row.insertWidget(1, self._row_of_chips, 5)
        else:
            self._under.addWidget(self._row_of_chips)
        self._take_height()

    def set_low(self, *, low: bool) -> None:
        """Take less height, for a window that has little."""
        if low != self._is_low:
            self._is_low = low
            self._fit()

    def _take_height(self) -> None:
        """Take the height that the width needs: what scrolls this asks for no more than the least."""
        self._column.activate()
        self.setMinimumHeight(self._column.totalHeightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    @property
    def kind(self) -> str:
        """The kind of people of the tab that is chosen."""
        return tuple(TABS)[max(self.tabs.currentIndex(), 0)]

    def show_board(self, board: Board) -> None:
        """Show the numbers of a board."""
        self._board = board
        with QSignalBlocker(self.tabs):
            for number, (kind, words) in enumerate(TABS.items()):
                self.tabs.setTabText(number, f"{words} {len(board.groups[kind].ids[EVERYONE]):,}")
        self._show_group(board, board.groups[self.kind])

    def _show_group(self, board: Board, group: Group) -> None:
        share = Share("", *((group.in_date.numerator, group.in_date.denominator) if group.in_date else (0, 0)))
        per_cent, _, fraction = share.words.partition(", ")
        if fraction:
            self.tiles[IN_DATE_ALL].show_share(per_cent, f"in date, {fraction}", "green")
        else:
            self.tiles[IN_DATE_ALL].show_share("\N{EN DASH}", share.words, "grey")
        self.tiles[SOON].show_count(len(group.ids[SOON]), f"expire within {board.notice} days", "amber")
        self.tiles[OUT].show_count(len(group.ids[OUT]), "have expired", "red")
        self.tiles[NEVER].show_count(len(group.ids[NEVER]), "never trained", "grey")
        self._show_chips(board, group)

    def _show_chips(self, board: Board, group: Group) -> None:
        these = board.named(self.narrowed) if self.narrowed.startswith(_THESE) else ()
        words = {
            EVERYONE: "Everyone",
            ACTION: "Needs action",
            IN_DATE_ALL: "In date",
            SOON: f"Expiring in {board.notice} days",
            OUT: "Expired",
            NEVER: "Never trained",
            GONE: "Left",
            BIN: "Bin",
            _THESE: f"These {len(these):,}",
        }
        for key, chip in self.chips.items():
            number = len(these) if key == _THESE else len(group.ids[key])
            chip.setText(f"{words[key]} {number:,}" if key in _COUNTED and number else words[key])
            kept = key not in {*_ONLY_IF_ANY, IN_DATE_ALL, _THESE} or (key in _ONLY_IF_ANY and number > 0)
            chip.setVisible(kept or self.narrowed.startswith(key))
            if self.narrowed.startswith(key):
                chip.setChecked(True)
        self._row_of_chips.refresh()
        self._take_height()

    def go_to(self, kind: str, narrowed: str) -> None:
        """Choose a kind and a narrowing, without asking for people yet."""
        with QSignalBlocker(self.tabs):
            self.tabs.setCurrentIndex(tuple(TABS).index(kind))
        self.narrowed = narrowed
        if self._board is not None:
            self._show_group(self._board, self._board.groups[kind])

    def clear(self) -> None:
        """Let everybody through."""
        with QSignalBlocker(self.search):
            self.search.clear()
        self.search.cross.hide()
        self._pause.stop()
        self.go_to(self.kind, EVERYONE)
        self.asked.emit()

    def _narrower(self, key: str) -> Callable[[], None]:
        def narrow() -> None:
            if key != _THESE:
                self.go_to(self.kind, key)
                self.asked.emit()

        return narrow

    def _turned(self) -> None:
        """Keep the narrowing from tab to tab, but for one that names people."""
        self.go_to(self.kind, EVERYONE if self.narrowed.startswith(_THESE) else self.narrowed)
        self.asked.emit()

    def _typed(self) -> None:
        self._pause.start()


def _one_tab_stop(chip: QPushButton, checked: bool) -> None:  # noqa: FBT001  Qt's signal gives it so
    """Let Tab come to the chosen chip alone; arrows go on from there."""
    chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus)
