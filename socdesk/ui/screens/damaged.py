"""What to do when a desk's file is damaged: restore the newest good backup, or salvage what can be read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from socdesk.desk.ways_in import WaysIn, WrongPassphraseError
from socdesk.ui.screens.door import Door
from socdesk.ui.screens.newest_backup import NewestBackupDoor
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.folder_field import FolderField
from socdesk.ui.widgets.labels import Heading, label
from socdesk.ui.widgets.passphrase_field import PassphraseField
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.salvaging import Salvaged

_SALVAGE = (
    "Each page of the damaged file is read on its own, and what can be read goes into a new desk. You are told what"
    " could not be read. The damaged desk stays as it is."
)


class DamagedScreen(NewestBackupDoor):
    """``salvaged`` is sent with what came of a salvage."""

    salvaged = Signal(object)

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        ways: WaysIn,
        folder: Path,
        *,
        passphrase: str = "",
        backups: Path | None = None,
    ) -> None:
        heading = "Your desk’s file is damaged" if passphrase else "If your desk’s file is damaged"
        super().__init__(
            theme, announcer, work, ways, folder, heading=heading,
            words="Nothing was changed. There are two ways on.", backups=backups,
        )  # fmt: skip
        self.offer_restore()
        self._lay_out_salvage(passphrase)
        self.first = self.to_restore
        self.look_for_it(passphrase)

    def _lay_out_salvage(self, passphrase: str) -> None:
        theme = self.theme
        self.column.addWidget(Heading("Salvage what can be read", "subtitle"))
        self.column.addWidget(label(_SALVAGE, "small", wrap=True))
        self.passphrase = PassphraseField(theme, "Passphrase")
        self.passphrase.submitted.connect(self._salvage)
        self.passphrase.changed.connect(lambda: self.passphrase.set_error(""))
        self.passphrase.fill(passphrase)
        self.passphrase.setVisible(not passphrase)
        self.column.addWidget(self.passphrase)
        new = self._folder.with_name(f"{self._folder.name}-salvaged")
        self.place = FolderField(theme, "Folder of the new desk", hint="It is made if need be", folder=new)
        self.place.submitted.connect(self._salvage)
        self.column.addWidget(self.place)
        salvage = button(theme, "Salvage what can be read", self._salvage)
        self.buttons(salvage, button(theme, "Back", self.back.emit))

    def _salvage(self) -> None:
        if not self.passphrase.text:
            self.complain(self.passphrase, "Enter your passphrase")
            return
        target = self.place.folder
        if (wrong := self.place.check()) or target is None:
            self.say(wrong)
            return
        self.tell_busy("Salvaging what can be read")
        job = self._ways.salvage(self._folder, self.passphrase.text, target)
        self._work.write(job, self, self._done, failed=self._failed, watched=self.watch)

    def _done(self, found: Salvaged) -> None:
        self.passphrase.clear()
        self.salvaged.emit(found)

    def _failed(self, error: Exception) -> None:
        self.fail(error)
        if isinstance(error, WrongPassphraseError):
            self.passphrase.show()
            self.passphrase.focus_widget.setFocus()


class SalvagedScreen(Door):
    """Says what could not be read. ``confirmed`` is sent when the person goes on."""

    confirmed = Signal()

    def __init__(self, theme: Theme, announcer: Announcer, found: Salvaged) -> None:
        words = f"{found.records:,} records were read into a new desk. It opens with the same passphrase."
        super().__init__(theme, announcer, "What could be read is salvaged", words)
        self.place = label(f"The new desk is kept in: {found.folder}", "small", wrap=True)
        self.column.addWidget(self.place)
        said = found.lost or ("Everything could be read.",)
        self.lost = label("\n\n".join(said), wrap=True)
        self.column.addWidget(self.lost)
        if found.lost:
            more = "This list stands in the new desk’s log. Compare the desk with your newest backup before you go on."
            self.column.addWidget(label(more, "small", wrap=True))
        go = button(theme, "Open the salvaged desk", self.confirmed.emit, look="primary")
        self.first = go
        self.buttons(go)
        self.say(f"{words} {' '.join(said)}")
