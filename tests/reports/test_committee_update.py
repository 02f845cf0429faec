"""The committee update as a file: same bytes, honest metadata, nothing fetched, nothing lost."""

import hashlib
import io
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pikepdf
import pytest
from helpers.composed_updates import composed
from helpers.pdf_tree import read_tree
from helpers.sample_updates import SAMPLES, empty_update, full_update

from socdesk.figures.public_update import PaperSection
from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout, layouts

PROGRAM = """
import hashlib, sys
sys.path.insert(0, "tests")
from helpers.sample_updates import full_update
from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout
print(hashlib.sha256(compose(full_update(), layout("cabinet")).pdf).hexdigest())
"""


def digest_elsewhere(**environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], env={**os.environ, **environment}, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_the_same_view_gives_the_same_bytes_wherever_it_is_made(tmp_path):
    here = hashlib.sha256(compose(full_update(), layout("cabinet")).pdf).hexdigest()
    (tmp_path / ".reportlab_settings").write_text("paraFontSizeHeightOffset = 0\noverlapAttachedSpace = 0\n")
    settings = {
        "RL_useA85": "1",
        "RL_pageCompression": "0",
        "RL_invariant": "0",
        "RL_canvas_basefontname": "Courier",
        "RL_spaceShrinkage": "0.5",
        "RL_listWrapOnFakeWidth": "0",
        "RL_documentLang": "fr-FR",
    }

    assert composed("full", "cabinet").pdf == compose(full_update(), layout("cabinet")).pdf
    assert digest_elsewhere(PYTHONHASHSEED="77", TZ="Pacific/Auckland") == here
    assert digest_elsewhere(PYTHONHASHSEED="1", HOME=str(tmp_path), SOURCE_DATE_EPOCH="1", **settings) == here


def test_papers_before_it_do_not_change_a_paper():
    first = compose(full_update(), layout("committee-2019")).pdf
    compose(SAMPLES["odd"](), layout("cabinet"))

    assert compose(full_update(), layout("committee-2019")).pdf == first


def test_any_change_of_the_view_changes_the_bytes():
    assert (
        compose(replace(empty_update(), snapshot_head="aa"), layout("cabinet")).pdf != composed("empty", "cabinet").pdf
    )


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("one", layouts(), ids=lambda one: one.key)
def test_the_file_says_what_it_is_and_never_who_made_it(name, one):
    view = SAMPLES[name]()
    paper = composed(name, one.key)

    with pikepdf.open(io.BytesIO(paper.pdf)) as pdf:
        root, info = pdf.Root, pdf.docinfo
        assert len(pdf.pages) == paper.pages
        assert str(root.Lang) == "en-GB"
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert str(info.CreationDate) == f"D:{view.as_at:%Y%m%d}000000+00'00'"
        assert set(info.keys()) == {
            "/Author", "/CreationDate", "/Creator", "/Keywords", "/ModDate", "/Producer", "/Subject", "/Title",
            "/Trapped",
        }  # fmt: skip
        assert str(info.Creator) == str(info.Producer) == "Socdesk"
        packet = root.Metadata.read_bytes().decode("utf-8")
        assert "<pdfaid:conformance>A</pdfaid:conformance>" in packet
        assert "<pdfuaid:part>1</pdfuaid:part>" in packet
        assert all(page.Tabs == "/S" for page in pdf.pages)
        assert "/Encrypt" not in pdf.trailer


def test_title_and_author_are_those_of_the_view():
    with pikepdf.open(io.BytesIO(composed("full", "cabinet").pdf)) as pdf:
        assert str(pdf.docinfo.Title) == full_update().title
        assert str(pdf.docinfo.Author) == full_update().council


def test_bookmarks_are_the_headings():
    pdf = composed("full", "committee-2019").pdf
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        names = [item.title for top in outline.root for item in (top, *top.children)]

    headings = [h.actual or h.text for h in read_tree(pdf).all("H1", "H2")]
    assert names == headings


def test_the_appendix_lies_on_its_side_and_the_report_stands():
    with pikepdf.open(io.BytesIO(composed("full", "cabinet").pdf)) as pdf:
        sideways = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages]

    assert sideways == [False] * 4 + [True] * 2


def test_no_page_is_empty():
    for name in SAMPLES:
        with pikepdf.open(io.BytesIO(composed(name, "committee-2019").pdf)) as pdf:
            assert all("/StructParents" in page.obj for page in pdf.pages)


def test_fonts_are_embedded_subsets():
    with pikepdf.open(io.BytesIO(composed("odd", "cabinet").pdf)) as pdf:
        fonts = [font for page in pdf.pages for font in dict(page.obj.Resources.Font).values()]
        assert fonts
        assert all("SourceSans3" in str(font.BaseFont) and "/FontFile2" in font.FontDescriptor for font in fonts)


def test_characters_that_cannot_be_printed_are_named_with_their_place():
    notices = composed("odd", "cabinet").notices

    assert ("title", "U+05E9") in {(n.field, n.character) for n in notices}
    assert ("action A01", "U+1F642") in {(n.field, n.character) for n in notices}
    assert len(set(notices)) == len(notices)
    assert composed("full", "cabinet").notices == ()


def test_markup_in_a_text_is_printed_and_reads_no_file():
    text = read_tree(composed("odd", "cabinet").pdf).text

    assert "<b>bold</b> & <img src='/etc/hostname'/>" in text
    assert "{braces}" in text


@pytest.mark.parametrize(
    ("asked", "printed"),
    [
        (("the report be noted",), "The Committee is asked to RESOLVE that the report be noted."),
        (("The Committee is asked to NOTE the report.",), "The Committee is asked to NOTE the report."),
        ((), "The Committee is asked to RESOLVE that the report be noted."),
    ],
)
def test_a_single_recommendation_is_one_sentence(asked, printed):
    view = replace(empty_update(), sections=(PaperSection("recommendation", "", asked),))

    texts = [p.text for p in read_tree(compose(view, layout("committee-2019")).pdf).all("P")]

    assert printed in texts


def test_days_before_the_common_era_of_computers_are_no_trouble():
    view = replace(empty_update(), as_at=date(1999, 2, 28), review_due=date(2099, 12, 31))

    assert compose(view, layout("cabinet")).pages == 3


def test_a_paper_of_many_pages_is_made_whole():
    view = full_update()
    actions = tuple(replace(view.actions[n % 15], reference=f"L{n}") for n in range(650))

    paper = compose(replace(view, actions=actions), layout("cabinet"))

    assert paper.pages >= 60
