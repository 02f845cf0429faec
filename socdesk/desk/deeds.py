"""A deed: changes over any registers, one transaction, one undo step (architecture.md, bone 1)."""

from __future__ import annotations

from dataclasses import dataclass, field

from socdesk.errors import UserFacingError
from socdesk.registers.register import Record
from socdesk.registers.values import StoredFile


class StaleRecordError(UserFacingError):
    """A record was changed after it was read."""

    def __init__(self, reference: str) -> None:
        super().__init__(
            f"{reference or 'This record'} was changed meanwhile.",
            advice="Nothing was saved. Open it again, and make your change to the newest version.",
        )


class SealedError(UserFacingError):
    """A sealed field or record was to be changed."""

    def __init__(self, words: str) -> None:
        super().__init__(f"{words} is sealed and cannot be changed.", advice="Add a correction instead.")


@dataclass(frozen=True, kw_only=True)
class Deed:
    """What a person does: each record as it shall stand afterwards. ``words`` hold no record text.

    A record of version 0 is new; any other must be of the version that stands. A record comes after the one it
    belongs to. References are given by the desk; only a ``start`` brings its own. ``files`` are the bytes of
    attachments that the records name, by their id. ``draft`` is the id of the record whose draft goes with the deed.
    ``kind`` is ``edit`` for all that a person may undo; ``start`` lays a desk out and ``keys`` follows a change of the
    key file, and neither can be undone; ``undo`` and ``redo`` are the desk's own.
    """

    words: str
    puts: tuple[Record, ...]
    why: str = ""
    kind: str = "edit"
    undoes: int | None = None
    draft: str = ""
    files: tuple[tuple[StoredFile, bytes], ...] = field(default=(), repr=False)


@dataclass(frozen=True)
class Done:
    """A deed as it was done: its number, and the records as they now stand.

    Those that went or came back with the record they belong to are among them. A deed that changed nothing has the
    number 0 and leaves no trace.
    """

    number: int
    records: tuple[Record, ...]
