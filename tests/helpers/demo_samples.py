"""What tests of the demonstration desk share: its passphrase, its present, and its content without ids."""

import re
from datetime import UTC, datetime

from socdesk.registers.body import body_of

PASSPHRASE = "quiet harbour velvet ladder"
PRESENT = datetime(2026, 3, 2, 11, 20, tzinfo=UTC)
_ID = re.compile(r"\b[0-9a-f]{32}\b")


def all_records(desk):
    """Return all records of a desk, in whatever state, by the key of their register."""
    head = desk.store.writer.head.seq
    return {register.key: tuple(desk.store.versions.as_of(register, head)) for register in desk.catalogue}


OWN = frozenset({"officers", "papers"})
"""What no two desks share: officers' slots are random, and papers carry the head of the desk's own chain."""


def content(desk):
    """Return a desk's records as text, each id replaced by the reference it stands for."""
    records = [(desk.catalogue.get(key), r) for key, found in all_records(desk).items() for r in found]
    references = {record.id: f"{register.key} {record.reference}" for register, record in records}

    def told(register, record):
        body = _ID.sub(lambda found: references.get(found[0], found[0]), body_of(register, record))
        return f"{references[record.id]} {record.version} {record.created_at} {record.changed_at} {body}"

    return sorted(told(register, record) for register, record in records if register.key not in OWN)
