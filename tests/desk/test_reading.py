"""What one officer may read: restricted records are for whoever made them and for those with a grant in force."""

from dataclasses import replace
from datetime import date

import pytest
from helpers.records import concern, statement

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.declared.desk_records import Grant, Officer
from socdesk.registers.register import State, new_id
from socdesk.registers.values import Span
from socdesk.storage.record_store import Query

RESTRICTED = {"restricted": True, "restriction_reason": "STAFF"}


@pytest.fixture
def colleague(desk, clock):
    (officer,) = desk.do(
        Deed(words="Added an officer", puts=(Officer(id=new_id(), name="A Colleague", slot="theirs"),))
    ).records
    return Desk(desk.store, actor=officer.id, clock=clock)


@pytest.fixture
def kept(desk):
    """An open and a restricted concern, each with a statement."""
    one, other = concern("An open matter"), concern("A guarded matter", **RESTRICTED)
    records = (one, other, statement(one, "Openly said"), statement(other, "Guardedly said"))
    return desk.do(Deed(words="Kept", puts=records)).records


def grant(desk, colleague, record, span=Span()):
    put = Grant(id=new_id(), officer=colleague.actor, record=record.id, in_force=span)
    return desk.do(Deed(words="Granted", puts=(put,))).records[0]


def everything(desk, guarded, said):
    """Every way to read, and whether it gives the restricted record away."""
    ids = (guarded.id, said.id)
    desk_day = date(2026, 3, 2)
    return {
        "page": guarded in desk.read.page(CONCERNS),
        "ids": guarded.id in desk.read.ids(CONCERNS),
        "count": desk.read.count(CONCERNS) == 2,
        "block": guarded in desk.read.block(CONCERNS, ids),
        "get": desk.read.get(CONCERNS, guarded.id) is not None,
        "child page": said in desk.read.page(STATEMENTS),
        "child count": desk.read.count(STATEMENTS) == 2,
        "child block": said in desk.read.block(STATEMENTS, ids),
        "child get": desk.read.get(STATEMENTS, said.id) is not None,
        "children": said in desk.read.children(STATEMENTS, guarded.id),
        "reference": desk.read.by_reference(guarded.reference) is not None,
        "child reference": desk.read.by_reference(said.reference) is not None,
        "search": any(hit.record == guarded.id for hit in desk.read.search("guarded")),
        "child search": any(hit.record == said.id for hit in desk.read.search("guardedly")),
        "history": desk.read.history(guarded.id) != (),
        "child history": desk.read.history(said.id) != (),
        "title": desk.title_of(CONCERNS, guarded.id) != "",
        "as at": guarded in desk.records_at(CONCERNS, desk_day),
        "child as at": said in desk.records_at(STATEMENTS, desk_day),
    }


def test_a_restricted_record_does_not_exist_for_others_nor_do_its_children(desk, colleague, kept):
    _, guarded, _, said = kept
    assert [way for way, gives in everything(colleague, guarded, said).items() if gives] == []
    assert [way for way, gives in everything(desk, guarded, said).items() if not gives] == []


def test_what_is_open_is_read_by_all(colleague, kept):
    open_one, _, openly, _ = kept
    assert colleague.read.page(CONCERNS) == (open_one,)
    assert colleague.read.page(STATEMENTS) == (openly,)
    assert colleague.read.by_reference(open_one.reference) == (CONCERNS, open_one)


def test_a_grant_in_force_opens_the_record_and_its_children(desk, colleague, kept):
    _, guarded, _, said = kept
    given = grant(desk, colleague, guarded)
    assert all(everything(colleague, guarded, said).values())
    desk.do(Deed(words="Took it back", puts=(replace(given, state=State.BINNED),)))
    assert not any(everything(colleague, guarded, said).values())


@pytest.mark.parametrize(
    ("span", "reads"),
    [
        (Span(date(2026, 3, 2), date(2026, 3, 2)), True),
        (Span(None, date(2026, 3, 1)), False),
        (Span(date(2026, 3, 3)), False),
    ],
)
def test_a_grant_counts_on_its_days_only(desk, colleague, kept, span, reads):
    grant(desk, colleague, kept[1], span)
    assert (colleague.read.get(CONCERNS, kept[1].id) is not None) is reads


def test_a_grant_for_one_officer_opens_nothing_for_another(desk, colleague, kept, clock):
    grant(desk, colleague, kept[1])
    third = Desk(desk.store, actor="somebody else", clock=clock)
    assert third.read.get(CONCERNS, kept[1].id) is None


def test_a_child_may_be_restricted_under_an_open_parent(desk, colleague, kept):
    _, _, openly, _ = kept
    desk.do(Deed(words="Restricted it", puts=(replace(openly, restricted=True),)))
    assert colleague.read.page(STATEMENTS) == ()
    assert desk.read.count(STATEMENTS) == 2


def test_pages_can_be_asked_for_by_state_order_and_parent_all_the_same(colleague, kept):
    query = Query(states=tuple(State), order=("-received",), limit=5)
    assert [record.restricted for record in colleague.read.page(CONCERNS, query)] == [False]
