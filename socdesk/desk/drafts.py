"""Drafts: what was typed into a form and not saved. They come back word for word, also what no field can read."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, cast

from socdesk.clock import LONDON, Clock, day_in_text, london_day
from socdesk.desk.reading import Reading
from socdesk.errors import UserFacingError
from socdesk.registers.body import body_of, record_from
from socdesk.registers.catalogue import Catalogue
from socdesk.registers.register import AnyRegister, Record
from socdesk.storage.draft_store import DraftRow, DraftStore


@dataclass(frozen=True, kw_only=True)
class Draft:
    """One half-written record. ``base`` is the record as it was when the form came: version 0 where it is new.

    ``texts`` are the answers that were typed, by the names of their questions; ``way`` is the form's own word for
    which of its shapes they were typed into, such as the short way.
    """

    register: AnyRegister
    base: Record = field(repr=False)
    texts: Mapping[str, str] = field(repr=False)
    way: str = ""
    at: datetime | None = None

    @property
    def record(self) -> str:
        """The id of the record that it is a draft of."""
        return self.base.id


@dataclass(frozen=True)
class DraftOffer:
    """A draft as a list offers it: what it is of and when it was kept, in words that hold no record text."""

    draft: Draft
    words: str


@dataclass(frozen=True)
class DraftClash:
    """One answer of a draft whose record was changed since: what was typed, and what stands now, in words."""

    name: str
    label: str
    typed: str
    stands: str


class Drafts:
    """One officer's drafts. Keeping and dropping belong to the thread that writes."""

    def __init__(self, store: DraftStore, reading: Reading, actor: str, clock: Clock) -> None:
        self._store, self._reading, self._actor, self._clock = store, reading, actor, clock

    def keep(self, draft: Draft) -> Draft:
        """Keep a draft in place of the one of the same record; return it with the moment it was kept."""
        kept = replace(draft, at=self._clock().astimezone(UTC))
        self._store.keep(self._actor, DraftRow(kept.record, kept.at or self._clock(), written(kept)))
        return kept

    def drop(self, record: str) -> None:
        """Drop the draft of a record, if there is one."""
        self._store.remove(self._actor, record)

    def of(self, record: str) -> Draft | None:
        """Return the draft of a record, or nothing."""
        return next((draft for draft in self.all() if draft.record == record), None)

    def all(self, *registers: str) -> tuple[Draft, ...]:
        """Return the drafts of some registers, or of all, newest first; of what the officer may still see."""
        found = (read(self._reading.catalogue, row) for row in self._store.of(self._actor))
        return tuple(each for each in found if (not registers or each.register.key in registers) and self._seen(each))

    def _seen(self, draft: Draft) -> bool:
        if draft.base.version:
            return self._reading.get(draft.register, draft.record) is not None
        return not draft.base.parent or self._parent(draft) is not None

    def _parent(self, draft: Draft) -> Record | None:
        key = draft.register.parent
        return self._reading.get(self._reading.catalogue.get(key), draft.base.parent) if key else None

    def offers(self, *registers: str) -> tuple[DraftOffer, ...]:
        """Return the drafts of some registers as a list offers them."""
        return tuple(DraftOffer(draft, self._words(draft)) for draft in self.all(*registers))

    def _words(self, draft: Draft) -> str:
        return f"{self.named(draft)}, {moment_in_words(draft.at or self._clock(), self._clock)}"

    def named(self, draft: Draft) -> str:
        """Return what a draft is of: "New concern", "SOC-2026-0001", or "New statement for SOC-2026-0001"."""
        if draft.base.version:
            return draft.base.reference
        parent = self._parent(draft)
        name = f"New {draft.register.singular.lower()}"
        return f"{name} for {parent.reference}" if parent else name

    def standing(self, draft: Draft) -> Record:
        """Return the record that the draft's answers belong to: as it stands now, or new as it was begun."""
        return self._reading.get(draft.register, draft.record) or draft.base


@contextlib.contextmanager
def keeping(drafts: Drafts, typed: Draft | None) -> Generator[None]:
    """Keep what was typed as a draft if it cannot be saved: its form may be gone by then, for the desk is locked."""
    try:
        yield
    except Exception:
        if typed is not None:
            with contextlib.suppress(UserFacingError):  # what kept it from being saved may keep this from being kept
                drafts.keep(typed)
        raise


def clashes(
    draft: Draft, standing: Record, show: Mapping[str, str], labels: Mapping[str, str]
) -> tuple[DraftClash, ...]:
    """Return the answers of a draft whose record was changed since where both differ from what stood before.

    ``show`` says what stands now, in words, and ``labels`` how each question is called, by name.
    """
    if standing.version == draft.base.version:
        return ()
    return tuple(
        DraftClash(name, labels.get(name, name), text, show.get(name, ""))
        for name, text in draft.texts.items()
        if name in show and getattr(standing, name, None) != getattr(draft.base, name, None)
    )


def written(draft: Draft) -> str:
    """Return a draft as it is kept."""
    return json.dumps(
        {
            "register": draft.register.key,
            "schema": draft.register.schema,
            "version": draft.base.version,
            "base": body_of(draft.register, draft.base),
            "texts": dict(draft.texts),
            "way": draft.way,
        }
    )  # in ASCII alone, so that half a character typed comes back too


def read(catalogue: Catalogue, row: DraftRow) -> Draft:
    """Return a draft from what was kept."""
    whole = cast("dict[str, Any]", json.loads(row.body))
    register = catalogue.get(str(whole["register"]))
    base = record_from(register, int(whole["schema"]), str(whole["base"]))
    base = replace(base, id=row.record, version=int(whole["version"]))
    texts = {str(name): str(text) for name, text in whole["texts"].items()}
    return Draft(register=register, base=base, texts=texts, way=str(whole["way"]), at=row.at)


def moment_in_words(at: datetime, clock: Clock) -> str:
    """Return when something was kept: "14:32 today", or the day and the time."""
    local = at.astimezone(LONDON)
    if london_day(at) == london_day(clock()):
        return f"{local:%H:%M} today"
    return f"{local:%H:%M} on {day_in_text(local.date())}"
