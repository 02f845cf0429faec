"""A real encrypted store. It is laid out once, and each test works on a copy of its own."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from helpers.records import concern

from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.deed_writer import DeedLine
from socdesk.storage.store import Place, create_store, open_store

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


def place_in(folder, **others):
    given = {"file": "store-1.db", "key": b"k" * 32, "witness_key": b"w" * 32, "audit_key": b"a" * 32}
    return Place(**{"folder": folder, "catalogue": REGISTERS, **given, **others})


@pytest.fixture(scope="session")
def laid_out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("laid-out")
    create_store(place_in(folder)).close()
    return folder


@pytest.fixture
def place(laid_out, tmp_path):
    folder = tmp_path / "desk"
    shutil.copytree(laid_out, folder)
    return place_in(folder)


class Hand:
    """Writes deeds as a desk would, without its rules."""

    def __init__(self, store):
        self.store = store
        self.now = NOW

    def line(self, **values):
        self.now += timedelta(seconds=1)
        return DeedLine(**{"kind": "edit", "words": "Wrote", "why": "", "actor": "o1", "at": self.now, **values})

    def write(self, *records, **values):
        with self.store.writer.deed(self.line(**values)) as opened:
            return tuple(self._put(opened, record) for record in records)

    def _put(self, opened, record):
        register = REGISTERS.of(record)
        before = self.store.writer.current(register, record.id)
        at = opened.line.at
        record = replace(
            record,
            reference=record.reference or f"R{self.store.writer.next_number(opened, 'R')}",
            version=record.version + 1,
            created_by=record.created_by or opened.line.actor,
            created_at=record.created_at or at,
            changed_by=opened.line.actor,
            changed_at=at,
        )
        self.store.writer.write(opened, register, record, before)
        return record


@pytest.fixture
def store(place):
    store = open_store(place, NOW)
    yield store
    store.close()


@pytest.fixture
def hand(store):
    return Hand(store)


@pytest.fixture
def three(hand):
    """Three concerns, in the order they were received."""
    summaries = ("Counted cash", "Second hand phones", "A third thing")
    return hand.write(*(concern(words, received=NOW + timedelta(days=n)) for n, words in enumerate(summaries)))


@pytest.fixture
def get(store):
    return lambda record: store.records.get(REGISTERS.of(record), record.id)


@pytest.fixture
def concerns():
    return CONCERNS
