"""Parts that show the desk's own settings and change them at once, each change a deed that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from socdesk.desk.changing_settings import setting_deed, values_of
from socdesk.desk.deeds import Done
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.settings import DeskSetting
from socdesk.ui.room import Room
from socdesk.ui.widgets.field import Field

Show = Callable[[str], object]


class BoundSettings:
    """Makes the parts of one section, loads what stands and saves what a person chose."""

    def __init__(self, room: Room, owner: QWidget) -> None:
        self._room, self._owner = room, owner
        self._shown: dict[DeskSetting, Show] = {}
        self._standing: dict[DeskSetting, str] = {}
        self.fields: dict[str, Field] = {}
        self.parts: dict[str, QWidget] = {}

    def choice(self, setting: DeskSetting, label: str, words: Mapping[str, str], hint: str = "") -> Field:
        """Return a question with a few answers; ``words`` are those of each value."""
        combo = QComboBox()
        for value, said in words.items():
            combo.addItem(said, value)
        combo.activated.connect(lambda: self._save(setting, str(combo.currentData())))

        def show(value: str) -> None:
            if combo.findData(value) < 0:
                combo.addItem(value, value)  # a value that was set elsewhere
            combo.setCurrentIndex(combo.findData(value))

        return self._field(setting, label, combo, show, hint)

    def text(self, setting: DeskSetting, hint: str = "") -> Field:
        """Return a question that is answered in words; it is saved on leaving it, or with Enter."""
        line = QLineEdit()
        line.editingFinished.connect(lambda: self._save(setting, line.text().strip()))
        return self._field(setting, setting.label, line, line.setText, hint or setting.hint)

    def switch(self, setting: DeskSetting) -> QCheckBox:
        """Return a box for yes or no."""
        box = QCheckBox(setting.label)
        box.clicked.connect(lambda: self._save(setting, "yes" if box.isChecked() else "no"))
        self._shown[setting] = lambda value: box.setChecked(value == "yes")
        self.parts[setting.key] = box
        return box

    def _field(self, setting: DeskSetting, label: str, part: QWidget, show: Show, hint: str) -> Field:
        self._shown[setting] = show
        self.parts[setting.key] = part
        self.fields[setting.key] = Field(self._room.theme, label, part, hint=hint)
        return self.fields[setting.key]

    def load(self) -> None:
        """Show what stands on the desk."""
        desk, settings = self._room.desk, tuple(self._shown)
        job = Job("Reading the settings", lambda _progress: values_of(desk, settings))
        self._room.work.read(job, self._owner, self._show)

    def _show(self, values: Mapping[DeskSetting, str]) -> None:
        for setting, value in values.items():
            self._standing[setting] = value
            self._shown[setting](value)

    def _save(self, setting: DeskSetting, value: str) -> None:
        if value == self._standing.get(setting, value):
            return
        desk = self._room.desk
        job = Job("Saving the setting", lambda _progress: desk.do(setting_deed(desk, setting, value)))
        self._room.work.write(
            job,
            self._owner,
            lambda done: self._saved(setting, value, done),
            failed=lambda error: self._refused(setting, error),
        )

    def _saved(self, setting: DeskSetting, value: str, done: Done) -> None:
        self._standing[setting] = value
        if setting.key in self.fields:
            self.fields[setting.key].set_error("")
        if done.records:
            self._room.notices.tell("Saved the setting.", offer="Undo Ctrl+Z", do=self._room.shell.undo)

    def _refused(self, setting: DeskSetting, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self._room.work.failed.emit(error)
        elif setting.key in self.fields:
            self.fields[setting.key].set_error(error.message)
            self._room.announcer.say(error.message)
        else:
            self._room.notices.tell(str(error))
