"""Story 62: the four Ps and the roles of members on one page, with no case in it."""

from helpers.papers_by_keys import LONG
from helpers.records import concern


def test_story_62_a_guide_on_one_page_without_any_case(papers, drawn, keep, qtbot):
    (kept,) = keep(concern("Visitors at all hours at a lock-up"))
    papers.start()
    qtbot.waitUntil(papers.form.kind.hasFocus)
    papers.form.kind.setCurrentIndex(1)
    papers.form.meeting.show_text("2026-05-12")
    papers.make.click()
    qtbot.waitUntil(lambda: papers.builder is not None and papers.builder.paper is not None, timeout=LONG)
    assert drawn().pages == 1
    told = papers.builder.reader.toPlainText()
    assert all(words in told for words in ("Pursue", "Prevent", "Protect", "Prepare", "M1", "M2", "M3", "M4"))
    assert kept.reference not in told
    assert "lock-up" not in told
    assert papers.builder.verdict.words == "Nothing found that is not public"
