"""What both screens for a damaged desk share: the newest good backup is looked for and offered."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import WaysIn
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.backups.newest_good import GoodBackup

_NONE_FOUND = "No good backup was found where backups went last. Choose one yourself: it may be on another drive."
_NOT_KNOWN = "This computer does not know where backups went. Choose one yourself."


class NewestBackupDoor(Door):
    """``restore`` is sent with a backup's folder, or nothing. ``backups`` is where backups went last."""

    restore = Signal(object)
    back = Signal()

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        ways: WaysIn,
        folder: Path,
        *,
        heading: str,
        words: str,
        backups: Path | None,
        restore_look: str = "primary",
    ) -> None:
        super().__init__(theme, announcer, heading, words)
        self._work, self._ways, self._folder, self._backups = work, ways, folder, backups
        self.good: GoodBackup | None = None
        self.found = label(_NONE_FOUND if backups else _NOT_KNOWN, "small", wrap=True)
        self.to_restore = button(theme, "Choose a backup", self._restore, look=restore_look)

    def offer_restore(self) -> None:
        """Put the part that offers the newest good backup."""
        self.column.addWidget(Heading("Restore the newest good backup", "subtitle"))
        self.column.addWidget(self.found)
        row = FlowRow(self.theme)
        row.add(self.to_restore)
        self.column.addWidget(row)

    def look_for_it(self, passphrase: str) -> None:
        """Look for the newest good backup, where it is known where they went."""
        if not passphrase or self._backups is None:
            return
        self.found.setText("Looking for the newest good backup")
        job = self._ways.newest_good(self._backups, self._folder, passphrase)
        self._work.read(job, self, self.show_good, failed=lambda _error: self.show_good(None))

    def show_good(self, good: GoodBackup | None) -> None:
        """Say what was found."""
        self.good = good
        self.found.setText(good.words if good else _NONE_FOUND)
        self.to_restore.setText("Restore this backup" if good else "Choose a backup")
        self.say(self.found.text())

    def _restore(self) -> None:
        self.restore.emit(self.good.folder if self.good else self._backups)
