"""Records of a few declared registers, as storage and desk tests need them. All people in them are made up."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from socdesk.registers.declared.actions import Action
from socdesk.registers.declared.concerns import Concern, ConcernSource, Statement
from socdesk.registers.register import new_id

RECEIVED = datetime(2026, 3, 1, 10, tzinfo=UTC)


def concern(summary: str = "Cash counted in a parked van", **values: Any) -> Concern:
    """Return a new concern that breaks no rule."""
    given: dict[str, Any] = {
        "id": new_id(),
        "received": RECEIVED,
        "channel": "PHONE",
        "received_by": "Officer Sample",
        "urgency": "ROUTINE",
    }
    return Concern(**{**given, "summary": summary, **values})


def statement(parent: Concern, text: str = "He was said to deal from the van", **values: Any) -> Statement:
    """Return a new statement of a concern."""
    return Statement(**{"id": new_id(), "parent": parent.id, "type": "REPORTED", "text": text, **values})


def source(parent: Concern, **values: Any) -> ConcernSource:
    """Return a new source of a concern."""
    return ConcernSource(**{"id": new_id(), "parent": parent.id, "kind": "RESIDENT", **values})


def action(title: str = "Walk the market with the police", **values: Any) -> Action:
    """Return a new local action that breaks no rule."""
    given: dict[str, Any] = {"id": new_id(), "kind": "LOCAL", "primary_pillar": "PREVENT"}
    return Action(**{**given, "title": title, **values})
