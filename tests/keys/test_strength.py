"""What is easy to guess is found out, and why."""

import subprocess
import sys

import pytest

from socdesk.keys.strength import Weakness, estimate

NAMES = ("Example Borough Council", "Dana Example")


@pytest.mark.parametrize(
    ("passphrase", "weakness"),
    [
        ("Password1234!", Weakness.COMMON),
        ("abcdefghijklmnop", Weakness.RUN),
        ("xyxyxyxyxyxyxy", Weakness.REPEAT),
        ("dfghjkl;'dfghjk", Weakness.KEYBOARD),
        ("12/11/1985-1985", Weakness.DAY),
        ("dana example council", Weakness.KNOWN_WORDS),
    ],
)
def test_what_is_easy_to_guess_is_found_out(passphrase, weakness):
    found = estimate(passphrase, NAMES)
    assert found.power < 9
    assert found.weakness is weakness


@pytest.mark.parametrize("passphrase", ["quiet harbour velvet ladder", "seven copper kettles singing"])
def test_four_unrelated_words_are_hard_to_guess(passphrase):
    assert estimate(passphrase, NAMES).power > 15


def test_a_very_long_passphrase_is_looked_at_quickly():
    assert estimate("harbour velvet " * 400, NAMES).power > 5


def test_the_estimator_is_loaded_when_it_is_first_asked():
    code = "import sys, socdesk.desk.passphrase_words as p; assert 'zxcvbn' not in sys.modules; p.strength('too short')"
    check = "; assert 'zxcvbn' not in sys.modules; p.strength('quiet harbour velvet'); assert 'zxcvbn' in sys.modules"
    subprocess.run([sys.executable, "-c", code + check], check=True)
