"""The page of papers: made and saved by keys alone, previewed as it is typed, checked before it goes out."""

import hashlib
from datetime import date

from helpers.papers_by_keys import CONTROL, LONG, dialog_of, name, run, save, write
from helpers.pdf_tree import read_tree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from socdesk.commands.catalogue import COMMANDS
from socdesk.registers.declared.learners import Learner
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS
from socdesk.registers.register import new_id
from socdesk.ui.papers.builder import CHECK, PAGES, TEXT

Key = Qt.Key


def test_a_paper_is_made_and_saved_with_the_keyboard_alone(draft, qtbot, keys, tmp_path):
    open_window, desk = draft.window(), draft.room.desk
    path = tmp_path / "out.pdf"
    [suggested] = save(open_window, qtbot, path, keys)
    assert suggested.endswith("committee-update.pdf")
    assert path.read_bytes() == draft.preview.pdf
    notices = open_window.frame.room.notices
    qtbot.waitUntil(lambda: notices.words == "Saved the paper as PDF.")
    [event] = [each for each in desk.store.events.all() if each.kind == "paper saved"]
    assert event.detail["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()


def test_pages_and_text_follow_what_is_typed_and_keep_the_place(draft, drawn, keys, qtbot):
    assert draft.pages.pages == draft.preview.pages > 1
    assert draft.pages.place.text() == f"Page 1 of {draft.pages.pages}"
    draft.pages.turn(1)
    place = draft.pages.view.verticalScrollBar().value()
    write(draft, "headline", "")
    keys.text("Training comes first this year.")
    drawn()
    assert "Training comes first this year." in draft.reader.toPlainText()
    assert draft.reader.horizontalScrollBar().maximum() == 0
    assert "Training comes first this year." in read_tree(draft.preview.pdf).text
    assert draft.pages.view.verticalScrollBar().value() == place > 0


def test_words_are_kept_as_they_are_typed_and_can_be_undone(draft, qtbot, keys, desk):
    write(draft, "risks", "")
    keys.text("A new risk.")
    draft.sections.setFocus()

    def own():
        return {each.key: each.own_words for each in desk.read.children(PAPER_SECTIONS, draft.paper_id)}["risks"]

    qtbot.waitUntil(lambda: own() == "A new risk.")
    qtbot.waitUntil(
        lambda: draft.sections.currentItem().data(Qt.ItemDataRole.AccessibleTextRole).endswith("your words")
    )
    keys.press(Key.Key_Z, modifier=CONTROL)
    qtbot.waitUntil(lambda: own() == "")
    qtbot.waitUntil(lambda: draft.editor.words == "")


def test_a_leak_stops_saving_and_printing_and_leads_to_its_section(draft, drawn, keep, keys, qtbot):
    said = []
    draft.room.announcer.announced.connect(said.append)
    keep(Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))
    write(draft, "risks", "We met Zebedee Quillfeather.")
    drawn()
    qtbot.waitUntil(lambda: "found that is not public" in draft.verdict.words and not draft.preview.is_clean)
    assert any("found that is not public" in words for words in said)
    draft.sections.choose("purpose")
    draft.sections.setFocus()
    for key in (Key.Key_E, Key.Key_P):
        draft.show_tab(PAGES)
        keys.press(key, modifier=CONTROL)
        qtbot.waitUntil(lambda: draft.tabs.currentIndex() == CHECK, timeout=LONG)
        assert draft.window().findChildren(QFileDialog) == []
    row = [draft.findings.table.model().index(0, column).data() for column in range(4)]
    assert row[1:3] == ["Name", "Risks"]
    assert "Quillfeather" in row[3]
    keys.press(Key.Key_Return)
    assert draft.sections.key == "risks"
    assert QApplication.focusWidget() is draft.editor.own.area
    keys.press(Key.Key_A, modifier=CONTROL)
    keys.text("Nothing new.")
    qtbot.waitUntil(lambda: draft.verdict.words == "Nothing found that is not public", timeout=LONG)


def test_a_section_is_left_out_and_a_draft_is_started_from(draft, drawn, qtbot, keys):
    draft.sections.choose("pillar.PURSUE")
    draft.editor.copy.click()
    assert draft.editor.words == draft.editor.draft.toPlainText()
    draft.editor.leave.click()
    qtbot.waitUntil(lambda: draft.editor.absent.text().startswith("This section is left out"))
    drawn()
    assert draft.editor.draft.toPlainText()[:30] not in draft.reader.toPlainText()
    draft.sections.choose("legal")
    assert "awaited" in draft.editor.absent.text() or draft.paper.layout != "Cabinet"


