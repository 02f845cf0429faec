"""The strategy, courses, requirements, posts and contacts are kept in the window, by keys."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from socdesk.commands.places import PLACES_BEHIND, Spot
from socdesk.registers.declared.desk_records import CONTACTS
from socdesk.registers.declared.strategy import POST_HOLDERS, STRATEGIES
from socdesk.registers.declared.training import COURSES

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form_by_keys(qtbot, page, keys):
    """Open a form on a page by a key, and wait for its first question."""

    def open_form(place, key, modifier=Qt.KeyboardModifier.NoModifier):
        shown = page(place)
        qtbot.waitUntil(shown.list.table.hasFocus)
        keys.press(key, modifier=modifier)
        qtbot.waitUntil(lambda: shown.form is not None and bool(shown.form.editors))
        return shown

    return open_form


def fill(keys, page, **answers):
    for name, words in answers.items():
        page.form.editors[name].focus.setFocus()
        keys.text(words)
    keys.press(Key.Key_S, modifier=CTRL)


def pressing(qtbot, window):
    """Return the list on Today, and what its first line says."""
    window.go(Spot("today"))
    lines = window.frame.navigation.page.attention
    qtbot.waitUntil(lambda: lines.model().rowCount() > 0)
    window.frame.take_keyboard()
    return lines, lines.model().index(0, 0).data()


def test_today_leads_to_the_overdue_review_and_asks_no_more_once_it_is_recorded(qtbot, open_window, keys, desk):
    lines, first = pressing(qtbot, open_window)
    assert "Strategy review overdue" in first
    lines.setFocus()
    lines.setCurrentIndex(lines.model().index(0, 0))
    keys.press(Key.Key_Return)
    strategy = open_window.frame.navigation.page
    assert open_window.situation.page == "strategies"
    qtbot.waitUntil(lambda: strategy.list.model.row(0) is not None and strategy.list.table.hasFocus())
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: strategy.form is not None and bool(strategy.form.editors))
    strategy.form.editors["review_due"].focus.setFocus()
    keys.press(Key.Key_A, modifier=CTRL)
    fill(keys, strategy, review_due="19/9/2028", reviewed="today")
    qtbot.waitUntil(lambda: strategy.form is None)
    (kept,) = desk.read.page(STRATEGIES)
    assert (kept.review_due.year, kept.reviewed) == (2028, desk.clock().date())
    open_window.go(Spot("today"))
    qtbot.waitUntil(lambda: "Strategy review overdue" not in pressing(qtbot, open_window)[1])


def test_a_new_version_of_the_strategy_begins_with_the_wording_of_the_old(qtbot, page, keys):
    strategy = page("strategies")
    old = strategy.list.panel.detail.record
    strategy.list.deeds.duplicate()
    qtbot.waitUntil(lambda: strategy.form is not None and bool(strategy.form.editors))
    begun = strategy.form.record
    assert (begun.title, begun.aim, begun.edition, begun.adopted) == (old.title, old.aim, "", None)
    assert begun.id != old.id


def test_a_course_is_added_and_what_is_wrong_is_said_at_its_question(qtbot, form_by_keys, keys, desk):
    courses = form_by_keys("courses", Key.Key_N, CTRL)
    fill(keys, courses, validity_months="0", title="Fraud for councillors")
    qtbot.waitUntil(lambda: bool(courses.form.editors["validity_months"].focus.accessibleDescription()))
    courses.form.editors["validity_months"].focus.setFocus()
    keys.press(Key.Key_A, modifier=CTRL)
    fill(keys, courses, validity_months="24")
    qtbot.waitUntil(lambda: courses.form is None)
    assert [each.validity_months for each in desk.read.page(COURSES) if each.title == "Fraud for councillors"] == [24]


def test_a_post_has_its_holders(qtbot, page, keys, desk):
    posts = page("posts")
    posts.list.added.emit("post_holders")
    qtbot.waitUntil(lambda: posts.form is not None and bool(posts.form.editors))
    fill(keys, posts, name="Alex Example")
    qtbot.waitUntil(lambda: posts.form is None)
    assert "Alex Example" in {each.name for each in desk.read.page(POST_HOLDERS)}


def test_a_contact_says_when_it_was_last_checked(qtbot, form_by_keys, keys, desk):
    contacts = form_by_keys("contacts", Key.Key_Return)
    contacts.form.editors["checked"].focus.setFocus()
    keys.press(Key.Key_A, modifier=CTRL)
    fill(keys, contacts, checked="today")
    qtbot.waitUntil(lambda: contacts.form is None)
    assert desk.clock().date() in {each.checked for each in desk.read.page(CONTACTS)}


def test_settings_lead_to_each_of_them(qtbot, open_window, keys):
    for place in PLACES_BEHIND:
        open_window.go(Spot("settings", "lists"))
        lists = open_window.frame.navigation.page.section
        lead = next(each for each in lists.findChildren(QPushButton) if each.text() == place.title)
        lead.setFocus()
        keys.press(Key.Key_Space)
        assert open_window.situation.page == place.key
        assert open_window.windowTitle().startswith(place.title)
