"""A paper worked on as in the window: drafted, previewed with words not kept yet, kept, left out, refreshed, issued."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest
from helpers.pdf_tree import read_tree

from socdesk.desk.deeds import Deed
from socdesk.desk.papers.errors import NoSuchPaperError, SettledPaperError
from socdesk.desk.papers.list_of_papers import paper_rows
from socdesk.desk.papers.planning import Wish
from socdesk.desk.papers.studio import Studio
from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.learners import Learner
from socdesk.registers.declared.papers import PAPERS
from socdesk.registers.register import new_id
from socdesk.reports.leaks.check import LeakError
from socdesk.storage.record_store import Query

WISH = Wish(as_at=date(2026, 3, 2), meeting=date(2026, 3, 19), layout="cabinet")
SILENT = SilentProgress()


@pytest.fixture
def studio(desk):
    return Studio(desk)


@pytest.fixture
def paper(studio):
    return studio.begin(WISH)[0]


def section(studio, paper, key):
    return next(each for each in studio.open(paper.id).sections if each.key == key)


def preview(studio, paper, **typed):
    return studio.preview(paper.id, typed, SILENT)


def rate(desk, reference, **fields):
    [action] = desk.read.page(ACTIONS, Query(equal={"reference": reference}))
    desk.do(Deed(words="For a test", puts=(replace(action, **fields),)))


def driver(desk):
    desk.do(Deed(words="x", puts=(Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"),)))


def test_a_wish_is_drafted_once_and_found_again(desk, studio, paper):
    again, is_new = studio.begin(WISH)
    assert (again.id, is_new) == (paper.id, False)
    assert paper.reference == "PAP-2026-01"
    desk.undo()
    assert list(desk.read.page(PAPERS)) == []


def test_sections_stand_in_the_order_of_the_layout_with_how_they_stand(studio, paper):
    rows = studio.open(paper.id).sections
    assert [row.key for row in rows[:7]] == [
        "purpose",
        "recommendation",
        "headline",
        "pillar.PURSUE",
        "pillar.PREVENT",
        "pillar.PROTECT",
        "pillar.PREPARE",
    ]
    standing = {row.key: row.standing for row in rows}
    assert (standing["purpose"], standing["legal"], standing["risks"]) == ("Drafted", "Awaited", "Empty")
    assert {row.key for row in rows if row.may_leave_out} >= {"risks", "pillar.PURSUE"}
    assert not section(studio, paper, "legal").may_leave_out


def test_a_preview_has_the_words_that_are_not_kept_yet_and_keeps_nothing(desk, studio, paper):
    shown = preview(studio, paper, headline="Typed a moment ago.", risks="A new risk.")
    told = read_tree(shown.pdf).text
    assert "Typed a moment ago." in told
    assert "A new risk." in told
    assert b"Typed a moment ago." in shown.web_page
    assert shown.is_clean
    assert desk.read.page(PAPERS)[0].version == paper.version
    assert section(studio, paper, "headline").own_words == ""


def test_words_are_kept_as_one_deed_and_only_if_they_changed(desk, studio, paper):
    assert studio.write(paper.id, "risks", "A new risk.")
    assert not studio.write(paper.id, "risks", "A new risk.")
    assert section(studio, paper, "risks").standing == "Your words"
    desk.undo()
    assert section(studio, paper, "risks").own_words == ""


def test_a_section_is_left_out_and_taken_in_again(studio, paper):
    drafted = section(studio, paper, "pillar.PURSUE").drafted
    studio.leave_out(paper.id, "pillar.PURSUE", out=True)
    assert section(studio, paper, "pillar.PURSUE").standing == "Left out"
    assert drafted[:40] not in read_tree(preview(studio, paper).pdf).text
    studio.refresh(paper.id, SILENT)
    assert section(studio, paper, "pillar.PURSUE").left_out
    studio.leave_out(paper.id, "pillar.PURSUE", out=False)
    assert drafted[:40] in read_tree(preview(studio, paper).pdf).text


def test_figures_stay_until_they_are_refreshed_and_own_words_stay_then_too(desk, studio, paper):
    studio.write(paper.id, "headline", "Our own words.")
    before = preview(studio, paper)
    rate(desk, "A02", rag="RED", rag_reason="Two meetings were missed.")
    assert preview(studio, paper).pdf == before.pdf
    studio.refresh(paper.id, SILENT)
    after = preview(studio, paper)
    assert after.pdf != before.pdf
    kept = section(studio, paper, "headline")
    assert kept.own_words == "Our own words."
    assert "off track" in kept.drafted


def test_a_leak_is_led_to_the_section_or_the_action_that_it_stands_in(desk, studio, paper):
    driver(desk)
    [place] = {each.section for each in preview(studio, paper, risks="We met Zebedee Quillfeather.").leaks}
    assert place == "risks"
    rate(desk, "A02", progress="Spoke with Zebedee Quillfeather.")
    studio.refresh(paper.id, SILENT)
    places = preview(studio, paper).leaks
    assert {each.reference for each in places} == {"A02"}
    assert all("Quillfeather" in each.leak.passage for each in places)


def test_what_is_looked_for_follows_the_desk_and_is_told(desk, studio, paper):
    assert preview(studio, paper, risks="We met Zebedee Quillfeather.").is_clean
    driver(desk)
    shown = preview(studio, paper, risks="We met Zebedee Quillfeather.")
    assert not shown.is_clean
    assert "1 name" in shown.looked_for


def test_an_issued_paper_keeps_words_and_seal_and_refuses_changes(desk, studio, paper):
    shown = preview(studio, paper)
    issued = studio.issue(paper.id, SILENT)
    assert issued.sha256 == hashlib.sha256(shown.pdf).hexdigest()
    assert preview(studio, paper).as_issued is True
    assert studio.open(paper.id).is_settled
    for change in (
        lambda: studio.write(paper.id, "risks", "x"),
        lambda: studio.leave_out(paper.id, "risks", out=True),
        lambda: studio.refresh(paper.id, SILENT),
        lambda: studio.issue(paper.id, SILENT),
    ):
        with pytest.raises(SettledPaperError, match="has been issued"):
            change()


def test_a_paper_with_a_leak_cannot_be_issued(desk, studio, paper):
    driver(desk)
    studio.write(paper.id, "risks", "We met Zebedee Quillfeather.")
    with pytest.raises(LeakError):
        studio.issue(paper.id, SILENT)
    assert not studio.open(paper.id).is_settled


def test_a_paper_that_is_gone_is_told(desk, studio, paper):
    desk.undo()
    with pytest.raises(NoSuchPaperError, match="not on this desk any more"):
        studio.open(paper.id)


def test_a_making_that_is_not_wanted_any_more_ends(studio, paper):
    progress = CancellableProgress(lambda done, total, words: None)
    progress.cancel()
    with pytest.raises(CancelledError):
        studio.preview(paper.id, {}, progress)


def test_a_making_ends_in_the_middle_of_the_pages_too(studio, paper):
    said = []

    def watch(_done, _total, words):
        said.append(words)
        if words.startswith("Setting page 2"):
            progress.cancel()

    progress = CancellableProgress(watch)
    with pytest.raises(CancelledError):
        studio.preview(paper.id, {}, progress)
    assert not any("Checking" in words for words in said)


def test_the_list_says_what_was_made_when_and_by_whom(desk, studio, paper):
    studio.begin(replace(WISH, composer="member-guide", meeting=date(2026, 5, 12)))
    guide, update = paper_rows(desk)
    assert (guide.kind, guide.layout, guide.meeting) == ("Guide for new members", "One page", "12 May 2026")
    assert (update.reference, update.layout, update.as_at) == ("PAP-2026-01", "Cabinet", "2 Mar 2026")
    assert update.state == "Draft"
    assert update.by == "Chief Communities Officer"
    assert update.seal == ""
    studio.note(paper.id, "paper saved", "ab")


def test_another_body_may_meet_than_the_layouts(studio):
    made, _ = studio.begin(replace(WISH, body="Overview and Scrutiny"))
    assert studio.open(made.id).body == "Overview and Scrutiny"
    assert "Overview and Scrutiny" in read_tree(preview(studio, made).pdf).text
