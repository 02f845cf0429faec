"""The page of training, in the real window, by the keyboard."""

from datetime import date

import pytest
from helpers.drivers_on_desk import four_drivers
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from socdesk.commands.places import Spot
from socdesk.registers.declared.learners import LEARNERS, LICENCES
from socdesk.registers.declared.training import COMPLETIONS, COURSES
from socdesk.registers.register import State
from socdesk.ui.screens.rows_behind import spot_of_rows

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def drivers(desk, keep):
    """Four drivers: in date, expiring, expired and never trained."""
    taxi = next(each for each in desk.read.page(COURSES) if "taxi" in each.title)
    records = four_drivers(taxi)
    keep(*records)
    return tuple(each.id for each in records[:4])


@pytest.fixture
def training(qtbot, open_window, drivers):
    open_window.go(Spot("training"))
    page = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: page.matrix.model.ids == drivers and page.matrix.model.row(0) is not None)
    return page


def form_of(qtbot, page):
    qtbot.waitUntil(lambda: page.side.drawer is not None and bool(page.side.drawer.form.editors))
    return page.side.drawer.form


def test_the_page_says_the_share_with_its_denominator_and_each_figure_leads_to_its_rows(qtbot, training, drivers):
    head = training.matrix.head
    assert training.summary.text() == "2 of 4 in date on 16 March 2026"
    assert [head.tabs.tabText(n) for n in range(4)] == [
        "Taxi drivers 4",
        "Staff 0",
        "Elected members 0",
        "All people 4",
    ]
    assert head.tiles["in_date"].accessibleName() == "50% in date, 2 of 4"
    assert [head.tiles[key].accessibleName() for key in ("expiring", "expired", "never")] == [
        "1 expire within 90 days",
        "1 have expired",
        "1 never trained",
    ]
    for key, ids in (
        ("in_date", drivers[:2]),
        ("expiring", drivers[1:2]),
        ("expired", drivers[2:3]),
        ("never", drivers[3:]),
    ):
        head.tiles[key].click()
        qtbot.waitUntil(lambda ids=ids: training.matrix.model.ids == ids)
        assert head.chips[key].isChecked()


def test_training_is_recorded_for_several_by_the_keyboard_alone(qtbot, training, desk, keys, said):
    qtbot.waitUntil(training.matrix.table.hasFocus)
    keys.press(Key.Key_Right)
    keys.press(Key.Key_Down, Key.Key_Down, Key.Key_Down, modifier=SHIFT)
    assert training.matrix.record.text() == "Record training for these 4"
    assert "4 people selected" in said
    keys.press(Key.Key_R, modifier=CTRL)
    form = form_of(qtbot, training)
    qtbot.waitUntil(form.editors["course"].focus.hasFocus)
    assert training.side.drawer.note.words.startswith("2 of these 4 are already in date: Ash, Example (to 1 June 2028)")
    keys.press(Key.Key_Tab)
    keys.text("2/3/26")
    assert form.editors["expires"].text() == "2029-03-02"
    keys.press(Key.Key_Tab, Key.Key_S)
    keys.press(Key.Key_Backspace)
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: "Recorded training for 4 people." in said)
    assert training.side.drawer is None
    assert training.matrix.table.hasFocus()
    qtbot.waitUntil(lambda: training.summary.text() == "4 of 4 in date on 16 March 2026")
    assert {each.expires for each in desk.read.page(COMPLETIONS) if each.completed == date(2026, 3, 2)} == {None}
    keys.press(Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: training.summary.text() == "2 of 4 in date on 16 March 2026")


def test_what_is_missing_is_said_in_place_and_a_last_day_that_was_written_stays(qtbot, training, keys, desk):
    keys.press(Key.Key_Right, Key.Key_Return)
    form = form_of(qtbot, training)
    form.save()
    assert form.summary.links[0].text().startswith("Completed")
    form.editors["expires"].focus.setFocus()
    keys.text("31/12/2026")
    form.editors["completed"].focus.setFocus()
    keys.text("today")
    form.editors["provider"].focus.setFocus()
    assert form.editors["expires"].text() == "2026-12-31"
    form.save()
    qtbot.waitUntil(lambda: training.side.drawer is None)
    assert [each.expires for each in desk.read.page(COMPLETIONS) if each.completed == date(2026, 3, 16)] == [
        date(2026, 12, 31)
    ]


