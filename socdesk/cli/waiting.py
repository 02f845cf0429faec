"""Waits, where wrong tries make a desk ask for patience, and says so."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from socdesk.desk.opening import House


def wait_for_another_try(folder: Path, house: House) -> None:
    """Wait as long as the desk asks for; Ctrl+C stops it."""
    from socdesk.desk.too_soon import in_words  # noqa: PLC0415  help needs none of it

    if seconds := house.patience.seconds_left(folder, house.clock()):
        print(f"Too many wrong tries. Waiting {in_words(seconds)}.", file=sys.stderr)
        time.sleep(seconds)
