"""What a screen reader finds in a committee update equals what the view says."""

import pytest
from helpers.composed_updates import composed
from helpers.expected_update import expected_structure, outline_of
from helpers.pdf_tree import artifact_text, read_tree
from helpers.sample_updates import SAMPLES, full_update

from socdesk.reports.fonts import prints
from socdesk.reports.layouts import Layout, layouts
from socdesk.reports.safe_text import SafeText


@pytest.mark.parametrize("one", layouts(), ids=lambda one: one.key)
@pytest.mark.parametrize("name", SAMPLES)
def test_headings_tables_cells_and_alternative_texts_are_those_of_the_view(name: str, one: Layout):
    view = SAMPLES[name]()

    root = read_tree(composed(name, one.key).pdf)

    clean = SafeText(prints)
    expected = expected_structure(view, one, lambda text: clean.plain(text, ""))
    for found, wanted in zip(outline_of(root), expected, strict=False):
        assert found == wanted
    assert len(outline_of(root)) == len(expected)


def test_a_title_in_capitals_is_read_as_it_was_written():
    view = full_update()

    (title,) = read_tree(composed("full", "committee-2019").pdf).all("H1")

    assert title.actual == view.title
    assert title.text == view.title.upper()


def test_header_rows_on_later_pages_are_furniture_and_the_table_is_one():
    paper = composed("full", "committee-2019")

    plans = [t for t in read_tree(paper.pdf).all("Table") if "Action plan" in t.text]
    last_page = artifact_text(paper.pdf)[-1]

    assert len(plans) == 1
    assert len(plans[0].all("TR")) == 1 + len(full_update().actions)
    assert "Progress this period" in last_page
    assert f"Page {paper.pages} of {paper.pages}" in last_page


def test_every_page_of_a_demonstration_says_so_and_real_text_says_it_once():
    paper = composed("full", "cabinet")

    assert all("DEMONSTRATION – fictitious data" in page for page in artifact_text(paper.pdf))
    said = [p for p in read_tree(paper.pdf).all("P") if "DEMONSTRATION" in p.text]
    assert len(said) == 1


def test_no_page_of_a_live_paper_says_demonstration():
    paper = composed("first", "cabinet")

    assert not any("DEMONSTRATION" in page for page in artifact_text(paper.pdf))
    assert "DEMONSTRATION" not in read_tree(paper.pdf).text


def test_every_page_carries_marking_body_and_number():
    paper = composed("full", "cabinet")

    for number, page in enumerate(artifact_text(paper.pdf), 1):
        assert "OFFICIAL" in page
        assert "Cabinet, 21 January 2027" in page
        assert f"Page {number} of {paper.pages}" in page
