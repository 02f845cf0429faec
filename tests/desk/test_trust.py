"""A file that is not the one that was left says so at the next opening, and goes on until somebody says they know."""

import contextlib
import shutil
from dataclasses import replace

import pytest
from helpers.records import concern

from socdesk.desk.deeds import Deed
from socdesk.desk.drafts import Draft
from socdesk.desk.trust import acknowledge, ask_witness, look_at
from socdesk.desk.verifying import accept, verify
from socdesk.jobs import SilentProgress
from socdesk.keys.reading import read_key_file
from socdesk.registers.declared.concerns import CONCERNS, Concern
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.fingerprint import PAGE
from socdesk.storage.store import open_store
from socdesk.storage.witness import WITNESS_FILE, Witness

CHANGED = "This desk’s file was changed while it was closed."
ALTERED = "The witness file was changed by another program."
MISSING = "The witness file, which tells whether this desk is complete, is missing."
ANOTHER = "This desk’s file holds another history than the one that was saved here."


@pytest.fixture
def shut(laid_out, folder, house):
    """A desk with a few concerns, locked."""
    desk = laid_out.opened_in(laid_out.copied_to(folder), house)
    desk.do(Deed(words="Five", puts=tuple(concern(f"Concern number {n}") for n in range(5))))
    desk.lock()
    return folder


@pytest.fixture
def file(shut):
    return shut / "store-1.db"


@pytest.fixture
def opened(laid_out, shut, house):
    return lambda: laid_out.opened_in(shut, house)


@pytest.fixture
def notices(opened):
    def look():
        desk = opened()
        desk.lock()
        return desk.notices

    return look


def edited(desk, words):
    saved = desk.read.page(CONCERNS)
    return desk.do(Deed(words="Edited", puts=tuple(replace(one, summary=f"{words} {one.summary}") for one in saved)))


def findings(desk):
    return verify(desk, SilentProgress()).findings


def test_a_desk_that_was_left_alone_has_nothing_to_say(opened, notices):
    for words in ("One", "Two"):
        desk = opened()
        assert desk.notices == ()
        assert findings(desk) == ()
        edited(desk, words)
        desk.lock()
    assert notices() == ()


def unlike(older, newer):
    """Where pages begin that both files have and that differ; the first page is left out."""
    return [start for start in range(PAGE, len(older), PAGE) if older[start:][:PAGE] != newer[start:][:PAGE]]


def with_page(file, other, start):
    return file[:start] + other[start : start + PAGE] + file[start + PAGE :]


def test_an_older_page_put_back_is_said_at_each_opening_and_by_verify_until_acknowledged(opened, notices, file):
    older = file.read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    newer = file.read_bytes()
    file.write_bytes(with_page(newer, older, unlike(older, newer)[-1]))
    desk = opened()
    assert CHANGED in desk.notices
    assert CHANGED in findings(desk)
    desk.lock()
    assert CHANGED in notices()
    desk = opened()
    accept(desk)
    desk.lock()
    assert notices() == ()


def test_whichever_page_was_put_back_it_is_noticed(opened, shut, file):
    older = file.read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    newer, witness = file.read_bytes(), (shut / WITNESS_FILE).read_bytes()
    for start in unlike(older, newer)[::5]:
        file.write_bytes(with_page(newer, older, start))
        (shut / WITNESS_FILE).write_bytes(witness)
        with contextlib.suppress(DamagedDeskError):  # which says it, too
            desk = opened()
            assert CHANGED in desk.notices
            desk.store.abandon()


def test_an_older_whole_file_put_back_says_how_many_changes_it_lacks(opened, notices, file):
    older = file.read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    file.write_bytes(older)
    said = notices()
    assert "This desk’s file lacks what was saved last: 5 changes." in said
    assert CHANGED in said
    assert notices() == said


def test_an_older_file_that_was_worked_on_again_elsewhere_is_another_history(opened, notices, file):
    older = file.read_bytes()
    desk = opened()
    desk.do(Deed(words="One", puts=(concern("Here"),)))
    desk.lock()
    witness = (file.parent / WITNESS_FILE).read_bytes()
    file.write_bytes(older)
    desk = opened()
    desk.do(Deed(words="One", puts=(concern("Elsewhere"),)))
    acknowledge(desk.store)
    desk.lock()
    (file.parent / WITNESS_FILE).write_bytes(witness)
    assert ANOTHER in notices()


