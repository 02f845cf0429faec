"""What to do when a desk's key file is damaged: that of the newest good backup is put back, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import WaysIn
from socdesk.errors import UserFacingError
from socdesk.ui.screens.newest_backup import NewestBackupDoor
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.backups.newest_good import GoodBackup

_PUT_BACK = (
    "Only the key file, desk.json, is taken from the newest good backup. Your records stay as they are, also those"
    " saved since. The damaged file is kept beside it as desk-damaged.json."
)


class DamagedLockScreen(NewestBackupDoor):
    """``opened`` is sent with the desk once its key file is put back. ``said`` is why the desk did not open."""

    opened = Signal(object)

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        ways: WaysIn,
        folder: Path,
        *,
        passphrase: str,
        backups: Path | None,
        said: UserFacingError,
    ) -> None:
        super().__init__(
            theme, announcer, work, ways, folder, heading="Your desk’s key file cannot be used",
            words=f"{said.message} {said.advice}", backups=backups, restore_look="",
        )  # fmt: skip
        self._passphrase = passphrase
        self.put_back = button(theme, "Put back the key file", self._put_back, look="primary")
        row = FlowRow(theme)
        row.add(self.put_back)
        self._once_found = (
            Heading("Put back the key file", "subtitle"), label(_PUT_BACK, "small", wrap=True), row,
        )  # fmt: skip
        for part in self._once_found:
            self.column.addWidget(part)
            part.hide()
        self.offer_restore()
        self.buttons(button(theme, "Back", self.back.emit))
        self.first = self.to_restore
        self.look_for_it(passphrase)

    def show_good(self, good: GoodBackup | None) -> None:
        """Offer its key file first: a restored backup would lack what was saved since."""
        super().show_good(good)
        for part in self._once_found:
            part.setVisible(good is not None)
        if good:
            self.first = self.put_back
            self.take_keyboard()

    def _put_back(self) -> None:
        if self.good is None:
            return
        self.tell_busy("Putting back the key file")
        job = self._ways.put_back_key_file(self._folder, self.good.folder, self._passphrase)
        self._work.write(job, self, self.opened.emit, failed=self.fail)
