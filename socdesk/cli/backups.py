"""The commands that back a desk up, prove a backup, and restore one."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from socdesk.bootstrap import house
from socdesk.cli.desks import hand_over, place_for_words
from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import read_secret, read_words
from socdesk.cli.terminal import terminal_progress, warn
from socdesk.desk.lock_reasons import LockReason

if TYPE_CHECKING:
    from socdesk.desk.backups.restoring import Secret


def backup(chosen: Namespace) -> int:
    """Back a desk up, prove the copy, and remove backups that are no longer kept."""
    from socdesk.desk.backups.log import choose_folder, required_folder  # noqa: PLC0415  help needs none of it
    from socdesk.desk.backups.making import back_up  # noqa: PLC0415
    from socdesk.desk.backups.places import warnings  # noqa: PLC0415

    with opened_desk(chosen) as desk:
        if chosen.to:
            choose_folder(desk, Path(chosen.to).absolute())
        folder = required_folder(desk)
        made = back_up(desk, folder, terminal_progress())
    for words in warnings(Path(chosen.desk), folder):
        print(words, file=sys.stderr)
    print(f"Backed up, and proven: it was opened and checked. It is in {made.folder}.")
    return 0


def prove(chosen: Namespace) -> int:
    """Open a backup and check all of it; exit code 1 if anything is wrong with it."""
    from socdesk.desk.backups.restoring import newest_in, open_backup, prove_opened  # noqa: PLC0415

    folder = newest_in(Path(chosen.backup))
    opened = open_backup(folder, _secret(chosen), house())
    proof = prove_opened(opened, terminal_progress())
    for key, number in proof.manifest.counts.items():
        print(f"{opened.place.catalogue.get(key).plural}: {number:,}")
    print(f"Changes: {proof.manifest.heads.changes:,}. Head: {proof.manifest.heads.change_line}")
    for words in proof.findings:
        print(words, file=sys.stderr)
    print(f"{folder.name}: {'this backup is good.' if proof.good else 'this backup is not good. Use another one.'}")
    return 0 if proof.good else 1


def restore(chosen: Namespace) -> int:
    """Compare a backup with the desk that is there, and restore it."""
    from socdesk.desk.backups.restoring import Restore, compare_with, newest_in, open_backup, restore  # noqa: PLC0415

    folder, target = newest_in(Path(chosen.backup)), Path(chosen.desk).absolute()
    secret, out = _secret(chosen), place_for_words(chosen)
    fresh = read_secret(chosen.new_passphrase_file) if chosen.new_passphrase_file else ""
    found = compare_with(open_backup(folder, secret, house()), target)
    print(f"Backup: {found.backup.words}.")
    if found.desk.changes:
        print(f"The desk that is there: {found.desk.words}.")
    print(found.words)
    restored = restore(
        folder,
        Restore(target=target, over=chosen.replace, secret=secret, new_passphrase=fresh),
        house(),
        terminal_progress(),
    )
    restored.desk.lock(LockReason.COMMAND)
    warn(restored.desk.notices)
    print(f"Restored {folder.name} to {target}.")
    if restored.kept is not None:
        print(f"The desk that was there is kept in {restored.kept}.")
    if restored.new is not None:
        print("The new passphrase is set. The old recovery words open this desk no longer.")
        hand_over(restored.new, restored.desk, chosen, out)
    return 0


def salvage(chosen: Namespace) -> int:
    """Read what can be read of a damaged desk into a new one; exit code 1 if something could not be read."""
    from socdesk.desk.salvaging import salvage  # noqa: PLC0415

    target = Path(chosen.new).absolute()
    done = salvage(Path(chosen.desk), read_secret(chosen.passphrase_file), target, house(), terminal_progress())
    done.desk.lock(LockReason.COMMAND)
    print(f"Salvaged {done.records:,} records to {target}. The damaged desk is as it was.")
    for words in done.lost:
        print(words, file=sys.stderr)
    print("Compare it with your newest backup." if done.lost else "Everything could be read.")
    return 1 if done.lost else 0


def _secret(chosen: Namespace) -> Secret:
    from socdesk.desk.backups.restoring import Secret  # noqa: PLC0415

    if chosen.words_file:
        return Secret(words=read_words(chosen.words_file))
    return Secret(passphrase=read_secret(chosen.passphrase_file))
