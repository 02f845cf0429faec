import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socdesk.desk.opening import LEAST_COST
from socdesk.desk.passphrase_words import LEAST_CHARACTERS, Strength, strength
from socdesk.desk.ways_in import (
    KEY_FILE,
    SAMPLE_PASSPHRASE,
    WaysIn,
    WrongPassphraseError,
    holds_desk,
)
from socdesk.jobs import SilentProgress
from socdesk.keys.errors import WeakPassphraseError
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.passphrase import check_new_passphrase

PASSPHRASE = "quiet harbour velvet ladder"


@pytest.fixture
def ways(house):
    return WaysIn(lambda: house, LEAST_COST)


def done(job):
    return job.work(SilentProgress())


def test_a_folder_is_known_by_its_key_file():
    assert KEY_FILE == KEY_FILE_NAME


def test_a_desk_is_made_opened_and_recovered(ways, folder):
    made = done(ways.make(folder, PASSPHRASE))
    made.desk.lock()
    assert holds_desk(folder)
    done(ways.unlock(folder, PASSPHRASE)).lock()
    done(ways.recover(folder, made.recovery_words, "another harbour velvet")).desk.lock()
    with pytest.raises(WrongPassphraseError):
        done(ways.unlock(folder, PASSPHRASE))


def test_the_sample_is_made_once_and_opens_with_the_passphrase_that_is_shown(ways, folder):
    first = done(ways.sample(folder, concerns=2, drivers=2))
    assert first.demo
    first.lock()
    again = done(ways.sample(folder))
    assert again.demo
    again.lock()
    assert strength(SAMPLE_PASSPHRASE).usable


@given(st.text(max_size=40))
@example("abcd12345¼")
def test_what_is_said_of_a_passphrase_agrees_with_what_is_taken(passphrase):
    try:
        check_new_passphrase(passphrase)
    except WeakPassphraseError:
        taken = False
    else:
        taken = True
    assert strength(passphrase).usable is taken


def test_a_passphrase_is_told_how_hard_it_is_to_guess_and_why():
    assert strength("quiet harbour velvet ladder") == Strength("Very hard to guess", usable=True, good=True)
    weak = strength("dana example dana", ["Dana Example"])
    assert weak == Strength("Easy to guess. It holds words that others know of you", usable=True)
    assert strength("Password1234!").words == "Easy to guess. It is like a password that many people use"


def test_a_short_passphrase_is_told_how_much_is_missing():
    assert strength("x" * (LEAST_CHARACTERS - 1)).words == "Too short: 1 more character needed"
    assert strength("").words == ""
