"""The data key is renewed by command."""

import pytest
from cli.conftest import OTHER


def test_the_key_is_renewed_with_new_words_in_the_file_that_is_named(terminal):
    out = terminal.folder / "words.txt"
    done = terminal.on_desk("renew-key", "--recovery-out", out)
    assert (done.code, done.err) == (0, "")
    assert len(out.read_text().split()) == 20
    assert "The data key is renewed." in done.out
    assert terminal.on_desk("verify").code == 0
    old = terminal.write("old.txt", terminal.words)
    files = ("--new-passphrase-file", terminal.write("new.txt", OTHER))
    assert terminal.run("recover", terminal.desk, "--words-file", old, *files).code == 1


@pytest.mark.usefixtures("cheap")
def test_who_loses_their_way_in_is_said_before_and_must_be_agreed(terminal):
    theirs = terminal.write("theirs.txt", OTHER)
    terminal.on_desk("add-person", "Dana Example", "--new-passphrase-file", theirs)
    before = (terminal.desk / "desk.json").read_bytes()
    asked = terminal.on_desk("renew-key")
    assert asked.code == 1
    assert asked.err.startswith("These people can then open the desk no longer: Dana Example.")
    assert (terminal.desk / "desk.json").read_bytes() == before
    assert len(terminal.on_desk("renew-key", "--give-up-others").out.splitlines()[1].split()) == 20
    assert "Has no passphrase" in terminal.on_desk("people").out
    terminal.opened().lock()
    assert terminal.on_desk("add-person", "dana example", "--new-passphrase-file", theirs).code == 0
    assert len(terminal.on_desk("people").out.splitlines()) == 2
    terminal.opened(OTHER).lock()
