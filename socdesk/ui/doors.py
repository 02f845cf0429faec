"""Leads from no desk to an open one: welcome, first run, sample, unlock, recovery. One screen at a time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from socdesk.desk.settling import settle
from socdesk.desk.ways_in import WaysIn, holds_desk, is_damaged_lock
from socdesk.device_settings import sample_desk_folder, usual_desk_folder
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.backups.restoring import Restored
    from socdesk.desk.desk import Desk
    from socdesk.desk.opening import NewDesk
    from socdesk.desk.rekeying import Renewal
    from socdesk.desk.salvaging import Salvaged
    from socdesk.errors import UserFacingError
    from socdesk.ui.screens.newest_backup import NewestBackupDoor
    from socdesk.ui.screens.recovery_steps import RecoverySteps
    from socdesk.ui.screens.recovery_words import AskedBack
    from socdesk.ui.screens.restore import RestoreChoice


class Doors(QStackedWidget):
    """``opened`` is sent with the open desk and its folder; ``crashed`` with a fault of ours.

    ``remembered`` is the folder of the desk that this computer opens by itself.
    Each screen is made when it is shown and gone when it is left, and with it what was typed there.
    """

    opened = Signal(object, object)
    crashed = Signal(object)

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn) -> None:
        super().__init__()
        self._theme, self._announcer, self._work, self._ways = theme, announcer, work, ways
        self._own: Path | None = None
        self._pending: Desk | None = None
        self.remembered: Path | None = None
        self.backups: Path | None = None
        """Where this computer's desk was last backed up to."""

    def start(self, folder: Path) -> None:
        """Ask for the passphrase of the desk in a folder, or welcome a newcomer."""
        self._own = folder if folder != sample_desk_folder() else None
        settle(folder)
        if holds_desk(folder):
            self.show_unlock(folder)
        else:
            self.show_welcome()

    @property
    def pending(self) -> Desk | None:
        """A desk that is open but whose words were not yet asked back."""
        return self._pending

    def show_welcome(self) -> None:
        """Offer all ways in."""
        from socdesk.ui.screens.welcome import WelcomeScreen

        known = next((each for each in (self._own, usual_desk_folder()) if each and holds_desk(each)), None)
        screen = WelcomeScreen(self._theme, self._announcer, known=known)
        screen.make_chosen.connect(self._show_passphrase)
        screen.sample_chosen.connect(lambda: self._sample(screen))
        screen.folder_chosen.connect(self.show_unlock)
        screen.restore.connect(self.show_restore)
        self._show(screen)

    def show_unlock(self, folder: Path) -> None:
        """Ask for the passphrase of a desk."""
        from socdesk.ui.screens.unlock import UnlockScreen

        sample = folder == sample_desk_folder()
        by_itself = folder == self.remembered
        screen = UnlockScreen(
            self._theme, self._announcer, self._work, self._ways, folder, sample=sample, by_itself=by_itself
        )
        screen.opened.connect(partial(self._opened, folder=folder))
        screen.forgotten.connect(lambda: self._show_recover(folder))
        screen.elsewhere.connect(self.show_welcome)
        screen.restore.connect(self.show_restore)
        screen.damaged.connect(partial(self._damaged, folder=folder))
        self._show(screen)

    def _damaged(self, passphrase: str, said: UserFacingError, folder: Path) -> None:
        """Offer the ways on from a desk that did not open, by what was said of it."""
        if not is_damaged_lock(said):
            self.show_damaged(folder, passphrase)
            return
        from socdesk.ui.screens.damaged_lock import DamagedLockScreen

        screen = DamagedLockScreen(
            self._theme,
            self._announcer,
            self._work,
            self._ways,
            folder,
            passphrase=passphrase,
            backups=self.backups,
            said=said,
        )
        screen.opened.connect(partial(self._opened, folder=folder))
        self._show_newest_backup(screen, folder)

    def show_damaged(self, folder: Path, passphrase: str = "") -> None:
        """Offer the ways on from a damaged desk."""
        from socdesk.ui.screens.damaged import DamagedScreen

        screen = DamagedScreen(
            self._theme,
            self._announcer,
            self._work,
            self._ways,
            folder,
            passphrase=passphrase,
            backups=self.backups,
        )
        screen.salvaged.connect(self._show_salvaged)
        self._show_newest_backup(screen, folder)

    def _show_newest_backup(self, screen: NewestBackupDoor, folder: Path) -> None:
        screen.back.connect(lambda: self.show_unlock(folder))
        screen.restore.connect(self.show_restore)
        self._show(screen)

    def _show_salvaged(self, found: Salvaged) -> None:
        from socdesk.ui.screens.damaged import SalvagedScreen

        self._pending = found.desk
        screen = SalvagedScreen(self._theme, self._announcer, found)
        screen.confirmed.connect(lambda: self._opened(found.desk, found.folder))
        self._show(screen)

    def _show_passphrase(self) -> None:
        from socdesk.ui.screens.first_run import ChoosePassphraseScreen

        usual = self._own or usual_desk_folder()
        screen = ChoosePassphraseScreen(self._theme, self._announcer, self._work, self._ways, usual=usual)
        screen.back.connect(self.show_welcome)
        screen.made.connect(partial(self._show_words, first_run=True))
        self._show(screen)

    def _show_recover(self, folder: Path) -> None:
        from socdesk.ui.screens.recover import RecoverScreen

        screen = RecoverScreen(self._theme, self._announcer, self._work, self._ways, folder)
        screen.back.connect(lambda: self.show_unlock(folder))
        screen.made.connect(partial(self._show_words, folder=folder))
        self._show(screen)

    def show_renewal(self, folder: Path) -> None:
        """Ask for the passphrase of whoever wants the data key renewed."""
        from socdesk.ui.screens.renew_key import RenewKeyScreen

        screen = RenewKeyScreen(self._theme, self._announcer, self._work, self._ways, folder)
        screen.back.connect(lambda: self.show_unlock(folder))
        screen.planned.connect(partial(self._planned, folder=folder))
        self._show(screen)

    def _planned(self, renewal: Renewal, folder: Path) -> None:
        """Say who can open the desk no longer, if anybody."""
        from socdesk.ui.screens.renew_key import WhoLeavesScreen

        self._pending = renewal.desk
        if not renewal.leaving:
            self._show_new_words(renewal, folder)
            return
        screen = WhoLeavesScreen(self._theme, self._announcer, renewal.leaving)
        screen.agreed.connect(lambda: self._show_new_words(renewal, folder))
        screen.back.connect(lambda: self._opened(renewal.desk, folder))
        self._show(screen)

    def _show_new_words(self, renewal: Renewal, folder: Path) -> None:
        go = "Check and renew the key"
        self._steps(
            renewal, folder, lambda kept, _screen: self._renew(cast("Renewal", kept), folder), go=go
        ).show_sheet()

    def _renew(self, renewal: Renewal, folder: Path) -> None:
        from socdesk.ui.screens.renew_key import RenewingScreen

        screen = RenewingScreen(self._theme, self._announcer, self._work, self._ways, renewal)
        screen.renewed.connect(partial(self._opened, folder=folder))
        screen.back.connect(lambda: self._opened(renewal.desk, folder))
        screen.shut.connect(partial(self._shut, folder))
        self._show(screen)
        screen.begin()

    def _shut(self, folder: Path) -> None:
        self._pending = None
        self.show_unlock(folder)

    def show_restore(self, backup: Path | None = None) -> None:
        """Ask for a backup, what opens it, and where it goes."""
        from socdesk.ui.screens.restore import RestoreScreen

        own = self._own or usual_desk_folder()
        screen = RestoreScreen(self._theme, self._announcer, self._work, self._ways, target=own, backup=backup)
        screen.back.connect(lambda: self.start(own))
        screen.looked.connect(partial(self._show_restore_choice, target=own))
        self._show(screen)

    def _show_restore_choice(self, choice: RestoreChoice, target: Path) -> None:
        from socdesk.ui.screens.restore import RestoreChoiceScreen

        screen = RestoreChoiceScreen(self._theme, self._announcer, self._work, self._ways, choice, target=target)
        screen.back.connect(lambda: self.show_restore(choice.look.backup))
        screen.restored.connect(self._restored)
        self._show(screen)

    def _restored(self, restored: Restored, folder: Path) -> None:
        if restored.new is not None:
            self._show_words(restored.new, folder)
        else:
            self._opened(restored.desk, folder)

    def _show_words(self, made: NewDesk, folder: Path, *, first_run: bool = False) -> None:
        self._pending = made.desk
        self._new_words(made, folder, first_run=first_run).show_sheet()

    def _new_words(self, made: NewDesk, folder: Path, *, first_run: bool) -> RecoverySteps:
        after = self._show_backups if first_run else self._opened
        return self._steps(made, folder, lambda _kept, _screen: after(made.desk, folder), first_run=first_run)

    def _steps(
        self,
        made: AskedBack,
        folder: Path,
        done: Callable[[AskedBack, Door], object],
        *,
        first_run: bool = False,
        go: str = "",
    ) -> RecoverySteps:
        from socdesk.ui.screens.recovery_steps import RecoverySteps

        return RecoverySteps(
            self._theme,
            self._announcer,
            self._work,
            made,
            folder,
            show=self._show,
            done=done,
            first_run=first_run,
            go=go,
        )

    def _show_backups(self, desk: Desk, folder: Path) -> None:
        from socdesk.ui.screens.first_run import BackupPlaceScreen

        screen = BackupPlaceScreen(self._theme, self._announcer, self._work, desk, folder)
        for done in (screen.chosen, screen.later):
            done.connect(lambda: self._opened(desk, folder))
        self._show(screen)

    def _sample(self, screen: Door) -> None:
        screen.tell_busy("Making the sample desk")
        folder = sample_desk_folder()
        self._work.write(
            self._ways.sample(folder),
            screen,
            partial(self._opened, folder=folder),
            failed=screen.fail,
            watched=screen.watch,
        )

    def _opened(self, desk: Desk, folder: Path) -> None:
        self._pending = None
        self.opened.emit(desk, folder)

    def _show(self, screen: Door) -> None:
        screen.crashed.connect(self.crashed)
        while (old := self.currentWidget()) is not None:
            self.removeWidget(old)
            old.deleteLater()
        self.addWidget(screen)
        self.setCurrentWidget(screen)