def test_issuing_is_explained_and_then_settles_the_paper(draft, drawn, qtbot, keys):
    open_window, desk = draft.window(), draft.room.desk
    run(open_window, "page.issue")
    qtbot.waitUntil(draft.issue_bar.isVisible, timeout=LONG)
    keys.press(Key.Key_Escape)
    assert not draft.issue_bar.isVisible()
    run(open_window, "page.issue")
    qtbot.waitUntil(draft.issue_bar.yes.hasFocus, timeout=LONG)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(lambda: draft.paper.is_settled, timeout=LONG)
    drawn()
    assert draft.preview.as_issued is True
    assert draft.editor.own.area.isReadOnly()
    assert desk.read.page(PAPERS)[0].sha256 == draft.preview.seal
    assert not {"page.issue", "page.refresh_figures"} & {c.id for c in COMMANDS if c.usable(open_window.situation)}


def test_every_command_of_a_paper_does_its_deed(draft, drawn, qtbot, tmp_path):
    open_window = draft.window()
    run(open_window, "page.read_text")
    assert draft.tabs.currentIndex() == TEXT
    assert QApplication.focusWidget() is draft.reader
    run(open_window, "page.show_pages")
    assert QApplication.focusWidget() is draft.pages.view
    run(open_window, "page.check_leaks")
    qtbot.waitUntil(lambda: draft.tabs.currentIndex() == CHECK, timeout=LONG)
    run(open_window, "page.refresh_figures")
    notices = open_window.frame.room.notices
    qtbot.waitUntil(lambda: notices.words.startswith("Took the figures as known now"), timeout=LONG)
    drawn()
    run(open_window, "page.save_web_page")
    dialog = dialog_of(open_window, QFileDialog, qtbot)
    name(dialog, tmp_path / "out.html")
    qtbot.waitUntil((tmp_path / "out.html").exists, timeout=LONG)
    assert '<html lang="en-GB">' in (tmp_path / "out.html").read_text("utf-8")


def test_a_day_that_is_none_is_told_beside_its_question(papers, keys, qtbot):
    papers.start()
    qtbot.waitUntil(papers.form.kind.hasFocus)
    papers.form.meeting.line.setText("31/2/2026")
    papers.form.as_at.show_text("2026-12-31")
    papers.make.click()
    assert "is not a day" in papers.form.fields["meeting"].error
    assert papers.form.fields["as_at"].error == "31 December 2026 has not come yet. Choose today or an earlier day."
    assert papers.form.summary.links[0].hasFocus()
    papers.form.as_at.show_text("2019-01-01")
    papers.form.meeting.show_text("2026-03-19")
    papers.make.click()
    qtbot.waitUntil(lambda: "This desk began on" in papers.form.summary.words)


def test_the_list_shows_what_was_made_and_opens_it_again(draft, papers, keys, qtbot):
    papers.back.click()
    qtbot.waitUntil(lambda: papers.summary.text() == "1 paper")
    qtbot.waitUntil(papers.list.table.hasFocus)
    shown = [papers.list.table.model().index(0, column).data() for column in range(8)]
    assert shown[:3] == ["PAP-2026-01", "Committee update", "19 Mar 2026"]
    assert shown[7] == "Chief Communities Officer"
    keys.press(Key.Key_Return)
    assert papers.builder.isVisible()
    assert papers.back.isVisible()


def test_the_guide_for_new_members_has_no_layout_to_choose(papers, qtbot, drawn):
    papers.start()
    qtbot.waitUntil(papers.form.kind.hasFocus)
    papers.form.kind.setCurrentIndex(1)
    assert not papers.form.fields["layout"].isVisible()
    assert papers.form.fields["meeting"].label.text() == "Induction (required)"
    papers.form.meeting.show_text(date(2026, 5, 12).isoformat())
    papers.make.click()
    qtbot.waitUntil(lambda: papers.builder is not None and papers.builder.paper is not None, timeout=LONG)
    assert drawn().pages == 1
    assert "M1" in papers.builder.reader.toPlainText()


def test_the_menu_names_what_else_can_be_done(draft, papers):
    papers.more.click()
    menu = papers.findChild(QMenu)
    words = [action.text() for action in menu.actions()]
    menu.close()
    assert words == ["Save as web page", "Check for leaks", "Refresh the figures", "Issue this paper"]
