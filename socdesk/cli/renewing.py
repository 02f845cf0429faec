"""The command that renews a desk's data key."""

from __future__ import annotations

import sys
from argparse import Namespace
from typing import TYPE_CHECKING, cast

from socdesk.bootstrap import house
from socdesk.cli.desks import hand_over, place_for_words
from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import read_secret
from socdesk.cli.terminal import terminal_progress
from socdesk.desk.lock_reasons import LockReason

if TYPE_CHECKING:
    from socdesk.desk.rekeying import Renewal


def renew_key(chosen: Namespace) -> int:
    """Write a desk anew under a new key; exit code 1 if other people's passphrases would end and that is not agreed."""
    from socdesk.desk.rekeying import plan_renewal, renew_data_key  # noqa: PLC0415  help needs none of it

    passphrase, out = read_secret(chosen.passphrase_file), place_for_words(chosen)
    with opened_desk(chosen, passphrase) as desk:
        renewal = plan_renewal(desk, passphrase)
        if renewal.leaving and not chosen.give_up_others:
            print(f"These people can then open the desk no longer: {', '.join(renewal.leaving)}.", file=sys.stderr)
            print("Nothing was changed. Add --give-up-others to go on all the same.", file=sys.stderr)
            return 1
        kept = cast("Renewal", hand_over(renewal, desk, chosen, out))
        renew_data_key(desk, kept, house(), terminal_progress()).lock(LockReason.COMMAND)
    print("The data key is renewed. The old recovery words, and other people's passphrases, open the desk no longer.")
    return 0
