"""All commands, in the order in which help and the palette show them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from socdesk.commands.command import Command, Shell, Situation, always
from socdesk.commands.places import PLACES, PLACES_BEHIND, Place, Spot

GO, PAGE, EDIT, VIEW, DESK = "Go to", "This page", "Edit", "View", "Desk"


def _go(place: Place, shell: Shell) -> None:
    shell.go(Spot(place.key))


def _show(page: str, view: str, shell: Shell) -> None:
    shell.go(Spot(page, view))


def _go_commands() -> tuple[Command, ...]:
    return tuple(
        Command(id=f"go.{place.key}", title=place.title, group=GO, shortcuts=(f"Ctrl+{n}",), run=partial(_go, place))
        for n, place in enumerate(PLACES, start=1)
    ) + tuple(
        Command(id=f"go.{place.key}", title=place.title, group=GO, run=partial(_go, place), words="register settings")
        for place in PLACES_BEHIND
    )


def _offered(deed: str) -> Callable[[Situation], bool]:
    return lambda situation: situation.is_open and deed in situation.offers


def _on_page(deed: str, title: str, *shortcuts: str) -> Command:
    return Command(
        id=f"page.{deed}",
        title=title,
        group=PAGE,
        shortcuts=shortcuts,
        run=lambda shell: shell.do_on_page(deed),
        usable=_offered(deed),
    )


def _appearance(name: str, title: str) -> Command:
    return Command(
        id=f"view.{name}",
        title=title,
        group=VIEW,
        run=lambda shell: shell.set_appearance(name),
        usable=always,
        words="theme colours",
    )


def _rows(name: str, title: str) -> Command:
    return Command(
        id=f"view.{name}",
        title=title,
        group=VIEW,
        run=lambda shell: shell.set_rows(name),
        usable=always,
        words="height density appearance",
    )


_GOING = (
    Command(
        id="palette",
        title="Search or jump to",
        group=GO,
        shortcuts=("Ctrl+K", "Ctrl+Shift+F"),
        run=lambda shell: shell.open_palette(),
        words="find everything command",
    ),
    Command(
        id="back",
        title="Back",
        group=GO,
        shortcuts=("Alt+Left",),
        run=lambda shell: shell.step(-1),
        usable=lambda situation: situation.is_open and situation.can_go_back,
    ),
    Command(
        id="forward",
        title="Forward",
        group=GO,
        shortcuts=("Alt+Right",),
        run=lambda shell: shell.step(1),
        usable=lambda situation: situation.is_open and situation.can_go_forward,
    ),
    Command(
        id="region.next",
        title="Next part of the window",
        group=GO,
        shortcuts=("F6",),
        run=lambda shell: shell.next_region(1),
    ),
    Command(
        id="region.previous",
        title="Previous part of the window",
        group=GO,
        shortcuts=("Shift+F6",),
        run=lambda shell: shell.next_region(-1),
    ),
)


def _bring(kind: str, title: str, *shortcuts: str) -> Command:
    return Command(
        id=f"import.{kind}" if kind else "import",
        title=title,
        group=GO,
        shortcuts=shortcuts,
        run=lambda shell: shell.go(Spot("import", kind)),
        words="bring in upload excel csv spreadsheet undo import",
    )


_BRINGING_IN = (
    _bring("", "Import a list", "Ctrl+I"),
    _bring("drivers", "Import a list of taxi drivers"),
    _bring("staff", "Import a staff list or a learning system’s export"),
    _bring("members", "Import a list of elected members"),
    _bring("attendance", "Import the attendance of a Teams meeting"),
)

_ON_PAGE = (
    _on_page("open", "Choose a file", "Ctrl+O"),
    _on_page("on", "Continue to the next step", "Ctrl+Return"),
    _on_page("back", "Back to the step before", "Ctrl+Backspace"),
    _on_page("new", "New", "Ctrl+N"),
    _on_page("find", "Filter this page", "Ctrl+F"),
    _on_page("record", "Record training", "Ctrl+R"),
    _on_page("refresh", "Show the page afresh", "F5"),
    _on_page("edit", "Edit", "F2"),
    _on_page("duplicate", "Duplicate", "Ctrl+D"),
    _on_page("bin", "Move to the bin, or bring back"),
    _on_page("select", "Select all"),
    _on_page("columns", "Columns and order"),
    _on_page("save_view", "Save as a view"),
    _on_page("review", "Review RAG ratings"),
    _on_page("refer", "Refer this concern"),
    _on_page("mark", "Paste a text and mark its sentences"),
    _on_page("dispute", "Mark this concern as disputed"),
    _on_page("history", "History of this record", "Ctrl+H"),
    _on_page("discard", "Discard changes"),
    _on_page("void", "Void: entered in error"),
    _on_page("restore", "Restore this version"),
    _on_page("undo_deed", "Undo this deed alone"),
    _on_page("export", "Export", "Ctrl+E"),
    _on_page("print", "Print", "Ctrl+P"),
    _on_page("save_pdf", "Save paper as PDF"),
    _on_page("save_web_page", "Save paper as web page"),
    _on_page("read_text", "Read as text"),
    _on_page("show_pages", "Show the pages"),
    _on_page("refresh_figures", "Refresh the figures"),
    _on_page("check_leaks", "Check for leaks"),
    _on_page("issue", "Issue this paper"),
    _on_page("export_trail", "Export the trail"),
    _on_page("save_checker", "Save the checker of trails"),
)

_RECORDING = (
    Command(
        id="concern.new",
        title="Record a concern",
        group=GO,
        shortcuts=("Ctrl+Shift+N",),
        run=lambda shell: shell.go(Spot("concerns", "quick")),
        words="new tip log",
    ),
    Command(
        id="person.new",
        title="Add a person to train",
        group=GO,
        run=lambda shell: shell.go(Spot("training", "new")),
        words="new taxi driver staff member learner",
    ),
)

_SHOWING = tuple(
    Command(
        id=f"training.{view}",
        title=title,
        group=GO,
        run=partial(_show, "training", view),
        words="training taxi staff members chase",
    )
    for view, title in (
        ("action", "People whose training needs action"),
        ("expiring", "People whose training expires soon"),
        ("expired", "People whose training has expired"),
        ("never", "People never trained"),
    )
)

_REMEMBERING = (
    Command(
        id="desk.deeds",
        title="What was done",
        group=DESK,
        shortcuts=("Ctrl+Shift+H",),
        run=lambda shell: shell.go(Spot("deeds")),
        words="history of the desk undo list deeds changes",
    ),
    Command(
        id="desk.asat",
        title="The desk as at a past day",
        group=DESK,
        run=lambda shell: shell.go(Spot("asat")),
        words="history earlier date snapshot",
    ),
)

_MAKING = (
    Command(
        id="paper.new",
        title="Make a paper",
        group=GO,
        run=lambda shell: shell.go(Spot("papers", "new")),
        words="report committee update guide draft",
    ),
)

_EDITING = (
    Command(id="undo", title="Undo", group=EDIT, shortcuts=("Ctrl+Z",), run=lambda shell: shell.undo()),
    Command(id="redo", title="Redo", group=EDIT, shortcuts=("Ctrl+Y", "Ctrl+Shift+Z"), run=lambda shell: shell.redo()),
)

_VIEWING = (
    Command(
        id="zoom.in",
        title="Larger text",
        group=VIEW,
        shortcuts=("Ctrl+=", "Ctrl++"),
        run=lambda shell: shell.zoom_by(1),
        usable=always,
        words="zoom in size",
    ),
    Command(
        id="zoom.out",
        title="Smaller text",
        group=VIEW,
        shortcuts=("Ctrl+-",),
        run=lambda shell: shell.zoom_by(-1),
        usable=always,
        words="zoom out size",
    ),
    Command(
        id="zoom.reset",
        title="Text at 100 per cent",
        group=VIEW,
        shortcuts=("Ctrl+0",),
        run=lambda shell: shell.zoom_by(0),
        usable=always,
        words="zoom normal size",
    ),
    _appearance("light", "Light appearance"),
    _appearance("dark", "Dark appearance"),
    _appearance("system", "Appearance as the system has it"),
    _appearance("contrast", "High contrast"),
    _rows("comfortable", "Comfortable rows in lists"),
    _rows("compact", "Compact rows in lists"),
)

_DESK = (
    Command(
        id="passphrase",
        title="Change the passphrase",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "passphrase")),
        words="password security settings",
    ),
    Command(
        id="recovery",
        title="Make new recovery words",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "words")),
        words="security settings",
    ),
    Command(
        id="device",
        title="Remember the desk on this computer",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "device")),
        words="keyring without passphrase forget computer security settings",
    ),
    Command(
        id="key.renew",
        title="Renew the data key",
        group=DESK,
        run=lambda shell: shell.renew_key(),
        words="new key encryption security stolen copy",
    ),
    Command(
        id="people",
        title="People who can open this desk",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "people")),
        words="deputy officers add remove person security settings",
    ),
    Command(
        id="log",
        title="View the log",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "log")),
        words="audit trail events security settings export",
    ),
    Command(
        id="verify",
        title="Verify the desk",
        group=DESK,
        run=lambda shell: shell.go(Spot("settings", "about")),
        words="check sound chains damage about settings",
    ),
    Command(
        id="help",
        title="Keys and help",
        group=DESK,
        shortcuts=("F1", "Ctrl+/"),
        run=lambda shell: shell.show_help(),
        usable=always,
        words="shortcuts keyboard",
    ),
    Command(
        id="backup.now",
        title="Back up now",
        group=DESK,
        run=lambda shell: shell.back_up(),
        words="backup copy save drive",
    ),
    Command(
        id="backup.restore",
        title="Restore from a backup",
        group=DESK,
        run=lambda shell: shell.restore(""),
        words="backup bring back earlier",
    ),
    Command(
        id="salvage",
        title="Salvage a damaged desk",
        group=DESK,
        run=lambda shell: shell.salvage(),
        words="damage torn broken file rescue read",
    ),
    Command(id="lock", title="Lock now", group=DESK, shortcuts=("Ctrl+L",), run=lambda shell: shell.lock()),
    Command(
        id="leave",
        title="Close Socdesk",
        group=DESK,
        shortcuts=("Ctrl+Q",),
        run=lambda shell: shell.leave(),
        usable=always,
        words="quit exit",
    ),
)

COMMANDS: tuple[Command, ...] = (
    *_go_commands(),
    *_GOING,
    *_RECORDING,
    *_BRINGING_IN,
    *_SHOWING,
    *_MAKING,
    *_ON_PAGE,
    *_EDITING,
    *_REMEMBERING,
    *_VIEWING,
    *_DESK,
)
