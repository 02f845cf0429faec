"""What an import leads to: who of its people is not trained, or has to train again soon (story 21)."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.desk.desk import Desk
from socdesk.desk.overview.today import today
from socdesk.exchange.list_kinds import ListKind
from socdesk.registers.declared.learners import LEARNERS
from socdesk.settings import EXPIRING_DAYS
from socdesk.storage.record_store import Query

_LEARNERS = {
    ListKind.DRIVERS: ("DRIVER", "taxi drivers"),
    ListKind.STAFF: ("STAFF", "staff"),
    ListKind.MEMBERS: ("MEMBER", "elected members"),
}


@dataclass(frozen=True)
class TrainingNeeds:
    """The ids of those who are not in date, and of those who have to train again within so many days."""

    people: str
    not_in_date: tuple[str, ...]
    expiring: tuple[str, ...]
    days: int

    @property
    def words(self) -> str:
        """Both numbers in a sentence."""
        needing, soon = len(self.not_in_date), len(self.expiring)
        if not needing and not soon:
            return f"All {self.people} on the desk are in date for every course that they need."
        isnt = "1 is" if needing == 1 else f"{needing:,} are"
        has = "1 has" if soon == 1 else f"{soon:,} have"
        return (
            f"Of all {self.people} on the desk, {isnt} not in date for every course that they need, "
            f"and {has} to train again within {self.days} days."
        )

    @property
    def ids(self) -> tuple[str, ...]:
        """All of them, each once."""
        return tuple(dict.fromkeys((*self.not_in_date, *self.expiring)))


def training_needs(desk: Desk, kind: ListKind) -> TrainingNeeds:
    """Return how the people of a kind of list stand with their training today. It reads whole registers."""
    learners, people = _LEARNERS[kind]
    overview = today(desk)
    figure = overview.training.get(learners)
    ours = set(desk.read.ids(LEARNERS, Query(equal={"kind": learners})))
    soon = tuple(record for _register, record in overview.expiring.rows if record in ours)
    missing = figure.missing_ids if figure else ()
    return TrainingNeeds(people, tuple(missing), soon, int(desk.setting(EXPIRING_DAYS)))
