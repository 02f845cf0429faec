"""Tells the field of a new passphrase which names others could know of the people on this desk."""

from __future__ import annotations

from socdesk.desk.passphrase_words import own_words_of
from socdesk.jobs import Job
from socdesk.ui.room import Room
from socdesk.ui.widgets.new_passphrase import NewPassphrase


def tell_names(room: Room, fresh: NewPassphrase) -> None:
    """Read the names, and let what is typed be compared with them."""
    desk = room.desk
    room.work.read(Job("Reading names", lambda _progress: own_words_of(desk)), fresh, fresh.know)
