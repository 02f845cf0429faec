"""Milestones: laid down in the first weeks, done in time, late or still to come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from socdesk.desk.demo.script import Puts, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.stories import PlannedMilestone
from socdesk.desk.demo.working_time import ONE_DAY, moment, working_day_from, working_days_later
from socdesk.registers.declared.actions import Milestone
from socdesk.registers.register import new_id

_DAYS_BEFORE_DUE = 9


@dataclass(frozen=True)
class Plan:
    """A milestone as planned, and its record as laid down."""

    planned: PlannedMilestone
    milestone: Milestone


def plans_for(stage: Stage, action: str, lead_post: str, planned: tuple[PlannedMilestone, ...]) -> list[Plan]:
    """Return the milestones of one action, with their due days."""

    def laid_down(each: PlannedMilestone) -> Milestone:
        due = working_day_from(stage.month(each.due_month))
        return Milestone(id=new_id(), parent=action, title=each.title, lead_post=lead_post, due=due)

    return [Plan(each, laid_down(each)) for each in planned]


def milestone_tasks(stage: Stage, plans: list[Plan], begin_month: int = 0) -> Iterator[Task]:
    """Return what lays down milestones, and what was written as each came or slipped."""
    day = working_days_later(stage.month(begin_month), 9)
    puts = putting(*(plan.milestone for plan in plans))
    yield Task(at=moment(day, 11, 30), words="Laid down milestones", puts=puts)
    for plan in plans:
        yield from _course(stage, plan.planned, plan.milestone)


def _course(stage: Stage, planned: PlannedMilestone, milestone: Milestone) -> Iterator[Task]:
    late = planned.done_month is None or planned.done_month > planned.due_month
    if late and milestone.due:
        day = working_days_later(milestone.due, 2)
        yield Task(at=moment(day, 9, 25), words="Marked a milestone as slipped", puts=_marked(milestone, "SLIPPED"))
    if planned.done_month is not None:
        done = working_day_from(stage.month(planned.done_month) - _DAYS_BEFORE_DUE * ONE_DAY)
        puts = _marked(replace(milestone, done=done), "DONE")
        yield Task(at=moment(done, 15, 45), words="Marked a milestone as done", puts=puts)


def _marked(milestone: Milestone, status: str) -> Puts:
    return lambda shelf: (replace(shelf.get(Milestone, milestone.id), status=status, done=milestone.done),)
