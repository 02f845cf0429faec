"""The jobs behind a list: its views and filters, one record's details, and deeds on several records at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from socdesk.desk.corrections import voiding
from socdesk.desk.deeds import Deed, Done
from socdesk.desk.desk import Desk
from socdesk.desk.drafts import Draft
from socdesk.desk.form_data import Option, options_of
from socdesk.desk.lists.changing import change_all, move
from socdesk.desk.lists.details import Detail, detail_of
from socdesk.desk.lists.own_views import OwnView, own_views
from socdesk.desk.lists.timeline import is_behind_a_door
from socdesk.desk.lists.views import Overview
from socdesk.jobs import Job, Progress
from socdesk.registers.register import Record, State
from socdesk.ui.records.list_spec import ListSpec


@dataclass(frozen=True)
class ListFrame:
    """What stands round the rows: the views, the officer's own too, and what may be chosen in filters and for many.

    All of it holds for ``day``, while nothing is done on the desk.
    """

    day: date
    overview: Overview
    own: tuple[OwnView, ...]
    options: Mapping[str, tuple[Option, ...]]


@dataclass(frozen=True)
class DeedDone:
    """A deed as a person reads of it, and as it was done."""

    words: str
    done: Done


def frame_job(desk: Desk, spec: ListSpec) -> Job[ListFrame]:
    """Return the job that reckons views and options."""

    def work(_progress: Progress) -> ListFrame:
        day = desk.clock().date()
        names = {*spec.filters, *spec.bulk}
        options = {name: options_of(desk, spec.register.fields[name]) for name in names}
        return ListFrame(day, spec.overview(desk), own_views(desk, spec.page), options)

    return Job(f"Reckoning {spec.register.plural}", work)


def detail_job(desk: Desk, spec: ListSpec, record: str, shown: frozenset[str]) -> Job[Detail | None]:
    """Return the job that reads one record in words."""
    return Job(
        "Loading the record",
        lambda _progress: detail_of(desk, spec.register, record, shown=shown, notes=spec.notes, progress=spec.progress),
    )


def deed_job(desk: Desk, title: str, deed: Callable[[], Deed]) -> Job[DeedDone]:
    """Return the job that makes a deed and does it."""

    def work(_progress: Progress) -> DeedDone:
        made = deed()
        done = desk.do(made)
        return DeedDone(f"{made.words}{_with_family(len(done.records) - len(made.puts))}", done)

    return Job(title, work)


def _with_family(others: int) -> str:
    """Say how many went or came back with the records that own them."""
    return f", with {others:,} that belong{'s' if others == 1 else ''} to it" if others > 0 else ""


def void_job(desk: Desk, spec: ListSpec, ids: tuple[str, ...], why: str) -> Job[DeedDone]:
    """Return the job that voids records entered in error, in one deed."""
    return deed_job(desk, "Voiding", lambda: voiding(desk, spec.register, ids, why))


def change_job(desk: Desk, spec: ListSpec, ids: tuple[str, ...], texts: Mapping[str, str]) -> Job[DeedDone]:
    """Return the job that gives several records the same values in one deed."""
    return deed_job(desk, "Changing", lambda: change_all(desk, spec.register, ids, texts))


def move_job(desk: Desk, spec: ListSpec, ids: tuple[str, ...], state: State) -> Job[DeedDone]:
    """Return the job that bins several records in one deed, or brings them back."""
    return deed_job(desk, "Moving", lambda: move(desk, spec.register, ids, state))


def draft_job(desk: Desk, record: str) -> Job[tuple[Draft, Record] | None]:
    """Return the job that finds a draft with the record it belongs to; one about a source is noted as looked at."""

    def work(_progress: Progress) -> tuple[Draft, Record] | None:
        draft = desk.drafts.of(record)
        if draft is None:
            return None
        if is_behind_a_door(draft.register):
            desk.record_event("viewed a source", record=draft.base.parent)
        return draft, desk.drafts.standing(draft)

    return Job("Loading the draft", work)
