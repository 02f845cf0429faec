"""The command line on a real desk: made once at the policy's least cost, and copied for each test."""

import io
import json
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from socdesk.cli.run import run
from socdesk.clock import system_clock
from socdesk.desk.opening import House, new_desk, open_desk
from socdesk.keys.kdf import POLICY_FLOOR

PASSPHRASE = "quiet harbour velvet ladder"
OTHER = "copper meadow signal thirty"
DRIVERS = (
    b"Licence No,Surname,Forename,Licence Type,Issued,Expiry\r\n"
    b"PHD1,EXAMPLE,Alex,PHD,01/04/2024,31/03/2027\r\nPHD2,SAMPLE,Sam,PHD,01/04/2024,31/02/2027\r\n"
)


@dataclass(frozen=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str


@dataclass
class Terminal:
    """Runs commands in this process, with the passphrase in a file beside the desk."""

    folder: Path
    words: str
    capsys: pytest.CaptureFixture[str]

    @property
    def desk(self):
        return self.folder / "desk"

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return str(path)

    def run(self, *arguments):
        self.capsys.readouterr()
        try:
            code = run([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = leaving.code
        out, err = self.capsys.readouterr()
        return Outcome(code, out, err)

    def on_desk(self, command, *arguments):
        passphrase = self.write("pass.txt", PASSPHRASE)
        return self.run(command, self.desk, *arguments, "--passphrase-file", passphrase)

    def opened(self, passphrase=PASSPHRASE):
        return open_desk(self.desk, passphrase, House(clock=system_clock))

    def head(self):
        desk = self.opened()
        desk.lock()
        return desk.store.heads.changes

    def exported(self, register):
        out = self.folder / "out.json"
        assert self.on_desk("export", register, "--out", out).code == 0
        return json.loads(out.read_bytes())["records"]


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    folder = tmp_path_factory.mktemp("template") / "desk"
    made = new_desk(folder, PASSPHRASE, House(clock=system_clock), cost=POLICY_FLOOR)
    made.desk.lock()
    return folder, made.recovery_words


@pytest.fixture
def terminal(template, tmp_path, capsys):
    folder, words = template
    shutil.copytree(folder, tmp_path / "desk")
    return Terminal(tmp_path, words, capsys)


@pytest.fixture
def cheap(monkeypatch):
    """Let commands that make a lock use the policy's least cost."""
    monkeypatch.setattr("socdesk.desk.opening.calibrated_cost", lambda: POLICY_FLOOR)


@pytest.fixture
def standard_input(monkeypatch):
    def hold(data, *, terminal=False):
        stream = io.TextIOWrapper(io.BytesIO(data))
        stream.isatty = lambda: terminal
        monkeypatch.setattr(sys, "stdin", stream)

    return hold
