"""What changed between two reports: public fields alone (domain.md 2.6)."""

from dataclasses import replace
from datetime import date

from socdesk.figures.changes import PUBLIC_FIELDS, changes, milestones_done, rating_changes
from socdesk.registers.declared.actions import ACTIONS, Action, Milestone
from socdesk.registers.fields import Audience
from socdesk.registers.register import State
from socdesk.registers.vocabulary import Vocabularies

SINCE, DAY = date(2026, 9, 30), date(2026, 12, 31)
A07 = Action(id="a7", reference="A07", title="Taxi training", rag="GREEN", rag_reason="as planned")


class Words:
    def label(self, vocabulary, code):
        return Vocabularies().label(vocabulary, code)

    def title(self, record_id):
        return {"p": "Head of Public Protection"}.get(record_id, "")


def told(before, now):
    return [(each.reference, each.label, each.old, each.new) for each in changes(before, now, Words())]


def test_nothing_changed_is_nothing_told():
    assert told((A07,), (A07,)) == []


def test_a_rating_that_moved_is_told_in_words():
    after = replace(A07, rag="AMBER", due=date(2027, 3, 31), lead_post="p")
    assert told((A07,), (after,)) == [
        ("A07", "Lead post", "", "Head of Public Protection"),
        ("A07", "Due", "", "31 March 2027"),
        ("A07", "RAG rating", "Green – on track", "Amber – at risk"),
    ]
    assert [each.new for each in rating_changes(changes((A07,), (after,), Words()))] == ["Amber – at risk"]


def test_no_other_field_is_ever_told():
    private = dict.fromkeys(("rag_reason", "next_step", "blockers", "restricted_note", "closed_because"), "changed")
    assert told((A07,), (replace(A07, **private),)) == []
    assert all(ACTIONS.fields[name].audience is Audience.PUBLIC for name in PUBLIC_FIELDS)


def test_actions_come_and_go():
    new = Action(id="l1", reference="L01", title="Market days")
    assert told((A07,), (new,)) == [
        ("A07", "Action removed", "Taxi training", ""),
        ("L01", "New action", "", "Market days"),
    ]
    assert told((A07,), (replace(A07, state=State.BINNED),)) == [("A07", "Action removed", "Taxi training", "")]


def step(n, **more):
    return Milestone(id=f"m{n}", reference=f"A07.{n}", parent="a7", title=f"Step {n}", **more)


def reached(before, now):
    return [each.in_words for each in milestones_done(before, now, (A07,), SINCE, DAY)]


def test_milestones_reached_after_one_day_and_by_another_are_told():
    now = (
        step(1, status="DONE", done=SINCE),
        step(2, status="DONE", done=DAY),
        step(3, status="DONE", done=date(2026, 10, 1)),
        step(4, status="PLANNED", due=DAY),
        step(5, status="DONE", done=date(2027, 1, 1)),
    )
    assert reached((), now) == ["Step 3, done on 1 October 2026", "Step 2, done on 31 December 2026"]


def test_a_milestone_without_its_day_counts_if_it_was_not_done_before():
    done = step(1, status="DONE")
    assert reached((step(1),), (done,)) == ["Step 1, done"]
    assert reached((done,), (done,)) == []
