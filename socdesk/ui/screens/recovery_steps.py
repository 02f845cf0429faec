"""Leads through new recovery words: shown, kept, asked back; sheet by sheet where there are three."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.ui.screens.door import Door
from socdesk.ui.screens.recovery_words import AskBackScreen, RecoveryWordsScreen
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.work import Work

if TYPE_CHECKING:
    from socdesk.ui.screens.recovery_words import AskedBack


class RecoverySteps:
    """``show`` puts a screen in place of the last; ``done`` is called with the words as they were kept and that screen.

    The screens alone hold this, and so the words go with them.
    """

    def __init__(
        self,
        theme: Theme,
        announcer: Announcer,
        work: Work,
        made: AskedBack,
        folder: Path,
        *,
        show: Callable[[Door], object],
        done: Callable[[AskedBack, Door], object],
        first_run: bool = False,
        go: str = "",
    ) -> None:
        self._theme, self._announcer, self._work = theme, announcer, work
        self._made, self._folder = made, folder
        self._show, self._done = show, done
        self._first_run, self._go = first_run, go

    def show_sheet(self, sheet: int = 0) -> None:
        """Show the words of a sheet."""
        screen = RecoveryWordsScreen(
            self._theme,
            self._announcer,
            self._work,
            self._made,
            self._folder,
            first_run=self._first_run,
            sheet=sheet,
        )
        screen.kept.connect(lambda: self.ask_back(sheet))
        screen.split.connect(self._split)
        self._show(screen)

    def _split(self) -> None:
        self._made = self._made.in_three_sheets()
        self.show_sheet()

    def ask_back(self, sheet: int = 0) -> None:
        """Ask words of a sheet back."""
        is_last = sheet + 1 == len(self._made.sheets)
        go = self._go if is_last else "Check and show the next sheet"
        screen = AskBackScreen(self._theme, self._announcer, self._made, first_run=self._first_run, go=go, sheet=sheet)
        screen.back.connect(lambda: self.show_sheet(sheet))
        screen.confirmed.connect(lambda: self._done(self._made, screen) if is_last else self.show_sheet(sheet + 1))
        self._show(screen)
