"""The page of concerns, in the real window."""

import pytest
from helpers.records import concern, source
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from socdesk.commands.places import Spot
from socdesk.desk.changing_settings import setting_deed
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, STATEMENTS
from socdesk.settings import SHOW_MINUTES

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def guarded(keep):
    (kept,) = keep(concern("A guarded matter", restricted=True, restriction_reason="CSE"))
    return kept


def form_of(qtbot, page):
    qtbot.waitUntil(lambda: page.form is not None and bool(page.form.editors))
    return page.form


def column(page, name):
    return [each.name for each in page.list.model.columns].index(name)


def test_a_concern_is_recorded_from_anywhere_with_five_answers(qtbot, open_window, keys, desk, said):
    keys.press(Key.Key_N, modifier=CTRL | SHIFT)
    page = open_window.frame.navigation.page
    form = form_of(qtbot, page)
    assert sorted(form._body.order) == ["channel", "received", "received_by", "summary", "urgency"]
    qtbot.waitUntil(form.editors["summary"].focus.hasFocus)
    keys.text("Cash counted in a parked van")
    for name in ("urgency", "channel"):
        while not form.editors[name].focus.hasFocus():
            keys.press(Key.Key_Tab)
        keys.press(Key.Key_Down)
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: page.form is None)
    found = [each for each in desk.read.page(CONCERNS) if each.summary == "Cash counted in a parked van"]
    assert len(found) == 1
    assert found[0].received_by
    assert f"Saved {found[0].reference}." in said


def test_a_restricted_row_is_masked_until_it_is_shown_and_that_is_noted(qtbot, page, guarded, desk, on_desk_thread):
    concerns = page("concerns")
    concerns.list.table.choose(guarded.id)
    qtbot.waitUntil(lambda: concerns.list.panel.detail.record.id == guarded.id)
    row = concerns.list.model.row_of(guarded.id)
    cell = concerns.list.model.index(row, column(concerns, "summary"))
    assert cell.data() == "Restricted"
    assert "guarded" not in cell.siblingAtColumn(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert concerns.list.panel.detail.title == "Restricted concern"
    assert concerns.list.panel.detail.events == ()
    on_desk_thread(lambda: desk.do(setting_deed(desk, SHOW_MINUTES, "2")))
    before = desk.store.events.seq
    show = next(each for each in concerns.list.panel.findChildren(QPushButton) if each.text().startswith("Show for"))
    show.click()
    qtbot.waitUntil(lambda: cell.data() == "A guarded matter")
    assert desk.store.events.seq == before + 1
    assert concerns.list._hiding.interval() == 120_000
    qtbot.waitUntil(lambda: concerns.list.panel.detail.title == "A guarded matter")
    concerns.list._hiding.timeout.emit()
    qtbot.waitUntil(lambda: cell.data() == "Restricted")
    qtbot.waitUntil(lambda: concerns.list.panel.detail.title == "Restricted concern")


def test_opening_a_restricted_record_is_noted_too(qtbot, page, guarded, desk, keys):
    concerns = page("concerns")
    concerns.list.table.choose(guarded.id)
    before = desk.store.events.seq
    keys.press(Key.Key_Return)
    form_of(qtbot, concerns)
    assert desk.store.events.seq == before + 1
    assert concerns.summary.text() == "Concerns"


def test_a_statement_is_added_and_then_sealed(qtbot, page, desk, keys):
    concerns = page("concerns")
    parent = concerns.list.panel.detail.record
    concerns.list.added.emit("statements")
    form = form_of(qtbot, concerns)
    form.editors["type"].show_text("REPORTED")
    form.editors["text"].focus.setFocus()
    keys.text("He was seen counting cash")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: concerns.form is None)
    (kept,) = desk.read.children(STATEMENTS, parent.id)
    assert kept.text == "He was seen counting cash"


def test_the_source_opens_behind_a_door_that_notes_it(qtbot, page, desk, keep, keys):
    concerns = page("concerns")
    parent = concerns.list.panel.detail.record
    keep(source(parent, name="Rowan Example"))
    before = desk.store.events.seq
    concerns.door.button.click()
    form = form_of(qtbot, concerns)
    assert form.register is CONCERN_SOURCES
    assert form.editors["name"].focus.text() == "Rowan Example"
    assert desk.store.events.seq == before + 1


def test_an_empty_form_stands_behind_the_door_where_there_is_no_source(qtbot, page):
    concerns = page("concerns")
    parent = concerns.list.panel.detail.record
    concerns.door.open()
    form = form_of(qtbot, concerns)
    assert (form.record.parent, form.record.version) == (parent.id, 0)


def test_restricting_asks_why(qtbot, page, keys):
    concerns = page("concerns")
    keys.press(Key.Key_Return)
    form = form_of(qtbot, concerns)
    form.editors["restricted"].box.setChecked(True)
    form.save()
    assert [link.text() for link in form.summary.links] == ["Why it is restricted is missing"]


def test_a_concern_outside_the_view_is_looked_for_in_all(qtbot, page, open_window, keep):
    concerns = page("concerns")
    (kept,) = keep(concern("Long since settled", status="ROUTED"))
    open_window.go(Spot("concerns", view="undecided", record=kept.id))
    qtbot.waitUntil(lambda: concerns.list.head.view.key == "all" and concerns.list.table.current == kept.id)
