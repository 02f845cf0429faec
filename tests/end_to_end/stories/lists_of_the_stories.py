"""What the stories about lists share: a person at the wizard, who presses keys."""

from PySide6.QtCore import Qt

from socdesk.ui.screens.import_page import CHECK, IMPORT, MATCH

Key = Qt.Key
HEADER = "Nr of holder,Surname,Forename,Licence Type,Expiry,Safeguarding\n"
DRIVERS = (
    f"{HEADER}PHD1,EXAMPLE,Alex,PHD,31/03/2028,14/05/2025\n"
    "PHD2,SAMPLE,Sam,PHD,30/06/2028,14/04/2023\nPHD3,SPECIMEN,Kim,PHD,30/06/2028,\n"
).encode()


class AtTheWizard:
    """Goes through the steps as a person does."""

    def __init__(self, window, qtbot, keys, folder):
        self.window, self.keys, self._qtbot, self._folder = window, keys, qtbot, folder
        self.said = []
        window.announcer.announced.connect(self.said.append)
        keys.press(Key.Key_I, modifier=Qt.KeyboardModifier.ControlModifier)
        self.page = window.frame.navigation.page
        self.rest()

    def rest(self):
        self._qtbot.waitUntil(lambda: not self.window.work._running, timeout=20_000)

    def take(self, data, name="list.csv"):
        """Bring a file, as the system's dialog does when one was chosen."""
        path = self._folder / name
        path.write_bytes(data)
        self.page.file.zone._chosen(str(path))
        self.rest()
        return self.page.file

    def on(self, step):
        self.keys.press(Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
        self._qtbot.waitUntil(lambda: self.page.line.now == step, timeout=20_000)
        self.rest()

    def to_check(self):
        self.on(MATCH)
        self.on(CHECK)
        return self.page.check

    def finish(self):
        self.on(IMPORT)
        self._qtbot.waitUntil(lambda: self.page._done is not None, timeout=20_000)
        self.rest()
        return self.page.end

    def again(self):
        self.page.end.more.click()
        self.rest()


__all__ = ["DRIVERS", "HEADER", "AtTheWizard"]
