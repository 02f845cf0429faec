"""Works on desks in processes of their own, each of which goes on until it is killed.

``python worker.py`` loads the program once. For each line of JSON on standard input, ``[WORK, ARGUMENT, ...]``, a new
process does that work again and again. It prints its number, ``began`` before each write, and ``done`` with the seconds
that it took once the write is acknowledged: what was saved has been committed then, and a backup been moved in place.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from dataclasses import replace
from itertools import count
from pathlib import Path

import alembic.config
import alembic.runtime.environment
import alembic.script  # noqa: F401  loaded before a migration begins, so that its length is that of its writing
from helpers.records import concern, statement

from socdesk.clock import system_clock
from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.manifest import read_manifest
from socdesk.desk.backups.restoring import Opened, newest_in, put_in_place
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.opening import House, open_desk, open_unlocked
from socdesk.desk.rekeying import plan_renewal, renew_data_key
from socdesk.jobs import SilentProgress
from socdesk.keys.derive import RootKey
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import Unlocked

HOUSE, QUIET = House(clock=system_clock), SilentProgress()


def say(*words: object) -> None:
    """Print one line in one piece: ``print`` writes each word by itself where Python was told to hold nothing back.

    A kill between two of them would leave half a line, and the line after it would be taken for the rest.
    """
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Write:
    """Says that a write begins, and on leaving that it is acknowledged."""

    def __init__(self, *words: object) -> None:
        say("began", *words)
        self._began = time.perf_counter()

    def done(self, *words: object) -> None:
        """Say that it is acknowledged."""
        say("done", f"{time.perf_counter() - self._began:.6f}", *words)


def _opened(folder: Path, root: str, slot: str) -> Desk:
    return open_unlocked(
        folder, read_key_file(folder / KEY_FILE_NAME), Unlocked(RootKey(bytes.fromhex(root)), slot), HOUSE
    )


def _saved(desk: Desk, words: str, statements: int = 0) -> str:
    one = concern(words)
    puts = (one, *(statement(one, f"Sentence {n}") for n in range(statements)))
    return desk.do(Deed(words="Saved", puts=puts)).records[0].reference


def save(folder: str, root: str, slot: str) -> None:
    """Save concerns, each with three statements."""
    desk = _opened(Path(folder), root, slot)
    say("open", len(desk.notices))
    for number in count():
        write = Write()
        write.done(_saved(desk, f"Saved by a process that will be killed, number {number}", 3))


def backup(folder: str, root: str, slot: str, drive: str) -> None:
    """Change the desk and back it up."""
    desk = _opened(Path(folder), root, slot)
    choose_folder(desk, Path(drive))
    for number in count():
        say("saved", _saved(desk, f"Saved before backup {number}"))
        write = Write()
        made = back_up(desk, Path(drive), QUIET)
        write.done(made.folder.name, made.manifest.heads.changes)


def restore(folder: str, root: str, slot: str, drive: str) -> None:
    """Restore the newest backup over the desk."""
    newest, key = newest_in(Path(drive)), RootKey(bytes.fromhex(root))
    place = HOUSE.place(newest, read_key_file(newest / KEY_FILE_NAME), key)
    opened = Opened(newest, read_manifest(newest), replace(place, folder=newest))
    del slot
    while True:
        write = Write()
        put_in_place(opened, Path(folder), system_clock(), QUIET, over=Path(folder).exists())
        write.done()


def renew(folder: str, passphrase: str) -> None:
    """Renew the data key; the recovery words that are to hold are said before."""
    desk = open_desk(Path(folder), passphrase, HOUSE)
    for number in count():
        say("saved", _saved(desk, f"Saved before renewal {number}"))
        renewal = plan_renewal(desk, passphrase)
        write = Write(renewal.made.key_file.generation, renewal.recovery_words)
        desk = renew_data_key(desk, renewal, HOUSE, QUIET)
        write.done()


def migrate(folders: str, root: str, slot: str) -> None:
    """Open one old desk after the other, which brings it up to date, and save a concern in it."""
    for folder in sorted(Path(folders).iterdir()):
        write = Write(folder.name)
        desk = _opened(folder, root, slot)
        write.done(folder.name)
        say("saved", folder.name, _saved(desk, "Saved after the migration"))
        desk.lock()


WORKS = {work.__name__: work for work in (save, backup, restore, renew, migrate)}


def main() -> None:
    """Start a process for each line, and say when it has ended."""
    for line in sys.stdin:
        work, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            say("process", os.getpid())
            try:
                WORKS[work](*arguments)
            except BaseException:  # noqa: BLE001  a child that went on would take the next line
                traceback.print_exc()
            os._exit(1)
        _, status = os.waitpid(child, 0)
        say("ended", "killed" if os.WIFSIGNALED(status) else "by itself")


if __name__ == "__main__":
    main()
