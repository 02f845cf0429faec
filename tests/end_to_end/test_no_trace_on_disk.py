"""No file ever holds record text or a passphrase in plain (issue 2, acceptance 5; issue 4, acceptance 6)."""

import contextlib
import gzip
import io
import json
import os
import re
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest
from helpers.environment import own_folders
from helpers.records import action, concern, source, statement

from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.restoring import Restore, Secret, restore
from socdesk.desk.deeds import Deed
from socdesk.desk.opening import open_desk
from socdesk.jobs import SilentProgress
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.register import State
from socdesk.storage.attachments import described
from socdesk.storage.record_store import Query
from tests.desk.conftest import PASSPHRASE
from tests.end_to_end.killing import Workshop

LENGTH = 12
ENCODINGS = ("utf-8", "utf-16-le")
MOST_UNPACKED = 1_000_000
SECRET = "An unmistakable sentence — with a dash – that stands nowhere else"


@pytest.fixture
def places(tmp_path, folder, monkeypatch):
    """The desk's folder, and the home, settings, cache and temporary folders of this test."""
    own = own_folders(tmp_path / "own")
    for name, value in own.items():
        monkeypatch.setenv(name, value)
    return [folder, *{Path(value) for value in own.values()}, tmp_path / "own"]


def strings_in(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (found for each in value.values() for found in strings_in(each))
    elif isinstance(value, list):
        yield from (found for each in value for found in strings_in(each))


def record_strings(desk):
    """Every string of every version; the opaque names of key slots apart, which stand in the key file too."""
    bodies = desk.store._connection._driver.execute("SELECT body FROM changes WHERE register <> 'officers'").fetchall()
    found = {text for (body,) in bodies for text in strings_in(json.loads(body))}
    for register in REGISTERS:
        found |= set(desk.read.ids(register, Query(states=tuple(State))))
    return found


def pieces(strings):
    """Every stretch of LENGTH characters, encoded in both ways, by its number of bytes."""
    by_size = {}
    stretches = {text[n : n + LENGTH] for text in strings for n in range(len(text) - LENGTH + 1)}
    for encoding in ENCODINGS:
        for stretch in stretches:
            piece = stretch.encode(encoding)
            by_size.setdefault(len(piece), set()).add(piece)
    return by_size


def streams_in(content):
    """Say where compressed streams may begin, and in which form: zlib's, as in a PDF, gzip's, or a ZIP file's."""
    for match in re.finditer(rb"\x78[\x01\x5e\x9c\xda]", content):
        yield match.start(), zlib.MAX_WBITS
    for match in re.finditer(rb"\x1f\x8b\x08", content):
        yield match.start(), zlib.MAX_WBITS | 16
    for match in re.finditer(rb"PK\x03\x04(?s:.{22})(?s:(..)(..))", content):
        yield match.end() + sum(int.from_bytes(part, "little") for part in match.groups()), -zlib.MAX_WBITS


def unpacked(content):
    """Return some bytes, and behind them what they hold compressed."""
    found = [content]
    for start, form in streams_in(content):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompressobj(form).decompress(content[start:], MOST_UNPACKED))
    return b"\0".join(found)


def traces(places, strings):
    """Name each file that holds any piece of the strings, compressed or not, or has one in its name."""
    by_size, found = pieces(strings), []
    for path in {path for place in places for path in place.rglob("*")}:
        name = str(path.relative_to(path.anchor)).encode()
        content = name + (unpacked(path.read_bytes()) if path.is_file() else b"")
        for size, wanted in by_size.items():
            if any(content[n : n + size] in wanted for n in range(len(content) - size + 1)):
                found.append(path.name)
    return found


def fill(desk):
    file = described("Photograph of the van in Sample Street.jpg", SECRET.encode() * 100)
    one = concern(SECRET, place="12 Sample Street, Sampleton")
    records = (one, statement(one, SECRET * 30), source(one, name="A Made-up Neighbour"), action(SECRET))
    desk.do(Deed(words="Filled", puts=records, files=((file, SECRET.encode() * 100),)))
    desk.do(Deed(words="Many", puts=tuple(concern(f"{SECRET} {n}") for n in range(100))))
    desk.read.search("unmistakable")
    for name in ("title", "-rag", "due"):
        desk.read.page(ACTIONS, Query(order=(name,)))
    desk.undo()


def test_neither_an_open_nor_a_locked_desk_leaves_a_trace(laid_out, folder, house, places):
    laid_out.copied_to(folder)
    desk = open_desk(folder, PASSPHRASE, house)
    fill(desk)
    strings = record_strings(desk) | {PASSPHRASE, SECRET, laid_out.recovery_words}
    assert len(strings) > 300
    assert (folder / "store-1.db-wal").stat().st_size > 100_000
    assert traces(places, strings) == []
    desk.lock()
    assert traces(places, strings) == []


def test_backups_and_a_restored_desk_hold_no_trace(laid_out, folder, house, places):
    laid_out.copied_to(folder)
    desk = open_desk(folder, PASSPHRASE, house)
    fill(desk)
    drive = folder.with_name("drive")
    choose_folder(desk, drive)
    made = back_up(desk, drive, SilentProgress())
    strings = record_strings(desk) | {PASSPHRASE, SECRET, laid_out.recovery_words}
    desk.lock()
    chosen = Restore(target=folder.with_name("restored"), secret=Secret(passphrase=PASSPHRASE))
    restored = restore(made.folder, chosen, house, SilentProgress())
    restored.desk.lock()
    assert traces([*places, drive, chosen.target], strings) == []


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX")
@pytest.mark.parametrize(
    "work", ["save", *(pytest.param(x, marks=pytest.mark.acceptance) for x in ("backup", "renew"))]
)
def test_a_desk_killed_amid_its_work_leaves_no_trace(target, house, places, repository, work):
    drive = target.folder.with_name("drive")
    arguments = {"save": target.keys, "backup": (*target.keys, drive), "renew": (PASSPHRASE,)}[work]
    workshop = Workshop(repository, {})  # one whose own folders are looked through below
    for _ in range(1 if work == "save" else 5):
        worker = workshop.start(work, target.folder, *arguments)
        assert (worker.killed_after(10) if work == "save" else worker.killed_within_a_write()).said
    workshop.close()
    left = shutil.copytree(target.folder, target.folder.with_name("left"))
    desk = open_desk(target.folder, PASSPHRASE, house)
    strings = record_strings(desk) | {PASSPHRASE, target.laid_out.recovery_words}
    desk.lock()
    assert any(text.startswith("Saved") for text in strings)
    assert sum(path.stat().st_size for path in left.iterdir()) > 100_000
    assert traces([*places, left, *([drive] if work == "backup" else [])], strings) == []


def zipped(content):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("inside.txt", content)
    return made.getvalue()


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_for_traces_can_fail(places, tmp_path, encoding):
    places[0].mkdir()
    (places[0] / "spill").write_bytes(b"\x07" * 999 + f"{SECRET[20:35]}".encode(encoding))
    assert traces(places, {SECRET}) == ["spill"]
    for packed in (zlib.compress, gzip.compress, zipped):
        (places[0] / "spill").write_bytes(b"\x07" * 999 + packed(SECRET[20:35].encode(encoding)))
        assert traces(places, {SECRET}) == ["spill"]
    (places[0] / "spill").rename(places[0] / SECRET[:12])
    assert traces(places, {SECRET})
