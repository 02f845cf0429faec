"""What can be done with actions at once: a milestone marked as done, one rating reviewed, an action copied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from socdesk.clock import london_day
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.lists.details import Progressed
from socdesk.errors import InvalidRecordError
from socdesk.figures.actions import open_actions
from socdesk.figures.rag_review import RagAnswer, newest_evidence, rag_problems
from socdesk.figures.suggested_rag import Suggestion, suggested_rag
from socdesk.registers.declared.actions import ACTIONS, EVIDENCE, KPI_READINGS, MILESTONES, Action, Evidence
from socdesk.registers.declared.desk_records import OFFICERS
from socdesk.registers.declared.strategy import POSTS
from socdesk.registers.register import Record, new_id

_FIRST = date.min


def milestone_progress(desk: Desk, action: Record) -> Progressed | None:
    """Return how many milestones of an action are done; those that were dropped count nowhere."""
    planned = [each for each in desk.read.children(MILESTONES, action.id) if each.status != "DROPPED"]
    if not planned:
        return None
    done = sum(each.status == "DONE" for each in planned)
    return Progressed(done, len(planned), f"{done} of {len(planned)} milestones done")


def milestone_done(desk: Desk, milestone: str) -> Deed:
    """Return the deed that marks a milestone as done today, or as planned again where it is done."""
    found = desk.read.get(MILESTONES, milestone)
    if found is None:
        return Deed(words="Changed nothing", puts=())
    if found.status == "DONE":
        again = replace(found, status="PLANNED", done=None)
        return Deed(words=f"Marked {found.reference} as planned again", puts=(again,))
    done = replace(found, status="DONE", done=london_day(desk.clock()))
    return Deed(words=f"Marked {found.reference} as done", puts=(done,))


def action_copy(desk: Desk, action: Action) -> Action:
    """Return a new local action after one that stands: what was promised and by whom, not how far it came."""
    del desk
    return Action(
        id=new_id(),
        kind="LOCAL",
        title=action.title,
        wording=action.wording if action.kind == "LOCAL" else "",
        primary_pillar=action.primary_pillar,
        secondary_pillars=action.secondary_pillars,
        mapping_is_ours=action.mapping_is_ours,
        objective=action.objective,
        lead_post=action.lead_post,
        partners=action.partners,
        cadence=action.cadence,
        ongoing=action.ongoing,
    )


@dataclass(frozen=True)
class ReviewCase:
    """One action as it stands for review, with the rating that the rule suggests and the newest evidence."""

    action: Action
    lead: str
    suggestion: Suggestion
    evidence: Evidence | None
    progress: Progressed | None


def actions_to_review(desk: Desk) -> tuple[str, ...]:
    """Return the open actions, those that were reviewed longest ago first."""
    found = open_actions(desk.read.page(ACTIONS))
    return tuple(each.id for each in sorted(found, key=lambda each: (each.last_reviewed or _FIRST, each.reference)))


def review_case(desk: Desk, action: str) -> ReviewCase | None:
    """Return one action for review, or nothing if it is gone."""
    found = desk.read.get(ACTIONS, action)
    if found is None:
        return None
    day = london_day(desk.clock())
    evidence = desk.read.children(EVIDENCE, action)
    milestones, readings = desk.read.children(MILESTONES, action), desk.read.children(KPI_READINGS, action)
    suggestion = suggested_rag(found, milestones, readings, evidence, day)
    lead = desk.title_of(POSTS, found.lead_post)
    return ReviewCase(found, lead, suggestion, newest_evidence(evidence, day), milestone_progress(desk, found))


def reviewing(desk: Desk, action: Action, answer: RagAnswer) -> Deed:
    """Return the deed that keeps a reviewed rating.

    Raises:
        InvalidRecordError: something that the rating needs is missing.

    """
    day = london_day(desk.clock())
    if problems := rag_problems(answer, desk.read.children(EVIDENCE, action.id), day):
        raise InvalidRecordError(problems)
    officer = desk.title_of(OFFICERS, desk.actor)
    reviewed = replace(
        action,
        rag=answer.code,
        rag_reason=answer.reason.strip() or action.rag_reason,
        next_step=answer.next_step.strip() or action.next_step,
        rag_set_by=officer,
        last_reviewed=day,
    )
    return Deed(words=f"Reviewed the rating of {action.reference}", puts=(reviewed,))
