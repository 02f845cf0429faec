"""The page of actions, in the real window, by the keyboard."""

from datetime import date, timedelta

import pytest
from helpers.records import action
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from socdesk.commands.places import Spot
from socdesk.registers.declared.actions import ACTIONS, MILESTONES, Milestone
from socdesk.registers.register import State, new_id
from socdesk.ui.records import register_list

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def actions(page):
    return page("actions")


def form_of(qtbot, page):
    qtbot.waitUntil(lambda: page.form is not None and bool(page.form.editors))
    return page.form


def test_the_page_says_in_words_what_it_shows(actions):
    assert actions.summary.text() == "15 actions, 0 overdue, 0 due in the next 30 days"
    assert [actions.list.head.views.tabText(n) for n in range(6)] == [
        "All",
        "Overdue",
        "Due in 30 days",
        "Complete",
        "Void",
        "Bin",
    ]


def test_an_action_is_made_by_the_keyboard_alone(qtbot, actions, keys, desk, said):
    keys.press(Key.Key_N, modifier=CTRL)
    form = form_of(qtbot, actions)
    qtbot.waitUntil(form.editors["title"].focus.hasFocus)
    keys.text("Walk the market with the police")
    while not form.editors["primary_pillar"].focus.hasFocus():
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Down)
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: actions.form is None)
    qtbot.waitUntil(lambda: "Saved L01." in said)
    assert desk.read.by_reference("L01")[1].title == "Walk the market with the police"
    qtbot.waitUntil(lambda: actions.list.panel.detail.record.reference == "L01")


def test_enter_opens_a_record_and_escape_from_it_comes_back_to_its_row(qtbot, actions, keys):
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Return)
    form = form_of(qtbot, actions)
    assert actions.heading.text() == form.record.reference == "A03"
    assert actions.aside.isVisible()
    actions.cancel.click()
    qtbot.waitUntil(lambda: actions.form is None)
    assert actions.list.table.current == form.record.id
    assert actions.list.table.hasFocus()


def drafted(qtbot, page, words):
    def found():
        buttons = page.drafts.findChildren(QPushButton)
        return [each for each in buttons if each.text() == words and each.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def test_back_keeps_what_was_typed_and_the_list_offers_it_again(qtbot, actions, keys):
    keys.press(Key.Key_Return)
    form = form_of(qtbot, actions)
    assert not actions.discard.isVisible()
    form.editors["next_step"].focus.setFocus()
    keys.text("Half a thought")
    assert actions.discard.isVisible()
    keys.press(Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: actions.form is None)
    qtbot.waitUntil(actions.drafts.isVisible)
    assert [offer.words for offer in actions.drafts.offers] == ["A01, 09:00 today"]
    drafted(qtbot, actions, "Continue").setFocus()
    keys.press(Key.Key_Space)
    form = form_of(qtbot, actions)
    assert "Half a thought" in form.editors["next_step"].text()
    assert actions.beside.text() == "Draft saved 09:00"
    assert not actions.drafts.isVisible()


def test_what_is_thrown_away_can_be_brought_back(qtbot, actions, keys, desk):
    keys.press(Key.Key_Return)
    form = form_of(qtbot, actions)
    form.editors["next_step"].focus.setFocus()
    keys.text("Half a thought")
    actions.discard.click()
    qtbot.waitUntil(lambda: actions.form is None and not desk.drafts.all())
    qtbot.waitUntil(lambda: actions.drafts.isVisible() and not actions.drafts.offers)
    drafted(qtbot, actions, "Bring it back").setFocus()
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: len(actions.drafts.offers) == 1)
    drafted(qtbot, actions, "Throw away").click()
    qtbot.waitUntil(lambda: not desk.drafts.all())
    qtbot.waitUntil(lambda: not actions.drafts.offers)


