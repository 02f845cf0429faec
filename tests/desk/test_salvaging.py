"""What can be read of a damaged desk goes into a new one; what could not is listed; the damaged one stays."""

import shutil
from dataclasses import replace

import pytest
from helpers.records import concern, statement
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdesk.desk.deeds import Deed
from socdesk.desk.opening import FolderNotEmptyError, House, open_desk
from socdesk.desk.salvaging import NothingSalvagedError, salvage
from socdesk.desk.verifying import verify
from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.keys.errors import WrongPassphraseError
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS
from socdesk.storage.fingerprint import PAGE
from socdesk.storage.salvage.harvest import Harvest
from tests.desk.conftest import PASSPHRASE, MovingClock

LONG = "Counted cash in the back room. " * 400
"""Too long for one page: it stands in a chain of them."""


@pytest.fixture(scope="module")
def worked_on(laid_out, tmp_path_factory):
    """A desk on which much was done, closed."""
    clock = MovingClock()
    clock.forward(days=1)
    folder = laid_out.copied_to(tmp_path_factory.mktemp("worked-on") / "desk")
    desk = laid_out.opened_in(folder, House(clock=clock))
    kept = desk.do(Deed(words="Wrote", puts=tuple(concern(f"Concern number {n}") for n in range(60)))).records
    for number, each in enumerate(kept[:20]):
        desk.do(Deed(words=f"Changed {number}", puts=(replace(each, summary=f"Changed to {number}"),)))
        desk.do(Deed(words="Stated", puts=(statement(each, text=LONG if number % 5 == 0 else f"Said {number}"),)))
    desk.lock()
    return folder


@pytest.fixture
def damaged(worked_on, folder):
    """A copy of that desk, to be damaged."""
    shutil.copytree(worked_on, folder)
    return folder


@pytest.fixture
def file(damaged):
    [path] = damaged.glob("store-*.db")
    return path


def all_records(desk):
    return {
        register.key: [replace(record) for record in desk.read.page(register)]
        for register in desk.catalogue
        if register.key != "officers"
    }


@pytest.fixture
def whole(worked_on, laid_out, house, tmp_path):
    desk = laid_out.opened_in(shutil.copytree(worked_on, tmp_path / "whole"), house)
    found = all_records(desk)
    desk.lock()
    return found


@pytest.fixture
def salvaged(damaged, house, tmp_path):
    made = []

    def work():
        before = {path.name: path.read_bytes() for path in damaged.iterdir()}
        made.append(salvage(damaged, PASSPHRASE, tmp_path / "new", house, SilentProgress()))
        assert {path.name: path.read_bytes() for path in damaged.iterdir()} == before
        return made[-1]

    yield work
    for each in made:
        each.desk.lock()


def test_of_a_desk_that_is_whole_everything_is_salvaged(damaged, salvaged, whole):
    found = salvaged()
    assert found.lost == ()
    assert all_records(found.desk) == whole
    assert verify(found.desk, SilentProgress()).sound
    kinds = [event.kind for event in found.desk.store.events.all()]
    assert kinds[-3:] == ["unlocked", "salvaged", "verified"]
    assert kinds.count("locked") == 2


