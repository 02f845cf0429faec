"""The commands that make desks and change their locks."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from socdesk.bootstrap import house
from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import read_secret, read_words
from socdesk.cli.terminal import terminal_progress
from socdesk.cli.waiting import wait_for_another_try
from socdesk.desk.lock_reasons import LockReason
from socdesk.desk.outside import outside
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.recovery_words import AskedBack

_WORDS = "Recovery words"


def new(chosen: Namespace) -> int:
    """Make a desk, and hand over its recovery words."""
    from socdesk.desk.opening import new_desk  # noqa: PLC0415  help and wrong usage need none of it
    from socdesk.desk.reviews import review_in_words  # noqa: PLC0415

    folder, out = Path(chosen.desk), place_for_words(chosen)
    made = new_desk(folder, read_secret(chosen.passphrase_file), house())
    try:
        review = review_in_words(made.desk)
    finally:
        made.desk.lock(LockReason.COMMAND)
    print(f"Made a desk in {folder}. It holds the strategy, its 11 actions and 4 member roles.")
    print(review)
    hand_over(made, made.desk, chosen, out)
    return 0


def demo(chosen: Namespace) -> int:
    """Make a fictitious sample desk."""
    from socdesk.desk.demo.write import write_demo  # noqa: PLC0415

    made = write_demo(
        Path(chosen.desk),
        read_secret(chosen.passphrase_file),
        clock=house().clock,
        concerns=chosen.concerns,
        drivers=chosen.drivers,
        seed=chosen.seed,
        progress=terminal_progress(),
    )
    made.desk.lock()
    print(f"Made a sample desk in {chosen.desk}. Everything in it is fictitious, and every page says so.")
    return 0


def passphrase(chosen: Namespace) -> int:
    """Change the passphrase."""
    from socdesk.desk.opening import change_passphrase  # noqa: PLC0415

    old, fresh = read_secret(chosen.passphrase_file), read_secret(chosen.new_passphrase_file)
    folder, here = Path(chosen.desk), house()
    wait_for_another_try(folder, here)
    change_passphrase(folder, old, fresh, here)
    print("The passphrase is changed. Copies of this desk made before still open with the old one.")
    return 0


def recover(chosen: Namespace) -> int:
    """Open a desk with its recovery words and set a new passphrase."""
    from socdesk.desk.opening import open_with_recovery  # noqa: PLC0415

    folder, out = Path(chosen.desk), place_for_words(chosen)
    words, fresh = read_words(chosen.words_file), read_secret(chosen.new_passphrase_file)
    made = open_with_recovery(folder, words, fresh, house())
    made.desk.lock(LockReason.COMMAND)
    print("The new passphrase is set. The old recovery words open this desk no longer.")
    hand_over(made, made.desk, chosen, out)
    return 0


def words(chosen: Namespace) -> int:
    """Make new recovery words, which hold once they were handed over."""
    from socdesk.desk.own_locks import NewWords, keep_recovery_words, make_recovery_words  # noqa: PLC0415

    secret, out = read_secret(chosen.passphrase_file), place_for_words(chosen)
    with opened_desk(chosen, secret) as desk:
        made = hand_over(make_recovery_words(desk, secret), desk, chosen, out)
        keep_recovery_words(desk, cast("NewWords", made))
    print("The new recovery words hold. The old ones open the desk no longer.")
    return 0


def place_for_words(chosen: Namespace) -> Path | None:
    """Return the file that recovery words are to be written to, or nothing; it must lie outside the desk's folder."""
    return outside(Path(chosen.desk), Path(chosen.recovery_out), _WORDS) if chosen.recovery_out else None


def hand_over(made: AskedBack, desk: Desk, chosen: Namespace, out: Path | None) -> AskedBack:
    """Show the words once; on a terminal ask three of each sheet back. Where no file takes them, they are shown too.

    Returns them as they were handed over: in three sheets where that was asked for.
    """
    made = made.in_three_sheets() if chosen.three_sheets else made
    for sheet in range(len(made.sheets)):
        _hand_over_sheet(made, desk, out, sheet)
    if out is not None:
        files = "files beside it" if made.is_split else "file you named"
        print(f"The recovery words are in the {files}. Print it, keep the paper safe, and delete the file.")
    return made


def _hand_over_sheet(made: AskedBack, desk: Desk, out: Path | None, sheet: int) -> None:
    if out is None:
        _show(made, sheet)
        return
    from socdesk.desk.recovery_sheet import sheet_as_pdf  # noqa: PLC0415

    is_pdf = out.suffix.lower() == ".pdf"
    path = out.with_stem(f"{out.stem}-{sheet + 1}") if made.is_split else out
    try:
        write_atomically(path, sheet_as_pdf(made, desk, sheet) if is_pdf else f"{made.sheets[sheet]}\n".encode())
    except UserFacingError:
        _show(made, sheet)
        raise


def _show(made: AskedBack, sheet: int) -> None:
    from socdesk.desk.recovery_words import HOLDERS  # noqa: PLC0415

    if made.is_split:
        print(f"Sheet {sheet + 1} of {len(made.sheets)}, for {HOLDERS[sheet]}. Any two of the three open the desk.")
    print("Recovery words. Write them on paper now; they are shown this once and kept nowhere:")
    print(made.sheets[sheet])
    if sys.stdin.isatty():
        _ask_back(made, sheet)


def _ask_back(made: AskedBack, sheet: int) -> None:
    asked = made.words_to_ask_back()
    while not made.are_words(asked, [input(f"Type word {position}: ") for position in asked], sheet=sheet):
        print("That is not what was shown. Look at your paper and try again.", file=sys.stderr)
    print("Right. Keep the paper where neither the laptop nor a visitor finds it.")