def test_enter_on_a_name_opens_the_person_and_escape_comes_back(qtbot, training, drivers, keys):
    keys.press(Key.Key_Down, Key.Key_Return)
    panel = training.side.panel
    qtbot.waitUntil(lambda: panel.isVisible() and panel.detail.title == "Beech, Example")
    assert [event.heading for event in panel.courses.events] == ["Safeguarding for taxi drivers"]
    assert panel.courses.events[0].who == "Expires 1 May 2026. Done 1 May 2023"
    assert "PHD-1, badge B1" in panel.detail.fact("scope").words
    qtbot.waitUntil(panel.courses.hasFocus)
    keys.press(Key.Key_Return)
    form = form_of(qtbot, training)
    assert training.side.drawer.people == (drivers[1],)
    qtbot.waitUntil(form.editors["course"].focus.hasFocus)
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: training.side.drawer is None)
    training.side.panel.courses.setFocus()
    keys.press(Key.Key_Escape)
    assert not training.side.place.isVisible()
    assert training.matrix.table.hasFocus()


def test_training_that_was_never_so_is_taken_away(qtbot, training, drivers, keys, said):
    keys.press(Key.Key_Return)
    panel = training.side.panel
    qtbot.waitUntil(panel.courses.hasFocus)
    keys.press(Key.Key_Home, Key.Key_Delete)
    qtbot.waitUntil(lambda: any(words.startswith("Took T") for words in said))
    qtbot.waitUntil(lambda: panel.courses.events[0].who == "Not done")


def test_a_driver_is_added_with_a_licence_and_counts_at_once(qtbot, training, keys, desk, said):
    keys.press(Key.Key_N, modifier=CTRL)
    form = form_of(qtbot, training)
    qtbot.waitUntil(form.editors["surname"].focus.hasFocus)
    keys.text("Willow")
    form.editors["number"].focus.setFocus()
    keys.text("PHD-0")
    form.editors["held"].since.setFocus()
    keys.text("1/3/26")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: "on the desk already" in form.fields["number"].error)
    form.editors["number"].focus.setFocus()
    form.editors["number"].focus.selectAll()
    keys.text("PHD-9")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: "Added the taxi driver." in said)
    qtbot.waitUntil(lambda: len(training.matrix.model.ids) == 5)
    (licence,) = [each for each in desk.read.page(LICENCES) if each.number == "PHD-9"]
    assert licence.held.since == date(2026, 3, 1)


def test_a_person_is_changed_and_their_licence_too(qtbot, training, keys, desk, drivers):
    keys.press(Key.Key_Return)
    panel = training.side.panel
    qtbot.waitUntil(lambda: panel.isVisible() and panel.detail is not None)
    panel.edited.emit()
    form = form_of(qtbot, training)
    form.editors["note"].show_text("Prefers letters")
    form.save()
    qtbot.waitUntil(lambda: desk.read.get(LEARNERS, drivers[0]).note == "Prefers letters")
    qtbot.waitUntil(lambda: training.side.drawer is None and panel.isVisible())
    event = next(each for each in panel.timeline.events if each.register == "licences")
    panel.opened.emit(event)
    assert form_of(qtbot, training).register is LICENCES


def test_several_go_to_the_bin_and_come_back_from_it(qtbot, training, drivers, keys, said):
    desk = training.room.desk
    keys.press(Key.Key_Down, modifier=SHIFT)
    keys.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: "Moved 2 learners to the bin." in said)
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers[2:])
    training.matrix.head.chips["bin"].click()
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers[:2])
    training.matrix.table.setFocus()
    keys.press(Key.Key_A, modifier=CTRL)
    training.record()
    assert "Somebody chosen is in the bin. Bring them back first." in said
    training.matrix.table.setFocus()
    keys.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: {each.state for each in desk.read.block(LEARNERS, drivers)} == {State.LIVE})


