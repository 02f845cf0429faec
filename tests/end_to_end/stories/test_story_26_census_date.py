"""Story 26: the figures as at a day stay reproducible after later edits, until they are refreshed on purpose."""

from dataclasses import replace

from helpers.papers_by_keys import LONG, run

from socdesk.registers.declared.actions import ACTIONS


def test_story_26_figures_as_at_a_day_stay_after_later_edits(draft, drawn, keep, qtbot):
    before = drawn().pdf
    action = draft.room.desk.read.page(ACTIONS)[0]
    keep(replace(action, rag="RED", rag_reason="Two meetings were missed.", progress="Written later."))
    draft.draw()
    assert drawn().pdf == before
    run(draft.window(), "page.refresh_figures")
    qtbot.waitUntil(lambda: draft.preview.pdf != before and draft._running is None, timeout=LONG)
    assert "Written later." in draft.reader.toPlainText()
