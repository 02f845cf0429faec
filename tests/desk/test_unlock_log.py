"""What the log says of unlocking, of locking, and of tries that failed."""

from datetime import datetime

import pytest

from socdesk.desk.log_words import log_of
from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.keys.errors import WrongPassphraseError, WrongRecoveryWordsError
from socdesk.storage.failed_unlocks import FAILED_UNLOCKS_FILE, FailedUnlocks
from tests.desk.conftest import PASSPHRASE

OTHER = "copper meadow lantern tide"


@pytest.fixture
def shut(laid_out, folder):
    return laid_out.copied_to(folder)


def kinds(desk):
    return [event.kind for event in desk.store.events.all()]


def test_tries_that_failed_enter_the_log_at_the_next_unlock_as_unverified(shut, house, clock):
    with pytest.raises(WrongPassphraseError):
        open_desk(shut, OTHER, house)
    failed_at = clock.now
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(shut, " ".join(["academic"] * 20), OTHER, house)
    desk = open_desk(shut, PASSPHRASE, house)
    first, second = desk.store.events.of_kinds("failed unlock")[::-1]
    assert datetime.fromisoformat(first.detail["said"]) == failed_at
    assert (first.detail["way"], second.detail["way"]) == ("passphrase", "recovery words")
    assert first.at > failed_at
    assert not (shut / FAILED_UNLOCKS_FILE).exists()
    desk.lock()
    desk = open_desk(shut, PASSPHRASE, house)
    assert kinds(desk)[-5:] == ["failed unlock", "failed unlock", "unlocked", "locked", "unlocked"]
    desk.lock()


def test_a_program_killed_while_it_enters_them_enters_none_twice(laid_out, shut, house, clock):
    tries = FailedUnlocks(shut)
    tries.note(clock(), "passphrase")
    left = (shut / FAILED_UNLOCKS_FILE).read_bytes()
    laid_out.opened_in(shut, house).lock()
    (shut / FAILED_UNLOCKS_FILE).write_bytes(left)  # it was killed before it took the file away
    desk = laid_out.opened_in(shut, house)
    assert kinds(desk).count("failed unlock") == 1
    desk.lock()


def test_of_a_great_many_tries_the_newest_are_entered_and_the_others_counted(laid_out, shut, house, clock):
    tries = FailedUnlocks(shut)
    for _ in range(103):
        tries.note(clock(), "passphrase")
    desk = laid_out.opened_in(shut, house)
    assert kinds(desk).count("failed unlock") == 100
    assert [event.detail["tries"] for event in desk.store.events.of_kinds("failed unlocks before")] == [3]
    desk.lock()


def test_a_lock_stands_in_the_log_and_a_kill_does_not(laid_out, shut, house):
    laid_out.opened_in(shut, house).lock()
    laid_out.opened_in(shut, house).store.abandon()
    desk = laid_out.opened_in(shut, house)
    assert kinds(desk)[-4:] == ["unlocked", "locked", "unlocked", "unlocked"]
    desk.lock()
    desk.lock()


def test_what_cannot_be_read_of_failed_tries_is_counted_in_the_log(laid_out, shut, house, clock):
    tries = FailedUnlocks(shut)
    tries.note(clock(), "passphrase")
    tries.note(clock(), "passphrase")
    path = shut / FAILED_UNLOCKS_FILE
    content = bytearray(path.read_bytes())
    content[2] ^= 1
    path.write_bytes(content)
    desk = laid_out.opened_in(shut, house)
    assert kinds(desk).count("failed unlock") == 1
    assert "The file that notes failed tries to unlock was damaged or changed. 1 could not be read" in [
        line.what for line in log_of(desk)
    ]
    desk.lock()
