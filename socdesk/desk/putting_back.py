"""Puts back the key file of a backup where a desk's own is damaged: the desk's records stay as they are.

The damaged file is kept beside it. Whether the other one fits, opening the desk finds out.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from socdesk.desk.desk import Desk
from socdesk.desk.opening import House, open_desk
from socdesk.files import copy_file, move_file
from socdesk.keys.key_file import KEY_FILE_NAME

KEPT = "desk-damaged.json"
PUT_BACK = "key file put back"


def put_back_key_file(folder: Path, backup: Path, passphrase: str, house: House) -> Desk:
    """Put a backup's key file in the place of a damaged one and open the desk; otherwise all is as it was.

    Raises what ``open_desk`` raises.
    """
    own, kept, coming = (folder / name for name in (KEY_FILE_NAME, KEPT, f"{KEY_FILE_NAME}.coming"))
    for source, copy in ((own, kept), (backup / KEY_FILE_NAME, coming)):
        with contextlib.suppress(OSError):
            copy.unlink(missing_ok=True)
        copy_file(source, copy)
    move_file(coming, own)
    try:
        desk = open_desk(folder, passphrase, house)
    except BaseException:
        move_file(kept, own)
        raise
    desk.record_event(PUT_BACK, backup=backup.name)
    return desk
