import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.exports import export_register
from socdesk.desk.imports.bringing_in import NothingToBringInError
from socdesk.desk.imports.register_list import ForeignColumnsError, bring_register_in, preview_register
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.registers.declared.actions import ACTIONS, MILESTONES, Milestone
from socdesk.registers.declared.concerns import CONCERNS, Concern
from socdesk.registers.declared.strategy import POST_HOLDERS, POSTS, PostHolder
from socdesk.registers.register import new_id
from socdesk.registers.values import Occasion, Span, WhenKind


@pytest.fixture
def filled(desk):
    [action, *_] = desk.read.page(ACTIONS)
    [post, *_] = desk.read.page(POSTS)
    concern = Concern(
        id=new_id(),
        received=datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        channel="PHONE",
        received_by="Duty officer",
        urgency="ROUTINE",
        summary="Cash only, and few customers",
        categories=("FRAUD", "DRUGS"),
        happened=Occasion(WhenKind.RANGE, date(2026, 2, 1), date(2026, 2, 8)),
    )
    milestone = Milestone(id=new_id(), parent=action.id, title="Tell the services", lead_post=post.id)
    holder = PostHolder(id=new_id(), parent=post.id, name="Alex Example", held=Span(date(2025, 4, 1)))
    desk.do(Deed(words="Filled the desk", puts=(concern, milestone, holder)))
    return desk


@pytest.mark.parametrize("suffix", [".json", ".csv", ".xlsx"])
@pytest.mark.parametrize("register", [CONCERNS, MILESTONES, POST_HOLDERS, ACTIONS], ids=lambda r: r.key)
def test_an_export_comes_back_in_without_a_change(filled, register, suffix):
    exported = export_register(filled, register.key, suffix, include_restricted=True)
    seen = preview_register(filled, register.key, exported.data, suffix)
    assert (seen.problems, seen.new, seen.changed) == ([], 0, 0)
    assert seen.same == exported.records
    with pytest.raises(NothingToBringInError):
        bring_register_in(filled, seen)


def test_a_changed_row_changes_its_record_and_a_new_row_adds_one_in_one_deed(filled):
    [old] = filled.read.page(MILESTONES)
    rows = [
        {"reference": old.reference, "title": "Tell every service"},
        {"parent": "A07", "title": "Ask for the driver list", "due": "2026-06-30"},
    ]
    data = json.dumps({"register": "milestones", "records": rows}).encode()
    done = bring_register_in(filled, preview_register(filled, "milestones", data, ".json"))
    titles = {each.reference: each.title for each in filled.read.page(MILESTONES)}
    assert titles == {old.reference: "Tell every service", "A07.1": "Ask for the driver list"}
    filled.undo(done.number)
    assert [each.title for each in filled.read.page(MILESTONES)] == ["Tell the services"]


def test_a_row_that_breaks_a_rule_is_refused_with_its_reason(filled):
    data = json.dumps({"records": [{"parent": "A01", "title": ""}, {"parent": "Z99", "title": "Lost"}]}).encode()
    seen = preview_register(filled, "milestones", data, ".json")
    assert seen.problems == ["Row 1: Milestone is missing", "Row 2: there is no record Z99 on this desk."]


def test_a_column_of_another_register_is_refused_by_name(filled):
    data = json.dumps({"records": [{"title": "Fine", "urgency": "ROUTINE"}]}).encode()
    with pytest.raises(ForeignColumnsError, match="urgency"):
        preview_register(filled, "milestones", data, ".json")


def test_the_lines_of_a_long_text_come_back_as_lines(filled):
    [action] = [one for one in filled.read.page(ACTIONS) if one.reference == "A01"]
    filled.do(Deed(words="Wrote", puts=(replace(action, next_step="First\n\n  second"),)))
    for suffix in (".csv", ".xlsx", ".json"):
        exported = export_register(filled, "actions", suffix)
        assert preview_register(filled, "actions", exported.data, suffix).same == 15


def test_a_code_of_tomorrow_comes_back_as_itself(filled):
    [action] = [one for one in filled.read.page(ACTIONS) if one.reference == "A01"]
    filled.do(Deed(words="Wrote", puts=(replace(action, cadence="A_CODE_OF_TOMORROW"),)))
    exported = export_register(filled, "actions", ".csv")
    assert preview_register(filled, "actions", exported.data, ".csv").same == 15


def test_an_empty_link_leaves_the_link_that_stands(filled):
    [milestone] = filled.read.page(MILESTONES)
    data = json.dumps({"records": [{"reference": milestone.reference, "lead_post": ""}]}).encode()
    assert preview_register(filled, "milestones", data, ".json").same == 1


def test_the_same_reference_twice_is_refused_the_second_time(filled):
    [milestone] = filled.read.page(MILESTONES)
    rows = [{"reference": milestone.reference, "title": title} for title in ("One", "Two")]
    seen = preview_register(filled, "milestones", json.dumps({"records": rows}).encode(), ".json")
    assert (seen.changed, seen.problems) == (1, ["Row 2: A01.1 stands in the file twice."])


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"title": 5}, "Milestone cannot be read."),
        ({"due": "soon"}, "“soon” is not a day. Type it as 5/3/2026."),
        ({"due": 20260301}, "Due cannot be read."),
    ],
)
def test_a_value_that_cannot_be_read_refuses_its_row_and_is_not_lost(filled, values, problem):
    data = json.dumps({"records": [{"parent": "A01", "title": "Fine"} | values]}).encode()
    assert preview_register(filled, "milestones", data, ".json").problems == [f"Row 1: {problem}"]


@pytest.mark.parametrize(
    "data", [b"{", b"[]", b"{}", b'{"records": 5}', b'{"records": [5]}', b'{"register": "posts", "records": []}']
)
def test_json_that_is_no_export_of_the_register_is_told(filled, data):
    with pytest.raises(FileNotReadableError, match="This is not a"):
        preview_register(filled, "milestones", data, ".json")


def test_an_export_may_come_without_a_name(filled):
    for suffix in (".csv", ".xlsx", ".json"):
        exported = export_register(filled, "milestones", suffix)
        assert preview_register(filled, "milestones", exported.data, "").same == 1
