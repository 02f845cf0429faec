"""Putting right what was wrongly recorded: with a reason where the register wants one, or by voiding the record.

The old answer, and the number, stay: in the history, and on the tombstone (domain.md, stories 18 and 19).
"""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.lists.views import counted
from socdesk.errors import UserFacingError
from socdesk.registers.body import changed_fields
from socdesk.registers.register import AnyRegister, Record, State

WHY = "why"
"""What a form calls its question for the reason of a correction."""


class WhyMissingError(UserFacingError):
    """A record was to be voided without a word why."""

    def __init__(self) -> None:
        super().__init__("Nobody could tell later why this was voided.", advice="Say why it was entered in error.")


def why_is_missing(register: AnyRegister, before: Record, after: Record, why: str) -> str:
    """Return what to say where a change puts right what was recorded and has no reason, or nothing.

    What is answered for the first time, or was recorded in the same breath, needs none.
    """
    if not before.version or why.strip():
        return ""
    wanted = [name for name in changed_fields(register, before, after) if name in register.corrected_with_reason]
    labels = [register.fields[n].label for n in wanted if getattr(before, n) != register.fields[n].empty]
    return f"Say why it is corrected: {', '.join(labels)}. The old answer stays in the history" if labels else ""


def voiding(desk: Desk, register: AnyRegister, ids: tuple[str, ...], why: str) -> Deed:
    """Return the deed that voids records entered in error. Their numbers are never used again.

    Raises:
        WhyMissingError: no reason was given.

    """
    if not why.strip():
        raise WhyMissingError
    records = cast("tuple[Record, ...]", desk.read.block(register, ids))
    puts = tuple(
        replace(each, state=State.VOID, **dict(register.when_void)) for each in records if each.state is State.LIVE
    )
    what = puts[0].reference if len(puts) == 1 else counted(len(puts), register)
    return Deed(words=f"Voided {what}, entered in error", puts=puts, why=why.strip())
