import os
import socket
import subprocess
import sys

import pytest
from helpers.shelf import Shelf
from keyring.backends import null

from socdesk.keys import system_keyring
from socdesk.keys.errors import KeyringUnusableError
from socdesk.keys.system_keyring import forget, recall, remember

DESK = b"sixteen bytes id"
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the store is found by the session bus")


class Stubborn(Shelf):
    def delete_password(self, service, username):
        pass


class Broken(Shelf):
    def get_password(self, service, username):
        raise RuntimeError(f"cannot show {self.kept}")


def test_what_is_remembered_is_recalled_until_it_is_forgotten():
    shelf = Shelf()
    assert recall(shelf, DESK) is None
    secret = remember(shelf, DESK)
    assert len(secret) == 32
    assert recall(shelf, DESK) == secret
    assert recall(shelf, b"another desk's id") is None
    forget(shelf, DESK)
    assert recall(shelf, DESK) is None
    forget(shelf, DESK)


def test_what_is_kept_is_44_characters_that_every_store_can_hold():
    shelf = Shelf()
    remember(shelf, DESK)
    [kept] = shelf.kept.values()
    assert len(kept) == 44
    assert kept.isascii()


def test_a_store_that_keeps_nothing_is_found_out():
    with pytest.raises(KeyringUnusableError, match="did not keep"):
        remember(null.Keyring(), DESK)


def test_a_store_that_forgets_nothing_is_found_out():
    stubborn = Stubborn()
    remember(stubborn, DESK)
    with pytest.raises(KeyringUnusableError, match="did not forget"):
        forget(stubborn, DESK)


@pytest.mark.parametrize("kept", ["not base64!", "AAAA", "", "é"])
def test_what_somebody_else_put_there_is_not_taken_for_a_secret(kept):
    shelf = Shelf()
    remember(shelf, DESK)
    shelf.kept = dict.fromkeys(shelf.kept, kept)
    assert recall(shelf, DESK) is None


@pytest.mark.parametrize("use", [remember, recall, forget])
def test_a_failing_store_is_told_in_words_without_what_it_holds(use):
    broken = Broken()
    broken.kept["service"] = "a secret"
    with pytest.raises(KeyringUnusableError, match="refused") as caught:
        use(broken, DESK)
    assert "a secret" not in str(caught.value)
    assert caught.value.__suppress_context__


def test_the_environment_sets_no_attribute_of_a_store(monkeypatch):
    monkeypatch.setenv("KEYRING_PROPERTY_PREFERRED_COLLECTION", "/somebody/elses")
    assert hasattr(null.Keyring(), "preferred_collection")
    assert not hasattr(system_keyring._bare(null.Keyring), "preferred_collection")


def name_in_a_fresh_program(**environment):
    program = (
        "import sys\n"
        "from socdesk.keys import system_keyring\n"
        "assert 'keyring' not in sys.modules, 'loaded too early'\n"
        "system_keyring._MOST_SECONDS_TO_LOOK = 5 if len(sys.argv) < 2 else float(sys.argv[1])\n"
        "print(system_keyring.name_of_backend())\n"
        "assert 'hostile' not in sys.modules, 'a foreign module was loaded'\n"
    )
    seconds = environment.pop("seconds", "5")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, seconds],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@linux_only
def test_no_configuration_and_no_environment_chooses_the_store(tmp_path):
    (tmp_path / "hostile.py").write_text("print('loaded')\n", "utf-8")
    (tmp_path / "python_keyring").mkdir()
    (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(
        f"[backend]\ndefault-keyring=hostile.Keyring\nkeyring-path={tmp_path}\n", "utf-8"
    )
    name = name_in_a_fresh_program(
        DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/no-bus",
        PYTHON_KEYRING_BACKEND="keyring.backends.null.Keyring",
        XDG_CONFIG_HOME=str(tmp_path),
        XDG_DATA_HOME=str(tmp_path),
    )
    assert name.startswith("none: Secret Service is not available")


@linux_only
def test_a_session_bus_that_never_answers_does_not_hold_the_program(tmp_path):
    with socket.socket(socket.AF_UNIX) as silent:
        silent.bind(str(tmp_path / "bus"))
        silent.listen()
        name = name_in_a_fresh_program(DBUS_SESSION_BUS_ADDRESS=f"unix:path={tmp_path}/bus", seconds="0.5")
    assert name == "none: its credential store does not answer"


def test_an_unusable_store_is_told_in_words(monkeypatch):
    def nothing_here():
        raise RuntimeError("no such thing")

    monkeypatch.setattr(system_keyring, "_look", nothing_here)
    with pytest.raises(KeyringUnusableError, match="cannot remember the desk"):
        system_keyring.system_keyring()
    assert system_keyring.name_of_backend().startswith("none: ")
