from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from socdesk.commands.places import PLACES, Spot
from socdesk.ui.breadth import Breadth, breadth_of
from socdesk.ui.navigation import BUILDERS, Trail, build_page
from socdesk.ui.sidebar import Sidebar


def test_every_page_in_the_sidebar_is_built():
    assert {place.key for place in PLACES} <= BUILDERS.keys()


def test_a_page_that_is_not_built_is_a_fault():
    with pytest.raises(KeyError):
        build_page("no such page", None)


@pytest.mark.parametrize(
    ("width", "zoom", "breadth"),
    [
        (1366, 100, Breadth.FULL),
        (1366, 115, Breadth.SLIM),
        (1366, 150, Breadth.TIGHT),
        (1366, 200, Breadth.NARROW),
        (1024, 100, Breadth.TIGHT),
    ],
)
def test_the_layout_follows_the_width_at_the_text_size(width, zoom, breadth):
    assert breadth_of(width, zoom) is breadth


def test_going_somewhere_new_drops_what_lay_ahead():
    trail = Trail()
    for page in "abc":
        trail.visit(Spot(page))
    trail.step(-1)
    trail.visit(Spot("d"))
    assert not trail.can(1)
    assert [trail.step(-1), trail.step(-1), trail.step(-1)] == [Spot("b"), Spot("a"), None]


@given(st.lists(st.sampled_from("abc") | st.sampled_from([-1, 1])))
def test_back_and_forward_lead_to_the_same_spot(moves):
    trail = Trail()
    trail.visit(Spot("start"))
    for move in moves:
        if isinstance(move, str):
            trail.visit(Spot(move))
        else:
            trail.step(move)
    here = trail.step(0)
    if trail.step(-1) is not None:
        assert trail.step(1) == here


def test_the_list_of_pages_leads_nowhere_until_a_page_is_chosen(qtbot, theme):
    gone = []
    sidebar = Sidebar(theme, SimpleNamespace(open_palette=None, lock=None, go=gone.append), "Council")
    qtbot.addWidget(sidebar)
    sidebar.show()
    sidebar.mark("import")
    sidebar.pages.setFocus()
    assert (gone, sidebar.pages.currentItem().text()) == ([], "Training")
    qtbot.keyClick(sidebar.pages, Qt.Key.Key_Return)
    qtbot.keyClick(sidebar.pages, Qt.Key.Key_Down)
    assert [spot.page for spot in gone] == ["training", "papers"]
