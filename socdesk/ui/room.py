"""What every page of an open desk is given: the desk, and how to run work, look, speak and move."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from socdesk.commands.command import Shell
from socdesk.device_settings import ListLook
from socdesk.ui.backups.keeper import BackupKeeper
from socdesk.ui.desk_changes import DeskChanges
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.notice_bar import NoticeBar
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk


@dataclass(frozen=True)
class Room:
    """One open desk in one window. ``looks`` holds how each page's list looked, and is kept when the desk closes."""

    desk: Desk
    work: Work
    theme: Theme
    shell: Shell
    announcer: Announcer
    notices: NoticeBar
    changes: DeskChanges
    backups: BackupKeeper
    looks: dict[str, ListLook] = field(default_factory=dict[str, ListLook])
