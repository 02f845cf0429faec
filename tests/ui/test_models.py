"""Every model of the window keeps Qt's rules while its rows come, change and are others (issue 3, acceptance 4)."""

import pkgutil
from dataclasses import replace
from datetime import date
from importlib import import_module

import pytest
from helpers.records import concern
from helpers.training_samples import DAY, fleet
from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt, qInstallMessageHandler
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget

import socdesk.ui
from socdesk.desk.deeds import Deed
from socdesk.desk.deeds_done import DeedsAsked
from socdesk.desk.lists.asking import Asked
from socdesk.desk.training.board import board_of
from socdesk.figures.training import TrainingRules
from socdesk.jobs import Job
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.fields import PlainLookup
from socdesk.ui.records.deed_model import DeedModel
from socdesk.ui.records.past_model import PastModel
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.training.matrix_model import MatrixModel
from socdesk.ui.widgets.words_model import WordsModel

_TOP = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class Scene:
    """A model on an open desk, with Qt's tester at it; each step is waited for, and every cell is then looked at."""

    def __init__(self, window, qtbot):
        self.window, self.qtbot = window, qtbot
        self.room = window.frame.room

    def watch(self, model):
        self.model = model
        self.tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
        self.model.setParent(self.window.frame)
        self.look()

    def then(self, step, rows):
        step()
        self.qtbot.waitUntil(lambda: not self.window.work._running and self.look() == rows)
        self.qtbot.waitUntil(lambda: not self.window.work._running and self.has_come())
        self.look()

    def has_come(self):
        first = [self.model.index(row, 0).data() for row in range(self.model.rowCount())]
        return "Loading" not in first

    def look(self):
        """Read all that the model has, as views and screen readers do; return the number of rows."""
        for column in range(self.model.columnCount()):
            self.model.headerData(column, Qt.Orientation.Horizontal)
            for row in range(self.model.rowCount()):
                for role in _SPOKEN:
                    self.model.index(row, column).data(role)
        return self.model.rowCount()

    def keep(self, record):
        kept = []
        deed = Deed(words="Kept", puts=(record,))
        self.window.work.write(Job("Test", lambda _: self.room.desk.do(deed)), self.window, kept.append)
        self.qtbot.waitUntil(lambda: bool(kept))
        return kept[0].records[0]


def a_register(scene):
    model = RegisterModel(scene.room.desk, scene.room.work, CONCERNS)
    scene.watch(model)
    scene.then(model.refresh, 1)
    van = scene.keep(concern("A van", restricted=True, restriction_reason="CSE"))
    scene.then(model.refresh, 2)
    scene.keep(replace(van, urgency="SAME_DAY"))
    scene.then(model.refresh, 2)
    scene.then(lambda: model.show_masked(frozenset({van.id})), 2)
    scene.then(lambda: model.sort(2, Qt.SortOrder.DescendingOrder), 2)
    scene.then(lambda: model.ask(Asked(text="empty shop")), 1)
    scene.then(lambda: model.ask(Asked(text="zzzz")), 0)
    scene.then(lambda: model.ask(Asked()), 2)


def a_past_day(scene):
    model = PastModel(scene.room.desk, scene.room.work, CONCERNS, date(2026, 3, 16))
    scene.watch(model)
    scene.then(model.refresh, 1)
    scene.then(lambda: model.show_masked(frozenset(model.ids)), 1)
    scene.then(lambda: model.ask(Asked(text="zzzz")), 0)
    scene.then(lambda: model.ask(Asked(text="shop")), 1)


def the_deeds(scene):
    model = DeedModel(scene.room.desk, scene.room.work)
    scene.watch(model)
    scene.then(lambda: model.ask(DeedsAsked()), 2)
    scene.keep(concern("A van"))
    scene.then(lambda: model.ask(DeedsAsked()), 3)
    scene.then(lambda: model.ask(DeedsAsked(text="zzzz")), 0)
    scene.then(lambda: model.ask(DeedsAsked(text="kept")), 1)


def the_training_matrix(scene):
    def ask(narrowed="all", **people):
        board = board_of(fleet(**people), DAY, TrainingRules(), PlainLookup())
        return lambda: model.ask(board, "DRIVER", narrowed, "", "Driver")

    model = MatrixModel(scene.room.work)
    scene.watch(model)
    scene.then(ask(in_date=3, expired=2), 5)
    scene.then(ask(in_date=2, expired=3), 5)
    scene.then(ask("expired", in_date=2, expired=3), 3)
    scene.then(ask("never", in_date=2), 0)


def words(scene):
    """They are made once and never change."""
    scene.watch(WordsModel(("Row", "What is wrong"), (("3", "There is no 31 February."), ("4", ""))))
    assert scene.look() == 2


TRIALS = {
    RegisterModel: a_register,
    PastModel: a_past_day,
    DeedModel: the_deeds,
    MatrixModel: the_training_matrix,
    WordsModel: words,
}
"""How each model is put through what happens to it. A new model is put here."""


def models_below(kind):
    return {each for below in kind.__subclasses__() for each in (below, *models_below(below))}


def test_every_model_of_the_window_is_tried_here():
    for module in pkgutil.walk_packages(socdesk.ui.__path__, "socdesk.ui."):
        import_module(module.name)
    ours = {each for each in models_below(QAbstractItemModel) if each.__module__.startswith("socdesk.")}
    assert ours == set(TRIALS)


@pytest.mark.parametrize("model", TRIALS, ids=lambda model: model.__name__)
def test_keeps_qt_s_rules_while_rows_come_and_change(model, open_window, qtbot):
    scene = Scene(open_window, qtbot)
    TRIALS[model](scene)
    assert type(scene.tester.model()) is model
    scene.tester.deleteLater()


class Careless(QAbstractTableModel):
    """Says nothing of a row that came."""

    rows = 1

    def rowCount(self, parent=_TOP):
        return 0 if parent.isValid() else self.rows

    def columnCount(self, parent=_TOP):
        return 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return None


@pytest.mark.no_qt_log
def test_the_tester_itself_finds_what_is_planted(qapp):
    said = []
    before = qInstallMessageHandler(lambda _kind, _where, text: said.append(text))
    owner = QWidget()
    model = Careless(owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, owner)
    model.beginInsertRows(_TOP, 1, 2)
    model.rows = 2
    model.endInsertRows()
    qInstallMessageHandler(before)
    assert any("FAIL!" in line for line in said), said
