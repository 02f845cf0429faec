"""Reads desk.json without trusting it: all that can be checked without a key is checked here."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, cast

from socdesk.keys import json_form
from socdesk.keys.errors import (
    DamagedKeyFileError,
    DeskTooNewError,
    NoDeskHereError,
    UnreadableKeyFileError,
)
from socdesk.keys.json_form import Fields
from socdesk.keys.key_file import CIPHER, DESK_ID_BYTES, FORMAT, MAC_BYTES, MOMENT_FORM, KeyFile
from socdesk.keys.slots import Slot, slot_from_json

MOST_BYTES: Final = 64 * 1024
MOST_SLOTS: Final = 16
_FIELDS: Final = (
    "fmt", "desk_id", "generation", "created", "db_file", "cipher", "demo", "slots", "mac",
)  # fmt: skip
_DB_FILE: Final = re.compile(r"store-[1-9][0-9]{0,8}\.db")


def read_key_file(path: Path) -> KeyFile:
    """Return the key file at ``path``, not yet known to be genuine: that needs a secret (see unlocking).

    Raises NoDeskHereError, UnreadableKeyFileError, DamagedKeyFileError, DeskTooNewError and, for a passphrase
    check outside the safe limits, CostOutOfPolicyError.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NoDeskHereError from None
    except OSError as error:
        raise UnreadableKeyFileError from error
    return key_file_from_bytes(data)


def key_file_from_bytes(data: bytes) -> KeyFile:
    """Return the key file that the bytes hold; raises as read_key_file does."""
    if len(data) > MOST_BYTES:
        raise DamagedKeyFileError("it is too large")
    fields = json_form.parse(data)
    _check_format(fields)
    json_form.require_fields(fields, _FIELDS, "the file")
    if json_form.text(fields, "cipher") != CIPHER:
        raise DamagedKeyFileError("it names an unknown cipher")
    return KeyFile(
        desk_id=json_form.binary(fields, "desk_id", DESK_ID_BYTES),
        generation=_generation(fields),
        created=_created(fields),
        db_file=_db_file(fields),
        demo=json_form.flag(fields, "demo"),
        slots=_slots(fields["slots"]),
        mac=json_form.binary(fields, "mac", MAC_BYTES),
    )


def _check_format(fields: Fields) -> None:
    """Look at the format first: what a newer version writes may differ in everything else."""
    if "fmt" not in fields:
        raise DamagedKeyFileError("it does not say its format")
    form = json_form.number(fields, "fmt")
    if form > FORMAT:
        raise DeskTooNewError
    if form != FORMAT:
        raise DamagedKeyFileError("its format is unknown")


def _generation(fields: Fields) -> int:
    generation = json_form.number(fields, "generation")
    if generation < 1:
        raise DamagedKeyFileError("generation is less than 1")
    return generation


def _created(fields: Fields) -> datetime:
    written = json_form.text(fields, "created")
    try:
        moment = datetime.strptime(written, MOMENT_FORM).replace(tzinfo=UTC)
    except ValueError:
        raise DamagedKeyFileError("created is not a moment") from None
    if moment.strftime(MOMENT_FORM) != written:
        raise DamagedKeyFileError("created is not a moment")
    return moment


def _db_file(fields: Fields) -> str:
    """Return the database's name; only our own names pass, so none can lead out of the desk's folder."""
    name = json_form.text(fields, "db_file")
    if not _DB_FILE.fullmatch(name):
        raise DamagedKeyFileError("db_file is not the name of a store")
    return name


def _slots(value: object) -> tuple[Slot, ...]:
    if not isinstance(value, list):
        raise DamagedKeyFileError("slots is not a list")
    entries = cast("list[object]", value)
    if not 1 <= len(entries) <= MOST_SLOTS:
        raise DamagedKeyFileError(f"it does not have 1 to {MOST_SLOTS} slots")
    slots = tuple(slot_from_json(json_form.as_fields(entry, "a slot")) for entry in entries)
    if len({slot.id for slot in slots}) != len(slots):
        raise DamagedKeyFileError("two slots have the same id")
    return slots
