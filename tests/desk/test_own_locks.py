"""The locks of an open desk are changed by whoever knows its officer's passphrase, and by nobody else."""

import pytest

from socdesk.desk.log_words import log_of
from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.own_locks import (
    LocksChangedError,
    change_own_passphrase,
    keep_recovery_words,
    make_recovery_words,
    ways_to_open,
)
from socdesk.keys.errors import WeakPassphraseError, WrongPassphraseError, WrongRecoveryWordsError
from socdesk.keys.kdf import POLICY_FLOOR

OLD, NEW = "quiet harbour velvet ladder", "seven copper kettles singing"


def test_a_changed_passphrase_opens_the_desk_and_the_old_one_does_not(desk, folder, house):
    change_own_passphrase(desk, OLD, NEW)
    desk.lock()
    with pytest.raises(WrongPassphraseError):
        open_desk(folder, OLD, house)
    open_desk(folder, NEW, house).lock()


@pytest.mark.parametrize(
    ("old", "new", "error"), [("wrong one altogether", NEW, WrongPassphraseError), (OLD, "short", WeakPassphraseError)]
)
def test_a_wrong_or_weak_passphrase_changes_nothing(desk, folder, old, new, error):
    before = (folder / "desk.json").read_bytes()
    with pytest.raises(error):
        change_own_passphrase(desk, old, new)
    assert (folder / "desk.json").read_bytes() == before


def test_new_words_hold_only_once_they_are_kept(desk, laid_out, folder, house):
    before = (folder / "desk.json").read_bytes()
    made = make_recovery_words(desk, OLD)
    assert (folder / "desk.json").read_bytes() == before
    assert len(made.recovery_words.split()) == 20
    assert made.recovery_words not in repr(made)
    first, *_ = positions = made.words_to_ask_back()
    assert made.are_words([first], [made.recovery_words.split()[first - 1]])
    assert len(positions) == 3
    keep_recovery_words(desk, made)
    assert ("Recovery words", "Chief Communities Officer") in {(each.way, each.whose) for each in ways_to_open(desk)}
    desk.lock()
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(folder, laid_out.recovery_words, NEW, house, cost=POLICY_FLOOR)
    open_with_recovery(folder, made.recovery_words, NEW, house, cost=POLICY_FLOOR).desk.lock()


def test_three_sheets_of_which_any_two_open_the_desk_take_the_place_of_one(desk, laid_out, folder, house):
    made = make_recovery_words(desk, OLD).in_three_sheets()
    assert made.is_split
    assert [len(sheet.split()) for sheet in made.sheets] == [20, 20, 20]
    assert made.sheets[0] not in repr(made)
    [position, *_] = made.words_to_ask_back()
    answer = made.sheets[2].split()[position - 1]
    assert made.are_words([position], [answer], sheet=2)
    keep_recovery_words(desk, made)
    desk.lock()
    for words in (laid_out.recovery_words, made.sheets[0], f"{made.sheets[1]} {made.sheets[1]}"):
        with pytest.raises(WrongRecoveryWordsError):
            open_with_recovery(folder, words, NEW, house, cost=POLICY_FLOOR)
    again = open_with_recovery(folder, f"{made.sheets[2]} {made.sheets[0]}", NEW, house, cost=POLICY_FLOOR)
    assert "Opened the desk with the recovery words" in [line.what for line in log_of(again.desk)]
    again.desk.lock()
    with pytest.raises(WrongRecoveryWordsError):
        open_with_recovery(folder, f"{made.sheets[2]} {made.sheets[0]}", OLD, house, cost=POLICY_FLOOR)


def test_words_made_before_the_passphrase_changed_are_refused(desk):
    made = make_recovery_words(desk, OLD)
    change_own_passphrase(desk, OLD, NEW)
    with pytest.raises(LocksChangedError):
        keep_recovery_words(desk, made)


def test_every_way_to_open_the_desk_has_its_owner(desk):
    assert [(each.way, each.whose) for each in ways_to_open(desk)] == [
        ("Passphrase", "Chief Communities Officer"),
        ("Recovery words", "Chief Communities Officer"),
    ]


def test_the_log_says_in_words_who_did_what_newest_first(desk):
    change_own_passphrase(desk, OLD, NEW)
    desk.record_event("viewed a restricted record", record=desk.actor)
    desk.record_event("verified", findings=0)
    desk.record_event("exported", register="officers", records=1)
    desk.record_event("paper made", paper="P001")
    lines = log_of(desk)
    assert [line.what for line in lines[:5]] == [
        "Made a paper. P001",
        "Exported. 1 of officers",
        "Verified the desk. Nothing wrong was found",
        "Viewed a restricted record. O01",
        "Changed the passphrase",
    ]
    assert lines[0].who == "Chief Communities Officer"
    assert lines[0].when.startswith("2 Mar 2026, 09:")
    assert len(log_of(desk, limit=2)) == 2
