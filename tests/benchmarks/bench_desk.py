"""Unlock, first page, search and import, on a desk of a few thousand records."""

from __future__ import annotations

import contextlib
import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from benchmarks.ratio import Ratio, measure

from socdesk.clock import system_clock
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.imports.bringing_in import ListFile, bring_in, preview
from socdesk.desk.opening import House, new_desk, open_desk
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import DEFAULT_COST, stretch
from socdesk.registers.declared.concerns import CONCERNS, Concern
from socdesk.registers.register import new_id
from socdesk.storage.engine import connect
from socdesk.storage.record_store import Query

PASSPHRASE = "quiet harbour velvet ladder"
HOUSE = House(clock=system_clock)
CONCERNS_ON_DESK = 3000
DRIVERS_IN_LIST = 1000
FIRST_PAGE = """
SELECT t.id, t.version, t.created_by, t.created_at, t.changed_by, t.changed_at, c.schema, c.body
FROM concerns t JOIN changes c ON c.seq = t.seq WHERE t.state = 'live' ORDER BY t.f_received, t.id LIMIT 50
"""
FIND = """
SELECT d.register, d.record, d.parent FROM search_words JOIN search_docs d ON d.number = search_words.rowid
WHERE search_words MATCH '"tanning" * "parlour" *' ORDER BY search_words.rank LIMIT 200
"""


@dataclass
class Bench:
    """A filled desk, open, and where it lies."""

    folder: Path
    desk: Desk


def _concern(number: int) -> Concern:
    return Concern(
        id=new_id(),
        received=datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=number),
        channel="PHONE",
        received_by="Bench",
        urgency="ROUTINE",
        summary=f"Cash at the {'tanning' if number % 10 == 0 else 'second-hand'} parlour, report {number}",
    )


@contextlib.contextmanager
def filled_desk() -> Iterator[Bench]:
    """Make a desk with concerns at the default cost."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "desk"
        desk = new_desk(folder, PASSPHRASE, HOUSE, cost=DEFAULT_COST).desk
        desk.do(Deed(words="Filled the desk", puts=tuple(map(_concern, range(CONCERNS_ON_DESK)))))
        bench = Bench(folder, desk)
        yield bench
        bench.desk.lock()


def _bare(bench: Bench):
    place = bench.desk.store.place
    return connect(place.path, place.key, writing=False)


def unlock(bench: Bench) -> Ratio:
    """Open the desk, against stretching the passphrase alone."""
    opened: list[Desk] = []
    bench.desk.lock()
    ratio = measure(
        "unlock",
        lambda: opened.append(open_desk(bench.folder, PASSPHRASE, HOUSE)),
        lambda: stretch(PASSPHRASE.encode(), salt=b"0" * 16, cost=DEFAULT_COST),
        after=lambda: opened.pop().lock(),
        limit=1.1,
        rounds=15,
    )
    bench.desk = open_desk(bench.folder, PASSPHRASE, HOUSE)
    return ratio


def first_page(bench: Bench) -> Ratio:
    """Read fifty records in order, against the bare driver fetching the same rows."""
    bare = _bare(bench)
    return measure(
        "first page of 50",
        lambda: bench.desk.read.page(CONCERNS, Query(limit=50)),
        lambda: bare.execute(FIRST_PAGE).fetchall(),
        rounds=51,
    )


def search(bench: Bench) -> Ratio:
    """Find two words, against the bare driver asking the index the same."""
    bare = _bare(bench)
    return measure(
        "search",
        lambda: bench.desk.read.search("tanning parlour"),
        lambda: bare.execute(FIND).fetchall(),
        rounds=51,
    )


def _driver_list() -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["Licence No", "Surname", "Forename", "Licence Type", "Issued", "Expiry", "Status"])
    for number in range(DRIVERS_IN_LIST):
        name = f"Example{chr(97 + number % 26)}{chr(97 + number // 26 % 26)}{chr(97 + number // 676)}"
        writer.writerow([f"PHD{number:05}", name, "Alex", "PHD", "01/04/2025", "31/03/2028", "Active"])
    return out.getvalue().encode()


def import_list(bench: Bench) -> Ratio:
    """Bring a driver list in, against the bare driver inserting as many rows in one transaction."""
    file = ListFile(_driver_list(), ".csv")
    bare = connect(bench.folder.with_name("bare.db"), b"k" * 32, writing=True, create=True)
    bare.execute("CREATE TABLE rows(a, b, c, d, e, f, g)")
    rows = list(csv.reader(io.StringIO(file.data.decode())))

    def floor() -> None:
        bare.execute("BEGIN IMMEDIATE")
        bare.executemany("INSERT INTO rows VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        bare.execute("COMMIT")

    return measure(
        f"import of {DRIVERS_IN_LIST} drivers",
        lambda: bring_in(bench.desk, preview(bench.desk, "drivers", file), SilentProgress()),
        floor,
        after=bench.desk.undo,
        rounds=3,
    )


def run() -> list[Ratio]:
    """Measure all, on one desk."""
    with filled_desk() as bench:
        return [unlock(bench), first_page(bench), search(bench), import_list(bench)]
