"""A committee update made at a real desk: whose words, which figures, the same bytes, and what is kept."""

import hashlib
import json
from dataclasses import replace
from datetime import date, timedelta

import pytest
from helpers.pdf_tree import read_tree

from socdesk.desk.deeds import Deed
from socdesk.desk.papers.making import SettledPaperError, UnknownLayoutError, make_committee_update
from socdesk.desk.snapshot import DayOutsideError
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.learners import Learner
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS
from socdesk.registers.register import new_id
from socdesk.reports.leaks.check import LeakError
from socdesk.storage.record_store import Query

BEGAN = date(2026, 3, 2)
MEETING = date(2026, 3, 19)
COMMITTEE = "committee-2019"


def make(desk, as_at=BEGAN, meeting=MEETING, **options):
    return make_committee_update(desk, as_at=as_at, meeting=meeting, progress=SilentProgress(), **options)


def do(desk, *puts):
    return desk.do(Deed(words="For a test", puts=puts)).records


def rate(desk, reference, **fields):
    """Change one action."""
    [action] = desk.read.page(ACTIONS, Query(equal={"reference": reference}))
    do(desk, replace(action, rag_reason="Two meetings were missed.", **fields))


def write(desk, made, key, words):
    """Write the officer's own words in one section."""
    [section] = [each for each in desk.read.children(PAPER_SECTIONS, made.paper.id) if each.key == key]
    do(desk, replace(section, own_words=words))


def section_of(desk, made, key):
    return next(each for each in desk.read.children(PAPER_SECTIONS, made.paper.id) if each.key == key)


def counts(made):
    return {row.code: row.count for row in made.view.rag}


def test_the_officers_own_words_are_printed_instead_of_the_draft(desk):
    made = make(desk)
    write(desk, made, "headline", "We ask the members to look at training first.")

    again = make(desk)

    told = read_tree(again.pdf).text
    assert "We ask the members to look at training first." in told
    assert made.view.section("headline").paragraphs[0] not in told
    assert again.paper.reference == made.paper.reference


def test_a_refresh_drafts_anew_and_leaves_the_officers_own_words_alone(desk):
    made = make(desk)
    write(desk, made, "headline", "Our own words.")
    rate(desk, "A02", rag="RED")

    again = make(desk, refresh=True)

    kept = section_of(desk, again, "headline")
    assert kept.own_words == "Our own words."
    assert "off track" in kept.drafted
    assert again.view.section("headline").paragraphs == ("Our own words.",)
    assert "A02" in again.view.section("pillar.PURSUE").paragraphs[0]


def test_the_same_snapshot_gives_the_same_bytes_after_later_edits(desk, clock):
    made = make(desk)
    rate(desk, "A02", rag="RED", progress="Written later.")
    clock.forward(days=40)
    do(desk, Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))

    assert make(desk).pdf == made.pdf


def test_a_refresh_takes_the_new_figures(desk):
    made = make(desk)
    rate(desk, "A02", rag="RED", progress="Written later.")

    again = make(desk, refresh=True)

    assert counts(again)["R"] == counts(made)["R"] + 1
    assert "Written later." in read_tree(again.pdf).text
    assert again.paper.id == made.paper.id
    assert again.paper.snapshot_seq > made.paper.snapshot_seq
    assert again.pdf == make(desk).pdf


def test_an_issued_paper_keeps_its_view_and_seal_and_refuses_a_refresh(desk):
    made = make(desk, issue=True)
    rate(desk, "A02", rag="RED")

    [kept] = desk.read.page(PAPERS)

    assert kept.stage == "ISSUED"
    assert kept.issued is not None
    assert kept.sha256 == hashlib.sha256(made.pdf).hexdigest()
    assert json.loads(kept.frozen_view)["as_at"] == "2026-03-02"
    assert json.loads(kept.frozen_view)["title"] == made.view.title
    with pytest.raises(SettledPaperError, match=f"{kept.reference} has been issued"):
        make(desk, refresh=True)
    assert make(desk).pdf == made.pdf
    assert desk.read.page(PAPERS)[0].version == kept.version


