"""What drafts and view of one committee update share, reckoned once: public records, words, strategy, changes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from socdesk.errors import UserFacingError
from socdesk.figures.calendar_months import add_months
from socdesk.figures.changes import Change, MilestoneDone, changes, milestones_done
from socdesk.figures.coverage import Coverage
from socdesk.figures.deadlines import ReviewDue, current_strategy, review_due
from socdesk.figures.public_coverage import public_coverages
from socdesk.figures.public_words import PublicLookup, in_paper_order
from socdesk.figures.update_inputs import PublicRecords, UpdateInputs, public_part
from socdesk.registers.declared.actions import Action
from socdesk.registers.declared.strategy import Strategy

FIRST_PERIOD = 3
"""The months that a first report looks back: committees are told of a quarter at a time."""


class NoStrategyError(UserFacingError):
    """A committee update reports on a strategy, and the desk has none that it could report on."""


@dataclass(frozen=True)
class UpdateBase:
    """One update's inputs and what follows from them at once. Everything but ``inputs`` is fit for the public."""

    inputs: UpdateInputs

    @cached_property
    def now(self) -> PublicRecords:
        """What the public may read of the records now."""
        return public_part(self.inputs.now, self.inputs.as_at, self.since)

    @property
    def since(self) -> date:
        """The day after which the period begins: that of the previous report, or three months before this one."""
        return self.inputs.compared_with or add_months(self.inputs.as_at, -FIRST_PERIOD)

    @cached_property
    def before(self) -> PublicRecords | None:
        """The same as at the previous report's day, if there was one.

        An action that has been restricted since is left out here too: its going would tell of it.
        """
        before = self.inputs.before
        if before is None or self.inputs.compared_with is None:
            return None
        restricted = {action.id for action in self.inputs.now.actions if action.restricted}
        actions = tuple(action for action in before.actions if action.id not in restricted)
        return public_part(replace(before, actions=actions), self.inputs.compared_with)

    @cached_property
    def lookup(self) -> PublicLookup:
        """The words for codes and posts."""
        return PublicLookup(self.now, self.inputs.vocabularies)

    @cached_property
    def actions(self) -> tuple[Action, ...]:
        """The actions that count, in the order of papers."""
        return in_paper_order(self.now.actions)

    @cached_property
    def strategy(self) -> Strategy:
        """The strategy in force; raises NoStrategyError where there is none."""
        found = current_strategy(self.now.strategies, self.inputs.as_at)
        if found is None:
            raise NoStrategyError(
                "There is no strategy in force that a public paper could report on.",
                advice="Enter the day on which the strategy was adopted, and see that it is not restricted.",
            )
        return found

    @cached_property
    def review(self) -> ReviewDue:
        """When the strategy's review is due; raises NoStrategyError where the strategy does not say."""
        found = review_due(self.strategy, self.inputs.as_at)
        if found is None:
            raise NoStrategyError(
                "The strategy does not say when its review is due.",
                advice="Enter after how many years it is reviewed, or the day on which the review is due.",
            )
        return found

    @cached_property
    def coverages(self) -> tuple[Coverage, ...]:
        """The training coverages with anybody in scope."""
        return public_coverages(self.inputs)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """What changed in public fields since the previous report; nothing without one."""
        return changes(self.before.actions, self.now.actions, self.lookup) if self.before else ()

    @cached_property
    def reached(self) -> tuple[MilestoneDone, ...]:
        """The milestones reached since the previous report; nothing without one."""
        if self.before is None or self.inputs.compared_with is None:
            return ()
        return milestones_done(
            self.before.milestones, self.now.milestones, self.actions, self.inputs.compared_with, self.inputs.as_at
        )
