"""Puts the parts together; each way in imports what it needs inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from socdesk.clock import system_clock

if TYPE_CHECKING:
    from socdesk.desk.opening import House


def house() -> House:
    """Return what every way into a desk needs, with the real clock and all registers."""
    from socdesk.desk.opening import House  # noqa: PLC0415  the command line's help needs none of it

    return House(clock=system_clock)