def test_a_page_that_was_torn_costs_what_stood_in_it_and_no_more(file, salvaged, whole, house, tmp_path):
    pages = file.stat().st_size // PAGE
    content = bytearray(file.read_bytes())
    for number in range(pages // 3, pages, pages // 6):
        content[number * PAGE + 512 : number * PAGE + 1024] = bytes(512)
    file.write_bytes(content)
    found = salvaged()
    assert any("of the file could not be read" in words for words in found.lost)
    kept = all_records(found.desk)
    known = {record.id for records in whole.values() for record in records}
    assert {record.id for records in kept.values() for record in records} <= known
    assert sum(map(len, kept.values())) > 0.5 * sum(map(len, whole.values()))
    assert verify(found.desk, SilentProgress()).findings == ()
    event = found.desk.store.events.of_kinds("salvaged")[0]
    assert event.detail["lost"] == " ".join(found.lost)
    [new] = found.desk.do(Deed(words="Wrote", puts=(concern("A new one"),))).records
    assert new.reference not in {record.reference for record in whole["concerns"]}
    found.desk.lock()
    again = open_desk(tmp_path / "new", PASSPHRASE, house)
    assert again.notices == ()
    again.lock()


@pytest.mark.parametrize("part", ["salt", "first page", "cut", "log lost"])
def test_a_beginning_or_an_end_that_is_gone_does_not_take_the_rest_along(part, file, salvaged, whole):
    content = bytearray(file.read_bytes())
    if part == "salt":
        content[3] ^= 1
    elif part == "first page":
        content[:PAGE] = bytes(PAGE)
    elif part == "cut":
        content = content[: len(content) * 3 // 4 + 100]
    file.write_bytes(content)
    found = salvaged()
    kept = all_records(found.desk)
    assert len(kept["concerns"]) > 0
    if part != "cut":
        assert kept == whole
    if part == "salt":
        assert "first bytes are damaged" in found.lost[0]
    assert verify(found.desk, SilentProgress()).sound


def test_what_stands_in_the_log_of_a_crash_alone_is_salvaged_too(damaged, file, laid_out, house, salvaged):
    desk = laid_out.opened_in(damaged, house)
    desk.do(Deed(words="Wrote", puts=(concern("Written just before the crash"),)))
    desk.do(Deed(words="Wrote", puts=(concern("And one more"),)))
    left = {path.name: path.read_bytes() for path in damaged.iterdir()}
    desk.lock()
    for name, content in left.items():
        (damaged / name).write_bytes(content)
    (damaged / f"{file.name}-shm").unlink()
    content = bytearray(file.read_bytes())
    content[5 * PAGE + 9] ^= 1
    file.write_bytes(content)
    found = salvaged()
    summaries = {record.summary for record in found.desk.read.page(CONCERNS)}
    assert {"Written just before the crash", "And one more"} <= summaries


def test_lines_that_only_the_witness_knew_of_are_counted_as_lost(file, damaged, laid_out, house, salvaged):
    old = file.read_bytes()
    desk = laid_out.opened_in(damaged, house)
    desk.do(Deed(words="Wrote", puts=(concern("Lost"), concern("Lost as well"))))
    desk.lock()
    file.write_bytes(old)
    found = salvaged()
    assert any(words.startswith("2 changes could not be read") for words in found.lost)
    assert verify(found.desk, SilentProgress()).sound


def test_a_desk_without_its_officer_gets_one_for_the_slot_that_opened_it(
    damaged, laid_out, house, salvaged, monkeypatch
):
    take = Harvest._take_change
    monkeypatch.setattr(
        Harvest, "_take_change", lambda self, number, row: row[5] != "officers" and take(self, number, row)
    )
    found = salvaged()
    assert found.desk.title_of(found.desk.catalogue.get("officers"), found.desk.actor) == "Officer"
    assert len(found.desk.read.page(ACTIONS)) == 15


@pytest.mark.parametrize("content", [None, b"", b"x" * 9000])
def test_where_nothing_can_be_read_that_is_said_and_nothing_is_left_behind(content, file, damaged, house, tmp_path):
    if content is None:
        file.unlink()
    else:
        file.write_bytes(content)
    with pytest.raises(NothingSalvagedError):
        salvage(damaged, PASSPHRASE, tmp_path / "new", house, SilentProgress())
    assert not (tmp_path / "new").exists()


def test_a_salvage_is_refused_where_it_could_harm_and_can_be_cancelled(damaged, house, tmp_path):
    with pytest.raises(FolderNotEmptyError):
        salvage(damaged, PASSPHRASE, damaged / "inside", house, SilentProgress())
    with pytest.raises(FolderNotEmptyError):
        salvage(damaged, PASSPHRASE, damaged.parent, house, SilentProgress())
    with pytest.raises(WrongPassphraseError):
        salvage(damaged, "copper meadow lantern tide", tmp_path / "new", house, SilentProgress())
    for last in (0, 45, 70):
        with pytest.raises(CancelledError):
            salvage(damaged, PASSPHRASE, tmp_path / "new", house, cancelled_at(last))
        assert not (tmp_path / "new").exists()


def cancelled_at(share):
    progress = CancellableProgress(lambda done, _total, _words: done >= share and progress.cancel())
    return progress


def test_any_flipped_bits_cost_no_more_than_their_pages(worked_on, laid_out, house, whole, tmp_path_factory):
    [original] = worked_on.glob("store-*.db")
    size = original.stat().st_size
    known = {record.id for records in whole.values() for record in records}

    @settings(max_examples=6, suppress_health_check=list(HealthCheck))
    @given(places=st.lists(st.integers(PAGE, size - 1), min_size=1, max_size=4))
    def flipped(places):
        around = tmp_path_factory.mktemp("flipped")
        folder = shutil.copytree(worked_on, around / "desk")
        content = bytearray((folder / original.name).read_bytes())
        for place in places:
            content[place] ^= 4
        (folder / original.name).write_bytes(content)
        found = salvage(folder, PASSPHRASE, around / "new", house, SilentProgress())
        kept = {record.id for records in all_records(found.desk).values() for record in records}
        assert kept <= known
        assert verify(found.desk, SilentProgress()).sound
        found.desk.lock()

    flipped()
