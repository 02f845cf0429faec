"""Which computers open this desk by themselves, and until when: off until somebody asks for it, revocable here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from socdesk.clock import day_in_text
from socdesk.desk.remembering import (
    DAYS,
    Remembered,
    Remembering,
    forget_computer,
    remember_here,
    remembering,
)
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.screens.door import Door
from socdesk.ui.screens.settings.doors_section import DoorsSection
from socdesk.ui.screens.settings.own_passphrase import OwnPassphraseScreen
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox

_USUAL = 7


class DeviceSection(DoorsSection):
    """One screen."""

    def begin(self) -> Door:
        screen = DeviceScreen(self.room)
        screen.back.connect(self.give_up)
        screen.done.connect(self._done)
        return screen

    def _done(self, words: str) -> None:
        self.show_door(self.begin())
        self.room.notices.tell(words)


class DeviceScreen(OwnPassphraseScreen):
    """``done`` is sent with what was done."""

    done = Signal(str)

    def __init__(self, room: Room) -> None:
        super().__init__(
            room,
            "Remember the desk on this computer",
            "For some days the desk then opens here without its passphrase. Whoever can use your login here can "
            "open it too. The secret is kept by the system, not by Socdesk.",
        )
        theme = room.theme
        self.standing = label("Looking", "small", wrap=True)
        self.caution = MessageBox(theme, "caution")
        self.days, self.computers = QComboBox(), QComboBox()
        for days in DAYS:
            self.days.addItem("1 day" if days == 1 else f"{days} days", days)
        self.days.setCurrentIndex(self.days.findData(_USUAL))
        self._days_field = Field(theme, "For how long", self.days)
        self._computer = Field(theme, "Computer", self.computers, hint="To be forgotten")
        for part in (self.standing, self.caution, self._days_field, self._computer, self.own):
            self.column.addWidget(part)
        self.keep = button(theme, "Remember the desk here", self._keep, look="primary")
        self.forget = button(theme, "Forget the computer", self._forget)
        self.own.submitted.connect(self._keep)
        self.first = self.days
        self.buttons(self.keep, self.forget, button(theme, "Back to security", self.back.emit))
        self._show(Remembering((), ""))
        self.standing.setText("Looking")
        desk = room.desk
        job = Job("Looking for computers", lambda _progress: remembering(desk))
        room.work.read(job, self, self._show)

    def _show(self, found: Remembering) -> None:
        self.standing.setText("\n".join(map(_in_words, found.computers)) or "No computer remembers this desk.")
        if found.obstacle:
            words = f"This computer cannot remember the desk: {found.obstacle}."
            self.caution.tell(words, "Go on typing the passphrase.")
        self.computers.clear()
        for each in found.computers:
            self.computers.addItem(f"{each.computer}, {each.whose}", each.slot)
        self._days_field.setVisible(not found.obstacle)
        self.keep.setVisible(not found.obstacle)
        for part in (self._computer, self.forget):
            part.setVisible(bool(found.computers))
        self.own.setVisible(bool(found.computers) or not found.obstacle)
        self.room.shell.note_remembered(remembered=found.is_on_here)

    def _keep(self) -> None:
        if self.keep.isHidden() or not self.has_own():
            return
        desk, own, days = self.room.desk, self.own.text, int(self.days.currentData())
        self._do("Remembering the desk", lambda: remember_here(desk, own, days), "This computer remembers the desk.")

    def _forget(self) -> None:
        if not self.has_own():
            return
        desk, own, slot = self.room.desk, self.own.text, str(self.computers.currentData())
        words = "That computer opens the desk by itself no longer."
        self._do("Forgetting the computer", lambda: forget_computer(desk, own, slot), words)

    def _do(self, title: str, do: Callable[[], None], words: str) -> None:
        self.tell_busy(title)
        job = Job(title, lambda _progress: do())
        self.room.work.write(job, self, lambda _none: self.done.emit(words), failed=self.refused)


def _in_words(each: Remembered) -> str:
    where = f"{each.computer} (this computer)" if each.is_here else each.computer
    if each.is_over:
        return f"{where}, for {each.whose}: ended on {day_in_text(each.until)}."
    return f"{where} opens it for {each.whose} until {day_in_text(each.until)}."
