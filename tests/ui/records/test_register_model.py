import pytest
from helpers.records import action, concern
from PySide6.QtCore import Qt

from socdesk.desk.lists.asking import Asked
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.ui.records.block_feed import BLOCK, LOADING
from socdesk.ui.records.register_model import RegisterModel

Role = Qt.ItemDataRole


@pytest.fixture
def model(room):
    return RegisterModel(room.desk, room.work, ACTIONS)


@pytest.fixture
def load(qtbot):
    def do(model, asked=None):
        with qtbot.waitSignal(model.listed):
            model.ask(asked or model.asked)
        if model.ids:
            wait_for_row(qtbot, model, 0)

    return do


def wait_for_row(qtbot, model, row):
    model.index(row, 0).data()
    qtbot.waitUntil(lambda: model.row(row) is not None)


def test_the_model_keeps_qt_s_rules_while_it_loads_and_changes(qtbot, qtmodeltester, model, load):
    qtmodeltester.check(model)
    load(model)
    qtmodeltester.check(model)
    load(model, Asked(text="train"))
    load(model, Asked(order="-title"))


def test_a_cell_says_loading_until_its_block_has_come(qtbot, room, keep, load):
    keep(*(action(f"Task {number}") for number in range(BLOCK)))
    model = RegisterModel(room.desk, room.work, ACTIONS)
    load(model)
    assert model.index(BLOCK, 0).data() == LOADING
    qtbot.waitUntil(lambda: model.index(BLOCK, 0).data() == room.desk.read.get(ACTIONS, model.ids[BLOCK]).reference)


def test_showing_what_is_masked_does_not_lose_what_is_on_its_way(qtbot, model):
    with qtbot.waitSignal(model.listed):
        model.ask(Asked())
        model.show_masked(frozenset({"somebody"}))


def test_only_blocks_that_are_looked_at_are_fetched(qtbot, room, keep, load):
    keep(*(action(f"Task {number}") for number in range(2 * BLOCK)))
    model = RegisterModel(room.desk, room.work, ACTIONS)
    load(model)
    assert model.row(BLOCK) is None
    wait_for_row(qtbot, model, BLOCK)
    assert model.row(2 * BLOCK) is None
    assert model.rowCount() > 2 * BLOCK


def test_the_first_column_speaks_the_whole_row_and_the_others_their_value(model, load):
    load(model)
    spoken = model.index(0, 0).data(Role.AccessibleTextRole)
    assert spoken.startswith("A01, Kind: ")
    assert "RAG rating: " in spoken
    names = [column.name for column in model.columns]
    assert model.index(0, names.index("status")).data(Role.AccessibleTextRole).startswith("Status: ")
    assert model.index(0, names.index("last_reviewed")).data(Role.AccessibleTextRole) == "Last reviewed: empty"


def test_the_heading_says_how_the_list_is_sorted(qtbot, model, load):
    load(model)
    with qtbot.waitSignal(model.listed):
        model.sort(2, Qt.SortOrder.DescendingOrder)
    said = model.headerData(2, Qt.Orientation.Horizontal, Role.AccessibleTextRole)
    assert said == "Action, sorted downwards"
    assert model.headerData(0, Qt.Orientation.Horizontal, Role.AccessibleTextRole) == "Reference"


def test_an_answer_to_an_older_question_is_dropped(qtbot, model):
    with qtbot.waitSignal(model.listed):
        model.ask(Asked(text="training"))
        model.ask(Asked(equal={"kind": "MEMBER"}))
    qtbot.waitUntil(lambda: model.index(0, 0).data() != LOADING)
    assert model.index(0, 0).data() == "M1"


def test_a_change_shows_after_a_refresh_and_the_old_row_stands_until_then(qtbot, keep, room, load):
    (kept,) = keep(concern("Before"))
    model = RegisterModel(room.desk, room.work, CONCERNS)
    load(model)
    from dataclasses import replace

    keep(replace(kept, summary="After"))
    column = [each.name for each in model.columns].index("summary")
    model.refresh()
    assert model.index(0, column).data() == "Before"
    qtbot.waitUntil(lambda: model.index(0, column).data() == "After")


def test_a_masked_record_is_shown_in_clear_when_it_is_asked_for(qtbot, keep, room, load):
    (kept,) = keep(concern("A guarded matter", restricted=True, restriction_reason="CSE"))
    model = RegisterModel(room.desk, room.work, CONCERNS)
    load(model)
    column = [each.name for each in model.columns].index("summary")
    assert model.index(0, column).data() == "Restricted"
    model.show_masked(frozenset({kept.id}))
    qtbot.waitUntil(lambda: model.index(0, column).data() == "A guarded matter")


def test_the_first_rows_of_a_long_list_stand_there_before_all_that_follow(qtbot, room, keep):
    keep(*(concern(f"Report {n}") for n in range(BLOCK + 5)))
    model, lengths = RegisterModel(room.desk, room.work, CONCERNS), []
    model.begun.connect(lambda: lengths.append((len(model.ids), model.row(0) is not None)))
    with qtbot.waitSignals([model.begun, model.listed], order="strict"):
        model.ask(Asked())
    assert lengths == [(BLOCK, True)]
    assert len(model.ids) == BLOCK + 5
    with qtbot.assertNotEmitted(model.begun), qtbot.waitSignal(model.listed):
        model.refresh()
