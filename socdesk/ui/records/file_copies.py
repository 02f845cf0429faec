"""A file of the desk leaves it as a copy, to where a person chooses; that it did is noted, where to is not."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import Job, Progress
from socdesk.registers.values import StoredFile
from socdesk.ui.room import Room
from socdesk.ui.widgets.save_dialog import ask_where


def save_copy(room: Room, owner: QWidget, file: StoredFile, record: str) -> None:
    """Ask where a copy shall go. The name that is suggested says nothing of what is in it."""
    name = f"copy{Path(file.name).suffix}"
    ask_where(owner.window(), "Save a copy", name, "", lambda path: write_copy(room, owner, file, record, path))


def write_copy(room: Room, owner: QWidget, file: StoredFile, record: str, path: str) -> None:
    """Write the copy, and say so."""
    desk = room.desk

    def work(_progress: Progress) -> None:
        data = desk.store.attachments.read(file)
        write_atomically(Path(path), data)
        desk.record_event("saved a copy of a file", record=record, sha256=file.sha256)

    def failed(error: Exception) -> None:
        if isinstance(error, UserFacingError):
            room.notices.tell(str(error))
        else:
            room.work.failed.emit(error)

    def done(_none: None) -> None:
        room.notices.tell("A copy was saved. It is outside the desk, and not encrypted.")

    room.work.write(Job("Saving a copy", work), owner, done, failed=failed)
