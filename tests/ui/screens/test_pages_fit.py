"""No text of lists and forms is cut, and every control has a name, at every size that is promised."""

import pytest
from helpers.papers_by_keys import write
from helpers.records import concern
from PySide6.QtCore import Qt

from socdesk.commands.places import Spot
from socdesk.registers.declared.learners import Learner
from socdesk.registers.register import new_id
from socdesk.ui.papers.builder import CHECK, PAGES, TEXT
from socdesk.ui.screens.settings.sections import SECTIONS

Key = Qt.Key


@pytest.mark.parametrize("key", [place.key for place in SECTIONS])
def test_a_section_of_the_settings_fits(open_window, settled, fits, key):
    open_window.go(Spot("settings", key))
    settled()
    fits()


def test_the_line_for_a_label_of_a_list_fits_with_its_error(open_window, settled, fits):
    open_window.go(Spot("settings", "lists"))
    settled()
    settled()
    section = open_window.frame.navigation.page.section
    section.add.click()
    section.line.refuse("Another entry of this list has that label. Enter a different one.")
    fits()


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


def test_the_making_of_a_paper_fits_with_its_errors(papers, qtbot, fits):
    papers.start()
    qtbot.waitUntil(papers.form.kind.hasFocus)
    papers.make.click()
    fits()


def test_a_paper_fits_with_its_pages_text_and_leaks(draft, drawn, keep, qtbot, fits):
    keep(Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))
    write(draft, "risks", "We met Zebedee Quillfeather.")
    drawn()
    qtbot.waitUntil(lambda: not draft.preview.is_clean)
    for tab in (PAGES, TEXT, CHECK):
        draft.show_tab(tab)
        fits()


SPOTS = {
    "history": lambda page, record: page.history is not None and bool(page.timeline.events),
    "deeds": lambda page, record: page.model.row(0) is not None,
    "asat": lambda page, record: page.model is not None and bool(page.model.ids) and page.panel.detail is not None,
}


@pytest.mark.parametrize("key", SPOTS)
def test_what_is_remembered_fits(qtbot, open_window, keep, fits, key):
    (kept,) = keep(concern("A van that stands in words long enough to be cut where there is too little room"))
    views = {"history": ("concerns", kept.id), "deeds": ("", ""), "asat": ("2026-03-16 concerns", "")}
    open_window.go(Spot(key, *views[key]))
    shown = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: SPOTS[key](shown, kept.id))
    fits()


def test_the_question_why_a_row_is_void_fits(qtbot, page, fits):
    shown = page("concerns")
    shown.list.deeds.ask_to_void()
    shown.list.reason.do.click()
    qtbot.waitUntil(lambda: bool(shown.list.reason.field.error))
    fits()