def test_a_desk_that_goes_on_after_a_loss_still_says_so(opened, notices, file):
    older = file.read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    file.write_bytes(older)
    desk = opened()
    said = desk.notices
    edited(desk, "Again:")
    edited(desk, "And again:")
    desk.lock()
    assert notices() == said


def test_a_second_rollback_is_noticed_too(opened, notices, file):
    older = file.read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    file.write_bytes(older)
    desk = opened()
    accept(desk)
    desk.lock()
    assert notices() == ()
    file.write_bytes(older)
    assert CHANGED in notices()


def test_a_witness_that_is_gone_is_missed(notices, shut):
    (shut / WITNESS_FILE).unlink()
    assert notices() == (MISSING,)
    assert notices() == (MISSING,)


@pytest.mark.parametrize("position", [3, 90, 200])
def test_a_witness_that_was_edited_is_told(notices, shut, position):
    content = bytearray((shut / WITNESS_FILE).read_bytes())
    content[position] ^= 1
    (shut / WITNESS_FILE).write_bytes(content)
    assert ALTERED in notices()


def test_an_older_witness_put_back_is_told(opened, notices, shut):
    older = (shut / WITNESS_FILE).read_bytes()
    desk = opened()
    edited(desk, "Sharper:")
    desk.lock()
    (shut / WITNESS_FILE).write_bytes(older)
    assert CHANGED in notices()


def test_a_log_put_beside_a_closed_file_is_told(opened, notices, shut):
    desk = opened()
    edited(desk, "Sharper:")
    log = (shut / "store-1.db-wal").read_bytes()
    desk.lock()
    assert log
    (shut / "store-1.db-wal").write_bytes(log)
    assert CHANGED in notices()


def test_a_crash_while_opening_is_no_alarm(laid_out, shut, house, notices):
    place = house.place(shut, read_key_file(shut / "desk.json"), laid_out.unlocked.root_key)
    ask_witness(place, look_at(place.path))
    store = open_store(place, house.clock())
    store.meta.set(something="written before the witness hears of it")
    store.abandon()
    assert notices() == ()


def test_a_file_whose_rows_differ_from_their_versions_is_told_after_a_crash(opened, notices):
    desk = opened()
    desk.store._connection._driver.execute("UPDATE concerns SET f_summary = 'Other' WHERE reference = 'SOC-2026-0003'")
    desk.store.abandon()
    assert "Concerns: SOC-2026-0003 differs from its last version." in notices()


def test_the_loss_of_events_is_told_apart_from_that_of_changes(opened, notices, shut):
    desk = opened()
    ahead = Witness(shut, desk.store.place.witness_key)
    desk.lock()
    heads = ahead.read().newest
    ahead.commit(replace(heads, events=heads.events + 1))
    ahead.let_go()
    assert "This desk’s log lacks what was noted last: 1 event." in notices()


def test_a_draft_that_a_damaged_log_lost_is_missed(opened, laid_out, shut, house, tmp_path):
    desk = opened()
    desk.do(Deed(words="One", puts=(concern("Saved before"),)))
    before = (shut / "store-1.db-wal").stat().st_size
    for words in ("Half", "Half a sentence"):
        desk.drafts.keep(Draft(register=CONCERNS, base=Concern(id="d" * 32), texts={"summary": words}))
    torn = shutil.copytree(shut, tmp_path / "torn")
    desk.lock()
    left = laid_out.opened_in(shutil.copytree(torn, tmp_path / "left"), house)
    assert left.notices == ()
    left.lock()
    content = bytearray((torn / "store-1.db-wal").read_bytes())
    content[before + 100] ^= 1
    (torn / "store-1.db-wal").write_bytes(content)
    for _ in range(2):
        desk = laid_out.opened_in(torn, house)
        assert desk.notices == ("This desk’s file lacks what was typed last and not yet saved.",)
        assert desk.drafts.all() == ()
        desk.lock()
