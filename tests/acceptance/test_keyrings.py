"""The system's credential store as it is met: real, none, locked, and among foreign stores that want to be chosen.

Never a secret in plain text, never foreign code, a plain reason each (issue 4, acceptance 9).
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

USER = Path(__file__).with_name("keyring_user.py")
pytestmark = [
    pytest.mark.acceptance,
    pytest.mark.skipif(
        not (shutil.which("gnome-keyring-daemon") and shutil.which("dbus-run-session")),
        reason="needs gnome-keyring and a bus",
    ),
]
UNLOCKED = "printf a-login-password | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1; "
LOCKED = "gnome-keyring-daemon --start --components=secrets > /dev/null 2>&1; "
NONE = ""


@pytest.fixture
def home(tmp_path):
    for name in ("data", "config", "run", "python"):
        (tmp_path / name).mkdir(mode=0o700)
    return tmp_path


@pytest.fixture
def used(home, repository):
    """Use the store in a session of its own, with its own home, and return what came of it."""

    def use(daemon, what="keep", **environment):
        done = subprocess.run(
            ["dbus-run-session", "--", "sh", "-c", f'{daemon}exec "$0" "$1" {what}', sys.executable, USER],
            env={
                "PATH": os.environ["PATH"],
                "HOME": str(home),
                "XDG_DATA_HOME": str(home / "data"),
                "XDG_CONFIG_HOME": str(home / "config"),
                "XDG_RUNTIME_DIR": str(home / "run"),
                "PYTHONPATH": f"{repository}{os.pathsep}{home / 'python'}",
                "NO_AT_BRIDGE": "1",
                **environment,
            },
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return use


def holding(folder, text):
    """The files below a folder that hold a text, as UTF-8 or UTF-16."""
    needles = (text.encode(), text.encode("utf-16-le"))
    files = [path for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if any(needle in path.read_bytes() for needle in needles)]


def test_a_real_store_keeps_the_secret_encrypted_and_forgets_it(used, home):
    found = used(UNLOCKED)
    assert (found["name"], found["kept"], found["reason"]) == ("Secret Service", True, "")
    assert list((home / "data" / "keyrings").iterdir())
    assert holding(home, found["secret"]) == []
    assert used(UNLOCKED, "forget")["left"] is False


def test_a_locked_store_is_refused_with_its_reason(used):
    assert used(LOCKED)["reason"] == "its credential store is not set up"
    assert used(UNLOCKED)["kept"]
    found = used(LOCKED)
    assert (found["kept"], found["reason"]) == (False, "its credential store is locked")


def test_where_there_is_none_that_is_said(used, home):
    found = used(NONE, XDG_DATA_DIRS=str(home / "data"), XDG_DATA_HOME=str(home / "data"))
    assert not found["kept"]
    assert found["reason"]
    assert holding(home, "sixteen") == []


FOREIGN = """
import pathlib
from keyring.backend import KeyringBackend

class PlaintextKeyring(KeyringBackend):
    priority = 99
    def set_password(self, service, username, password):
        pathlib.Path({kept!r}).write_text(password)
    def get_password(self, service, username):
        return pathlib.Path({kept!r}).read_text()
    def delete_password(self, service, username):
        pass
"""


@pytest.fixture
def foreign(home):
    """A store in plain text that stands everywhere where ``keyring`` would look for one, as ``keyrings.alt`` does."""
    package = home / "python" / "keyrings" / "alt"
    package.mkdir(parents=True)
    kept = str(home / "data" / "plain.txt")
    (package / "__init__.py").touch()
    (package / "file.py").write_text(FOREIGN.format(kept=kept))
    (home / "python" / "hostile.py").write_text(FOREIGN.format(kept=kept))
    info = home / "python" / "keyrings_alt-5.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: keyrings.alt\nVersion: 5.0\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nfile = keyrings.alt.file\n")
    for folder in (home / "config" / "python_keyring", home / "data" / "python_keyring"):
        folder.mkdir()
        config = f"[backend]\ndefault-keyring=hostile.PlaintextKeyring\nkeyring-path={home / 'python'}\n"
        (folder / "keyringrc.cfg").write_text(config)
    return home


@pytest.mark.parametrize("backend", ["", "hostile.PlaintextKeyring", "keyring.backends.null.Keyring"])
@pytest.mark.parametrize("daemon", [UNLOCKED, LOCKED], ids=["unlocked", "locked"])
def test_no_foreign_store_is_ever_asked_whatever_the_configuration_says(used, foreign, daemon, backend):
    environment = {"PYTHON_KEYRING_BACKEND": backend} if backend else {}
    found = used(daemon, **environment)
    assert found["foreign"] == []
    assert not (foreign / "data" / "plain.txt").exists()
    assert found["kept"] is (daemon == UNLOCKED)
    if found["secret"]:
        assert holding(foreign, found["secret"]) == []
