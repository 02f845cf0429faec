"""Wrong tries slow the next one down: over restarts, whatever the clock is set to, and never for good."""

from datetime import UTC, datetime, timedelta

import pytest

from socdesk.desk.opening import House, open_desk, open_with_recovery
from socdesk.desk.patience import FREE_TRIES, Patience, wait_after
from socdesk.desk.too_soon import TooSoonError, in_words
from socdesk.keys.errors import WrongPassphraseError, WrongRecoveryWordsError
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.storage.failed_unlocks import FailedUnlocks

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
OWN, NEW = "quiet harbour velvet ladder", "seven kettles singing loud"


class Running:
    """A clock that nobody sets; it runs when it is told."""

    def __init__(self):
        self.seconds = 1000.0

    def __call__(self):
        return self.seconds


@pytest.fixture
def running():
    return Running()


@pytest.fixture
def failed(tmp_path):
    """Let so many tries fail at noon."""

    def fail(times):
        for _ in range(times):
            FailedUnlocks(tmp_path).note(NOON, "passphrase")
        return tmp_path

    return fail


def test_the_wait_begins_after_some_tries_doubles_and_ends_at_five_minutes():
    assert [wait_after(tries) for tries in range(12)] == [0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300, 300]
    assert wait_after(10**9) == 300
    assert FREE_TRIES == 3


def test_how_long_is_said_in_words():
    assert [in_words(n) for n in (1, 40, 60, 61, 300)] == [
        "1 second",
        "40 seconds",
        "60 seconds",
        "2 minutes",
        "5 minutes",
    ]
    assert TooSoonError(40).message == "Too many wrong tries. Try again in 40 seconds."


def test_it_runs_by_the_clock_that_nobody_can_set(failed, running):
    folder, patience = failed(6), Patience(running)
    assert patience.seconds_left(folder, NOON) == 40
    running.seconds += 15
    for moment in (NOON, NOON - timedelta(days=400), NOON + timedelta(days=400)):
        assert patience.seconds_left(folder, moment) == 25
    running.seconds += 25
    patience.check(folder, NOON - timedelta(days=1))


def test_after_a_restart_the_rest_is_waited_for(failed, running):
    folder = failed(6)
    assert Patience(running).seconds_left(folder, NOON + timedelta(seconds=30)) == 10
    assert Patience(running).seconds_left(folder, NOON + timedelta(seconds=41)) == 0


def test_a_clock_set_back_does_not_help_and_does_not_shut_out_for_good(failed, running):
    folder, patience = failed(6), Patience(running)
    yesterday = NOON - timedelta(days=1)
    with pytest.raises(TooSoonError, match="40 seconds"):
        patience.check(folder, yesterday)
    running.seconds += 40
    patience.check(folder, yesterday)


def test_one_more_wrong_try_makes_the_wait_longer(failed, running):
    folder, patience = failed(3), Patience(running)
    assert patience.seconds_left(folder, NOON) == 5
    running.seconds += 5
    assert patience.seconds_left(failed(1), NOON) == 10


def test_a_desk_is_not_tried_too_soon_and_the_recovery_words_never_wait(laid_out, folder, clock, running):
    laid_out.copied_to(folder)
    house = House(clock=clock, patience=Patience(running))
    for _ in range(3):
        with pytest.raises(WrongPassphraseError):
            open_desk(folder, "not this one at all", house)
    with pytest.raises(TooSoonError):
        open_desk(folder, OWN, house)
    for _ in range(5):
        with pytest.raises(WrongRecoveryWordsError):  # which never wait, and make nobody wait
            open_with_recovery(folder, "xylophone", NEW, house, cost=POLICY_FLOOR)
    running.seconds += 5
    open_desk(folder, OWN, house).lock()
    with pytest.raises(WrongPassphraseError):  # a desk that was opened begins anew
        open_desk(folder, "not this one at all", house)
    open_desk(folder, OWN, house).lock()
