"""The people who can open a desk: each by a passphrase of their own, some for a time only (domain.md 8, story 46).

Names and days stand inside the encrypted desk; the key file knows slots without owners. A slot always has an owner: the
person is noted before the slot is made, and goes after the slot is gone.
"""

from __future__ import annotations

import contextlib
import enum
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from socdesk.clock import day_in_text, london_day
from socdesk.desk.admission import is_lasting
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.devices import devices_of, keep_devices
from socdesk.desk.opening import UNLOCKED, write_keys
from socdesk.desk.own_locks import cost_of, key_file_of, officer_of, unlocked_by
from socdesk.errors import InvalidRecordError, UserFacingError
from socdesk.keys.changing import with_passphrase_slot_added, without_slots
from socdesk.keys.errors import PassphraseTakenError
from socdesk.keys.passphrase import check_new_passphrase
from socdesk.keys.slots import SlotType
from socdesk.keys.unlocking import opens_any
from socdesk.registers.declared.desk_records import OFFICERS, Officer
from socdesk.registers.register import State, new_id
from socdesk.registers.values import Span

ADDED, CHANGED, REMOVED = "person added", "person changed", "person removed"


class NotForDeputiesError(UserFacingError):
    """Somebody who may open the desk for a time only wanted to say who else may."""

    def __init__(self) -> None:
        super().__init__(
            "Only a person who can open this desk without a last day can change who else can.",
            advice="Nothing was changed. Ask the officer who leads this desk.",
        )


class NobodyLeftError(UserFacingError):
    """After the change nobody could open the desk for good."""

    def __init__(self) -> None:
        super().__init__(
            "Then nobody could open this desk without a last day, so nothing was changed.",
            advice="Let another person in without a last day first.",
        )


class UnknownPersonError(UserFacingError):
    """No person is called so, or the person was removed meanwhile."""

    def __init__(self) -> None:
        super().__init__("There is no such person on this desk.", advice="Nothing was changed. Look at the list again.")


class Standing(enum.Enum):
    """Whether a person can open the desk."""

    NOW = "can open it"
    LATER = "not yet"
    OVER = "no longer"
    NO_SLOT = "has no passphrase"


@dataclass(frozen=True)
class Person:
    """One person; ``opened`` is when they opened the desk last, ``is_self`` whether they have it open now."""

    id: str
    reference: str
    name: str
    access: Span
    opened: datetime | None
    standing: Standing
    is_self: bool

    @property
    def access_words(self) -> str:
        """When they can open the desk, in words."""
        if self.standing is Standing.NO_SLOT:
            return "Has no passphrase any more"
        if self.standing is Standing.OVER and self.access.until is not None:
            return f"Ended on {day_in_text(self.access.until)}"
        words = self.access.in_words()
        return words[:1].upper() + words[1:] if words else "Always"


@dataclass(frozen=True)
class Leave:
    """What a person is to be called, and when they can open the desk."""

    name: str
    access: Span = Span()


@dataclass(frozen=True)
class Passphrases:
    """One's own, which proves who asks, and the new person's."""

    own: str = field(repr=False)
    new: str = field(repr=False)


def people_of(desk: Desk) -> tuple[Person, ...]:
    """Return everybody who can, could or will open the desk, by name."""
    slots = {slot.id for slot in key_file_of(desk).slots if slot.type is SlotType.PASSPHRASE}
    opened: dict[str, datetime] = {}
    for event in desk.store.events.of_kinds(UNLOCKED):
        opened.setdefault(event.actor, event.at)
    today = london_day(desk.clock())
    return tuple(
        Person(
            id=each.id,
            reference=each.reference,
            name=each.name,
            access=each.access,
            opened=opened.get(each.id),
            standing=_standing(each, today) if each.slot in slots else Standing.NO_SLOT,
            is_self=each.id == desk.actor,
        )
        for each in desk.read.page(OFFICERS)
    )


def _standing(officer: Officer, today: date) -> Standing:
    if officer.access.covers(today):
        return Standing.NOW
    return Standing.LATER if officer.access.since and today < officer.access.since else Standing.OVER


def person_called(desk: Desk, name: str) -> Person:
    """Return the person with a name or a reference.

    Raises:
        UnknownPersonError: there is none.

    """
    sought = name.strip().casefold()
    for person in people_of(desk):
        if sought in {person.name.casefold(), person.reference.casefold()}:
            return person
    raise UnknownPersonError


