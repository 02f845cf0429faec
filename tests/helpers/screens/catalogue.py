"""Every screen of the window, once: pictures, the accessibility walk and the tests of fit all go through this list.

A page's builder adds a line for each of its screens. ``stage.go`` waits until the page has all it shows.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from helpers.screens.stage import PASSPHRASE, Screen, Stage

from socdesk.commands.places import PLACES_BEHIND
from socdesk.desk.backups.newest_good import GoodBackup
from socdesk.desk.opening import NewDesk
from socdesk.desk.rekeying import Renewal
from socdesk.desk.salvaging import Salvaged
from socdesk.desk.too_soon import TooSoonError
from socdesk.desk.ways_in import SHEET_BREAK
from socdesk.errors import CancelledError
from socdesk.keys.errors import DamagedKeyFileError
from socdesk.ui.papers.builder import CHECK, PAGES, TEXT
from socdesk.ui.screens.import_page import CHECK as IMPORT_CHECK
from socdesk.ui.screens.import_page import MATCH
from socdesk.ui.screens.renew_key import RenewingScreen
from socdesk.ui.screens.settings.sections import SECTIONS

_WORDS = " ".join(["academic"] * 20)
"""As long as recovery words are; those of a real desk would be others each time."""

_LIST = """Licence No,Surname,Forename,Licence Type,Expiry
PHD9001,EXAMPLE,Alex,PHD,31/03/2028
PHD9002,SAMPLE,Sam,PHD,31/02/2028
PHD9003,SPECIMEN,Kim,Tram,30/06/2028
"""
"""A list of drivers with two rows that cannot come in as they stand."""


def _unlock_error(stage: Stage) -> None:
    stage.door.passphrase._edit.setText("not this one")
    stage.door._unlock()
    stage.until(lambda: stage.door.passphrase.error)


def _remembered(stage: Stage) -> None:
    doors = stage.window.doors
    doors.remembered = stage.folder
    doors.show_unlock(stage.folder)
    doors.remembered = None


def _too_soon(stage: Stage) -> None:
    stage.door._refused(TooSoonError(40))
    stage.door._waiting.setInterval(3_600_000)  # so that every picture says the same


def _passphrase(stage: Stage) -> None:
    stage.window.doors._show_passphrase()
    stage.door.passphrase.one._edit.setText(PASSPHRASE)


def _place(stage: Stage) -> None:
    stage.window.doors._own = Path("/home/officer/Socdesk/desk")  # the one of the stage is another each time
    stage.window.doors._show_passphrase()
    stage.door.show_place()


def _words(stage: Stage) -> None:
    stage.window.doors._show_words(_made(), stage.folder, first_run=True)


def _ask_back(stage: Stage) -> None:
    stage.window.doors._new_words(_made(), stage.folder, first_run=True).ask_back()


def _sheet(stage: Stage) -> None:
    stage.window.doors._show_words(_made_in_sheets(), stage.folder, first_run=True)


def _sheet_asked_back(stage: Stage) -> None:
    stage.window.doors._new_words(_made_in_sheets(), stage.folder, first_run=True).ask_back(1)


def _made_in_sheets() -> NewDesk:
    return NewDesk(SHEET_BREAK.join([_WORDS] * 3), None)  # type: ignore[arg-type]


def _two_sheets(stage: Stage) -> None:
    stage.window.doors._show_recover(stage.folder)
    stage.door.words.ask_for_second()


def _restore(stage: Stage) -> None:
    stage.window.doors.show_restore(Path("/home/officer/OneDrive/backups"))


def _restore_by_two_sheets(stage: Stage) -> None:
    _restore(stage)
    stage.door.use_words()
    stage.door.words.ask_for_second()


def _backups(stage: Stage) -> None:
    stage.window.doors._show_backups(None, stage.folder)  # type: ignore[arg-type]
    stage.door.place.show_folder(Path("/home/officer/OneDrive/backups"))


def _made() -> NewDesk:
    return NewDesk(_WORDS, None)  # type: ignore[arg-type]


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
    stage.go("actions", "all").list.deeds.move()
    stage.settle()
    stage.window.undo()


def _chosen_people(stage: Stage) -> None:
    stage.go("training").matrix.table.selectAll()


def _person(stage: Stage) -> None:
    page = stage.go("training")
    page.open_person(page.matrix.model.ids[0])


def _recording(stage: Stage) -> None:
    page = stage.go("training")
    page.matrix.table.selectAll()
    page.record()
    stage.settle()


def _wizard(stage: Stage, *steps: int) -> Any:
    page = stage.go("import", "drivers")
    list_ = stage.settings / "list.csv"
    list_.write_text(_LIST, encoding="utf-8")
    page.read(list_)
    stage.until(lambda: page._reading is not None)
    stage.settle()
    for step in steps:
        stage.until(lambda step=step: page.line.now == step or _pressed(page))
        stage.settle()
    return page


def _pressed(page: Any) -> bool:
    """Press the button that goes on, which does nothing while a job runs; the step has not come yet."""
    if page.on.isEnabled():
        page.go_on()
    return False


def _imported(stage: Stage) -> None:
    page = _wizard(stage, MATCH, IMPORT_CHECK)
    page.go_on()
    stage.until(lambda: page._done is not None)


def _new_paper(stage: Stage) -> None:
    stage.go("papers").start()


def _paper(stage: Stage, tab: int) -> None:
    page = stage.go("papers")
    page.start()
    stage.settle()
    page.form.meeting.show_text("2026-03-19")
    page.make.click()
    stage.until(lambda: page._shows_paper and page.builder.preview is not None, seconds=60)
    page.builder.show_tab(tab)


def _page(stage: Stage, key: str) -> None:
    stage.go(key)


def _settings(stage: Stage, key: str) -> None:
    stage.go("settings", key)


def _renewal(stage: Stage) -> None:
    stage.window.doors.show_renewal(stage.folder)


def _who_leaves(stage: Stage) -> None:
    renewal = Renewal(_WORDS, None, ("Dana Example", "Robin Sample"), None, None)  # type: ignore[arg-type]
    stage.window.doors._planned(renewal, stage.folder)


def _not_renewed(stage: Stage) -> None:
    renewal = Renewal(_WORDS, None, (), None, None)  # type: ignore[arg-type]
    screen = RenewingScreen(stage.theme, stage.window.announcer, stage.window.work, stage.window.doors._ways, renewal)
    stage.window.doors._show(screen)
    screen._failed(CancelledError())


def _new_person(stage: Stage) -> None:
    stage.go("settings", "people").section.add.click()


def _person_with_errors(stage: Stage) -> None:
    _new_person(stage)
    stage.page.section.door._save()


def _removing(stage: Stage) -> None:
    stage.go("settings", "people").section.remove.click()


def _salvaged(stage: Stage) -> None:
    lost = (
        "2 pages of the file could not be read: 41, 57.",
        "9 changes could not be read: 101 to 108, 131. They were made before 22 January 2026.",
    )
    folder = Path("/home/officer/Socdesk/desk-salvaged")
    stage.window.doors._show_salvaged(Salvaged(None, folder, 1204, lost))  # type: ignore[arg-type]
    stage.window.doors._pending = None


def _trail(stage: Stage) -> None:
    stage.go("settings", "log").section.out.ask()


def _history(stage: Stage) -> None:
    stage.go("history", "actions", stage.go("actions").list.model.ids[6])


def _palette(stage: Stage, text: str) -> None:
    from socdesk.ui.command_palette import CommandPalette

    stage.go("today")
    stage.window.open_palette()
    palette = stage.window.findChild(CommandPalette)
    palette.sought.setText(text)
    stage.until(lambda: not palette._timer.isActive())


def _damaged_lock(stage: Stage) -> None:
    stage.window.doors._damaged("", DamagedKeyFileError("it is not JSON"), folder=Path("/home/officer/desk"))
    stage.door.show_good(GoodBackup(Path("/media/drive/socdesk-1a2b3c4d"), datetime(2026, 3, 2, 9, tzinfo=UTC)))


def _help(stage: Stage) -> None:
    stage.go("today")
    stage.window.show_help()


SCREENS: tuple[Screen, ...] = (
    Screen("welcome", lambda stage: stage.window.doors.show_welcome(), locked=True),
    Screen("first run, passphrase", _passphrase, locked=True),
    Screen("first run, place", _place, locked=True),
    Screen("first run, recovery words", _words, locked=True),
    Screen("first run, words asked back", _ask_back, locked=True),
    Screen("first run, backups", _backups, locked=True),
    Screen("unlock", lambda stage: None, locked=True),
    Screen("unlock with an error", _unlock_error, locked=True),
    Screen("unlock, too soon", _too_soon, locked=True),
    Screen("unlock on a computer that remembers", _remembered, locked=True),
    Screen("a damaged desk", lambda stage: stage.window.doors.show_damaged(Path("/home/officer/desk")), locked=True),
    Screen("a damaged key file", _damaged_lock, locked=True),
    Screen("a salvaged desk", _salvaged, locked=True),
    Screen("recover", lambda stage: stage.window.doors._show_recover(stage.folder), locked=True),
    Screen("renew the data key", _renewal, locked=True),
    Screen("renew the data key, who leaves", _who_leaves, locked=True),
    Screen("renew the data key, cancelled", _not_renewed, locked=True),
    Screen("first run, one of three sheets", _sheet, locked=True),
    Screen("first run, a sheet asked back", _sheet_asked_back, locked=True),
    Screen("recover with two sheets", _two_sheets, locked=True),
    Screen("restore", _restore, locked=True),
    Screen("restore by two sheets", _restore_by_two_sheets, locked=True),
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
    Screen("training", lambda stage: stage.go("training")),
    Screen("training, people chosen", _chosen_people, leaves=True),
    Screen("training, a person", _person, leaves=True),
    Screen("training, recording", _recording, leaves=True),
    Screen("import, file", _wizard, leaves=True),
    Screen("import, columns", lambda stage: _wizard(stage, MATCH), leaves=True),
    Screen("import, check", lambda stage: _wizard(stage, MATCH, IMPORT_CHECK), leaves=True),
    Screen("import, done", _imported, leaves=True),
    Screen("papers", lambda stage: stage.go("papers")),
    Screen("papers, a new one", _new_paper, leaves=True),
    Screen("paper, pages", lambda stage: _paper(stage, PAGES), leaves=True),
    Screen("paper, read as text", lambda stage: _paper(stage, TEXT), leaves=True),
    Screen("paper, check", lambda stage: _paper(stage, CHECK), leaves=True),
    *(Screen(place.title.lower(), partial(_page, key=place.key)) for place in PLACES_BEHIND),
    Screen("version of the strategy", lambda stage: _first_of(stage, "strategies")),
    *(Screen(f"settings, {place.title.lower()}", partial(_settings, key=place.key)) for place in SECTIONS),
    Screen("a person who can open the desk", _new_person, leaves=True),
    Screen("a person, with errors", _person_with_errors, leaves=True),
    Screen("a person removed", _removing, leaves=True),
    Screen("export the trail", _trail),
    Screen("history", _history),
    Screen("what was done", lambda stage: stage.go("deeds")),
    Screen("as at a past day", lambda stage: stage.go("asat", "2025-12-31 actions")),
    Screen("search or jump to", lambda stage: _palette(stage, "taxi")),
    Screen("keys and help", _help),
)  # fmt: skip
