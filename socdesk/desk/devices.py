"""The computers that open a desk by themselves: whose each is, and until when. It stands inside the encrypted desk."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date

from socdesk.storage.meta import Meta

_NAME = "devices"


@dataclass(frozen=True)
class Device:
    """One computer: its slot in the key file, the id of the person for whom it opens, its name, its last day."""

    slot: str
    officer: str
    computer: str
    until: date


def devices_of(meta: Meta) -> tuple[Device, ...]:
    """Return the computers that are remembered, also those whose last day is over."""
    found: list[dict[str, str]] = json.loads(meta.get(_NAME, "[]"))
    return tuple(
        Device(each["slot"], each["officer"], each["computer"], date.fromisoformat(each["until"])) for each in found
    )


def keep_devices(meta: Meta, devices: Iterable[Device]) -> None:
    """Keep these computers, and no others."""
    meta.set(**{_NAME: json.dumps([{**asdict(each), "until": each.until.isoformat()} for each in devices])})
