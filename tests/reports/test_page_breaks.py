"""Where pages end: no heading left behind, no row torn, no header in the middle of a page."""

from dataclasses import replace
from itertools import pairwise

import pytest
from helpers.composed_updates import composed
from helpers.page_order import REPEATED, Run, pages_of
from helpers.sample_updates import SAMPLES, full_update

from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout, layouts

HEADS = {"H1", "H2", "H3", "Caption"}


@pytest.fixture(params=[(name, one.key) for name in SAMPLES for one in layouts()], ids="-".join)
def pages(request: pytest.FixtureRequest) -> list[list[Run]]:
    return pages_of(composed(*request.param).pdf)


def test_no_page_ends_with_a_heading_a_caption_or_a_header_row(pages: list[list[Run]]):
    for number, page in enumerate(pages, 1):
        last = page[-1].roles
        assert not HEADS & set(last), number
        assert "THead" not in last, number
        assert last != (REPEATED,), number


def test_header_rows_are_repeated_at_the_top_of_a_page_alone(pages: list[list[Run]]):
    for number, page in enumerate(pages, 1):
        places = [place for place, run in enumerate(page) if run.roles == (REPEATED,)]
        assert places == list(range(len(places))), number


def test_rows_stay_whole_unless_they_are_taller_than_a_page(pages: list[list[Run]]):
    for number, (page, after) in enumerate(pairwise(pages), 1):
        torn = {run.row for run in page if run.row} & {run.row for run in after}
        fills_the_page = {run.row for run in after if run.row} <= torn or {run.row for run in page if run.row} <= torn
        assert not torn or fills_the_page, number


def test_a_last_row_does_not_stand_alone_where_another_can_go_with_it(pages: list[list[Run]]):
    for number, (page, after) in enumerate(pairwise(pages), 1):
        goes_on = after[0].roles == (REPEATED,)
        rows = {run.row for run in after if run.row} - {None}
        before = {run.row for run in page if "TBody" in run.roles}
        assert not goes_on or len(rows) > 1 or len(before) < 3 or rows & before, number


@pytest.mark.parametrize("rows", range(9, 22))
def test_tables_of_any_length_break_well(rows: int):
    """The last row is the tallest, so that what is left of the page would take in others."""
    view = full_update()
    names = [("Staff", f"Course {number}") for number in range(rows - 1)] + [("Elected members", "Briefing " * 12)]
    hidden = replace(view.coverage[0], covered=None, in_date=None, share="")
    coverage = tuple(replace(hidden, audience=audience, course=course) for audience, course in names)
    for sections in ((), view.sections):
        paper = compose(replace(view, coverage=coverage, sections=sections), layout("cabinet"))
        found = pages_of(paper.pdf)
        test_header_rows_are_repeated_at_the_top_of_a_page_alone(found)
        test_a_last_row_does_not_stand_alone_where_another_can_go_with_it(found)
