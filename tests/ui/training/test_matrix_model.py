"""The matrix as a model: by blocks, spoken, and right by Qt's own tester."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from socdesk.ui.records.block_feed import BLOCK, LOADING
from socdesk.ui.training.matrix_model import MatrixModel

Role = Qt.ItemDataRole


@pytest.fixture
def model(work):
    return MatrixModel(work)


@pytest.fixture
def show(qtbot, model):
    def ask(board, narrowed="all", text=""):
        with qtbot.waitSignal(model.listed):
            model.ask(board, "DRIVER", narrowed, text, "Driver")

    return ask


def text(qtbot, model, row, column, role=Role.DisplayRole):
    index = model.index(row, column)
    index.data(role)
    qtbot.waitUntil(lambda: index.data(Role.DisplayRole) != LOADING)
    return index.data(role)


def test_qts_own_tester_finds_nothing_wrong_while_it_fills_and_changes(qtbot, model, show, board):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    show(board(in_date=BLOCK + 20, expired=3))
    text(qtbot, model, BLOCK + 10, 1)
    show(board(in_date=2))
    show(board(in_date=2), text="nobody")
    assert model.rowCount() == 0
    show(board(in_date=1, never=4))
    assert tester.model() is model


def test_a_cell_says_loading_until_its_block_has_come_and_only_that_block_is_fetched(qtbot, model, show, board):
    show(board(in_date=3 * BLOCK))
    assert model.index(0, 1).data() == LOADING
    assert text(qtbot, model, 0, 1) == "In date to 1 Jun 2028"
    assert model.row(BLOCK - 1) is not None
    assert model.row(BLOCK) is None


def test_the_name_speaks_the_whole_row_and_each_cell_its_course_and_status(qtbot, model, show, board):
    show(board(in_date=0, expired=1))
    spoken = Role.AccessibleTextRole
    assert text(qtbot, model, 0, 0, spoken) == "Example, OUT0, PHD-OUT0, Taxi safeguarding: Expired 1 Jan 2025"
    assert text(qtbot, model, 0, 1, spoken) == "Taxi safeguarding: Expired 1 Jan 2025"
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Driver"
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Taxi safeguarding"


def test_people_are_narrowed_by_status_and_by_what_is_typed(model, show, board):
    whole = board(in_date=2, expiring=1, expired=3, never=1)
    for narrowed, number in (("all", 7), ("in_date", 3), ("expiring", 1), ("expired", 3), ("never", 1), ("action", 5)):
        show(whole, narrowed)
        assert len(model.ids) == number, narrowed
    show(whole, "all", "out1")
    assert model.ids == ("OUT1",)


def test_of_two_questions_the_later_is_answered(qtbot, model, board):
    whole = board(in_date=2, expired=3)
    model.ask(whole, "DRIVER", "all", "", "Driver")
    model.ask(whole, "DRIVER", "expired", "", "Driver")
    qtbot.waitUntil(lambda: len(model.ids) == 3)
