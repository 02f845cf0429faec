"""Story 27: the program fills the figures in, and leaves the officer's narrative alone when it drafts again."""

from dataclasses import replace

from helpers.papers_by_keys import LONG, run, write

from socdesk.registers.declared.actions import ACTIONS

WORDS = "We ask members to look at training first."


def test_story_27_drafting_again_leaves_the_officers_words_alone(draft, drawn, keep, keys, qtbot):
    write(draft, "headline", "")
    keys.text(WORDS)
    drawn()
    action = draft.room.desk.read.page(ACTIONS)[0]
    keep(replace(action, rag="RED", rag_reason="Two meetings were missed."))
    run(draft.window(), "page.refresh_figures")
    qtbot.waitUntil(lambda: "off track" in draft.editor.draft.toPlainText(), timeout=LONG)
    drawn()
    assert draft.editor.words == WORDS
    assert WORDS in draft.reader.toPlainText()
    assert "Table 1: Actions by status" in draft.reader.toPlainText()
