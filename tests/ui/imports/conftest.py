"""The import wizard in the real window, and lists to bring in."""

import pytest
from PySide6.QtCore import Qt

from socdesk.commands.places import Spot
from socdesk.ui.screens.import_page import CHECK, FILE, IMPORT, MATCH
from tests.ui.screens.conftest import desk, on_desk_thread

__all__ = ["desk", "on_desk_thread"]

HEADER = "Licence No,Surname,Forename,Licence Type,Expiry\n"
GOOD = f"{HEADER}PHD1,EXAMPLE,Alex,PHD,31/03/2028\nPHD2,SAMPLE,Sam,PHD,30/06/2028\n".encode()
TWO_WRONG = (
    f"{HEADER}PHD1,EXAMPLE,Alex,PHD,31/03/2028\nPHD2,SAMPLE,Sam,PHD,31/02/2028\nPHD3,SPECIMEN,Kim,Tram,30/06/2028\n"
).encode()


class Wizard:
    """The page, and ways to go through it that wait for its jobs."""

    def __init__(self, window, qtbot, keys, folder):
        self.window, self.keys = window, keys
        self._qtbot, self._folder = qtbot, folder
        self.page = window.frame.navigation.page

    def write(self, name, data):
        path = self._folder / name
        path.write_bytes(data)
        return path

    def read(self, data, name="list.csv"):
        self.page.read(self.write(name, data))
        self.rest()
        return self.page.file

    def rest(self):
        self._qtbot.waitUntil(lambda: not self.window.work._running, timeout=20_000)

    def until(self, step):
        self._qtbot.waitUntil(lambda: self.page.line.now == step, timeout=20_000)
        self.rest()

    def on(self):
        self.keys.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)

    def check(self, data, name="list.csv"):
        """Go to the third step."""
        self.read(data, name)
        for caution in (self.page.file.again, self.page.file.sensitive):
            caution.tick.setChecked(True)
        self.on()
        self.until(MATCH)
        self.on()
        self.until(CHECK)
        return self.page.check

    def bring(self, data, name="list.csv"):
        self.check(data, name)
        self.on()
        self.until(IMPORT)
        self._qtbot.waitUntil(lambda: self.page._done is not None, timeout=20_000)
        self.rest()
        return self.page.end

    def start(self):
        self.page.start()
        self.until(FILE)


@pytest.fixture
def wizard(open_window, qtbot, keys, tmp_path):
    open_window.go(Spot("import", "drivers"))
    made = Wizard(open_window, qtbot, keys, tmp_path)
    made.rest()
    return made
