"""Backups: how the desk stands, where they go, which there are and what each is good for, how many are kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from socdesk.clock import day_in_table, london_day, time_in_text
from socdesk.desk.backups import tasks
from socdesk.errors import CancelledError, UserFacingError
from socdesk.settings import BACKUP_SETTINGS, DeskSetting, InvalidSettingError
from socdesk.ui.page import Breadth
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.folder_field import FolderField
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.plain_table import PlainTable

if TYPE_CHECKING:
    from socdesk.desk.backups.keeping import Backup
    from socdesk.desk.backups.making import Made
    from socdesk.desk.backups.proving import Proof
    from socdesk.desk.backups.tasks import Shown
    from socdesk.desk.desk import Changed

_WIDE = (("Made", 160), ("Changes", 90), ("Checked", 160), ("Opens with", 0))


class BackupsSection(SettingsSection):
    """Everything on it is looked at in a job; nothing here waits for a drive."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._shown: Shown | None = None
        self._state_card()
        self._place_card()
        self._list_card()
        self._kept_card()
        room.backups.told.connect(self.load)
        self.first = self.now

    def _state_card(self) -> None:
        theme = self.room.theme
        card = self.card("Your backups")
        self.words = label("Loading", wrap=True)
        card.column.addWidget(self.words)
        self.trouble = MessageBox(theme, "caution")
        card.column.addWidget(self.trouble)
        self.now = button(theme, "Back up now", self.back_up, look="primary")
        row = FlowRow(theme)
        row.add(self.now)
        row.add(button(theme, "Restore from a backup", lambda: self.room.shell.restore("")))
        card.column.addWidget(row)
        self.line = JobLine(theme, self.room.announcer)
        card.column.addWidget(self.line)

    def _place_card(self) -> None:
        theme = self.room.theme
        hint = "A removable drive, or a folder that the Council backs up. Each backup is encrypted as the desk is"
        card = self.card("Where they go")
        self.place = FolderField(theme, "Backup folder", hint=hint)
        self.place.submitted.connect(self._choose)
        card.column.addWidget(self.place)
        self.caution = MessageBox(theme, "caution")
        card.column.addWidget(self.caution)
        row = FlowRow(theme)
        row.add(button(theme, "Use this folder", self._choose))
        card.column.addWidget(row)

    def _list_card(self) -> None:
        theme = self.room.theme
        card = self.card("Backups in this folder")
        self.table = PlainTable(theme, "Backups, newest first", _WIDE)
        follow(theme, self.table, lambda: self.table.setMinimumHeight(theme.px(200)))
        card.column.addWidget(self.table)
        row = FlowRow(theme)
        self.prove = button(theme, "Check again", self._prove, hint="Open the backup and check all of it")
        self.renew = button(theme, "Renew its passphrase", self._renew, hint="Let the present passphrase open it")
        self.restore = button(theme, "Restore this one", self._restore)
        for each in (self.prove, self.renew, self.restore):
            row.add(each)
        card.column.addWidget(row)

    def _kept_card(self) -> None:
        theme = self.room.theme
        card = self.card("How many are kept", "Older ones are removed once a newer one is proven.")
        self.kept: list[tuple[QLineEdit, Field]] = []
        row = QHBoxLayout()  # beside each other, so that the ring never stands where the last one stood
        spaced(row, theme, spacing=16)
        for setting in BACKUP_SETTINGS:
            edit = QLineEdit()
            field = Field(theme, setting.label, edit, hint=setting.hint)
            edit.editingFinished.connect(partial(self._keep, len(self.kept)))
            self.kept.append((edit, field))
            row.addWidget(field, 1)
            follow(theme, edit, partial(_narrow, edit, theme))
        card.column.addLayout(row)

    def arrive(self) -> None:
        self.load()

    def fit(self, breadth: Breadth) -> None:
        """Leave out the number of changes where there is little room."""
        self.table.setColumnHidden(1, breadth is Breadth.NARROW)

    def desk_changed(self, changed: Changed) -> None:
        if self.isVisible():
            self.load()

    def load(self) -> None:
        """Look afresh."""
        self.room.work.read(tasks.shown(self.room.desk), self, self.show_backups)

    def show_backups(self, shown: Shown) -> None:
        """Show what was found."""
        self._shown = shown
        state = shown.state
        proven = f" Last proven restore: {state.when_proven}." if state.proven else ""
        self.words.setText(f"{state.words}.{proven}")
        self._show_trouble(shown)
        if state.folder is not None and not self.place.focus_widget.hasFocus():
            self.place.show_folder(state.folder)
        self.caution.tell(" ".join(shown.warnings))
        at = max(self.table.currentIndex().row(), 0)
        self.table.show_rows([_row(each) for each in shown.backups])
        if shown.backups:
            self.table.selectRow(min(at, len(shown.backups) - 1))
        self.table.selectionModel().currentRowChanged.connect(self._show_buttons)
        self._show_buttons()
        for (edit, _field), number in zip(self.kept, shown.kept, strict=True):
            if not edit.hasFocus():
                edit.setText(str(number))

    def _show_trouble(self, shown: Shown) -> None:
        trouble = self.room.backups.trouble
        if self.room.desk.demo:
            self.trouble.tell("The sample desk is not backed up by itself.", "You can try it here all the same.")
        elif trouble is not None:
            self.trouble.tell(trouble.message, trouble.advice)
        elif shown.state.folder is not None and not shown.is_there:
            self.trouble.tell("The backup folder is not there just now.", "If it is on a removable drive, plug it in.")
        else:
            self.trouble.tell("")

    @property
    def chosen(self) -> Backup | None:
        """The backup that is chosen in the list."""
        row = self.table.currentIndex().row()
        found = self._shown.backups if self._shown else ()
        return found[row] if 0 <= row < len(found) else None

    def _show_buttons(self) -> None:
        chosen = self.chosen
        for each in (self.prove, self.restore):
            each.setEnabled(chosen is not None)
        self.renew.setEnabled(chosen is not None and chosen.can_be_renewed)

    def back_up(self) -> None:
        """Make a backup now, and show how far it is."""
        self._busy()
        progress = self.room.backups.back_up(self, self._made, failed=self._failed, watched=self.line.watch)
        self.line.follow("Backing up", progress)

    def _made(self, made: Made) -> None:
        self._end("Backed up, and proven: the copy was opened and checked.")

    def _prove(self) -> None:
        if (chosen := self.chosen) is not None:
            self._busy()
            job = tasks.proving(self.room.desk, chosen.folder)
            progress = self.room.work.read(job, self, self._proven, failed=self._failed, watched=self.line.watch)
            self.line.follow("Checking the backup", progress)

    def _proven(self, proof: Proof) -> None:
        words = "This backup is good." if proof.good else f"This backup is not good: {' '.join(proof.findings)}"
        job = tasks.noting_proof(self.room.desk, proof)
        self.room.work.write(job, self, lambda _none: self._end(words), failed=self._failed)

    def _renew(self) -> None:
        if (chosen := self.chosen) is not None:
            job = tasks.renewing(self.room.desk, chosen.folder)
            words = "The present passphrase and recovery words open this backup now."
            self.room.work.write(job, self, lambda _none: self._end(words), failed=self._failed)

    def _restore(self) -> None:
        if (chosen := self.chosen) is not None:
            self.room.shell.restore(str(chosen.folder))

    def _choose(self) -> None:
        if wrong := self.place.check():
            self.room.announcer.say(wrong)
            return
        if (folder := self.place.folder) is not None:
            job = tasks.choosing(self.room.desk, folder)
            words = "Backups go to this folder from now on."
            self.room.work.write(job, self, lambda _none: self._end(words, look=True), failed=self._not_chosen)

    def _not_chosen(self, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            self.place.set_error(str(error))
            self.place.focus_widget.setFocus()
            self.room.announcer.say(str(error))
        else:
            self._failed(error)

    def _keep(self, number: int) -> None:
        (edit, field), setting = self.kept[number], BACKUP_SETTINGS[number]
        if self._shown is None or edit.text().strip() == str(self._shown.kept[number]):
            return
        try:
            value = setting.check(edit.text())
        except InvalidSettingError as error:
            field.set_error(error.message)
            self.room.announcer.say(error.message)
            return
        field.set_error("")
        job = tasks.keeping_so_many(self.room.desk, setting, value)
        self.room.work.write(job, self, lambda _none: self._set(setting), failed=self._failed)

    def _set(self, setting: DeskSetting) -> None:
        self.room.notices.tell(f"Set: {setting.label}.", offer="Undo Ctrl+Z", do=self.room.shell.undo)
        self.load()

    def _busy(self) -> None:
        self.trouble.tell("")
        for each in (self.now, self.prove, self.renew):
            each.setEnabled(False)

    def _end(self, words: str, *, look: bool = False) -> None:
        self.line.end()
        self.now.setEnabled(True)
        self.room.notices.tell(words)
        if look:
            self.room.backups.look()  # the first backup is made as soon as there is a place for it
        else:
            self.room.backups.refresh()

    def _failed(self, error: Exception) -> None:
        self.line.end()
        self.now.setEnabled(True)
        self._show_buttons()
        if isinstance(error, UserFacingError):
            self.trouble.tell(error.message, error.advice)
            self.room.announcer.say(str(error))
        elif isinstance(error, CancelledError):
            self.room.notices.tell("Cancelled. Nothing was changed.")
        else:
            self.room.work.failed.emit(error)


def _narrow(edit: QLineEdit, theme: Theme) -> None:
    edit.setMaximumWidth(theme.px(96))


def _row(backup: Backup) -> tuple[str, ...]:
    made = backup.manifest.made
    when = f"{day_in_table(london_day(made))}, {time_in_text(made)}"
    return when, f"{backup.manifest.heads.changes:,}", backup.checked_words, backup.opens_words
