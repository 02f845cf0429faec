"""Copies of an open file: whole, readable with its key alone, and stopped at any step."""

import pytest

from socdesk.errors import CancelledError
from socdesk.storage import backup
from socdesk.storage.backup import copy_file, copy_under, opened_copy
from socdesk.storage.faults import DamagedDeskError
from socdesk.storage.record_store import Query
from tests.storage.conftest import place_in


@pytest.fixture
def target(tmp_path):
    (tmp_path / "copy").mkdir()
    return tmp_path / "copy" / "store-1.db"


@pytest.fixture
def small_steps(monkeypatch):
    monkeypatch.setattr(backup, "STEPS", 200)


@pytest.mark.usefixtures("small_steps", "three")
def test_a_copy_says_how_far_it_is_and_holds_the_same(store, target):
    steps = []
    copy_file(store, target, lambda done, total: steps.append((done, total)))
    assert len(steps) > 5
    assert all(0 <= done <= total for done, total in steps)
    assert steps[0][1] % 4096 == 0
    with opened_copy(place_in(target.parent)) as copy:
        assert copy.heads == store.heads
        assert copy.counts()["concerns"] == 3
        assert copy.line_at(2)[0] == store.versions.head_at(2).line
        assert copy.line_at(99) == ("", "")
        assert copy.last_change == store.writer.head.effective


@pytest.mark.usefixtures("small_steps", "three")
def test_a_copy_is_stopped_at_a_step_and_the_store_goes_on(store, target, concerns):
    steps = []

    def stop(*step):
        steps.append(step)
        if len(steps) == 4:
            raise CancelledError

    with pytest.raises(CancelledError):
        copy_file(store, target, stop)
    assert store.records.count(concerns, Query()) == 3
    target.unlink()
    copy_file(store, target, lambda *_step: None)


def test_another_key_does_not_read_a_copy(store, target):
    copy_file(store, target, lambda *_step: None)
    with pytest.raises(DamagedDeskError), opened_copy(place_in(target.parent, key=b"x" * 32)):
        pass


def test_a_copy_is_its_owners_alone(store, target):
    copy_file(store, target, lambda *_step: None)
    assert target.stat().st_mode & 0o077 == 0
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_copy_under_another_key_that_cannot_begin_keeps_nobody_from_locking(store, tmp_path):
    (tmp_path / "taken").touch()
    with pytest.raises(FileExistsError) as kept:
        copy_under(store, tmp_path / "taken", bytes(32), lambda *_: None)
    assert kept.value  # as whoever tells it may keep it, and with it all that was in use
    assert store._readers._busy == {}
