"""The program as a process of its own: what it loads, what it prints where, and a person at a terminal."""

import os
import re
import subprocess
import sys

import pytest
from cli.conftest import PASSPHRASE

HEAVY = (
    "PySide6",
    "sqlalchemy",
    "sqlcipher3",
    "alembic",
    "reportlab",
    "pikepdf",
    "openpyxl",
    "keyring",
    "cryptography",
)
LOADED = """
import sys
from socdesk.cli.run import run
for line in sys.argv[1].split("\\n"):
    try:
        run(line.split("\\t") if line else [])
    except SystemExit:
        pass
print("LOADED", *sorted({name.partition(".")[0] for name in sys.modules}))
"""

WHOLE_HOUSE = """
import importlib, pkgutil, sys
import socdesk
names = [found.name for found in pkgutil.walk_packages(socdesk.__path__, "socdesk.", onerror=lambda _: None)
         if not found.name.startswith(("socdesk.ui", "socdesk.selftest", "socdesk.storage.migrations."))]
for name in names:
    importlib.import_module(name)
print(len(names), *sorted({name.partition(".")[0] for name in sys.modules}))
"""


def program(*arguments, given=b"", **environment):
    return subprocess.run(
        [sys.executable, "-m", "socdesk", *map(str, arguments)],
        check=False,
        input=given,
        capture_output=True,
        env={**os.environ, **environment},
    )


def loaded_by(*commands):
    lines = "\n".join("\t".join(map(str, command)) for command in commands)
    done = subprocess.run([sys.executable, "-c", LOADED, lines], check=True, capture_output=True, text=True)
    return set(done.stdout.rpartition("LOADED ")[2].split()), done


def test_a_new_desk_holds_the_strategy_and_can_be_exported_and_verified(tmp_path):
    desk, out = tmp_path / "desk", tmp_path / "actions.json"
    secret = f"{PASSPHRASE}\n".encode()
    assert program("new", desk, "--passphrase-file", "-", given=secret).returncode == 0
    done = program("export", desk, "actions", "--out", out, "--passphrase-file", "-", given=secret)
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_text("utf-8").count('"wording"') == 15
    assert program("verify", desk, "--passphrase-file", "-", given=secret).returncode == 0


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["verify", "--help"]])
def test_help_needs_nothing_heavy(arguments):
    loaded, done = loaded_by(arguments)
    assert done.stdout.count("\n") >= 2
    assert loaded & set(HEAVY) == set()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a screen")
@pytest.mark.parametrize("screen", [{}, {"DISPLAY": ":9999"}, {"QT_QPA_PLATFORM": "nonsense"}])
def test_the_name_alone_asks_for_a_screen_and_says_in_one_line_where_there_is_none(screen, monkeypatch):
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    done = program(**screen)
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().strip().startswith("Socdesk found no screen")
    assert done.stderr.count(b"\n") == 1


def test_no_command_on_a_desk_loads_the_window(terminal):
    word = ("--passphrase-file", terminal.write("pass.txt", PASSPHRASE))
    staff = terminal.write("staff.csv", "Staff No,Name\n1,Alex Example\n")
    day = ("--as-at", "2026-03-01", "--meeting", "2026-03-01")
    loaded, done = loaded_by(
        ["import", terminal.desk, "staff", staff, *word],
        ["export", terminal.desk, "learners", "--out", terminal.folder / "out.xlsx", *word],
        ["report", terminal.desk, "committee-update", *day, "--out", terminal.folder / "out.pdf", *word],
        ["history", terminal.desk, "A07", *word],
        ["undo", terminal.desk, *word],
        ["redo", terminal.desk, *word],
        ["verify", terminal.desk, *word],
    )
    assert "Brought in as I001." in done.stdout
    assert "Done again: " in done.stdout
    assert "This desk is sound." in done.stdout
    assert "sqlalchemy" in loaded
    assert "PySide6" not in loaded


def test_no_room_below_the_window_needs_it_even_to_be_imported():
    done = subprocess.run([sys.executable, "-c", WHOLE_HOUSE], check=True, capture_output=True, text=True)
    assert int(done.stdout.split()[0]) > 150
    assert "PySide6" not in done.stdout.split()


def test_a_terminal_that_lacks_a_character_gets_a_stand_in(terminal):
    done = program(
        "history", terminal.desk, "X’1", "--passphrase-file", "-", given=PASSPHRASE.encode(), PYTHONIOENCODING="ascii"
    )
    assert (done.returncode, done.stderr) == (1, b"There is no record X?1 on this desk. Check the reference.\n")


def test_a_reader_that_goes_away_is_no_fault(terminal):
    command = [sys.executable, "-m", "socdesk", "history", str(terminal.desk), "A07", "--passphrase-file", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        running.stdout.close()
        running.stdin.write(PASSPHRASE.encode())
        running.stdin.close()
        assert running.stderr.read() == b""
        assert running.wait() == 0


class Person:
    """Somebody at a terminal, who reads and types."""

    def __init__(self, *arguments):
        import pty

        self._screen, other = pty.openpty()
        command = [sys.executable, "-m", "socdesk", *map(str, arguments)]
        self._program = subprocess.Popen(command, stdin=other, stdout=other, stderr=other, start_new_session=True)
        os.close(other)
        self.seen = ""

    def until(self, pattern):
        while not (found := re.search(pattern, self.seen)):
            self.seen += os.read(self._screen, 4096).decode()
        self.seen, before = self.seen[found.end() :], self.seen
        return before, found

    def types(self, text):
        os.write(self._screen, f"{text}\n".encode())

    def leaves(self):
        rest = self.seen
        try:
            while part := os.read(self._screen, 4096):
                rest += part.decode()
        except OSError:
            pass  # how Linux says that the other end is closed
        os.close(self._screen)
        return rest, self._program.wait()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
class TestAPersonAtATerminal:
    def test_three_recovery_words_are_asked_back_until_they_are_right(self, tmp_path):
        (tmp_path / "pass.txt").write_text(PASSPHRASE)
        person = Person("new", tmp_path / "desk", "--passphrase-file", tmp_path / "pass.txt")
        before, found = person.until(r"Type word (\d+): ")
        words = next(line.split() for line in before.splitlines() if len(line.split()) == 20)
        person.types("wrong")
        for _ in range(2):
            _before, found = person.until(r"Type word (\d+): ")
            person.types(words[int(found[1]) - 1])
        person.until("Look at your paper and try again")
        for _ in range(3):
            _before, found = person.until(r"Type word (\d+): ")
            person.types(words[int(found[1]) - 1])
        rest, code = person.leaves()
        assert code == 0
        assert "Keep the paper where neither the laptop nor a visitor finds it." in rest

    def test_a_typed_passphrase_is_not_shown(self, terminal):
        person = Person("verify", terminal.desk, "--passphrase-file", "-")
        person.until("Passphrase: ")
        person.types(PASSPHRASE)
        rest, code = person.leaves()
        assert code == 0
        assert PASSPHRASE not in rest
        assert "100 %" not in rest
        assert "%" in rest
