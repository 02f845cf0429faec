"""Saving one concern, against the bare driver running the same statements with the same parameters (acceptance 10)."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.ratio import Ratio, measure

from socdesk.clock import system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.opening import House, new_desk
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.registers.declared.concerns import Concern
from socdesk.registers.register import new_id
from socdesk.storage.engine import connect

PASSPHRASE = "quiet harbour velvet ladder"
SAVES = 600
LIMIT = 1.5
Recorded = list[tuple[str, tuple[Any, ...]]]


class Recorder:
    """Stands before the driver and writes down what it is asked to run."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self.recorded: list[Recorded] = []

    def execute(self, sql: str, row: tuple[Any, ...] = ()) -> Any:
        """Write down one statement, a new list at each beginning of a transaction, and run it."""
        if sql.startswith("BEGIN"):
            self.recorded.append([])
        self.recorded[-1].append((sql, row))
        return self._driver.execute(sql, row)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)


def _new(number: int) -> Concern:
    return Concern(
        id=new_id(),
        received=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number),
        channel="PHONE",
        received_by="Bench",
        urgency="ROUTINE",
        summary=f"Cash at the second-hand parlour, report {number}",
        place=f"{number} Sample Street",
    )


def _deeds(desk: Desk) -> Iterator[Deed]:
    """Yield without end: a new concern, then an edit of it."""
    number = 0
    while True:
        number += 1
        yield Deed(words="Noted a concern", puts=(new := _new(number),))
        saved = desk.store.records.get(desk.catalogue.of(new), new.id)
        yield Deed(words="Edited a concern", puts=(replace(saved, place="Elsewhere", version=1),))  # type: ignore[arg-type]


def run() -> list[Ratio]:
    """Record some hundred saves, then run as many again on the desk and the recorded ones on a copy, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "desk"
        desk = new_desk(folder, PASSPHRASE, House(clock=system_clock), cost=POLICY_FLOOR).desk
        return [_measured(desk, folder)]


def _measured(desk: Desk, folder: Path) -> Ratio:
    desk.store.checkpoint()
    place = desk.store.place
    copy = shutil.copy(place.path, folder.with_name("bare.db"))
    connection = desk.store._connection
    recorder = connection._driver = Recorder(connection._driver)
    deeds = _deeds(desk)
    for _ in range(SAVES):
        desk.do(next(deeds))
    connection._driver = recorder._driver
    bare = connect(Path(copy), place.key, writing=True)
    recorded = iter(recorder.recorded)
    ready = [next(deeds) for _ in range(1)]

    def ours() -> None:
        desk.do(ready.pop())

    def floor() -> None:
        for sql, row in next(recorded):
            bare.execute(sql, row).fetchall()

    ratio = measure(
        "save one concern", ours, floor, limit=LIMIT, after=lambda: ready.append(next(deeds)), rounds=SAVES - 1
    )
    bare.close()
    desk.lock()
    return ratio
