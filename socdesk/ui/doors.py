"""Leads from no desk to an open one: welcome, first run, sample, unlock, recovery. One screen at a time."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from socdesk.desk.settling import settle
from socdesk.desk.ways_in import WaysIn, holds_desk
from socdesk.device_settings import sample_desk_folder, usual_desk_folder
from socdesk.ui.screens.door import Door
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.desk.backups.restoring import Restored
    from socdesk.desk.desk import Desk
    from socdesk.desk.opening import NewDesk
    from socdesk.desk.salvaging import Salvaged
    from socdesk.ui.screens.restore import RestoreChoice


class Doors(QStackedWidget):
    """``opened`` is sent with the open desk and its folder; ``crashed`` with a fault of ours.

    Each screen is made when it is shown and gone when it is left, and with it what was typed there.
    """

    opened = Signal(object, object)
    crashed = Signal(object)

    def __init__(self, theme: Theme, announcer: Announcer, work: Work, ways: WaysIn) -> None:
        super().__init__()
        self._theme, self._announcer, self._work, self._ways = theme, announcer, work, ways
        self._own: Path | None = None
        self._pending: Desk | None = None
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
        screen = UnlockScreen(self._theme, self._announcer, self._work, self._ways, folder, sample=sample)
        screen.opened.connect(partial(self._opened, folder=folder))
        screen.forgotten.connect(lambda: self._show_recover(folder))
        screen.elsewhere.connect(self.show_welcome)
        screen.restore.connect(self.show_restore)
        screen.damaged.connect(partial(self.show_damaged, folder))
        self._show(screen)

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
        screen.back.connect(lambda: self.show_unlock(folder))
        screen.restore.connect(self.show_restore)
        screen.salvaged.connect(self._show_salvaged)
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
        from socdesk.ui.screens.recovery_words import RecoveryWordsScreen

        self._pending = made.desk
        screen = RecoveryWordsScreen(self._theme, self._announcer, self._work, made, folder, first_run=first_run)
        screen.kept.connect(lambda: self._show_ask_back(made, folder, first_run=first_run))
        self._show(screen)

    def _show_ask_back(self, made: NewDesk, folder: Path, *, first_run: bool) -> None:
        from socdesk.ui.screens.recovery_words import AskBackScreen

        screen = AskBackScreen(self._theme, self._announcer, made, first_run=first_run)
        screen.back.connect(lambda: self._show_words(made, folder, first_run=first_run))
        after = self._show_backups if first_run else self._opened
        screen.confirmed.connect(lambda: after(made.desk, folder))
        self._show(screen)

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
