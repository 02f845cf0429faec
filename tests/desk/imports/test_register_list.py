import json
from datetime import UTC, date, datetime

import pytest

from socdesk.desk.deeds import Deed
from socdesk.desk.exports import export_register
from socdesk.desk.imports.bringing_in import NothingToBringInError
from socdesk.desk.imports.register_list import ForeignColumnsError, bring_register_in, preview_register
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
