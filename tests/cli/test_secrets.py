"""Where passphrases come from."""

import pytest
from cli.conftest import PASSPHRASE

from socdesk.cli import secrets
from socdesk.cli.secrets import SecretFileError, read_secret


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", "\r\nsecond line\n"])
def test_the_first_line_of_a_file_is_the_passphrase(terminal, ending):
    assert read_secret(terminal.write("pass.txt", PASSPHRASE + ending)) == PASSPHRASE


def test_the_mark_that_notepad_writes_is_no_part_of_it(terminal):
    assert read_secret(terminal.write("pass.txt", PASSPHRASE.encode("utf-8-sig"))) == PASSPHRASE


def test_blanks_within_are_kept(terminal):
    assert read_secret(terminal.write("pass.txt", " a  b \n")) == " a  b "


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"\nsecond", "is empty"),
        (b"\xff\xfe\x00", "cannot be read as text"),
        (b"a" * 5000, "is longer than any passphrase"),
    ],
)
@pytest.mark.parametrize("how", ["file", "standard input"])
def test_what_can_be_no_passphrase_is_told(terminal, standard_input, data, words, how):
    standard_input(data)
    with pytest.raises(SecretFileError, match=words):
        read_secret("-" if how == "standard input" else terminal.write("pass.txt", data))


def test_a_missing_file_is_told_by_its_name_alone(terminal):
    with pytest.raises(SecretFileError, match=r"There is no file gone\.txt\."):
        read_secret(str(terminal.folder / "gone.txt"))


def test_a_folder_is_no_passphrase_file(terminal):
    with pytest.raises(SecretFileError, match="cannot be read"):
        read_secret(str(terminal.folder))


def test_a_person_at_a_terminal_is_asked_without_showing_what_they_type(standard_input, monkeypatch):
    standard_input(b"shown on the screen\n", terminal=True)
    monkeypatch.setattr(secrets, "getpass", lambda prompt: f"typed at {prompt}")
    assert read_secret("-") == "typed at Passphrase: "


def test_a_wrong_passphrase_is_the_worlds_fault_in_one_line(terminal):
    wrong = terminal.write("wrong.txt", "entirely other words here")
    done = terminal.run("verify", terminal.desk, "--passphrase-file", wrong)
    assert (done.code, done.out) == (1, "")
    assert len(done.err.splitlines()) == 1
    assert "entirely" not in done.err


def test_the_passphrase_may_come_from_standard_input(terminal, standard_input):
    standard_input(PASSPHRASE.encode())
    assert terminal.run("history", terminal.desk, "A07", "--passphrase-file", "-").code == 0


def test_there_is_no_argument_for_a_passphrase_itself(terminal):
    for option in ("--passphrase", "--pass", "-p"):
        assert terminal.run("verify", terminal.desk, option, PASSPHRASE).code == 2
