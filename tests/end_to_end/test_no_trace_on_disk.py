"""No file ever holds record text or a passphrase in plain (issue 2, acceptance 5)."""

import json
import os
import shutil
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


def traces(places, strings):
    """Name each file that holds any piece of the strings, or has one in its name."""
    by_size, found = pieces(strings), []
    for path in {path for place in places for path in place.rglob("*")}:
        content = str(path.relative_to(path.anchor)).encode() + (path.read_bytes() if path.is_file() else b"")
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
def test_a_desk_killed_in_mid_save_leaves_no_trace(target, places, repository):
    workshop = Workshop(repository, {})  # one whose own folders are looked through below
    assert workshop.start("save", target.folder, *target.keys).killed_after(10).told("done")
    workshop.close()
    left = shutil.copytree(target.folder, target.folder.with_name("left"))
    desk = target.opened()
    strings = record_strings(desk)
    desk.lock()
    assert any("will be killed" in text for text in strings)
    assert (left / "store-1.db-wal").stat().st_size > 100_000
    assert traces([*places, left], strings) == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_the_search_for_traces_can_fail(places, tmp_path, encoding):
    places[0].mkdir()
    (places[0] / "spill").write_bytes(b"\x07" * 999 + f"{SECRET[20:35]}".encode(encoding))
    assert traces(places, {SECRET}) == ["spill"]
    (places[0] / "spill").rename(places[0] / SECRET[:12])
    assert traces(places, {SECRET})
