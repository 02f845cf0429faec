"""The desk as at a day: (day, head of changes) (architecture.md, bone 4).

Dated facts count by their own dates, as known at the head; undated fields by the version standing at the end of the
day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import cast

from socdesk.clock import Clock, day_in_text, end_of_day, london_day
from socdesk.errors import UserFacingError
from socdesk.registers.register import RecordT, Register, State
from socdesk.storage.deed_writer import Head
from socdesk.storage.version_store import VersionStore


class DayOutsideError(UserFacingError):
    """The desk holds nothing as at that day."""


@dataclass(frozen=True)
class Snapshot:
    """What is known at ``head`` of how things stood at the end of ``day``."""

    day: date
    head: Head
    standing: int
    versions: VersionStore

    def records(self, register: Register[RecordT]) -> tuple[RecordT, ...]:
        """Return the live records of a register."""
        return self._live(register, self.head.seq if register.dated else self.standing)

    def known(self, register: Register[RecordT]) -> tuple[RecordT, ...]:
        """Return the live records of a register as known at the head, whatever the day: settings and lists."""
        return self._live(register, self.head.seq)

    def _live(self, register: Register[RecordT], seq: int) -> tuple[RecordT, ...]:
        found = (cast("RecordT", record) for record in self.versions.as_of(register, seq))
        return tuple(record for record in found if record.state is State.LIVE)


def check_day(versions: VersionStore, day: date, clock: Clock) -> None:
    """Refuse a day before the desk began, and a day to come.

    Raises:
        DayOutsideError: with the first day that can be asked for.

    """
    began = versions.began()
    first = london_day(began) if began else london_day(clock())
    if day < first:
        raise DayOutsideError(
            f"This desk began on {day_in_text(first)} and knows nothing as at {day_in_text(day)}.",
            advice=f"Choose {day_in_text(first)} or a later day.",
        )
    if day > london_day(clock()):
        raise DayOutsideError(
            f"{day_in_text(day)} has not come yet, so there are no figures as at that day.",
            advice="Choose today or an earlier day.",
        )


def take_snapshot(versions: VersionStore, day: date, head: Head) -> Snapshot:
    """Return the snapshot of a day as known at a head."""
    standing = versions.head_before(end_of_day(day), no_later_than=head.seq)
    return Snapshot(day, head, standing.seq, versions)
