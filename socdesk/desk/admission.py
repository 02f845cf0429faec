"""Whose slot opened the desk, and whether they may come in, by the dates that the desk itself holds.

The end of somebody's leave counts by the latest day that the desk has seen, so that a clock set back does not help.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import cast

from socdesk.clock import day_in_text, london_day
from socdesk.desk.devices import devices_of
from socdesk.errors import UserFacingError
from socdesk.keys.errors import WrongDeviceError
from socdesk.keys.key_file import KeyFile
from socdesk.keys.slots import SlotType
from socdesk.registers.declared.desk_records import OFFICERS, Officer
from socdesk.registers.register import State
from socdesk.storage.record_store import Query
from socdesk.storage.store import Store

_ASK = "Ask the officer who leads this desk."


class NotAdmittedError(UserFacingError):
    """The passphrase is right, and its owner may not open the desk now; ``reason`` is for the log."""

    reason = "not admitted"


class LeaveNotBegunError(NotAdmittedError):
    """The first day has not come."""

    reason = "before the first day"

    def __init__(self, since: date) -> None:
        super().__init__(f"You may open this desk from {day_in_text(since)}. It stays locked.", advice=_ASK)


class LeaveEndedError(NotAdmittedError):
    """The last day is over."""

    reason = "after the last day"

    def __init__(self, until: date) -> None:
        super().__init__(f"Your leave to open this desk ended on {day_in_text(until)}. It stays locked.", advice=_ASK)


class LeaveTakenAwayError(NotAdmittedError):
    """The person was removed."""

    reason = "removed"

    def __init__(self) -> None:
        super().__init__("Your leave to open this desk was taken away. It stays locked.", advice=_ASK)


class DeviceEndedError(NotAdmittedError):
    """The days for which a computer remembered the desk are over."""

    reason = "the computer’s last day was over"

    def __init__(self, until: date) -> None:
        super().__init__(
            f"This computer remembered the desk until {day_in_text(until)}, and opens it no longer by itself.",
            advice="Type the passphrase. You can let it remember the desk again in Settings, Security.",
        )


class UnknownOfficerError(UserFacingError):
    """A slot opened the desk, and no officer on it is said to own that slot."""

    def __init__(self) -> None:
        super().__init__(
            "The desk does not know whose passphrase this is, so it stays locked.",
            advice="Open it with another passphrase, or ask ICT to put back desk.json from the newest backup.",
        )


def check_admission(officer: Officer, today: date, last_seen: date) -> None:
    """Refuse somebody who may not open the desk now; ``last_seen`` is the latest day that the desk knows of.

    Raises:
        NotAdmittedError: the person was removed, or their days have not begun or are over.

    """
    if officer.state is not State.LIVE:
        raise LeaveTakenAwayError
    since, until = officer.access.since, officer.access.until
    if since is not None and today < since:
        raise LeaveNotBegunError(since)
    if until is not None and max(today, last_seen) > until:
        raise LeaveEndedError(until)


def is_lasting(officer: Officer, today: date) -> bool:
    """Tell whether somebody can open the desk now and without a last day, and so may say who else can."""
    return officer.state is State.LIVE and officer.access.until is None and officer.access.covers(today)


def refusal(store: Store, officer: Officer, key_file: KeyFile, slot: str, now: datetime) -> NotAdmittedError | None:
    """Return why the person may not come in now by a slot, or nothing; where nobody else could, nobody is shut out."""
    today, newest = london_day(now), store.events.newest_at() or now
    device = next((each for each in devices_of(store.meta) if each.slot == slot), None)
    if device is not None and max(today, london_day(newest)) > device.until:
        return DeviceEndedError(device.until)
    slots = {each.id for each in key_file.slots}
    if not any(each.slot in slots and is_lasting(each, today) for each in _officers(store)):
        return None
    try:
        check_admission(officer, today, london_day(newest))
    except NotAdmittedError as error:
        return error
    return None


def officer_behind(store: Store, key_file: KeyFile, slot: str) -> Officer:
    """Return the person whose slot opened the desk; recovery words stand for somebody who can open it for good.

    Raises:
        UnknownOfficerError: nobody on the desk is said to own the slot.

    """
    officers = _officers(store)
    kind = {each.id: each.type for each in key_file.slots}.get(slot)
    if kind is SlotType.RECOVERY:
        found = _recovered(officers, key_file, slot)
    elif kind is SlotType.DEVICE:
        owners = {each.slot: each.officer for each in devices_of(store.meta)}
        if slot not in owners:
            raise WrongDeviceError
        found = next((each for each in officers if each.id == owners[slot]), None)
    else:
        found = next((each for each in officers if each.slot == slot), None)
    if found is None:
        raise UnknownOfficerError
    return found


def _officers(store: Store) -> tuple[Officer, ...]:
    """Return all officers, removed ones too."""
    states = tuple(state for state in State if state is not State.DESTROYED)
    return cast("tuple[Officer, ...]", store.records.page(OFFICERS, Query(states=states)))


def _recovered(officers: Sequence[Officer], key_file: KeyFile, slot: str) -> Officer | None:
    """Return who made the recovery words; where they are gone, the first of those who can open the desk for good."""
    slots = {each.id for each in key_file.slots}
    lasting = [each for each in officers if each.slot in slots and each.state is State.LIVE and not each.access.until]
    return next((each for each in lasting if each.recovery_slot == slot), next(iter(lasting), None))
