"""A desk at work in a process of its own: it saves, says so, and goes on until it is killed.

``python saver.py FOLDER`` reads the root key in hexadecimal and the slot's id from standard input, and prints the
reference of each concern once its deed is acknowledged.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from helpers.records import concern, statement

from socdesk.clock import system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import House, _opened
from socdesk.desk.trust import EarlyLook
from socdesk.keys.derive import RootKey
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.keys.unlocking import Unlocked


def main() -> None:
    """Save until killed."""
    folder = Path(sys.argv[1])
    root, slot = sys.stdin.readline().split()
    key_file = read_key_file(folder / KEY_FILE_NAME)
    look = EarlyLook(folder / key_file.db_file)
    desk = _opened(folder, key_file, Unlocked(RootKey(bytes.fromhex(root)), slot), House(clock=system_clock), look)
    print("open", len(desk.notices), flush=True)  # noqa: T201
    for number in count():
        one = concern(f"Saved by a process that will be killed, number {number}")
        done = desk.do(Deed(words="Saved", puts=(one, *(statement(one, f"Sentence {n}") for n in range(3)))))
        print(done.records[0].reference, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
