"""What a person has under way when the desk is locked: half a sentence, a save, an import, a paper, a backup.

Each is begun by ``begin``, and ``kept`` says, once the desk is open again, whether it is whole there or whole not.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from socdesk.commands.places import Spot
from socdesk.desk.backups.places import PART, backup_folders
from socdesk.desk.desk import Desk
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.declared.papers import PAPER_SECTIONS
from socdesk.ui.screens.import_page import CHECK, FILE, MATCH

Key, CTRL, SHIFT = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
HEADER = "Licence No,Surname,Forename,Licence Type,Expiry"
DRIVERS = 400


class Person:
    """Somebody at the window, and the one thing that they do in this round. ``words`` are in no other round."""

    def __init__(self, window: Any, qtbot: Any, folder: Path, *, paper: str, words: str) -> None:
        self.window, self.paper, self.words = window, paper, words
        self._qtbot, self.folder = qtbot, folder

    def until(self, holds: Any) -> None:
        self._qtbot.waitUntil(holds)

    @property
    def page(self) -> Any:
        return self.window.frame.navigation.page

    def press(self, key: Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)

    def form_with(self, name: str, *, other_than: Any = None) -> Any:
        """Wait for a form that asks something, and return it."""
        self.until(lambda: self.page.form not in {None, other_than} and name in self.page.form.editors)
        return self.page.form

    def half_a_concern(self) -> Any:
        """Type into a new concern, and let it stand."""
        before = getattr(self.page, "form", None)
        self.press(Key.Key_N, CTRL | SHIFT)
        form = self.form_with("summary", other_than=before)
        self.until(form.editors["summary"].focus.hasFocus)
        QTest.keyClicks(form.editors["summary"].focus, self.words)
        return form


def typing(person: Person) -> None:
    """Half a concern stands in its form."""
    person.half_a_concern()


def saving(person: Person) -> None:
    """A concern is being saved."""
    form = person.half_a_concern()
    for name in ("urgency", "channel"):
        while not form.editors[name].focus.hasFocus():
            person.press(Key.Key_Tab)
        person.press(Key.Key_Down)
    person.press(Key.Key_S, CTRL)


def importing(person: Person) -> None:
    """A list of drivers is being brought in; half a concern was left for it."""
    person.half_a_concern()
    rows = (f"{person.words}-{n},{person.words},Sam,PHD,31/03/2028" for n in range(DRIVERS))
    path = person.folder / f"{person.words}.csv"
    path.write_text("\n".join((HEADER, *rows)))
    person.window.go(Spot("import", "drivers"))
    page = person.page
    page.start()
    person.until(lambda: page.line.now == FILE)
    page.read(path)
    person.until(lambda: not person.window.work._running)
    for step in (MATCH, CHECK):
        person.press(Key.Key_Return, CTRL)
        person.until(lambda step=step: page.line.now == step and not person.window.work._running)
    person.press(Key.Key_Return, CTRL)


def drafting(person: Person) -> None:
    """A paper is being made, with words in one of its sections; half a concern was left for it."""
    person.half_a_concern()
    person.window.go(Spot("papers", "", person.paper))
    page = person.page
    person.until(lambda: page.builder is not None and page.builder.paper is not None)
    page.builder.sections.choose("risks")
    person.until(lambda: page.builder.editor.key == "risks")
    area = page.builder.editor.own.area
    area.setFocus()
    area.selectAll()
    QTest.keyClicks(area, person.words)
    page.builder.draw()


def backing_up(person: Person) -> None:
    """The desk is being backed up, while half a concern stands in its form."""
    person.half_a_concern()
    person.window.back_up()


KINDS = (saving, importing, drafting, backing_up, typing)


def texts_of(widgets: Iterable[QWidget]) -> Iterable[str]:
    """Yield all that widgets show, say or hold."""
    for widget in widgets:
        for name in ("text", "plainText", "accessibleName", "accessibleDescription", "toolTip", "windowTitle"):
            yield str(widget.property(name) or "")
        model = getattr(widget, "model", None)
        if model is not None and (rows := model()) is not None:
            for row in range(rows.rowCount()):
                yield from (str(rows.index(row, column).data() or "") for column in range(rows.columnCount()))


def files_open_in(folder: Path) -> list[str]:
    """Return the files of a folder that this process holds open, as Linux tells."""
    held = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            target = each.readlink()
        except FileNotFoundError:
            continue
        if target.is_relative_to(folder):
            held.append(target.name)
    return held


def lost(desk: Desk, kind: Any, words: str, drive: Path) -> str:
    """Return what was lost, or is there in part, in words; nothing where all is well."""
    drafted = any(words in draft.texts.values() for draft in desk.drafts.all())
    saved = sum(record.summary == words for record in desk.read.page(CONCERNS))
    if saved + drafted != 1:
        return f"the concern was saved {saved} times, and its draft is {'' if drafted else 'not '}there"
    if kind is not saving and saved:
        return "it was never saved"
    if kind is importing and (found := _drivers(desk, words)) not in {0, DRIVERS}:
        return f"{found} drivers are there"
    if kind is drafting and words not in {each.own_words for each in desk.read.page(PAPER_SECTIONS)}:
        return "the words of the paper are not there"
    parts = [path.name for path in drive.iterdir() if path.name.endswith(PART)]
    return f"half a backup is there: {parts}" if parts else ""


def _drivers(desk: Desk, words: str) -> int:
    return sum(each.surname == words for each in desk.read.page(LEARNERS))


def is_done(desk: Desk, kind: Any, words: str, backups: int, drive: Path) -> bool:
    """Tell whether what was under way came to its end before the desk was locked."""
    if kind is saving:
        return any(record.summary == words for record in desk.read.page(CONCERNS))
    if kind is importing:
        return _drivers(desk, words) > 0
    return kind is backing_up and len(backup_folders(drive)) > backups


def seconds_until(holds: Any, most: float = 30) -> float:
    """Let the window live until something holds, and return how long that took."""
    began = time.perf_counter()
    while not holds():
        assert time.perf_counter() - began < most, "waited in vain"
        QTest.qWait(2)
    return time.perf_counter() - began
