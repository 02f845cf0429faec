"""Puts the parts together; each way in imports what it needs inside."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socdesk.desk.opening import House


def house() -> House:
    """Return what every way into a desk needs, with the real clock and all registers."""
    from socdesk.clock import system_clock  # noqa: PLC0415  the command line's help and the first paint need none of it
    from socdesk.desk.opening import House  # noqa: PLC0415

    return House(clock=system_clock)


def run_window(folder: Path | None = None) -> int:
    """Show the window until it is closed. The desk's own parts are imported after its first paint.

    Until then nothing is thrown away, so looking for what could be is put off.
    """
    gc.disable()
    from socdesk.desk.ways_in import WaysIn  # noqa: PLC0415  the command line needs no Qt
    from socdesk.ui import application  # noqa: PLC0415

    return application.run_window(WaysIn(house), folder)
