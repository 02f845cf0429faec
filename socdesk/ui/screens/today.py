"""Today: what needs attention in one list, and four numbers and two charts that each open the rows behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from socdesk.clock import MONTHS
from socdesk.commands.places import Spot
from socdesk.figures.attention import Attention
from socdesk.jobs import Job, Progress
from socdesk.ui.page import Breadth, Page
from socdesk.ui.room import Room
from socdesk.ui.screens.rows_behind import Rows, spot_of_rows
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.attention_list import AttentionList
from socdesk.ui.widgets.bars import RATINGS, Share, ShareBars, Stack, StackedBars
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.card import Card
from socdesk.ui.widgets.scrolled import scrolled
from socdesk.ui.widgets.tile import Tile

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed
    from socdesk.desk.overview.today import Count, Today

_GROUPS = {"DRIVER": "Taxi drivers", "STAFF": "Staff", "MEMBER": "Elected members"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TILES = (
    ("overdue", "octagon-alert", "red"),
    ("concerns", "message-square-warning", "amber"),
    ("soon", "calendar", "blue"),
    ("expiring", "clock", "amber"),
)


class TodayPage(Page):
    """The first page. Everything on it is reckoned in a job, and afresh after each deed."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Today")
        self._shown: Today | None = None
        self.tiles = {key: Tile(room.theme, icon, self._opener(key)) for key, icon, _ink in _TILES}
        self.attention = AttentionList(room.theme)
        self.attention.opened.connect(self._open_attention)
        self._attention_card = Card(room.theme, "Needs your attention", flush=True)
        self._attention_card.column.addWidget(self.attention, 1)
        card = self._attention_card
        follow(room.theme, card, lambda: card.setMinimumHeight(room.theme.px(54 * 7 + 64)))
        self._right = self._charts()
        self._lay_out()
        self.summary.setText("Loading")

    def _charts(self) -> QWidget:
        right = QWidget()
        right.setProperty("look", "inside")
        column = QVBoxLayout(right)
        spaced(column, self.room.theme, spacing=12)
        self._pillars = StackedBars(self.room.theme)
        card = Card(self.room.theme, "Actions by pillar", beside=self._show_rows("Show actions", self._all_actions))
        card.column.addWidget(self._pillars)
        column.addWidget(card)
        self._training = ShareBars(self.room.theme, "People in date for every course that they need")
        card = Card(self.room.theme, "Training in date", beside=self._show_rows("Show who is not", self._not_in_date))
        card.column.addWidget(self._training)
        column.addWidget(card)
        column.addStretch(1)
        return right

    def _show_rows(self, words: str, pressed: Callable[[], None]) -> QWidget:
        return button(self.room.theme, words, pressed, look="quiet")

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("look", "page")
        column = QVBoxLayout(inside)
        spaced(column, self.room.theme, margins=(24, 4, 24, 16), spacing=12)
        self._tile_grid = QGridLayout()
        spaced(self._tile_grid, self.room.theme, spacing=12)
        column.addLayout(self._tile_grid)
        self._body_grid = QGridLayout()
        spaced(self._body_grid, self.room.theme, spacing=12)
        column.addLayout(self._body_grid, 1)
        self.body.addWidget(scrolled(inside))
        self.fit(Breadth.FULL)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        return {"refresh": self.load}

    def regions(self) -> tuple[QWidget, ...]:
        return (self.attention, self.tiles["overdue"])

    def arrive(self, spot: Spot) -> None:
        self.load()

    def desk_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.load()

    def fit(self, breadth: Breadth) -> None:
        """Wide: four tiles in a row and the list beside the charts. Else tiles two by two, charts under the list."""
        wide = breadth >= Breadth.SLIM
        columns = 4 if wide else 2
        for n, tile in enumerate(self.tiles.values()):
            self._tile_grid.addWidget(tile, n // columns, n % columns)
        for n in range(4):
            self._tile_grid.setColumnStretch(n, int(n < columns))
        self._body_grid.addWidget(self._attention_card, 0, 0)
        self._body_grid.addWidget(self._right, int(not wide), int(wide))
        self._body_grid.setColumnStretch(0, 6)
        self._body_grid.setColumnStretch(1, 5 if wide else 0)

    def load(self) -> None:
        """Reckon the page afresh."""
        desk = self.room.desk

        def work(_progress: Progress) -> Today:
            from socdesk.desk.overview.today import today  # noqa: PLC0415  first paint needs none of it

            return today(desk)

        self.room.work.read(Job("Reckoning today", work), self, self.show_today)

    def show_today(self, view: Today) -> None:
        """Show what was reckoned."""
        self._shown = view
        day = view.day
        self.summary.setText(f"{_WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}")
        for key, _icon, ink in _TILES:
            count: Count = getattr(view, key)
            self.tiles[key].show_count(count.number, count.words, ink)
        self.attention.show_lines(view.attention)
        number = len(view.attention)
        self._attention_card.aside.setText("1 item" if number == 1 else f"{number:,} items")
        icons = self.room.theme.tokens.pillar
        self._pillars.show_stacks(
            [
                Stack(code.capitalize(), icons[code], tuple(ratings[each].numerator for each in RATINGS))
                for code, ratings in view.pillars.items()
            ]
        )
        self._training.show_shares(
            [Share(_GROUPS[kind], figure.numerator, figure.denominator) for kind, figure in view.training.items()]
        )

    def _opener(self, key: str) -> Callable[[], None]:
        def open_rows() -> None:
            if self._shown is not None:
                count: Count = getattr(self._shown, key)
                self._go(count.rows, count.words, view=count.view)

        return open_rows

    def _open_attention(self, each: Attention) -> None:
        if each.place[0]:
            self.room.shell.go(Spot(*each.place))
            return
        self._go(tuple((each.register, one) for one in each.ids), each.title)

    def _all_actions(self) -> None:
        if self._shown is not None:
            ratings = chain.from_iterable(each.values() for each in self._shown.pillars.values())
            ids = chain.from_iterable(each.numerator_ids for each in ratings)
            self._go(tuple(("actions", one) for one in ids), "all actions")

    def _not_in_date(self) -> None:
        figures = self._shown.training.values() if self._shown else ()
        self._go(tuple(("learners", one) for figure in figures for one in figure.missing_ids), "people not in date")

    def _go(self, rows: Rows, words: str, *, view: str = "") -> None:
        self.room.shell.go(spot_of_rows(rows, words, view=view))
