"""What a person can do, declared once for buttons, shortcuts, the palette, context menus and help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from socdesk.commands.places import Spot
from socdesk.desk.lock_reasons import LockReason


@dataclass(frozen=True, kw_only=True)
class Situation:
    """What the window can do just now. ``offers`` are the deeds of the page that is shown, such as "new" or "find"."""

    is_open: bool = False
    page: str = ""
    offers: frozenset[str] = frozenset()
    can_go_back: bool = False
    can_go_forward: bool = False


class Shell(Protocol):
    """What a command may ask of the window, so that commands need no Qt."""

    def go(self, spot: Spot) -> None:
        """Show a page."""
        ...

    def step(self, steps: int) -> None:
        """Go back (-1) or forward (1) among the pages seen."""
        ...

    def do_on_page(self, deed: str) -> None:
        """Let the page that is shown do one of its deeds."""
        ...

    def undo(self) -> None:
        """Take back the newest deed, and say which."""
        ...

    def redo(self) -> None:
        """Do again what was taken back last, and say what."""
        ...

    def open_palette(self) -> None:
        """Open the search over commands and records."""
        ...

    def show_help(self) -> None:
        """Show the keys."""
        ...

    def next_region(self, steps: int) -> None:
        """Take the keyboard to the next (1) or previous (-1) part of the window."""
        ...

    def zoom_by(self, steps: int) -> None:
        """Make text larger or smaller by so many steps; 0 brings back 100 %."""
        ...

    def set_zoom(self, percent: int) -> None:
        """Show text at so many per cent."""
        ...

    def set_appearance(self, appearance: str) -> None:
        """Choose "system", "light", "dark" or "contrast"."""
        ...

    def set_rows(self, rows: str) -> None:
        """Choose "comfortable" or "compact" rows in lists."""
        ...

    @property
    def unwatched(self) -> str:
        """What the system does not tell, so that the desk does not lock with it; nothing where it tells all."""
        ...

    def lock(self, why: LockReason = LockReason.PERSON) -> None:
        """Close the desk and ask for the passphrase; ``why`` is what the log says."""
        ...

    def back_up(self) -> None:
        """Back the desk up now, and say what came of it."""
        ...

    def restore(self, backup: str) -> None:
        """Lock the desk and offer to restore a backup: the one in a folder, or one that is chosen then."""
        ...

    def note_remembered(self, *, remembered: bool) -> None:
        """Keep, with how the window looked, whether this computer opens the desk by itself."""
        ...

    def renew_key(self) -> None:
        """Lock the desk and offer to renew its data key."""
        ...

    def salvage(self) -> None:
        """Lock the desk and offer to salvage what can be read of it."""
        ...

    def leave(self) -> None:
        """Close the window."""
        ...


def always(_situation: Situation) -> bool:
    """Let a command be used at any time."""
    return True


def when_open(situation: Situation) -> bool:
    """Let a command be used while a desk is open."""
    return situation.is_open


@dataclass(frozen=True, kw_only=True)
class Command:
    """One thing a person can do. ``shortcuts`` are as Qt writes them; the first is the one that is shown.

    ``words`` are further words by which the palette finds it.
    """

    id: str
    title: str
    group: str
    run: Callable[[Shell], None]
    shortcuts: tuple[str, ...] = ()
    usable: Callable[[Situation], bool] = when_open
    words: str = ""

    @property
    def shortcut(self) -> str:
        """The key that is shown, or nothing."""
        return self.shortcuts[0] if self.shortcuts else ""
