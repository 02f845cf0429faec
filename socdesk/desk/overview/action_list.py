"""What the list of actions says beyond its fields: when each is next due, and which are late or due soon.

The strategy's own promises are ongoing; the dates are on their milestones. So the next open milestone gives the day.
"""

from __future__ import annotations

from typing import cast

from socdesk.clock import day_in_table, london_day
from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import Cell, Cells
from socdesk.desk.lists.views import Overview, View, counted, gone_views
from socdesk.figures.actions import DROPPED_STATUSES, Due, due_within, overdue
from socdesk.registers.declared.actions import ACTIONS, MILESTONES, Action
from socdesk.registers.register import Record
from socdesk.storage.record_store import Query

SOON_DAYS = 30
_FAR = 36_500


def late_words(days: int) -> str:
    """Return how far off a due day is, in words; negative days are in the past.

    >>> late_words(-1), late_words(0), late_words(12), late_words(99)
    ('1 day late', 'Due today', 'In 12 days', '')
    """
    if days < 0:
        return "1 day late" if days == -1 else f"{-days:,} days late"
    if days == 0:
        return "Due today"
    return "" if days > SOON_DAYS else "Tomorrow" if days == 1 else f"In {days} days"


def action_notes(desk: Desk, records: tuple[Record, ...]) -> Cells:
    """Return the due cells of a block of actions: the soonest day that is still open, and how late it is."""
    actions = cast("tuple[Action, ...]", records)
    milestones = desk.read.page(MILESTONES, Query(parents=tuple(each.id for each in actions)))
    day = london_day(desk.clock())
    cells: dict[tuple[str, str], Cell] = {}
    for due in (*overdue(actions, milestones, day), *due_within(actions, milestones, day, _FAR)):
        cells.setdefault((due.action.id, "due"), _due_cell(due))
    for action in actions:
        if (action.id, "due") not in cells and action.due is None and action.ongoing:
            cells[action.id, "due"] = Cell("Ongoing")
    return cells


def _due_cell(due: Due) -> Cell:
    which = "" if due.record is due.action else due.record.reference
    return Cell(day_in_table(due.due), below=late_words(due.days) or which, pressing=due.days < 0)


def action_overview(desk: Desk) -> Overview:
    """Return the views of the action register: all, overdue, due in 30 days, complete, and the bin."""
    actions, milestones = desk.read.page(ACTIONS), desk.read.page(MILESTONES)
    day = london_day(desk.clock())
    late = _ids(overdue(actions, milestones, day))
    soon = _ids(due_within(actions, milestones, day, SOON_DAYS))
    done = tuple(each.id for each in actions if each.status == "COMPLETE")
    standing = sum(each.status not in DROPPED_STATUSES for each in actions)
    return Overview(
        (
            View("all", "All", None, len(actions)),
            View("overdue", "Overdue", late, len(late)),
            View("soon", f"Due in {SOON_DAYS} days", soon, len(soon)),
            View("complete", "Complete", done, len(done)),
            *gone_views(desk, ACTIONS),
        ),
        f"{counted(standing, ACTIONS)}, {len(late):,} overdue, {len(soon):,} due in the next {SOON_DAYS} days",
    )


def _ids(dues: tuple[Due, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(due.action.id for due in dues))
