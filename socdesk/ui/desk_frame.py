"""The window while a desk is open: sidebar, the page that is shown, and the bar that says what was done."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from socdesk.commands.command import Shell
from socdesk.commands.places import Spot
from socdesk.desk.desk import Desk
from socdesk.desk.overview.attention_counts import attention_counts
from socdesk.device_settings import ListLook
from socdesk.jobs import Job
from socdesk.settings import COUNCIL
from socdesk.ui.backups.keeper import BackupKeeper
from socdesk.ui.breadth import breadth_of
from socdesk.ui.desk_changes import DeskChanges
from socdesk.ui.navigation import Navigation
from socdesk.ui.room import Room
from socdesk.ui.sidebar import Sidebar
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.undo_bar import UndoBar
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.notice_bar import NoticeBar
from socdesk.ui.widgets.picture import Picture
from socdesk.ui.work import Work


class DeskFrame(QWidget):
    """Holds one open desk; it is thrown away when the desk is locked, and with it all that was shown."""

    def __init__(self, room: Room, council: str) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        row = QHBoxLayout(self)
        spaced(row, room.theme)
        self.sidebar = Sidebar(room.theme, room.shell, council)
        row.addWidget(self.sidebar)
        column = QVBoxLayout()
        spaced(column, room.theme)
        if room.desk.demo:
            column.addWidget(_demo_band(room.theme))
        self._warning = _warning(room)
        column.addWidget(self._warning)
        self.stack = QStackedWidget()
        column.addWidget(self.stack, 1)
        column.addWidget(room.notices)
        row.addLayout(column, 1)
        self.navigation = Navigation(room, self.stack)
        self.undo_bar = UndoBar(room)
        self.navigation.moved.connect(self._moved)
        room.changes.changed.connect(self.count)
        self.count(last=True)
        room.backups.setParent(self)

    def count(self, *, last: bool = False) -> None:
        """Reckon the numbers in the sidebar; ``last`` lets the page that is shown first come before them."""
        desk = self.room.desk
        job = Job("Counting", lambda _progress: attention_counts(desk))
        self.room.work.read(job, self, self.sidebar.count, last=last)

    def _moved(self, spot: Spot) -> None:
        self.sidebar.mark(spot.page)
        self.room.notices.come_last()

    def fit(self, width: int) -> None:
        """Lay everything out for a window of so many pixels."""
        breadth = breadth_of(width, self.room.theme.zoom)
        self.sidebar.fit(breadth)
        self.navigation.fit(breadth)

    def take_keyboard(self) -> None:
        """Bring the keyboard to the first part of the page."""
        page = self.navigation.page
        if page is not None and (parts := page.regions()):
            parts[0].setFocus()

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through."""
        page = self.navigation.page
        notice = (self.room.notices,) if self.room.notices.isVisible() else ()
        return (self.sidebar.pages, *(page.regions() if page else ()), *notice)


def _demo_band(theme: Theme) -> QFrame:
    """Return the band over every page of the sample, which nobody can overlook."""
    band = QFrame()
    band.setProperty("look", "demo-band")
    row = QHBoxLayout(band)
    spaced(row, theme, margins=(24, 4, 24, 4), spacing=8)
    row.addWidget(Picture(theme, "triangle-alert", "amber"))
    row.addWidget(label("Sample desk. Everything here is fictitious.", "warning"))
    row.addStretch(1)
    follow(theme, band, lambda: band.setFixedHeight(theme.px(30)))
    return band


def _warning(room: Room) -> QWidget:
    """Return what the desk itself has to say: the reasons not to trust its file."""
    holder = QWidget()
    holder.setProperty("look", "inside")
    row = QHBoxLayout(holder)
    spaced(row, room.theme, margins=(24, 12, 24, 0))
    box = MessageBox(room.theme)
    row.addWidget(box)
    if room.desk.notices:
        box.tell(" ".join(room.desk.notices))
    holder.setVisible(bool(room.desk.notices))
    return holder


def open_frame(
    desk: Desk, work: Work, theme: Theme, shell: Shell, announcer: Announcer, *, looks: dict[str, ListLook]
) -> DeskFrame:
    """Return the frame of a desk that was just opened."""
    changes = DeskChanges(desk)
    keeper = BackupKeeper(desk, work, changes)
    room = Room(desk, work, theme, shell, announcer, NoticeBar(theme, announcer), changes, keeper, looks)
    return DeskFrame(room, desk.setting(COUNCIL))
