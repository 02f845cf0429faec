"""The commands that let this computer open a desk by itself, or no longer."""

from __future__ import annotations

from argparse import Namespace

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import read_secret


def remember(chosen: Namespace) -> int:
    """Let this computer's credential store open a desk in the window, for some days."""
    from socdesk.desk.remembering import remember_here, remembering  # noqa: PLC0415  help needs none of it

    secret = read_secret(chosen.passphrase_file)
    with opened_desk(chosen, secret) as desk:
        remember_here(desk, secret, chosen.days)
        found = remembering(desk)
    until = next(each.until for each in found.computers if each.is_here)
    print(f"This computer opens the desk in the window until {until}. Whoever can use this login can open it too.")
    return 0


def forget(chosen: Namespace) -> int:
    """Let no computer, or not one of them, open a desk by itself any longer."""
    from socdesk.desk.remembering import forget_computer, remembering  # noqa: PLC0415

    secret = read_secret(chosen.passphrase_file)
    with opened_desk(chosen, secret) as desk:
        computers = [each for each in remembering(desk).computers if chosen.computer in {None, each.computer}]
        for each in computers:
            forget_computer(desk, secret, each.slot)
    print(f"Forgotten: {', '.join(each.computer for each in computers) or 'no computer remembered the desk'}.")
    return 0