def test_several_rows_change_as_one_deed_and_one_undo_takes_it_back(qtbot, actions, keys, desk, said):
    keys.press(Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    bulk = actions.list.bulk
    assert bulk.isVisible()
    assert "3 selected" in said
    ids = actions.list.table.chosen
    bulk.give("rag", "RED")
    qtbot.waitUntil(lambda: "Reason for the rating is missing" in bulk.error)
    bulk.why.setFocus()
    keys.text("Nobody came")
    bulk.give("rag", "RED")
    qtbot.waitUntil(lambda: "Changed RAG rating, Reason for the rating of 3 actions." in said)
    assert {each.rag for each in desk.read.block(ACTIONS, ids)} == {"RED"}
    assert bulk.error == ""
    assert actions.list.table.chosen == ids
    keys.press(Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: "RED" not in {each.rag for each in desk.read.block(ACTIONS, ids)})


def test_the_menu_of_the_bulk_bar_gives_a_value(qtbot, actions, keys, desk):
    keys.press(Key.Key_Down, modifier=SHIFT)
    ids = actions.list.table.chosen
    actions.list.bulk.choices["status"].click()
    menu = actions.list.bulk.menu
    next(each for each in menu.actions() if each.text() == "Paused").trigger()
    menu.close()
    qtbot.waitUntil(lambda: {each.status for each in desk.read.block(ACTIONS, ids)} == {"PAUSED"})


def test_delete_moves_to_the_bin_and_the_bin_brings_back(qtbot, actions, keys, keep, said):
    (kept,) = keep(action("A mistake"))
    desk = actions.room.desk
    qtbot.waitUntil(lambda: kept.id in actions.list.model.ids)
    actions.list.table.choose(kept.id)
    actions.list.table.setFocus()
    keys.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: f"Moved {kept.reference} to the bin." in said)
    qtbot.waitUntil(lambda: kept.id not in actions.list.model.ids)
    actions.list.head.choose_view("bin")
    actions.list.head.asked.emit()
    qtbot.waitUntil(lambda: actions.list.model.ids == (kept.id,))
    actions.list.table.setFocus()
    keys.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.read.get(ACTIONS, kept.id).state is State.LIVE)


def test_search_narrows_as_letters_are_typed_and_escape_clears(qtbot, actions, keys, said):
    keys.press(Key.Key_F, modifier=CTRL)
    keys.text("taxi")
    qtbot.waitUntil(lambda: any(words.endswith(" of 15 actions") for words in said))
    assert 0 < len(actions.list.model.ids) < 15
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(actions.list.model.ids) == 15)


def test_what_matches_nothing_offers_to_clear(qtbot, actions, keys):
    actions.list.head.search.setText("zzzz")
    qtbot.waitUntil(lambda: actions.list._rows.currentWidget() is actions.list._unmatched)
    actions.list._unmatched.findChild(QPushButton).click()
    qtbot.waitUntil(lambda: len(actions.list.model.ids) == 15)


def test_a_filter_narrows_to_one_choice(qtbot, actions, desk):
    box = actions.list.head.filters["primary_pillar"]
    box.setCurrentIndex(box.findData("PROTECT"))
    qtbot.waitUntil(lambda: len(actions.list.model.ids) < 15)
    assert {each.primary_pillar for each in desk.read.block(ACTIONS, actions.list.model.ids)} == {"PROTECT"}


def test_a_milestone_is_added_from_the_panel_and_stands_in_the_timeline(qtbot, actions, keys, desk):
    parent = actions.list.panel.detail.record
    actions.list.added.emit("milestones")
    form = form_of(qtbot, actions)
    assert actions.heading.text() == "New milestone"
    qtbot.waitUntil(form.editors["title"].focus.hasFocus)
    keys.text("Meet the trade")
    form.editors["due"].focus.setFocus()
    keys.text("+7")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: actions.form is None)
    (kept,) = desk.read.children(MILESTONES, parent.id)
    assert kept.due == date(2026, 3, 23)
    qtbot.waitUntil(
        lambda: "Milestone: Meet the trade" in [event.heading for event in actions.list.panel.timeline.events]
    )


