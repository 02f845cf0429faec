"""A program that is killed in mid-save loses nothing that it acknowledged (issue 4, acceptance 1)."""

import pytest

from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS

A_DESK = 40
"""After so many kills a new desk is taken: a full one would take longer to check than to kill."""


@pytest.mark.parametrize(
    "times",
    [10, pytest.param(40, marks=pytest.mark.acceptance), pytest.param(400, marks=pytest.mark.soak)],
)
def test_kills_while_saving_lose_nothing_that_was_acknowledged(target, workshop, times):
    acknowledged, whole = set(), 0
    for number in range(times):
        if number % A_DESK == 0:
            target.lay_out()
            acknowledged.clear()
        worker = workshop.start("save", target.folder, *target.keys)
        worker.killed_within_a_write(most_before=6)
        acknowledged |= {reference for (reference,) in worker.told("done")}
        whole += len(worker.told("done"))
        assert worker.told("open") == [["0"]]
        desk = target.opened()
        assert desk.notices == ()
        kept = {record.reference for record in desk.read.page(CONCERNS)}
        assert acknowledged <= kept
        assert len(kept) <= len(acknowledged) + number % A_DESK + 1
        assert desk.read.count(STATEMENTS) == 3 * len(kept)
        if number % A_DESK == A_DESK - 1 or number == times - 1:  # each opening has compared rows and search words
            assert verify(desk, SilentProgress()).findings == ()
        desk.lock()
    assert whole > times
    workshop.check_share("Saving")


FIRST_PAGE = 32 + 24 + 100
"""A place in the first page of a log: behind its header and the head of the page."""


def test_a_bit_flipped_in_the_log_after_a_kill_says_how_many_changes_are_missing(target, workshop):
    acknowledged = workshop.start("save", target.folder, *target.keys).killed_after(8).told("done")
    log = target.folder / "store-1.db-wal"
    content = bytearray(log.read_bytes())
    content[FIRST_PAGE] ^= 1  # a log that began anew holds old pages behind: the first is always of the newest
    log.write_bytes(content)
    desk = target.opened()
    missing = len(acknowledged) - desk.read.count(CONCERNS)
    assert missing > 0
    said = [words for words in desk.notices if words.startswith("This desk’s file lacks what was saved last: ")]
    changes = int(said[0].split(": ")[1].split()[0])
    assert 4 * missing <= changes <= 4 * (missing + 1)
    assert said[0] in verify(desk, SilentProgress()).findings
    desk.lock()
    desk = target.opened()
    assert said[0] in desk.notices
    desk.lock()


def test_a_log_that_is_taken_away_after_a_kill_is_missed(target, workshop):
    assert len(workshop.start("save", target.folder, *target.keys).killed_after(8).told("done")) >= 8
    (target.folder / "store-1.db-wal").unlink()
    desk = target.opened()
    assert any("lacks what was saved last" in words for words in desk.notices)
    desk.lock()
