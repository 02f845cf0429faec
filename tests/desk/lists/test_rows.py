from datetime import date

import pytest
from helpers.records import action, concern

from socdesk.desk.deeds import Deed
from socdesk.desk.lists.asking import Asked, ids_of
from socdesk.desk.lists.rows import HIDDEN, list_columns, rows_of
from socdesk.desk.lists.views import plain_overview
from socdesk.desk.overview.action_list import action_notes, action_overview
from socdesk.desk.overview.concern_list import concern_overview
from socdesk.registers.declared.actions import ACTIONS, Milestone
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import new_id


def cell(register, row, name):
    return row.cells[[column.name for column in list_columns(register)].index(name)]


@pytest.fixture
def kept(desk):
    """An action with two open milestones, and a concern that is restricted."""
    whole = action("Walk the market", rag="RED", rag_reason="Late", ongoing=True)
    records = (
        whole,
        Milestone(id=new_id(), parent=whole.id, title="First walk", due=date(2026, 2, 18)),
        Milestone(id=new_id(), parent=whole.id, title="Second walk", due=date(2026, 3, 10)),
        concern("A guarded matter", restricted=True, restriction_reason="CSE"),
    )
    return desk.do(Deed(words="Kept", puts=records)).records


def test_a_row_is_spoken_whole_in_words(desk, kept):
    (row,) = rows_of(desk, ACTIONS, [kept[0].id], notes=action_notes)
    assert row.spoken.startswith(f"{kept[0].reference}, Kind: ")
    for part in ("Action: Walk the market", "Pillar: ", "Due: 18 Feb 2026, 12 days late", "RAG rating: Red"):
        assert part in row.spoken


def test_an_action_is_due_when_its_next_milestone_is(desk, kept):
    (row,) = rows_of(desk, ACTIONS, [kept[0].id], notes=action_notes)
    due = cell(ACTIONS, row, "due")
    assert (due.text, due.below, due.pressing) == ("18 Feb 2026", "12 days late", True)


def test_a_choice_keeps_its_code_beside_its_words(desk, kept):
    (row,) = rows_of(desk, ACTIONS, [kept[0].id])
    assert cell(ACTIONS, row, "rag").code == "RED"


def test_a_restricted_row_is_masked_until_it_is_shown(desk, kept):
    hidden, shown = (rows_of(desk, CONCERNS, [kept[3].id], shown=ids)[0] for ids in (frozenset(), {kept[3].id}))
    assert cell(CONCERNS, hidden, "summary").text == HIDDEN
    assert "guarded" not in hidden.spoken
    assert hidden.masked
    assert cell(CONCERNS, shown, "summary").text == "A guarded matter"
    assert not shown.masked


def test_rows_of_records_that_are_gone_are_left_out(desk, kept):
    assert [row.id for row in rows_of(desk, ACTIONS, ["gone", kept[0].id])] == [kept[0].id]


def test_the_views_of_actions_count_what_they_show(desk, kept):
    views = action_overview(desk)
    assert views.view("overdue").ids == (kept[0].id,)
    assert views.view("soon").ids == (kept[0].id,)
    assert views.view("nonsense").key == "all"
    assert "1 overdue, 1 due in the next 30 days" in views.summary


def test_a_concern_is_in_the_view_of_its_status(desk, kept):
    views = concern_overview(desk)
    undecided = views.view("undecided")
    assert ids_of(desk, CONCERNS, Asked(among=undecided.among)) == (kept[3].id,)
    assert undecided.count == 1
    assert views.view("closed").count == 0
    assert views.summary == "1 open, 1 to decide, 0 passed on"


def test_any_register_has_a_view_of_all_and_a_bin(desk, kept):
    found = [(view.key, view.count) for view in plain_overview(desk, CONCERNS).views]
    assert found == [("all", 1), ("void", 0), ("bin", 0)]
