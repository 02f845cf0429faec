"""The page of training: people and courses as a matrix, a person beside it, and recording what was done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.training.board import ALL_KINDS, EVERYONE, NARROWINGS
from socdesk.errors import UserFacingError
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.register import AnyRegister, State
from socdesk.ui.breadth import Breadth
from socdesk.ui.navigation import BUILDERS
from socdesk.ui.page import Page
from socdesk.ui.records.cell_looks import load_looks
from socdesk.ui.records.drafts_bar import DraftsBar
from socdesk.ui.room import Room
from socdesk.ui.theme.following import spaced
from socdesk.ui.training.people_matrix import PeopleMatrix
from socdesk.ui.training.person_side import PersonSide
from socdesk.ui.training.training_forms import KINDS
from socdesk.ui.training.training_head import TABS
from socdesk.ui.training.training_work import Told, move_people_job, take_away_job
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

KEY, NEW = "training", "new"
_LOW = 620
"""Below this height in pixels at 100 % figures take one line each."""

_LISTS = {"DRIVER": "drivers", "STAFF": "staff", "MEMBER": "members", ALL_KINDS: ""}
_REGISTERS = frozenset({LEARNERS.key, "courses", "requirements", "settings", "list_entries"})


class TrainingPage(Page):
    """Its views are "", a kind and a narrowing parted by a colon, a narrowing alone, "ids:…" or "new"."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Training")
        looks = load_looks(room.theme.tokens)
        self.matrix = PeopleMatrix(room, looks)
        self.side = PersonSide(room, looks)
        self.side.setParent(self)
        self._spot: Spot | None = None
        self._breadth = Breadth.FULL
        self._scroll = scrolled(self.matrix)
        if "import" in BUILDERS:
            self.buttons.addWidget(button(room.theme, "Import list", self._import, icon="upload"))
        hint = "Record training for those chosen (Ctrl+R)"
        record = button(room.theme, "Record training", self.record, look="primary", icon="plus", hint=hint)
        self.buttons.addWidget(record)
        self.drafts = DraftsBar(room, (LEARNERS.key, *(child.key for child in self._children())))
        self.body.addWidget(self.drafts)
        row = QHBoxLayout()
        spaced(row, room.theme)
        row.addWidget(self._scroll, 1)
        row.addWidget(self.side.place)
        self.body.addLayout(row)
        self._connect()
        self.summary.setText("Loading")

    def _connect(self) -> None:
        matrix, side = self.matrix, self.side
        matrix.told.connect(self.summary.setText)
        matrix.reckoned.connect(self._reckoned)
        matrix.failed.connect(self._failed)
        matrix.opened.connect(self.open_person)
        matrix.moved.connect(self._follow_person)
        matrix.recorded.connect(self.record)
        matrix.binned.connect(self._move_chosen)
        matrix.added.connect(self.start)
        side.failed.connect(self._failed)
        side.left.connect(self._take_keyboard_back)
        side.closed.connect(self._person_closed)
        side.panel.taken.connect(self._take_away)
        side.panel.moved.connect(self._move_person)
        side.place.changed.connect(self._fit_side)
        side.discarded.connect(self.drafts.discarded)
        side.left.connect(self.drafts.reload)
        self.drafts.continued.connect(self.side.go_on)

    def _children(self) -> tuple[AnyRegister, ...]:
        return self.room.desk.catalogue.children(LEARNERS.key)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        if self.side.drawer is not None:
            return {}
        offered: dict[str, Callable[[], object]] = {
            "new": self.start,
            "find": self._find,
            "refresh": self.matrix.reload,
            "record": self.record,
        }
        return {**offered, "import": self._import} if "import" in BUILDERS else offered

    def regions(self) -> tuple[QWidget, ...]:
        main = (self.matrix.head.search, self.matrix.table) if self._scroll.isVisible() else ()
        panel = (self.side.panel.courses,) if self.side.panel.isVisible() else ()
        form = (self.side.drawer.form,) if self.side.drawer else ()
        return (*main, *panel, *form)

    @property
    def foot(self) -> int:
        """The bar of the chosen people stays free."""
        return self.matrix.bulk.height() if self.matrix.bulk.isVisible() else 0

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self._fit_height()
        self.side.place.fit(beside=breadth >= Breadth.SLIM)
        self._fit_side()

    def _fit_side(self) -> None:
        self._scroll.setVisible(self._breadth >= Breadth.SLIM or self.side.place.isHidden())
        self.drafts.setVisible(bool(self.drafts.offers) and self.side.drawer is None)
        self._fit_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        """Leave the figures out where the window is low, and while a form stands beside the people."""
        low = self.height() < self.room.theme.px(_LOW)
        self.matrix.head.set_low(low=low or self.side.drawer is not None)

    def desk_changed(self, changed: Changed) -> None:
        children = {each.key for each in self._children()}
        if (_REGISTERS | children) & changed.ids.keys():
            self.matrix.reload()

    def keep_typed(self) -> None:
        if self.side.drawer is not None:
            self.side.drawer.form.keep_typed()

    def arrive(self, spot: Spot) -> None:
        """Show people, one person or the form for a new one; what was typed into the form that stood is kept."""
        if self.side.drawer is not None:
            self.side.drawer.form.leave(partial(self._show, spot))
        else:
            self._show(spot)

    def _show(self, spot: Spot) -> None:
        if self.side.drawer is not None:
            self.side.drop_form()
        self._spot = spot
        self.drafts.reload()
        self.matrix.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.matrix.reload()

    def _reckoned(self) -> None:
        """Show what the spot asks for, once there is a board to show it on."""
        self.side.board = self.matrix.board
        spot, self._spot = self._spot, None
        if spot is None or not (spot.view or spot.record):
            self.side.read(self.side.person)
        elif spot.view == NEW:
            self.start()
        elif spot.record:
            if self.matrix.go_to(spot.record):
                self.side.read(spot.record)
            else:
                self.room.notices.tell("That person is not on this desk any more.")
        else:
            self.matrix.head.go_to(*_asked_for(spot.view))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.room.notices.tell(str(error))
        else:
            self.room.work.failed.emit(error)

    def _find(self) -> None:
        self.matrix.head.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.matrix.head.search.selectAll()

    def _import(self) -> None:
        self.room.shell.go(Spot("import", _LISTS[self.matrix.head.kind]))

    def record(self) -> None:
        """Record training for the people chosen."""
        self.side.record(self.matrix.chosen, self.matrix.table.course)

    def open_person(self, person: str) -> None:
        """Open the panel of a person."""
        self.side.read(person)
        self.spot_changed.emit(Spot(KEY, record=person))

    def _follow_person(self, person: str) -> None:
        """Let an open panel follow the keyboard from person to person."""
        if self.side.person and self.side.drawer is None and self._breadth >= Breadth.SLIM:
            self.side.read(person)

    def _person_closed(self) -> None:
        self.spot_changed.emit(Spot(KEY))

    def _take_keyboard_back(self) -> None:
        panel = self.side.panel
        back = self.matrix.table if self._scroll.isVisible() or not panel.isVisible() else panel.courses
        back.setFocus(Qt.FocusReason.OtherFocusReason)

    def start(self) -> None:
        """Add a person; where the tab says no kind, ask which."""
        add = self.matrix.head.add
        if self.matrix.head.kind:
            self.side.add(self.matrix.head.kind)
        else:
            self.kinds_menu().popup(add.mapToGlobal(QPoint(0, add.height())))

    def kinds_menu(self) -> QMenu:
        """Return the menu of the kinds of people that can be added."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind, words in KINDS.items():
            menu.addAction(f"Add {words}", partial(self.side.add, kind))
        return menu

    def _take_away(self, completion: str) -> None:
        self.room.work.write(take_away_job(self.room.desk, completion), self, self._told, failed=self._failed)

    def _move_person(self) -> None:
        person = self.side.panel.person
        if person is not None:
            self._move((self.side.person,), State.LIVE if person.in_bin else State.BINNED)

    def _move_chosen(self) -> None:
        if self.matrix.table.chosen:
            self._move(self.matrix.table.chosen, State.LIVE if self.matrix.in_bin else State.BINNED)

    def _move(self, people: tuple[str, ...], state: State) -> None:
        self.room.work.write(move_people_job(self.room.desk, people, state), self, self._told, failed=self._failed)

    def _told(self, told: Told) -> None:
        if told.words:
            self.room.notices.tell(f"{told.words}.", offer="Undo Ctrl+Z", do=self.room.shell.undo)


def _asked_for(view: str) -> tuple[str, str]:
    """Return the kind and the narrowing that a view asks for; drivers where it is no view of this page."""
    kind, _, narrowed = view.partition(":")
    if kind in TABS and kind != ALL_KINDS:
        return kind, narrowed if narrowed in NARROWINGS else EVERYONE
    return (ALL_KINDS, view) if view in NARROWINGS or kind == "ids" else ("DRIVER", EVERYONE)
