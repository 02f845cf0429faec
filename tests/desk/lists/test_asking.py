import pytest
from helpers.records import action, concern, statement

from socdesk.desk.deeds import Deed
from socdesk.desk.lists.asking import Asked, first_ids, ids_of, is_sortable
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State


@pytest.fixture
def actions(desk):
    records = (
        action("Walk the market", rag="RED", rag_reason="Late", primary_pillar="PROTECT"),
        action("Brief members", rag="GREEN", primary_pillar="PURSUE"),
        action("Visit schools", rag="AMBER", rag_reason="Slow", primary_pillar="PREVENT"),
    )
    return desk.do(Deed(words="Added", puts=records)).records


def titles(desk, asked, register=ACTIONS):
    return [register.title(record) for record in desk.read.block(register, ids_of(desk, register, asked))]


def local(desk, asked):
    return [title for title in titles(desk, asked) if title in {"Walk the market", "Brief members", "Visit schools"}]


def test_without_anything_asked_the_register_s_own_order_holds(desk, actions):
    assert ids_of(desk, ACTIONS, Asked()) == desk.read.ids(ACTIONS)


def test_a_choice_sorts_by_its_vocabulary_and_not_by_its_letters(desk, actions):
    assert local(desk, Asked(order="rag")) == ["Brief members", "Visit schools", "Walk the market"]
    assert local(desk, Asked(order="-rag")) == ["Walk the market", "Visit schools", "Brief members"]


def test_a_link_sorts_by_what_the_other_record_is_called(desk, actions):
    ids = ids_of(desk, ACTIONS, Asked(order="lead_post"))
    posts = [desk.title_of(desk.catalogue.get("posts"), each.lead_post) for each in desk.read.block(ACTIONS, ids)]
    named = [post for post in posts if post]
    assert named == sorted(named)
    assert posts[-3:] == ["", "", ""]


def test_sorting_loses_nobody(desk, actions):
    for name in ACTIONS.fields:
        if is_sortable(ACTIONS, name):
            assert sorted(ids_of(desk, ACTIONS, Asked(order=f"-{name}"))) == sorted(desk.read.ids(ACTIONS))


def test_a_filter_and_an_order_of_the_same_column_go_together(desk, actions):
    assert titles(desk, Asked(order="rag", equal={"rag": "RED"})) == ["Walk the market"]


def test_search_narrows_as_letters_are_typed(desk, actions):
    assert titles(desk, Asked(text="mark")) == ["Walk the market"]


def test_search_finds_a_record_by_what_belongs_to_it(desk):
    one, other = concern("A van"), concern("A shed")
    desk.do(Deed(words="Added", puts=(one, other, statement(one, "The zebra was mentioned"))))
    assert titles(desk, Asked(text="zebra"), CONCERNS) == ["A van"]


def test_a_view_keeps_its_own_order_until_a_column_is_asked_for(desk, actions):
    view = tuple(each.id for each in reversed(actions))
    assert ids_of(desk, ACTIONS, Asked(only=view)) == view
    assert titles(desk, Asked(only=view, order="title")) == ["Brief members", "Visit schools", "Walk the market"]


def test_a_text_without_letters_finds_nothing(desk, actions):
    assert ids_of(desk, ACTIONS, Asked(text="?")) == ()


def test_the_bin_is_a_list_too(desk, actions):
    assert ids_of(desk, ACTIONS, Asked(state=State.BINNED)) == ()


@pytest.mark.parametrize(
    "asked",
    [
        Asked(),
        Asked(order="-title"),
        Asked(order="rag"),
        Asked(text="walk"),
        Asked(among={"primary_pillar": ("PURSUE", "PREVENT")}),
        Asked(equal={"primary_pillar": "PROTECT"}, order="-reference"),
    ],
)
def test_the_first_ids_are_those_with_which_all_begin(desk, actions, asked):
    every = ids_of(desk, ACTIONS, asked)
    assert first_ids(desk, ACTIONS, asked, 2) == every[:2]
    assert first_ids(desk, ACTIONS, asked, 1000) == every


def test_a_view_narrows_to_some_codes_of_a_choice(desk, actions):
    assert local(desk, Asked(among={"primary_pillar": ("PURSUE", "PREVENT")})) == ["Brief members", "Visit schools"]
