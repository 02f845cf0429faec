"""Opens the desk that a command names, and locks it again whatever happens."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.bootstrap import house
from socdesk.cli.secrets import read_secret
from socdesk.cli.terminal import warn
from socdesk.cli.waiting import wait_for_another_try
from socdesk.desk.lock_reasons import LockReason

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk


@contextmanager
def opened_desk(chosen: Namespace, passphrase: str = "") -> Generator[Desk]:
    """Open the desk with a passphrase, or with the one of the file that the arguments name."""
    from socdesk.desk.clock_caution import clock_caution  # noqa: PLC0415
    from socdesk.desk.opening import open_desk  # noqa: PLC0415  help and wrong usage need none of it
    from socdesk.desk.place_cautions import place_cautions  # noqa: PLC0415

    folder, here, secret = Path(chosen.desk), house(), passphrase or read_secret(chosen.passphrase_file)
    wait_for_another_try(folder, here)
    desk = open_desk(folder, secret, here)
    try:
        warn(desk.notices)
        for words in (
            *place_cautions(folder),
            clock_caution(desk.store.writer.head.effective, desk.clock()),
        ):
            if words:
                print(f"Note: {words}", file=sys.stderr)
        yield desk
    finally:
        desk.lock(LockReason.COMMAND)
