"""Exit codes, wrong usage, and what is said of faults."""

import sys

import pytest
from cli.conftest import PASSPHRASE
from hypothesis import given
from hypothesis import strategies as st

from socdesk.cli import records
from socdesk.cli.parser import FIRST_HELP, build_parser
from socdesk.cli.terminal import terminal_progress
from socdesk.errors import CancelledError
from socdesk.jobs import SilentProgress

ONE_LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200)


def test_no_command_prints_the_first_help(terminal):
    done = terminal.run()
    assert (done.code, done.out.strip(), done.err) == (0, FIRST_HELP, "")


def test_the_first_help_names_every_command():
    [commands] = [action.choices for action in build_parser()._actions if isinstance(action.choices, dict)]
    assert [name for name in commands if name not in FIRST_HELP] == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["fly"],
        ["verify"],
        ["verify", "desk"],
        ["history", "desk", "--passphrase-file", "p"],
        ["import", "desk", "spies", "f", "--passphrase-file", "p"],
        ["import", "desk", "staff", "f", "--passphrase-file", "p", "--column", "licence_no"],
        ["import", "desk", "staff", "f", "--passphrase-file", "p", "--course", "Fraud"],
        ["import", "desk", "drivers", "f", "--passphrase-file", "p", "--course", "Fraud", "--held-on", "2026-03-01"],
        ["import", "desk", "staff", "f", "--passphrase-file", "p", "--held-on", "2026-03-01"],
        ["import", "desk", "drivers", "-", "--passphrase-file", "-"],
        ["recover", "desk", "--words-file", "-", "--new-passphrase-file", "-"],
        ["undo", "desk", "--passphrase-file", "p", "--deed", "last"],
        ["demo", "desk", "--passphrase-file", "p", "--concerns", "-5"],
        ["report", "desk", "other", "--as-at", "2026-03-01", "--meeting", "2026-03-01", "--out", "o"],
        ["prove", "backup"],
        ["prove", "backup", "--passphrase-file", "p", "--words-file", "w"],
        ["restore", "backup", "--passphrase-file", "p"],
        ["restore", "backup", "desk", "--words-file", "w"],
        ["restore", "backup", "desk", "--passphrase-file", "p", "--new-passphrase-file", "n"],
        ["restore", "backup", "desk", "--words-file", "-", "--new-passphrase-file", "-"],
        ["--verbose"],
        ["verify", "desk", "--passphrase-f", "p"],
    ],
)
def test_wrong_usage_ends_with_two_and_says_what_was_wrong(terminal, arguments):
    done = terminal.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "error: " in done.err


@pytest.mark.parametrize("day", ["nonsense", "2026-02-30", "1/3/2026", ""])
@pytest.mark.parametrize("option", ["--as-at", "--meeting"])
def test_a_day_that_is_none_is_wrong_usage_and_says_how_to_type_one(terminal, option, day):
    days = {"--as-at": "2026-03-01", "--meeting": "2026-03-01"} | {option: day}
    words = [word for pair in days.items() for word in pair]
    done = terminal.run("report", "desk", "committee-update", *words, "--out", "o", "--passphrase-file", "p")
    assert done.code == 2
    assert f"“{day}” is not a day. Type it as 2026-03-05." in done.err


def test_a_folder_without_a_desk_is_told(terminal):
    done = terminal.run(
        "verify", terminal.folder / "nowhere", "--passphrase-file", terminal.write("pass.txt", PASSPHRASE)
    )
    assert done.code == 1
    assert done.err == "There is no desk in this folder. Choose the folder that holds desk.json.\n"


def test_a_desk_that_is_open_elsewhere_is_told(terminal):
    other = terminal.opened()
    try:
        done = terminal.on_desk("verify")
    finally:
        other.lock()
    assert done.code == 1
    assert done.err.startswith("This desk is already open in another window or program.")


def fails(error):
    def command(chosen):
        raise error

    return command


def test_a_fault_of_ours_says_where_and_shows_no_record_text(terminal, monkeypatch):
    monkeypatch.setattr(records, "opened_desk", fails(ValueError("Alex Example, 1 Example Street")))
    done = terminal.on_desk("history", "A07")
    assert (done.code, done.out) == (3, "")
    assert done.err.startswith("Socdesk failed through a fault of its own (ValueError at test_usage.py:")
    assert "Example" not in done.err
    assert "Traceback" not in done.err


def test_what_the_system_refuses_is_the_worlds_fault(terminal, monkeypatch):
    monkeypatch.setattr(records, "opened_desk", fails(NotADirectoryError(20, "Not a directory", "/home/example")))
    done = terminal.on_desk("history", "A07")
    assert done.code == 1
    assert done.err == "The system would not read or write something: Not a directory.\n"


@pytest.mark.parametrize("error", [KeyboardInterrupt(), CancelledError()])
def test_stopping_is_told_apart_and_says_what_is_safe(terminal, monkeypatch, error):
    monkeypatch.setattr(records, "opened_desk", fails(error))
    done = terminal.on_desk("history", "A07")
    assert (done.code, done.err) == (130, "Stopped. What was saved before is safe.\n")


class Screen:
    """A standard error that is a terminal."""

    def __init__(self):
        self.text = ""

    def isatty(self):
        return True

    def write(self, text):
        self.text += text

    def flush(self):
        pass


def test_progress_is_drawn_on_a_terminal_and_wiped_at_its_end(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    progress = terminal_progress()
    progress.report(1, 4, "Checking")
    assert screen.text.strip() == "25 %  Checking"
    progress.report(4, 4, "Checking")
    assert screen.text.endswith("\r" + " " * 78 + "\r")


def test_nobody_watches_progress_where_there_is_no_terminal(terminal):
    assert isinstance(terminal_progress(), SilentProgress)
    assert terminal.on_desk("verify").err == ""


@given(
    done=st.integers(0, 10**6),
    total=st.integers(0, 10**6),
    words=st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=200),
)
def test_a_line_of_progress_never_wraps(done, total, words):
    with pytest.MonkeyPatch.context() as patch:
        screen = Screen()
        patch.setattr(sys, "stderr", screen)
        terminal_progress().report(done, total, words)
    assert len(screen.text.strip("\r")) == 78
