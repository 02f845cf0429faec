"""What happened to the strategy's actions and to two local ones: first ratings, monthly notes, quarterly reviews."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import chain

from socdesk.desk.demo.milestones import milestone_tasks, plans_for
from socdesk.desk.demo.reviews import Reviewer
from socdesk.desk.demo.script import Puts, Shelf, Task, putting
from socdesk.desk.demo.stage import Stage
from socdesk.desk.demo.stories import LocalStory, Stories, Story, in_turn
from socdesk.desk.demo.working_time import moment, quarter_ends, working_day_from, working_days_later
from socdesk.registers.declared.actions import Action, ProgressNote
from socdesk.registers.register import Record, new_id
from socdesk.registers.strategy_text import ShippedStrategy

_FIRST_WORDS = "The position of this action was taken stock of with its lead."
_REVIEWED_AFTER = 9
"""Working days from the end of a quarter to its first review; lists of its last month have come in by then."""
_REVIEWS_A_DAY = 6


class ActionScript:
    """Everything that happens with actions."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._stories = stage, Stories()
        mapping = ShippedStrategy().mapping
        self._leads = {reference: stage.posts[ours.lead_post] for reference, ours in mapping.items()}
        self._reviewer = Reviewer(stage, self._stories, {reference: ours.kpis for reference, ours in mapping.items()})
        self._quarters = quarter_ends(stage.first_day, stage.today)

    def tasks(self) -> Iterator[Task]:
        """Return the tasks in no particular order."""
        yield self._first_ratings()
        yield from self._milestones()
        for place, story in enumerate(self._stories.actions):
            action = self._stage.actions[story.reference]
            yield from self._reviews(action, story, place, 0)
            yield from self._monthly(action, story)
        for place, local in enumerate(self._stories.local_actions, start=len(self._stories.actions)):
            yield from self._local(local, place)

    def _milestones(self) -> Iterator[Task]:
        """Return the milestones of the strategy's actions, laid down together."""
        plans = (
            plans_for(self._stage, self._stage.actions[s.reference], self._leads[s.reference], s.milestones)
            for s in self._stories.actions
        )
        return milestone_tasks(self._stage, list(chain.from_iterable(plans)))

    def _first_ratings(self) -> Task:
        day = working_days_later(self._stage.first_day, 7)
        words = "Set the first ratings with the leads"
        return Task(at=moment(day, 14, 20), words=words, puts=self._first_puts(day))

    def _first_puts(self, day: date) -> Puts:
        def puts(shelf: Shelf) -> Iterable[Record]:
            for story in self._stories.actions:
                rating = story.rating(0)
                yield replace(
                    shelf.get(Action, self._stage.actions[story.reference]),
                    rag=rating,
                    rag_reason=story.reason(rating),
                    rag_set_by=self._stories.set_by,
                    progress=_FIRST_WORDS,
                    next_step=story.next_steps[0],
                    last_reviewed=day,
                )

        return puts

    def _reviews(self, action: str, story: Story, place: int, begin_month: int) -> Iterator[Task]:
        """Return the reviews of an action since it began; a few actions are reviewed each day."""
        quarters = [end for end in self._quarters if end > self._stage.month(begin_month)]
        for number, census in enumerate(quarters):
            day = working_days_later(census, _REVIEWED_AFTER + place // _REVIEWS_A_DAY)
            hour = 9 + place % _REVIEWS_A_DAY
            puts = self._reviewer.review(action, story, number, census, day)
            yield Task(at=moment(day, hour, 35), words="Reviewed an action", puts=puts)
            if story.rating(number) == "BLUE":
                return

    def _monthly(self, action: str, story: Story) -> Iterator[Task]:
        months = self._stage.months() if story.monthly_notes else []
        for number, month in enumerate(months):
            day = working_day_from(month.replace(day=22))
            text = in_turn(story.monthly_notes, number)
            note = ProgressNote(id=new_id(), parent=action, day=day, public_text=text)
            yield Task(at=moment(day, 16, 5), words="Wrote a progress note", puts=putting(note))

    def _local(self, local: LocalStory, place: int) -> Iterator[Task]:
        """Return the course of a local action from the day it was taken on."""
        stage, lead = self._stage, self._stage.posts[local.lead_post]
        began = working_day_from(stage.month(local.begin_month))
        action = Action(
            id=new_id(),
            kind="LOCAL",
            title=local.title,
            wording=local.wording,
            primary_pillar=local.primary_pillar,
            secondary_pillars=local.secondary_pillars,
            mapping_is_ours=True,
            objective=local.objective,
            lead_post=lead,
            partners=local.partners,
            cadence=local.cadence,
            started=began,
            due=stage.month(local.due_month),
            status="IN_PROGRESS",
            rag=local.story.rating(0),
            rag_set_by=self._stories.set_by,
            progress="The action was agreed with the partners and has begun.",
            next_step=local.story.next_steps[0],
            last_reviewed=began,
        )
        yield Task(at=moment(began, 13, 15), words="Took on a local action", puts=putting(action))
        plans = plans_for(stage, action.id, lead, local.story.milestones)
        yield from milestone_tasks(stage, plans, local.begin_month)
        yield from self._reviews(action.id, local.story, place, local.begin_month)
