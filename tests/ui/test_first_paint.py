"""The window is seen before anything heavy is loaded."""

import json
import subprocess
import sys

HEAVY = {"sqlalchemy", "sqlcipher3", "alembic", "reportlab", "pikepdf", "openpyxl", "keyring", "cryptography", "zxcvbn"}

SHOW_AND_LOOK = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject
from socdesk.bootstrap import run_window
from socdesk.ui import main_window

class Look(QObject):
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            print(json.dumps(sorted(sys.modules)))
            watched.removeEventFilter(self)
            watched.window().close()
        return False

look = Look()
show = main_window.MainWindow.show
def watched_show(self):
    self.doors.currentWidget().installEventFilter(look)
    show(self)
main_window.MainWindow.show = watched_show
run_window(Path(sys.argv[1]))
"""


def loaded_at_first_paint(folder):
    run = subprocess.run([sys.executable, "-c", SHOW_AND_LOOK, folder], check=True, capture_output=True, text=True)
    return {*json.loads(run.stdout)}


def packages(modules):
    return {name.partition(".")[0] for name in modules}


def test_at_first_paint_of_the_unlock_screen_nothing_heavy_is_loaded(desk_folder):
    loaded = loaded_at_first_paint(desk_folder)
    assert "PySide6" in loaded
    assert packages(loaded) & HEAVY == set()
    assert loaded & {"socdesk.ui.preloading", "socdesk.ui.navigation"} == set()


def test_at_first_paint_of_the_welcome_nothing_heavy_is_loaded(tmp_path):
    assert packages(loaded_at_first_paint(tmp_path / "none")) & HEAVY == set()


def test_only_the_window_loads_qt():
    code = "import sys; from socdesk.cli.parser import build_parser as b; b(); assert 'PySide6' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