def test_search_finds_a_badge_as_it_is_typed_and_says_how_many(qtbot, training, drivers, keys, said):
    keys.press(Key.Key_F, modifier=CTRL)
    keys.text("b2")
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers[2:3])
    qtbot.waitUntil(lambda: "1 of 4 people" in said)
    keys.text("zz")
    qtbot.waitUntil(lambda: training.matrix._rows.currentWidget() is training.matrix._unmatched)
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers)


def test_chosen_people_are_copied_as_text(training, keys):
    keys.press(Key.Key_Down, modifier=SHIFT)
    keys.press(Key.Key_C, modifier=CTRL)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Driver and badge number\tBeside\tSafeguarding for taxi drivers"
    assert lines[1:] == [
        "Ash, Example\tB0\tIn date to 1 Jun 2028",
        "Beech, Example\tB1\tExpires 1 May 2026",
    ]


def test_figures_of_other_pages_lead_here(qtbot, training, open_window, drivers):
    open_window.go(Spot("training", "expiring"))
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers[1:2])
    assert training.matrix.head.kind == ""
    rows = tuple(("learners", each) for each in drivers[2:])
    open_window.go(spot_of_rows(rows, "people not in date"))
    qtbot.waitUntil(lambda: training.matrix.model.ids == drivers[2:])
    assert training.matrix.head.chips["ids:"].text() == "These 2"
    open_window.go(spot_of_rows(rows[:1], "one"))
    qtbot.waitUntil(lambda: training.side.person == drivers[2])
    qtbot.waitUntil(lambda: training.matrix.table.current == drivers[2])


def test_the_context_menu_repeats_what_buttons_and_keys_do(training):
    menu = training.matrix.row_menu()
    words = [each.text().split("\t")[0] for each in menu.actions()]
    assert words == ["Record training", "Open person", "Copy", "Select all", "Move to bin"]
    menu.close()


def test_where_no_kind_is_chosen_adding_asks_which(qtbot, training, open_window):
    training.matrix.head.tabs.setCurrentIndex(3)
    menu = training.kinds_menu()
    assert [each.text() for each in menu.actions()] == ["Add taxi driver", "Add member of staff", "Add elected member"]
    menu.actions()[1].trigger()
    menu.close()
    assert "staff_number" in form_of(qtbot, training).editors


def test_what_was_typed_for_several_can_be_gone_on_with_after_leaving(qtbot, training, open_window, keys):
    training.matrix.table.selectAll()
    training.record()
    form_of(qtbot, training).editors["provider"].focus.setFocus()
    keys.text("Example Training")
    keys.press(Key.Key_Escape)
    assert training.side.drawer is None
    notices = open_window.frame.room.notices
    assert notices.words == "Nothing was saved."
    notices._act()
    form = form_of(qtbot, training)
    qtbot.waitUntil(lambda: form.editors["provider"].text() == "Example Training")
    assert len(training.side.drawer.people) == 4


def test_a_half_written_licence_stays_as_a_draft_and_is_offered_again(qtbot, training, drivers, keys):
    training.open_person(drivers[0])
    qtbot.waitUntil(training.side.panel.isVisible)
    training.side.panel.scoped.emit("licences")
    form_of(qtbot, training).editors["number"].focus.setFocus()
    keys.text("PHD-77")
    keys.press(Key.Key_Escape)
    qtbot.waitUntil(lambda: len(training.drafts.offers) == 1)
    training.drafts.continued.emit(training.drafts.offers[0].draft)
    form = form_of(qtbot, training)
    qtbot.waitUntil(lambda: form.editors["number"].text() == "PHD-77")


def test_the_bar_of_those_chosen_stays_in_sight_beside_a_form(qtbot, training, open_window):
    open_window.resize(1280, 760)
    training.matrix.table.selectAll()
    training.record()
    form_of(qtbot, training)
    bar = training.matrix.bulk
    qtbot.waitUntil(lambda: bar.visibleRegion().boundingRect().height() == bar.height())
