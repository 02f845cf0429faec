"""A desk whose data key is renewed again and again in a process of its own, until it is killed.

``python renewal_worker.py FOLDER`` reads the passphrase from standard input. It prints a concern's reference once it is
saved, the recovery words that are to hold before each renewal begins, and a line when the renewal is in force.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from helpers.records import concern

from socdesk.clock import system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import House, open_desk
from socdesk.desk.rekeying import plan_renewal, renew_data_key
from socdesk.jobs import SilentProgress


def main() -> None:
    """Renew until killed."""
    folder, passphrase, house = Path(sys.argv[1]), sys.stdin.readline().strip(), House(clock=system_clock)
    desk = open_desk(folder, passphrase, house)
    for number in count():
        done = desk.do(Deed(words="Saved", puts=(concern(f"Saved before renewal {number}"),)))
        print("saved", done.records[0].reference, flush=True)  # noqa: T201
        renewal = plan_renewal(desk, passphrase)
        print("words", renewal.made.key_file.generation, renewal.recovery_words, flush=True)  # noqa: T201
        desk = renew_data_key(desk, renewal, house, SilentProgress())
        print("renewed", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
