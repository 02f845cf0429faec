"""What this program is, whose work is in it, what it protects, and whether this desk is sound."""

from __future__ import annotations

from socdesk import __version__
from socdesk.commands.places import Spot
from socdesk.desk.desk_facts import DeskFacts, facts_of
from socdesk.desk.verifying import Verified, accept, verify
from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection
from socdesk.ui.widgets.buttons import button
from socdesk.ui.widgets.flow_row import FlowRow
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox


class AboutSection(SettingsSection):
    """Verifying is a job; what it found stands in place until the next."""

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        theme = room.theme
        card = self.card("This desk")
        self.facts = label("Loading", wrap=True)
        self.line = JobLine(theme, room.announcer)
        self.trouble = MessageBox(theme)
        self.result = label("", wrap=True)
        self.result.hide()
        self.verify = button(theme, "Verify the desk now", self._verify, hint="Check every page, line and record")
        self.accept = button(theme, "Take the desk as it stands", self._accept)
        self.first = self.verify
        row = FlowRow(theme)
        row.add(self.verify)
        row.add(self.accept)
        self.accept.hide()
        for part in (self.facts, self.line, self.trouble, self.result, row):
            card.column.addWidget(part)
        if room.desk.notices:
            self._tell_findings(room.desk.notices)
        card = self.card(f"Socdesk {__version__}", "Under the MIT licence. It has no network connection of any kind.")
        words = "What is protected, and what is not, stands in the page for ICT. Whose work is in it, in the notices."
        card.column.addWidget(label(words, wrap=True))
        read = button(theme, "Read the page for ICT and the licences", self._read)
        texts = FlowRow(theme)
        texts.add(read)
        card.column.addWidget(texts)

    def _read(self) -> None:
        self.room.shell.go(Spot("settings", "texts"))

    def arrive(self) -> None:
        desk = self.room.desk
        self.room.work.read(Job("Gathering facts", lambda _progress: facts_of(desk)), self, self._show_facts)

    def _show_facts(self, facts: DeskFacts) -> None:
        lines = (
            f"Folder: {facts.folder}",
            f"Began: {facts.began}",
            f"Size: {facts.size}",
            f"Changes: {facts.changes:,}. Lines in the log: {facts.events:,}.",
        )
        self.facts.setText("\n".join(lines))

    def _verify(self) -> None:
        desk = self.room.desk
        self.verify.setEnabled(False)
        self.trouble.tell("")
        self.result.hide()
        job = Job("Verifying the desk", lambda progress: verify(desk, progress))
        progress = self.room.work.write(job, self, self._verified, failed=self._failed, watched=self.line.watch)
        self.line.follow("Verifying the desk", progress)

    def _done(self) -> None:
        self.line.end()
        self.verify.setEnabled(True)

    def _verified(self, found: Verified) -> None:
        self._done()
        if found.findings:
            self._tell_findings(found.findings)
            self.room.announcer.say(self.trouble.words)
            return
        records = sum(found.counts.values())
        sound = f"This desk is sound: {records:,} records and {found.changes:,} changes were checked."
        self.result.setText("\n".join((sound, *found.remarks, f"Head of changes: {found.head}")))
        self.result.show()
        self.room.announcer.say(self.result.text())

    def _tell_findings(self, findings: tuple[str, ...]) -> None:
        self.trouble.tell(" ".join(findings), "Keep this desk, and compare your newest backup.")
        self.accept.setVisible(bool(self.room.desk.notices))

    def _failed(self, error: Exception) -> None:
        self._done()
        if isinstance(error, UserFacingError):
            self.trouble.tell(error.message, error.advice)
            self.room.announcer.say(str(error))
        elif not isinstance(error, CancelledError):
            self.room.work.failed.emit(error)

    def _accept(self) -> None:
        desk = self.room.desk
        job = Job("Taking the desk as it stands", lambda _progress: accept(desk))
        self.room.work.write(job, self, lambda _none: self._accepted(), failed=self._failed)

    def _accepted(self) -> None:
        self.accept.hide()
        self.trouble.tell("")
        self.room.notices.tell("The desk is taken as it stands from now on. That stands in the log.")
