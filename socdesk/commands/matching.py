"""Which commands a few typed letters mean."""

from __future__ import annotations

from collections.abc import Iterable

from socdesk.commands.command import Command, Situation


def matching(commands: Iterable[Command], text: str, situation: Situation) -> tuple[Command, ...]:
    """Return the usable commands in which every typed word begins a word; those whose title begins so come first."""
    typed = text.casefold().split()
    usable = [command for command in commands if command.usable(situation)]
    found = [command for command in usable if all(_begins(word, command) for word in typed)]
    return tuple(sorted(found, key=lambda command: not command.title.casefold().startswith(" ".join(typed))))


def _begins(word: str, command: Command) -> bool:
    said = f"{command.title} {command.group} {command.words}".casefold().split()
    return any(each.startswith(word) for each in said)
