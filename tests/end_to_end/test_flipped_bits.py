"""One bit flipped anywhere in any file is told, or changes nothing that can be read (issue 4, acceptance 2).

And whoever's desk does not open is told of the newest backup, and it is found.
"""

import logging
import random
from collections import Counter

import pytest

from socdesk.desk.backups.newest_good import newest_good
from socdesk.desk.putting_back import put_back_key_file
from socdesk.desk.ways_in import is_damaged_lock
from socdesk.keys.errors import DeskTooNewError, WrongDeviceError, WrongPassphraseError
from tests.desk.conftest import PASSPHRASE
from tests.end_to_end.flipped_desk import FlippedDesk, later_house
from tests.end_to_end.flipped_judging import CLASSES, HARMLESS, QUIET, SILENT, Flip, flipped, judged

SEED = 20260302
MAY_BE_HARMLESS = {
    "store: under a log", "log: header of a frame", "log: page of a frame", "witness", "witness after a kill",
    "backup: manifest", "side file: mark of the backups", "side file: index of the log", "side file: lock",
    "side file: remembered entry",
}  # fmt: skip
"""Where some bits mean nothing: a page that stands anew in the log, room made ahead, spaces between words, and the two
bits of the last sign of a base64 text that belong to no byte."""
OTHER_WAYS = (WrongPassphraseError, WrongDeviceError, DeskTooNewError)
"""What is said where nobody can tell a damaged lock from a wrong key; another way in then says that it is damaged."""


@pytest.fixture
def desk(laid_out, tmp_path, monkeypatch):
    desk = FlippedDesk(laid_out, tmp_path, monkeypatch)
    yield desk
    desk.at_work.lock()


def flips(desk, number):
    """Draw so many bits, from each class in turn."""
    chance = random.Random(SEED)
    for drawn in range(number):
        of = CLASSES[drawn % len(CLASSES)]
        yield Flip(of, *of.place(desk, chance, drawn // len(CLASSES)))


def offered(desk, folder, error):
    """Look for the newest good backup, as the window does for a desk that does not open, and put back its key file."""
    assert "newest backup" in error.advice
    good = newest_good(desk.drive, folder, PASSPHRASE, later_house(), QUIET)
    assert good.folder == desk.backup
    if is_damaged_lock(error):
        put_back = put_back_key_file(folder, good.folder, PASSPHRASE, later_house())
        assert put_back.notices == ()
        put_back.lock()


@pytest.mark.parametrize(
    "number",
    [22, pytest.param(220, marks=pytest.mark.acceptance), pytest.param(2002, marks=pytest.mark.soak)],
)
def test_each_flipped_bit_is_told_or_harms_nothing(desk, number):
    met, silent, refusals = Counter(), [], set()
    for flip in flips(desk, number):
        with flipped(desk, flip) as folder:
            try:
                found = judged(desk, flip, folder)
                kind = flip.of, type(found.error)
                if found.by == "opening" and found.error and kind not in refusals:
                    refusals.add(kind)
                    if not isinstance(found.error, OTHER_WAYS):
                        offered(desk, folder, found.error)
            except Exception as error:
                raise AssertionError(f"{flip}: {error!r}") from error
        met[flip.of.name, found.by] += 1
        silent += [f"{flip}: {found.words}"] * (found.by == SILENT)
    logging.getLogger(__name__).info("%s", "\n".join(f"{times:5} {name}: {by}" for (name, by), times in met.items()))
    assert silent == []
    assert {name for name, by in met if by == HARMLESS} <= MAY_BE_HARMLESS
    assert Counter(name for name, _ in met.elements()) == dict.fromkeys((of.name for of in CLASSES), number // 22)
