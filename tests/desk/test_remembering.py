"""This computer remembers a desk for some days, for one person, and forgets it when told to or when they are over."""

import pytest

from socdesk.desk import remembering as module
from socdesk.desk.admission import DeviceEndedError
from socdesk.desk.log_words import log_of
from socdesk.desk.opening import open_desk
from socdesk.desk.people import Leave, Passphrases, add_person, person_called, remove_person
from socdesk.desk.remembering import forget_computer, open_remembered, remember_here, remembering
from socdesk.files import NotWrittenError
from socdesk.keys.errors import (
    KeyringUnusableError,
    OldKeyFileError,
    TamperedKeyFileError,
    WrongDeviceError,
    WrongPassphraseError,
)

OWN, THEIRS = "quiet harbour velvet ladder", "copper meadow lantern tide"


def test_off_until_asked_for_then_it_opens_the_desk_under_ones_own_name(desk, folder, house, shelf):
    assert remembering(desk).computers == ()
    assert not remembering(desk).is_on_here
    remember_here(desk, OWN, 7)
    [here] = remembering(desk).computers
    assert (here.whose, here.until.isoformat(), here.is_here, here.is_over) == (
        "Chief Communities Officer", "2026-03-09", True, False,
    )  # fmt: skip
    actor = desk.actor
    desk.lock()
    assert "2026-03-09" not in (folder / "desk.json").read_text()
    opened = open_remembered(folder, house)
    assert opened.actor == actor
    assert "Let this computer remember the desk" in [line.what for line in log_of(opened)]
    opened.lock()
    open_desk(folder, OWN, house).lock()


def test_after_the_last_day_it_says_so_forgets_the_secret_and_a_clock_set_back_does_not_help(
    desk, folder, house, shelf, clock
):
    remember_here(desk, OWN, 7)
    desk.lock()
    clock.forward(days=8)
    open_desk(folder, OWN, house).lock()
    clock.forward(days=-4)
    with pytest.raises(DeviceEndedError, match="remembered the desk until 9 March 2026"):
        open_remembered(folder, house)
    assert shelf.kept == {}
    with pytest.raises(WrongDeviceError):
        open_remembered(folder, house)
    opened = open_desk(folder, OWN, house)
    remember_here(opened, OWN, 1)
    assert len(remembering(opened).computers) == 1  # the one that is over went
    opened.lock()


def test_a_computer_that_was_told_to_forget_opens_nothing(desk, folder, house, shelf):
    remember_here(desk, OWN, 30)
    kept, before = dict(shelf.kept), (folder / "desk.json").read_bytes()
    with pytest.raises(WrongPassphraseError):
        forget_computer(desk, THEIRS, remembering(desk).computers[0].slot)
    forget_computer(desk, OWN, remembering(desk).computers[0].slot)
    assert remembering(desk).computers == ()
    assert shelf.kept == {}
    desk.lock()
    shelf.kept = kept  # somebody kept the secret
    with pytest.raises(WrongDeviceError, match="no longer opens the desk by itself"):
        open_remembered(folder, house)
    (folder / "desk.json").write_bytes(before)  # and an older key file
    with pytest.raises(OldKeyFileError):
        open_remembered(folder, house)


def test_a_computer_remembered_again_has_one_slot(desk, folder, shelf):
    remember_here(desk, OWN, 7)
    remember_here(desk, OWN, 14)
    [here] = remembering(desk).computers
    assert here.until.isoformat() == "2026-03-16"
    assert (folder / "desk.json").read_text().count('"device"') == 1


def test_it_opens_for_a_deputy_no_longer_than_they_may_open_it(desk, folder, house, shelf):
    add_person(desk, Passphrases(OWN, THEIRS), Leave("Dana Example"))
    desk.lock()
    theirs = open_desk(folder, THEIRS, house)
    remember_here(theirs, THEIRS, 7)
    theirs.lock()
    opened = open_remembered(folder, house)
    assert opened.title_of(opened.catalogue.get("officers"), opened.actor) == "Dana Example"
    opened.lock()
    lead = open_desk(folder, OWN, house)
    remove_person(lead, OWN, person_called(lead, "Dana Example").id)
    assert remembering(lead).computers == ()
    lead.lock()
    with pytest.raises(WrongDeviceError):
        open_remembered(folder, house)


def test_a_store_that_cannot_be_trusted_is_refused_with_its_reason_and_nothing_changes(desk, folder, monkeypatch):
    def unusable():
        raise KeyringUnusableError("its credential store does not answer")

    monkeypatch.setattr(module, "system_keyring", unusable)
    monkeypatch.setattr(module, "name_of_backend", lambda: "none: its credential store does not answer")
    before = (folder / "desk.json").read_bytes()
    with pytest.raises(KeyringUnusableError, match="cannot remember the desk: its credential store does not answer"):
        remember_here(desk, OWN, 7)
    assert remembering(desk).obstacle == "its credential store does not answer"
    assert (folder / "desk.json").read_bytes() == before
    assert remembering(desk).computers == ()


def test_what_could_not_be_finished_is_forgotten(desk, folder, house, shelf, monkeypatch):
    def full(*_):
        raise NotWrittenError("The disk is full.")

    monkeypatch.setattr(module, "write_keys", full)
    with pytest.raises(NotWrittenError):
        remember_here(desk, OWN, 7)
    assert shelf.kept == {}
    assert not remembering(desk).is_on_here
    desk.lock()
    with pytest.raises(WrongDeviceError):
        open_remembered(folder, house)


def test_an_altered_key_file_is_found_out_by_this_way_in_too(desk, folder, house, shelf):
    remember_here(desk, OWN, 7)
    desk.lock()
    text = (folder / "desk.json").read_text()
    (folder / "desk.json").write_text(text.replace('"generation": 2', '"generation": 3'))
    with pytest.raises(TamperedKeyFileError):
        open_remembered(folder, house)
