"""Every command is run in the real window: from Today, and from each page that offers it (issue 3, acceptance 4)."""

import pytest
from helpers.screens.stage import Stage
from PySide6.QtWidgets import QApplication

from socdesk.commands.catalogue import COMMANDS, VIEW
from socdesk.ui.crash_dialog import FailureDialog

LAST = ("lock", "backup.restore", "key.renew", "salvage", "leave")
"""These take the desk away; they are run at the end."""


@pytest.fixture
def stage(qtbot, theme, heading_roles, desk_folder, tmp_path):
    stage = Stage(theme, desk_folder, tmp_path / "settings")
    qtbot.addWidget(stage.window)
    stage.window.resize(1366, 690)
    stage.open()
    stage.unlock()
    return stage


LOOKS_FIRST = sorted(COMMANDS, key=lambda command: command.group != VIEW)
"""A change of looks goes through all pages there are: it is quick while there are few."""


class Runner:
    """Runs commands where they can be used; every dialog is closed again, and no failure may be told."""

    def __init__(self, stage):
        self.stage, self.ran = stage, set()
        self.faults = []
        stage.window.work.failed.connect(self.faults.append)
        stage.window.doors.crashed.connect(self.faults.append)

    def run_all(self, show, *, only_new):
        """Run every command that can be used on a screen, which is shown afresh when one led away."""
        show()
        shown = self.spot
        for command in [each for each in LOOKS_FIRST if self.is_wanted(each, only_new)]:
            if self.spot != shown or not command.usable(self.stage.window.situation):
                show()
            self.run(command)

    @property
    def spot(self):
        return self.stage.window.frame.navigation.spot

    def is_wanted(self, command, only_new):
        known = command.id in LAST or (only_new and command.id in self.ran)
        return not known and command.usable(self.stage.window.situation)

    def run(self, command):
        self.stage.window.run(command)
        self.ran.add(command.id)
        self.stage.settle()
        failures = [each for each in QApplication.topLevelWidgets() if isinstance(each, FailureDialog)]
        assert not self.faults, (command.id, self.faults)
        assert not failures, (command.id, [each.report for each in failures])
        self.close_dialogs()

    def close_dialogs(self):
        for each in tuple(QApplication.topLevelWidgets()):
            if each is not self.stage.window and each.isVisible():
                each.close()
        self.stage.settle()


def typed_form(stage):
    page = stage.go("actions", "new")
    stage.until(lambda: page.form is not None and bool(page.form.editors))
    page.form.editors["title"].show_text("Walk the market")


def turned_back(stage):
    stage.go("deeds")
    stage.window.step(-1)


def older_version(stage):
    """An action that was moved to the bin and brought back has three."""
    page = stage.go("actions", "all")
    record = page.list.model.ids[0]
    page.list.deeds.move()
    stage.settle()
    stage.window.undo()
    stage.settle()
    history = stage.go("history", "actions", record)
    history.timeline.setCurrentIndex(history.timeline.model().index(1, 0))


def paper(stage):
    page = stage.go("papers")
    if page.builder is None:
        page.start()
        page.form.meeting.show_text("2026-03-19")
        page.make.click()
        stage.until(lambda: page.builder is not None and page.builder.preview is not None)


def narrowed(stage):
    """A list that is searched, which alone can be kept as a view."""
    page = stage.go("actions", "all")
    page.list.head.search.setText("training")
    stage.until(page.list.head.keep.isVisible)


SCREENS = {
    "actions, narrowed": narrowed,
    "actions": lambda stage: stage.go("actions"),
    "concerns": lambda stage: stage.go("concerns"),
    "training": lambda stage: stage.go("training"),
    "import": lambda stage: stage.go("import"),
    "log": lambda stage: stage.go("settings", "log"),
    "deeds": lambda stage: stage.go("deeds"),
    "a way forward": turned_back,
    "history": older_version,
    "action, typed": typed_form,
    "paper": paper,
}


def run_last(runner, stage):
    for command in [each for each in COMMANDS if each.id in LAST]:
        if stage.window.frame is None and command.id != "leave":
            stage.unlock()
        runner.run(command)


def test_every_command_can_be_run(stage):
    runner = Runner(stage)
    runner.run_all(lambda: stage.go("today"), only_new=False)
    for show in SCREENS.values():
        runner.run_all(lambda show=show: show(stage), only_new=True)
    assert {command.id for command in COMMANDS} - runner.ran == set(LAST)
    run_last(runner, stage)
    assert not stage.window.isVisible()
    assert stage.window.frame is None or stage.window._desk is None
