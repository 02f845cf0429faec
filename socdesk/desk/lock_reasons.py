"""Why an open desk was locked, as the log has it."""

from __future__ import annotations

from enum import StrEnum


class LockReason(StrEnum):
    """The words that stand in the chain of events, after "Locked the desk". They hold no record text."""

    PERSON = "by hand"
    IDLE = "nobody was there"
    DESKTOP = "the desktop was locked"
    SLEEP = "the computer went to sleep"
    MINIMISED = "the window was minimised"
    CLOSED = "the program was closed"
    RESTORE = "to restore a backup"
    RENEWAL = "to renew the data key"
    SALVAGE = "to salvage a damaged desk"
    COMMAND = "the command was done"
