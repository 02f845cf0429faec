"""No text of lists and forms is cut, and every control has a name, at every size that is promised."""

import pytest
from helpers.records import concern
from helpers.window_lint import SIZES, complaints
from PySide6.QtCore import Qt

Key = Qt.Key


@pytest.fixture
def fits(qtbot, open_window):
    def check():
        def nothing_is_wrong():
            assert complaints(open_window) == []

        for zoom, width, height in SIZES:
            open_window.theme.set_zoom(zoom)
            open_window.resize(width, height)
            qtbot.waitUntil(lambda w=width, h=height: (open_window.width(), open_window.height()) == (w, h))
            qtbot.waitUntil(nothing_is_wrong, timeout=2000)
        open_window.theme.set_zoom(100)

    return check


def form_of(qtbot, page):
    qtbot.waitUntil(lambda: page.form is not None and bool(page.form.editors))
    return page.form


def test_the_list_of_actions_fits(page, fits):
    page("actions")
    fits()


def test_the_bar_of_selected_rows_fits_with_its_error(qtbot, page, fits, keys):
    actions = page("actions")
    keys.press(Key.Key_Down, Key.Key_Down, modifier=Qt.KeyboardModifier.ShiftModifier)
    actions.list.bulk.give("rag", "RED")
    qtbot.waitUntil(lambda: bool(actions.list.bulk.error))
    fits()


def test_a_masked_concern_fits(qtbot, page, keep, fits):
    (kept,) = keep(concern("A guarded matter", restricted=True, restriction_reason="CSE"))
    concerns = page("concerns")
    concerns.list.table.choose(kept.id)
    qtbot.waitUntil(lambda: concerns.list.panel.detail.masked)
    fits()


def test_the_quick_form_fits_with_its_errors(qtbot, page, fits):
    concerns = page("concerns")
    concerns.start()
    form_of(qtbot, concerns).save()
    fits()


@pytest.mark.parametrize("key", ["actions", "concerns"])
def test_a_whole_form_fits_with_its_draft_and_the_list_that_offers_it(qtbot, page, fits, keys, key):
    shown = page(key)
    keys.press(Key.Key_Return)
    form = form_of(qtbot, shown)
    form.editors[form._body.order[0]].focus.setFocus()
    keys.text("Changed")
    form.keep_typed()
    qtbot.waitUntil(shown.beside.isVisible)
    fits()
    form.leave()
    qtbot.waitUntil(shown.drafts.isVisible)
    fits()


def test_an_empty_list_fits(qtbot, page, fits):
    actions = page("actions")
    actions.list.head.search.setText("zzzz")
    qtbot.waitUntil(lambda: actions.list._rows.currentWidget() is actions.list._unmatched)
    fits()