def test_words_changed_after_the_issue_are_noticed(desk):
    made = make(desk, issue=True)
    write(desk, made, "headline", "Changed afterwards.")

    again = make(desk)

    assert [note for note in again.notices if "not the paper that was issued" in note]
    assert desk.read.page(PAPERS)[0].sha256 == made.paper.sha256


def test_issuing_a_draft_settles_what_was_drafted(desk):
    drafted = make(desk)
    rate(desk, "A02", rag="RED")

    issued = make(desk, issue=True)

    assert issued.pdf == drafted.pdf
    assert issued.paper.reference == drafted.paper.reference
    assert issued.paper.stage == "ISSUED"


def test_a_leak_is_refused_and_nothing_of_the_paper_is_kept(desk):
    do(desk, Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))
    rate(desk, "A02", progress="Spoke with Zebedee Quillfeather about it.")

    with pytest.raises(LeakError, match="Page") as refused:
        make(desk, issue=True)

    assert any("Quillfeather" in leak.passage for leak in refused.value.leaks)
    assert list(desk.read.page(PAPERS)) == []
    assert list(desk.read.page(PAPER_SECTIONS)) == []


def test_a_leak_found_on_refreshing_leaves_the_paper_as_it_was(desk):
    made = make(desk)
    do(desk, Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))
    rate(desk, "A02", progress="Spoke with Zebedee Quillfeather about it.")

    with pytest.raises(LeakError):
        make(desk, refresh=True)

    [kept] = desk.read.page(PAPERS)
    assert (kept.version, kept.snapshot_seq) == (made.paper.version, made.paper.snapshot_seq)
    assert make(desk).pdf == made.pdf


def test_a_day_before_the_desk_began_is_refused_in_words(desk):
    with pytest.raises(DayOutsideError, match="This desk began on 2 March 2026 and knows nothing as at 1 March 2026"):
        make(desk, as_at=BEGAN - timedelta(days=1))
    assert list(desk.read.page(PAPERS)) == []


def test_an_unknown_layout_is_told_with_those_there_are(desk):
    with pytest.raises(UnknownLayoutError, match="no layout called “pink”") as refused:
        make(desk, layout="pink")
    assert COMMITTEE in refused.value.advice


def test_a_paper_is_compared_with_the_last_report_to_the_same_body(desk, clock):
    first = make(desk, layout="cabinet", issue=True)
    clock.forward(days=100)
    summer, later = BEGAN + timedelta(days=90), MEETING + timedelta(days=100)
    rate(desk, "A02", rag="RED")

    second = make(desk, as_at=summer, meeting=later, layout="cabinet")
    other = make(desk, as_at=summer, meeting=later, layout=COMMITTEE)

    assert first.paper.compared_with is None
    assert second.paper.compared_with == second.view.previous_as_at == BEGAN
    assert {row.code: row.change for row in second.view.rag}["R"] == 0  # rated after the day of the figures
    assert other.paper.compared_with is None


def test_a_draft_and_a_withdrawn_paper_are_no_last_report(desk, clock):
    make(desk)
    withdrawn = make(desk, meeting=MEETING + timedelta(days=1), issue=True)
    do(desk, replace(withdrawn.paper, stage="WITHDRAWN"))
    clock.forward(days=100)
    summer = BEGAN + timedelta(days=90)

    assert make(desk, as_at=summer, meeting=MEETING + timedelta(days=100)).paper.compared_with is None


def test_a_report_issued_in_the_meantime_is_compared_with_on_refreshing(desk, clock):
    first = make(desk)
    clock.forward(days=100)
    summer, later = BEGAN + timedelta(days=90), MEETING + timedelta(days=100)
    second = make(desk, as_at=summer, meeting=later)
    assert second.paper.compared_with is None
    make(desk, issue=True)

    again = make(desk, as_at=summer, meeting=later, refresh=True)

    assert again.paper.compared_with == first.paper.as_at


def test_each_meeting_has_its_own_paper_and_each_making_is_an_event(desk):
    one, two = make(desk), make(desk, meeting=MEETING + timedelta(days=28))

    assert one.paper.reference != two.paper.reference
    assert [each.reference for each in desk.read.page(PAPERS)] == [one.paper.reference, two.paper.reference]
    assert one.pdf != two.pdf