def add_person(desk: Desk, passphrases: Passphrases, leave: Leave, *, person: str = "") -> None:
    """Let another person open the desk with a passphrase that they set; or again a ``person`` whose passphrase ended.

    Raises:
        WrongPassphraseError: one's own passphrase is not that of the officer who opened the desk.
        WeakPassphraseError, PassphraseTakenError: the new one cannot be used.
        NotForDeputiesError: one's own leave has a last day.
        InvalidRecordError: there is no name, somebody has it already, or the days are the wrong way round.
        TooManySlotsError: the key file is full.

    """
    check_new_passphrase(passphrases.new)
    before = _required(desk, person) if person else Officer(id=new_id())
    officer = replace(before, name=_free_name(desk, leave.name, person), access=_in_order(leave.access))
    key_file, unlocked = unlocked_by(desk, passphrases.own)
    require_lasting(desk)
    if opens_any(key_file, passphrases.new):
        raise PassphraseTakenError
    cost = cost_of(key_file, unlocked)
    wider, slot = with_passphrase_slot_added(key_file, unlocked.root_key, passphrases.new, cost=cost)
    desk.do(Deed(words="Let a person open the desk", puts=(replace(officer, slot=slot),), kind="keys"))
    try:
        write_keys(desk, desk.store.place.folder, wider)
    except BaseException:
        with contextlib.suppress(UserFacingError):
            _put_back(desk, before)
        raise
    desk.record_event(ADDED, officer=officer.id)


def change_person(desk: Desk, own: str, person: str, leave: Leave) -> None:
    """Give a person another name, or other days on which they can open the desk. Raises what ``add_person`` raises.

    Raises:
        UnknownPersonError: the person was removed.
        NobodyLeftError: nobody would be left who can open the desk without a last day.

    """
    officer = _required(desk, person)
    changed = replace(officer, name=_free_name(desk, leave.name, person), access=_in_order(leave.access))
    unlocked_by(desk, own)
    require_lasting(desk)
    if not is_lasting(changed, london_day(desk.clock())):
        _require_others(desk, person)
    if desk.do(Deed(words="Changed who can open the desk", puts=(changed,), kind="keys")).records:
        desk.record_event(CHANGED, officer=person)


def remove_person(desk: Desk, own: str, person: str) -> None:
    """Take a person's passphrase away. What they did keeps their name. Raises what ``change_person`` raises."""
    officer = _required(desk, person)
    key_file, unlocked = unlocked_by(desk, own)
    require_lasting(desk)
    _require_others(desk, person)
    devices = devices_of(desk.store.meta)
    theirs = {officer.slot, *(each.slot for each in devices if each.officer == person)}
    narrower = without_slots(key_file, unlocked.root_key, theirs)
    if narrower is not key_file:
        write_keys(desk, desk.store.place.folder, narrower)
    keep_devices(desk.store.meta, (each for each in devices if each.officer != person))
    _bin(desk, officer)
    desk.record_event(REMOVED, officer=person)


def _put_back(desk: Desk, before: Officer) -> None:
    """Let a person be as before, or gone, where their new slot could not be written."""
    now = _required(desk, before.id)
    if before.version:
        puts = replace(now, name=before.name, access=before.access, slot=before.slot)
        desk.do(Deed(words="Left a person as before", puts=(puts,), kind="keys"))
    else:
        _bin(desk, now)


def _bin(desk: Desk, officer: Officer) -> None:
    desk.do(Deed(words="Removed a person", puts=(replace(officer, state=State.BINNED),), kind="keys"))


def _required(desk: Desk, person: str) -> Officer:
    found = desk.read.get(OFFICERS, person)
    if found is None or found.state is not State.LIVE:
        raise UnknownPersonError
    return found


def _free_name(desk: Desk, name: str, person: str) -> str:
    """Return a name as it is kept; it tells people apart in the log."""
    kept = " ".join(name.split())
    if not kept:
        raise InvalidRecordError({"name": "Enter the person’s name"})
    if any(each.id != person and each.name.casefold() == kept.casefold() for each in desk.read.page(OFFICERS)):
        raise InvalidRecordError({"name": "Another person on this desk has that name, and the log tells people by it"})
    return kept


def _in_order(access: Span) -> Span:
    if access.problem:
        raise InvalidRecordError({"access": "The last day is before the first"})
    return access


def require_lasting(desk: Desk) -> None:
    """Refuse somebody who may open the desk for a time only.

    Raises:
        NotForDeputiesError: their leave has a last day.

    """
    if not is_lasting(officer_of(desk), london_day(desk.clock())):
        raise NotForDeputiesError


def _require_others(desk: Desk, person: str) -> None:
    slots, today = {slot.id for slot in key_file_of(desk).slots}, london_day(desk.clock())
    if not any(e.id != person and e.slot in slots and is_lasting(e, today) for e in desk.read.page(OFFICERS)):
        raise NobodyLeftError
