"""How many things need attention on each page: the numbers in the sidebar."""

from __future__ import annotations

from collections.abc import Mapping

from socdesk.clock import london_day
from socdesk.desk.desk import Desk
from socdesk.figures.actions import overdue
from socdesk.figures.attention import UNDECIDED
from socdesk.registers.declared.actions import ACTIONS, MILESTONES
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.record_store import Query


def attention_counts(desk: Desk) -> Mapping[str, tuple[int, str]]:
    """Return, by the page's key, a number and what it counts in words."""
    late = overdue(desk.read.page(ACTIONS), desk.read.page(MILESTONES), london_day(desk.clock()))
    actions = len({each.action.id for each in late})
    counts = desk.read.counts(CONCERNS, "status", Query(among={"status": tuple(UNDECIDED)}))
    waiting = sum(counts.values())
    return {"actions": (actions, f"{actions:,} overdue"), "concerns": (waiting, f"{waiting:,} to decide")}
