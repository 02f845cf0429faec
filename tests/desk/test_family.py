"""Children go into the bin with their parent, and come back with it."""

from dataclasses import replace

import pytest
from helpers.records import concern, source, statement

from socdesk.desk.deeds import Deed
from socdesk.errors import InvalidRecordError
from socdesk.registers.declared.concerns import CONCERN_SOURCES, CONCERNS, STATEMENTS
from socdesk.registers.register import State
from socdesk.storage.record_store import Query

ALL = Query(states=tuple(State))


@pytest.fixture
def do(desk):
    return lambda *records: desk.do(Deed(words="Did something", puts=records)).records


@pytest.fixture
def family(do):
    return do(one := concern(), statement(one, "One"), statement(one, "Two"), source(one))


def states(desk):
    found = [*desk.read.page(CONCERNS, ALL), *desk.read.page(STATEMENTS, ALL), *desk.read.page(CONCERN_SOURCES, ALL)]
    return [record.state for record in sorted(found, key=lambda record: (record.created_at, record.reference))]


def test_a_record_takes_its_live_children_with_it(desk, do, family):
    parent, first, *_ = family
    do(replace(first, state=State.VOID))
    gone = do(replace(parent, state=State.BINNED))
    assert [record.reference for record in gone] == [
        parent.reference, f"{parent.reference}-S2", f"{parent.reference}-Q1",
    ]  # fmt: skip
    assert sorted(states(desk)) == ["binned", "binned", "binned", "void"]


def test_those_come_back_that_went_with_it_and_no_others(desk, do, family):
    parent, first, *_ = family
    do(replace(first, state=State.BINNED))
    binned, *_ = do(replace(parent, state=State.BINNED))
    back = do(replace(binned, state=State.LIVE))
    assert {record.reference for record in back} == {
        parent.reference,
        f"{parent.reference}-S2",
        f"{parent.reference}-Q1",
    }
    assert desk.read.get(STATEMENTS, first.id).state is State.BINNED


def test_undo_and_redo_take_the_children_along(desk, do, family):
    parent, *children = family
    do(replace(parent, state=State.BINNED))
    for _ in range(2):
        desk.undo()
        assert states(desk) == [State.LIVE] * 4
        desk.redo()
        assert states(desk) == [State.BINNED] * 4
    desk.undo()
    assert [desk.read.get(STATEMENTS, child.id).version for child in children[:2]] == [7, 7]


def test_undoing_the_making_of_a_record_takes_children_that_came_later_too(desk, do):
    (parent,) = do(concern())
    (said,) = do(statement(parent))
    desk.undo(2)
    assert states(desk) == [State.BINNED, State.BINNED]
    desk.redo()
    assert desk.read.children(STATEMENTS, parent.id)[0].id == said.id


def test_a_child_cannot_come_alive_under_a_parent_that_is_gone(desk, do, family):
    parent, first, *_ = family
    (gone,) = do(replace(first, state=State.BINNED))
    do(replace(parent, state=State.BINNED))
    with pytest.raises(InvalidRecordError, match=f"{parent.reference} was taken away: bring it back first"):
        do(replace(gone, state=State.LIVE))
    with pytest.raises(InvalidRecordError, match="bring it back first"):
        do(statement(parent, "Three"))


def test_undoing_the_binning_of_a_child_whose_parent_is_gone_says_what_it_kept(desk, do, family):
    parent, first, second, _ = family
    do(replace(first, state=State.BINNED), replace(second, restricted=True))
    do(replace(parent, state=State.BINNED))
    undone = desk.undo(3)
    assert [(kept.reference, kept.label) for kept in undone.kept] == [(first.reference, "State")]
    assert [record.reference for record in undone.done.records] == [second.reference]


def test_a_child_named_in_the_deed_goes_where_the_deed_says(desk, do, family):
    parent, first, *_ = family
    (other,) = do(concern("Another"))
    do(replace(parent, state=State.MERGED), replace(first, state=State.VOID))
    assert desk.read.get(STATEMENTS, first.id).state is State.VOID
    assert {record.state for record in desk.read.page(STATEMENTS, ALL)} == {State.VOID, State.MERGED}
    assert desk.read.get(CONCERNS, other.id).state is State.LIVE
