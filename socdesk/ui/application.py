"""The Qt application and its one window."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from socdesk.desk.ways_in import WaysIn
from socdesk.device_settings import SettingsFile
from socdesk.ui.main_window import MainWindow
from socdesk.ui.screen_needed import refused_in_words
from socdesk.ui.theme.fonts import load_fonts
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens
from socdesk.ui.tidying import Tidying
from socdesk.ui.widgets.labels import HeadingRoles
from socdesk.ui.work import Work

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]


def make_application(name: str = "socdesk") -> QApplication:
    """Return the application, in the one style that looks the same on every system."""
    with refused_in_words():
        application = QApplication([name, "-style", "Fusion"])  # as an argument: setStyle makes all that QStyle knows
    application.setApplicationName("Socdesk")
    application.setApplicationDisplayName("Socdesk")
    load_fonts()
    return application


def run_window(ways: WaysIn, folder: Path | None = None, settings: SettingsFile | None = None) -> int:
    """Show the window and return when it is closed. ``folder`` is the desk to open, else the one known here."""
    app = make_application()
    roles = HeadingRoles()
    file = settings or SettingsFile()
    kept = file.read()
    theme = Theme(app, load_tokens(), appearance=kept.appearance, zoom=kept.zoom, compact=kept.compact)
    work = Work()
    window = MainWindow(theme, work, ways, file, folder or kept.desk_folder())
    sys.excepthook = _show_faults(window.show_crash)
    if kept.maximised:
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(0, lambda: _after_first_paint(app, theme, work))
    code = app.exec()
    del roles
    return code


def _after_first_paint(app: QApplication, theme: Theme, work: Work) -> None:
    """Do what nobody waits for: the icon of the window, tidying, which leaves alone what stays, and what comes next."""
    from socdesk.ui.preloading import Preloading  # noqa: PLC0415  the first paint needs no page

    app.setWindowIcon(theme.icon("shield", "link", 64))
    gc.freeze()
    Tidying(app)
    Preloading(work, app)


def _show_faults(show: Callable[[Exception], None]) -> Hook:
    """Return a hook that shows a fault of ours in the window instead of printing what may hold record text."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if isinstance(error, Exception):
            show(error)
        else:
            sys.__excepthook__(kind, error, trace)

    return hook
