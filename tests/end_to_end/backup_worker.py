"""A desk that is backed up, or restored, again and again in a process of its own, until it is killed.

``python backup_worker.py backup FOLDER DRIVE`` or ``restore FOLDER DRIVE`` reads the root key in hexadecimal and the
slot's id from standard input, and prints a line for each backup or restore that is whole.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import count
from pathlib import Path

from helpers.records import concern

from socdesk.clock import system_clock
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.manifest import read_manifest
from socdesk.desk.backups.restoring import Opened, newest_in, put_in_place
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import House, _opened
from socdesk.desk.trust import EarlyLook
from socdesk.jobs import SilentProgress
from socdesk.keys.derive import RootKey
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import Unlocked


def backing_up(folder: Path, drive: Path, unlocked: Unlocked, house: House) -> None:
    """Change the desk and back it up, until killed."""
    key_file = read_key_file(folder / KEY_FILE_NAME)
    desk = _opened(folder, key_file, unlocked, house, EarlyLook(folder / key_file.db_file))
    choose_folder(desk, drive)
    for number in count():
        desk.do(Deed(words="Saved", puts=(concern(f"Saved before backup {number}"),)))
        print(back_up(desk, drive, SilentProgress()).folder.name, flush=True)  # noqa: T201


def restoring(folder: Path, drive: Path, unlocked: Unlocked, house: House) -> None:
    """Restore the newest backup over the desk, until killed."""
    backup = newest_in(drive)
    place = house.place(backup, read_key_file(backup / KEY_FILE_NAME), unlocked.root_key)
    opened = Opened(backup, read_manifest(backup), replace(place, folder=backup))
    for _ in count():
        put_in_place(opened, folder, house.clock(), SilentProgress(), over=folder.exists())
        print(backup.name, flush=True)  # noqa: T201


def main() -> None:
    """Work until killed."""
    what, folder, drive = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    root, slot = sys.stdin.readline().split()
    work = {"backup": backing_up, "restore": restoring}[what]
    work(folder, drive, Unlocked(RootKey(bytes.fromhex(root)), slot), House(clock=system_clock))


if __name__ == "__main__":
    main()
