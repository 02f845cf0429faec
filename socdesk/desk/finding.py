"""Search in words that a person can choose from: reference, title, and the record to open."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.desk.desk import Desk
from socdesk.storage.search_index import Hit


@dataclass(frozen=True)
class Found:
    """One record that a search found. ``register`` and ``record`` say what to open: the owner of a child record."""

    register: str
    record: str
    kind: str
    reference: str
    title: str


def find(desk: Desk, text: str, registers: frozenset[str], *, most: int = 12) -> tuple[Found, ...]:
    """Return the best finds that open as records of the given registers, each record once.

    A restricted record shows its reference alone, also to those who may see it: others may see the screen.
    """
    found: dict[str, Found] = {}
    for hit in desk.read.search(text):
        each = _found(desk, hit)
        if each is not None and each.register in registers:
            found.setdefault(each.record, each)
        if len(found) == most:
            break
    return tuple(found.values())


def _found(desk: Desk, hit: Hit) -> Found | None:
    register = desk.catalogue.get(hit.register)
    record = hit.record
    if register.parent:
        register, record = desk.catalogue.get(register.parent), hit.parent
    whole = desk.read.get(register, record)
    if whole is None:
        return None
    title = f"Restricted {register.singular.lower()}" if whole.restricted else register.title(whole)
    return Found(register.key, record, register.singular, whole.reference, title)
