"""The committee update, judged from outside: acceptance 3 and 4 of the first issue."""

import calendar
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta

import pytest
from helpers.expected_update import expected_structure, outline_of
from helpers.pdf_tree import read_tree

from socdesk.clock import london_day, system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.demo.write import write_demo
from socdesk.desk.opening import House, new_desk, open_desk
from socdesk.desk.papers.making import make_committee_update, make_paper
from socdesk.desk.papers.planning import Wish
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.declared.learners import LEARNERS, LICENCES
from socdesk.reports.fonts import prints
from socdesk.reports.layouts import layout, layouts
from socdesk.reports.leaks.check import LeakError
from socdesk.reports.safe_text import SafeText
from socdesk.storage.record_store import Query

PASSPHRASE = "quiet harbour velvet ladder"
TODAY = london_day(system_clock())
MEETING = TODAY + timedelta(days=14)
HOUSE = House(clock=system_clock)


def quarter_ends(number):
    """The last days of the quarters that have ended, newest first."""
    day = TODAY.replace(day=1)
    found = []
    while len(found) < number:
        day = (day - timedelta(days=1)).replace(day=1)
        if day.month % 3 == 0:
            found.append(day.replace(day=calendar.monthrange(day.year, day.month)[1]))
    return found


def socdesk(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "socdesk", *map(str, arguments)], check=True, capture_output=True, text=True
    )


@pytest.fixture(scope="module")
def large_demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "desk"
    made = write_demo(
        folder,
        PASSPHRASE,
        clock=system_clock,
        cost=POLICY_FLOOR,
        concerns=2000,
        drivers=400,
        progress=SilentProgress(),
    )
    yield made.desk
    made.desk.lock()


def make(desk, as_at, meeting=MEETING, **options):
    return make_committee_update(desk, as_at=as_at, meeting=meeting, progress=SilentProgress(), **options)


def assert_accessible(pdf_checks, path):
    assert (verdict := pdf_checks.vera("PDFUA_1,PDFA_2_A", path)).passed, verdict.words
    assert (verdict := pdf_checks.matterhorn(path)).passed, verdict.words


def assert_says_what_the_view_says(made):
    clean = SafeText(prints)
    wanted = expected_structure(made.view, layout(made.paper.layout), lambda text: clean.plain(text, ""))
    assert outline_of(read_tree(made.pdf)) == wanted


@pytest.mark.parametrize("key", [each.key for each in layouts()])
def test_a_full_demonstration_makes_an_accessible_paper(pdf_checks, large_demo, tmp_path, key):
    made = make(large_demo, quarter_ends(1)[0], layout=key)
    path = tmp_path / "paper.pdf"
    path.write_bytes(made.pdf)
    assert_accessible(pdf_checks, path)
    assert_says_what_the_view_says(made)
    info = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    assert "Tagged:          yes" in info
    assert "Title:           Serious and Organised Crime Strategy: progress update" in info
    assert b"/Lang (en-GB)" in made.pdf
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_the_guide_for_new_members_is_one_accessible_page(pdf_checks, large_demo, tmp_path):
    wish = Wish(as_at=TODAY, meeting=MEETING, composer="member-guide")
    made = make_paper(large_demo, wish, progress=SilentProgress())
    path = tmp_path / "paper.pdf"
    path.write_bytes(made.pdf)
    assert made.pages == 1
    assert_accessible(pdf_checks, path)
    assert [len(table.all("TH")) for table in read_tree(made.pdf).all("Table")] == [6, 6]


def test_an_empty_desk_makes_an_accessible_paper(pdf_checks, tmp_path):
    desk = new_desk(tmp_path / "desk", PASSPHRASE, HOUSE, cost=POLICY_FLOOR).desk
    try:
        made = make(desk, TODAY)
    finally:
        desk.lock()
    path = tmp_path / "paper.pdf"
    path.write_bytes(made.pdf)
    assert_accessible(pdf_checks, path)
    assert_says_what_the_view_says(made)


def test_the_command_line_makes_the_same_bytes_again_also_after_later_edits(tmp_path):
    (secret := tmp_path / "pass.txt").write_text(PASSPHRASE)
    desk, as_at = tmp_path / "desk", quarter_ends(1)[0]
    socdesk("demo", desk, "--passphrase-file", secret, "--concerns", 60, "--drivers", 40)
    papers = [tmp_path / f"paper-{number}.pdf" for number in range(3)]
    report = ["report", desk, "committee-update", "--as-at", as_at, "--meeting", MEETING, "--passphrase-file", secret]
    socdesk(*report, "--out", papers[0])
    socdesk(*report, "--out", papers[1])
    opened = open_desk(desk, PASSPHRASE, HOUSE)
    try:
        changed = [replace(action, progress="Rewritten since", rag="GREEN") for action in opened.read.page(ACTIONS)]
        opened.do(Deed(words="Edited every action", puts=tuple(changed)))
        opened.undo(opened.store.versions.deeds()[-3].number)  # the last deed of the demonstration itself
    finally:
        opened.lock()
    socdesk(*report, "--out", papers[2])
    assert papers[0].read_bytes() == papers[1].read_bytes() == papers[2].read_bytes()


def planted(desk):
    """One of each thing that must not be in a public paper."""
    [driver, *_] = desk.read.page(LEARNERS, Query(equal={"kind": "DRIVER"}, limit=1))
    [licence, *_] = desk.read.page(LICENCES, Query(parents=(driver.id,)))
    concern = next(each for each in desk.read.page(CONCERNS) if each.place and any(map(str.isdigit, each.place)))
    return {
        "name": f"{driver.forename} {driver.surname}",
        "address": concern.place,
        "licence": licence.number,
        "reference": concern.reference,
        "vehicle registration": "AB12 CDE",
    }


@pytest.mark.parametrize("kind", ["name", "address", "licence", "reference", "vehicle registration"])
def test_a_planted_secret_is_refused_with_page_and_passage(large_demo, kind):
    secret = planted(large_demo)[kind]
    [action] = large_demo.read.page(ACTIONS, Query(equal={"reference": "A02"}))
    done = large_demo.do(
        Deed(words="Planted a secret", puts=(replace(action, progress=f"Spoke with {secret} this week."),))
    )
    try:
        with pytest.raises(LeakError) as refused:
            make(large_demo, TODAY, meeting=MEETING + timedelta(days=1), refresh=True)
    finally:
        large_demo.undo(done.number)
    [leak, *_] = [each for each in refused.value.leaks if each.kind in {kind, "plate"}]
    assert leak.page > 0
    assert secret in leak.passage
    assert f"Page {leak.page}" in str(refused.value)


def test_twenty_clean_demonstration_papers_pass_the_leak_check(large_demo):
    days = [each for each in quarter_ends(8) if each > london_day(large_demo.began())][:5]
    meetings = [MEETING, MEETING + timedelta(days=30)]
    papers = [
        make(large_demo, day, meeting=meeting, layout=each.key)
        for day in days
        for meeting in meetings
        for each in layouts()
    ]
    assert len(papers) == 20
    assert len({made.paper.reference for made in papers}) == 20
