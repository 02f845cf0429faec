from dataclasses import replace
from itertools import pairwise

import pytest
from helpers.records import action
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from socdesk.desk.lists.asking import Asked
from socdesk.registers.declared.actions import ACTIONS
from socdesk.ui.records.register_model import RegisterModel
from socdesk.ui.records.register_table import RegisterTable

Key = Qt.Key


@pytest.fixture
def table(qtbot, room, looks, shown):
    model = RegisterModel(room.desk, room.work, ACTIONS)
    table = shown(RegisterTable(room.theme, looks, model))
    with qtbot.waitSignal(model.listed):
        model.ask(Asked())
    qtbot.waitUntil(lambda: model.row(0) is not None)
    table.setFocus()
    return table


def test_arrows_move_enter_opens_and_space_previews(qtbot, table):
    opened, previewed = [], []
    table.opened.connect(opened.append)
    table.previewed.connect(previewed.append)
    qtbot.keyClick(table, Key.Key_Down)
    qtbot.keyClick(table, Key.Key_Return)
    qtbot.keyClick(table, Key.Key_Space)
    assert opened == previewed == [table.rows.ids[1]]


def test_shift_and_arrows_select_and_delete_asks_for_the_bin(qtbot, table):
    counts, binned = [], []
    table.selected.connect(counts.append)
    table.binned.connect(lambda: binned.append(table.chosen))
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Key.Key_Delete)
    assert counts[-1] == 3
    assert binned == [table.rows.ids[:3]]


def test_the_tab_key_leaves_the_table(qtbot, table):
    assert not table.tabKeyNavigation()


def test_selection_and_place_survive_a_reload(qtbot, table, keep):
    table.choose(table.rows.ids[3])
    current = table.current
    keep(action("Another task"))
    with qtbot.waitSignal(table.rows.listed):
        table.rows.ask(Asked(order="-reference"))
    assert table.current == current
    assert table.chosen == (current,)


def test_a_record_that_left_the_list_gives_its_place_to_the_first(qtbot, table):
    table.choose(table.rows.ids[3])
    with qtbot.waitSignal(table.rows.listed):
        table.rows.ask(Asked(equal={"kind": "MEMBER"}))
    assert table.current == table.rows.ids[0]


def test_the_selection_is_copied_as_text_with_headings(qtbot, table):
    qtbot.keyClick(table, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(table, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].startswith("Reference\tKind\tAction\tPillar")
    assert [line.split("\t")[0] for line in lines[1:]] == ["A01", "A02"]


def test_a_hidden_column_is_not_copied(table):
    table.show_columns(["reference", "title"])
    table.copy()
    assert QGuiApplication.clipboard().text().startswith("Reference\tAction\nA01\t")


def test_sorting_by_a_heading_twice_turns_it_round(qtbot, table):
    for order in ("title", "-title"):
        with qtbot.waitSignal(table.rows.listed):
            table.sort_by(2)
        assert table.rows.asked.order == order


def test_the_column_menu_hides_and_shows_columns(table):
    menu = table.column_menu()
    switch = next(each for each in menu.actions() if each.text() == "Pillar")
    switch.toggle()
    assert table.isColumnHidden(3)
    menu.close()


def test_the_table_paints_every_kind_of_cell(qtbot, table, theme):
    picture = table.grab()
    theme.set_appearance("dark")
    assert table.grab().toImage() != picture.toImage()


def test_the_current_row_stays_in_sight_when_the_table_becomes_lower(table):
    table.choose(table.rows.ids[8])
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))
    table.resize(table.width(), 200)
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def painted(table):
    return table.viewport().grab().toImage()


def test_what_was_drawn_once_looks_the_same_when_it_is_shown_again(table):
    first = painted(table)
    assert painted(table) == first


def test_a_row_that_changes_is_drawn_anew(qtbot, table, keep, desk):
    before = painted(table)
    record = desk.read.get(ACTIONS, table.rows.ids[0])
    keep(replace(record, title="A title that nobody has seen before"))
    table.rows.refresh()
    qtbot.waitUntil(lambda: painted(table) != before)


def test_another_column_place_or_colour_is_drawn_anew(qtbot, table, theme):
    looks = [painted(table)]
    for change in (
        lambda: table.setColumnWidth(0, 200),
        lambda: table.horizontalScrollBar().setValue(30),
        lambda: table.choose(table.rows.ids[2]),
        lambda: theme.set_appearance("dark"),
    ):
        change()
        looks.append(painted(table))
    assert all(one != other for one, other in pairwise(looks))
