"""Every screen of the window, once: pictures, the accessibility walk and the tests of fit all go through this list.

A page's builder adds a line for each of its screens. ``stage.go`` waits until the page has all it shows.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from helpers.screens.stage import PASSPHRASE, Screen, Stage

from socdesk.desk.opening import NewDesk

_WORDS = " ".join(["academic"] * 20)
"""As long as recovery words are; those of a real desk would be others each time."""


def _unlock_error(stage: Stage) -> None:
    stage.door.passphrase._edit.setText("not this one")
    stage.door._unlock()
    stage.until(lambda: stage.door.passphrase.error)


def _passphrase(stage: Stage) -> None:
    stage.window.doors._show_passphrase()
    stage.door.passphrase.one._edit.setText(PASSPHRASE)


def _place(stage: Stage) -> None:
    stage.window.doors._own = Path("/home/officer/Socdesk/desk")  # the one of the stage is another each time
    stage.window.doors._show_place(PASSPHRASE)


def _words(stage: Stage) -> None:
    stage.window.doors._show_words(NewDesk(None, _WORDS), stage.folder, step="Step 3 of 3")  # type: ignore[arg-type]


def _ask_back(stage: Stage) -> None:
    stage.window.doors._show_ask_back(NewDesk(None, _WORDS), stage.folder, step="Step 3 of 3")  # type: ignore[arg-type]


def _form(stage: Stage, page: str, view: str = "new", record: str = "") -> Any:
    shown = stage.go(page, view, record)
    stage.until(lambda: shown.form is not None and bool(shown.form.editors))
    return shown.form


def _form_with_errors(stage: Stage, page: str, view: str = "new") -> None:
    _form(stage, page, view).save()


def _first_of(stage: Stage, page: str) -> None:
    """Open the form of the first record of a page's list."""
    _form(stage, page, "edit", stage.go(page).list.model.ids[0])


def _milestone(stage: Stage) -> None:
    _form(stage, "actions", f"child:milestones:{stage.go('actions').list.model.ids[0]}")


def _rows_behind(stage: Stage) -> None:
    ids = stage.go("actions").list.model.ids[:4]
    stage.go("rows", "\n".join(("Actions by pillar: Protect", *(f"actions {each}" for each in ids))))


def _selected_rows(stage: Stage) -> None:
    shown = stage.go("actions", "all")
    shown.list.table.selectAll()
    shown.list.bulk.give("rag", "RED")


def _nothing_matches(stage: Stage) -> None:
    stage.go("actions").list.head.search.setText("zzzz")
    stage.until(lambda: not stage.page.list.model.ids)


def _undone(stage: Stage) -> None:
    stage.go("actions", "all").list._move()
    stage.settle()
    stage.window.undo()


def _palette(stage: Stage, text: str) -> None:
    from socdesk.ui.command_palette import CommandPalette

    stage.go("today")
    stage.window.open_palette()
    palette = stage.window.findChild(CommandPalette)
    palette.sought.setText(text)
    stage.until(lambda: not palette._timer.isActive())


def _help(stage: Stage) -> None:
    stage.go("today")
    stage.window.show_help()


SCREENS: tuple[Screen, ...] = (
    Screen("welcome", lambda stage: stage.window.doors.show_welcome(), locked=True),
    Screen("first run, passphrase", _passphrase, locked=True),
    Screen("first run, place", _place, locked=True),
    Screen("first run, recovery words", _words, locked=True),
    Screen("first run, words asked back", _ask_back, locked=True),
    Screen("unlock", lambda stage: None, locked=True),
    Screen("unlock with an error", _unlock_error, locked=True),
    Screen("recover", lambda stage: stage.window.doors._show_recover(stage.folder), locked=True),
    Screen("today", lambda stage: stage.go("today")),
    Screen("rows behind a figure", _rows_behind),
    Screen("actions", lambda stage: stage.go("actions")),
    Screen("actions, overdue", lambda stage: stage.go("actions", "overdue")),
    Screen("actions, rows selected", _selected_rows, leaves=True),
    Screen("actions, nothing matches", _nothing_matches, leaves=True),
    Screen("action", lambda stage: _first_of(stage, "actions")),
    Screen("action with errors", lambda stage: _form_with_errors(stage, "actions")),
    Screen("milestone", _milestone),
    Screen("concerns", lambda stage: stage.go("concerns")),
    Screen("concern", lambda stage: _first_of(stage, "concerns")),
    Screen("quick entry", lambda stage: _form(stage, "concerns", "quick")),
    Screen("quick entry with errors", lambda stage: _form_with_errors(stage, "concerns", "quick")),
    Screen("moved to the bin and brought back", _undone, leaves=True),
    Screen("search or jump to", lambda stage: _palette(stage, "taxi")),
    Screen("keys and help", _help),
)  # fmt: skip
