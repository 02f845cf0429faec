"""Who can open a desk, by command."""

import pytest
from cli.conftest import OTHER, PASSPHRASE


@pytest.fixture
def added(terminal):
    """A desk that a deputy can open too."""
    theirs = terminal.write("theirs.txt", OTHER)
    done = terminal.on_desk("add-person", "Dana Example", "--new-passphrase-file", theirs)
    assert (done.code, done.err) == (0, "")
    return terminal


def test_a_person_is_added_listed_given_days_and_removed(added):
    terminal = added
    terminal.opened(OTHER).lock()
    listed = terminal.on_desk("people").out.splitlines()
    assert [line.split(".")[0] for line in listed] == ["O01  Chief Communities Officer", "O02  Dana Example"]
    assert "Always. Opened it last on " in listed[1]
    changed = terminal.on_desk("change-person", "dana example", "--from", "2020-01-01", "--until", "2020-01-31")
    assert changed.out == "Dana Example. Ended on 31 January 2020.\n"
    refused = terminal.run("people", terminal.desk, "--passphrase-file", terminal.folder / "theirs.txt")
    assert refused.code == 1
    assert refused.err.startswith("Your leave to open this desk ended on 31 January 2020.")
    assert terminal.on_desk("remove-person", "O02").out.startswith("Dana Example can open the desk no longer.")
    assert len(terminal.on_desk("people").out.splitlines()) == 1


def test_the_last_person_and_an_unknown_one_are_refused_in_words(terminal):
    last = terminal.on_desk("remove-person", "O01")
    assert (last.code, last.err.split(".")[0]) == (
        1,
        "Then nobody could open this desk without a last day, so nothing was changed",
    )
    unknown = terminal.on_desk("remove-person", "Nobody")
    assert (unknown.code, unknown.err.split(".")[0]) == (1, "There is no such person on this desk")


def test_both_passphrases_may_be_two_lines_of_standard_input(terminal, standard_input):
    standard_input(f"{PASSPHRASE}\n{OTHER}\n".encode())
    files = ("--passphrase-file", "-", "--new-passphrase-file", "-")
    assert terminal.run("add-person", terminal.desk, "Dana Example", *files).code == 0
    terminal.opened(OTHER).lock()