def test_enter_in_the_timeline_opens_what_an_event_is_about(qtbot, actions, keep, keys):
    parent = actions.list.panel.detail.record
    keep(Milestone(id=new_id(), parent=parent.id, title="Meet the trade", due=date(2026, 3, 1)))
    timeline = actions.list.panel.timeline
    qtbot.waitUntil(lambda: len(timeline.events) == 2)
    timeline.setFocus()
    keys.press(Key.Key_Home)
    row = [event.register for event in timeline.events].index("milestones")
    keys.press(*[Key.Key_Down] * row, Key.Key_Return)
    assert form_of(qtbot, actions).register is MILESTONES


def test_a_figure_leads_to_its_rows(qtbot, actions, open_window, keep):
    kept = keep(action("One"), action("Two"))
    open_window.go(Spot("actions", view="ids:" + ",".join(each.id for each in kept)))
    qtbot.waitUntil(lambda: actions.list.model.ids == tuple(each.id for each in kept))


def test_a_record_that_is_not_in_the_view_is_looked_for_in_all(qtbot, actions, open_window, keep):
    (kept,) = keep(action("One"))
    actions.list.head.choose_view("complete")
    open_window.go(Spot("actions", view="complete", record=kept.id))
    qtbot.waitUntil(lambda: actions.list.head.view.key == "all" and actions.list.table.current == kept.id)


def test_space_puts_the_panel_away_and_brings_it_back(qtbot, actions, keys):
    keys.press(Key.Key_Space)
    assert not actions.list.panel.isVisible()
    keys.press(Key.Key_Space)
    assert actions.list.panel.isVisible()


def test_the_context_menu_repeats_what_buttons_and_keys_do(actions):
    menu = actions.list.deeds.row_menu()
    words = [each.text().split("\t")[0] for each in menu.actions()]
    deeds = ["History", "Duplicate", "Copy", "Select all", "Export", "Print", "Move to bin", "Void: entered in error"]
    assert words == ["Edit", "Add note", "Add milestone", "Add evidence", *deeds]
    menu.close()


def test_tab_comes_to_the_buttons_of_the_page_in_the_order_in_which_they_stand(actions, keys):
    actions.reviewing.setFocus()
    keys.press(Key.Key_Tab)
    assert actions.export.hasFocus()
    keys.press(Key.Key_Tab)
    assert actions.new.hasFocus()


@pytest.fixture
def reckoned(actions, monkeypatch):
    """What was reckoned afresh since the page was first there."""
    jobs, make = [], register_list.frame_job
    monkeypatch.setattr(register_list, "frame_job", lambda *given: jobs.append(given) or make(*given))
    return jobs


def back(open_window, spot):
    open_window.go(Spot("today"))
    open_window.go(spot)


def test_coming_back_to_a_list_reckons_nothing_while_nothing_was_done(qtbot, actions, open_window, reckoned, keep):
    qtbot.waitUntil(lambda: not open_window.work._running)
    back(open_window, Spot("actions"))
    back(open_window, Spot("actions", record=actions.list.model.ids[2]))
    assert not reckoned
    assert actions.list.table.current == actions.list.model.ids[2]
    keep(action("One"))
    qtbot.waitUntil(lambda: len(reckoned) == 1)


def test_a_new_day_makes_a_list_reckon_afresh(qtbot, open_window, reckoned, desk, monkeypatch):
    qtbot.waitUntil(lambda: not open_window.work._running)
    now = desk.clock()
    monkeypatch.setattr(desk, "clock", lambda: now + timedelta(days=1))
    back(open_window, Spot("actions"))
    assert len(reckoned) == 1


def test_rows_behind_a_figure_give_way_to_the_list_itself(qtbot, actions, open_window, keep):
    every = len(actions.list.model.ids)
    open_window.go(Spot("actions", view=f"ids:{actions.list.model.ids[0]}"))
    qtbot.waitUntil(lambda: len(actions.list.model.ids) == 1)
    back(open_window, Spot("actions"))
    qtbot.waitUntil(lambda: len(actions.list.model.ids) == every)
