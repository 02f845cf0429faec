"""What this computer can remember: one secret per desk in the system's own credential store. Off by default.

The ``keyring`` library would look for backends in entry points, the environment and a file; any of them
can hand the secret to a foreign module or to a plain text file (store.md 5). So the one class that belongs to
this system is made here by name, and nothing else is ever asked. Whoever can use this login can then open the
desk.
"""

from __future__ import annotations

import base64
import secrets
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from socdesk.keys.derive import KEY_BYTES
from socdesk.keys.errors import KeyringUnusableError

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_OTHER: Final = "Secret Service"
_NAMES: Final = {"win32": "Windows Credential Manager", "darwin": "macOS Keychain"}
_USER: Final = "device"
_MOST_SECONDS_TO_LOOK: Final = 2.0
_REASONS: Final = {
    "KeyringLocked": "its credential store is locked",
    "InitError": "its credential store is not set up",
}
_NOT_KEPT: Final = "its credential store did not keep what it was given"


class Keyring(Protocol):
    """A place that keeps text under a service and a user name."""

    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep a text."""
        ...

    def get_password(self, service: str, username: str) -> str | None:
        """Return the text kept, or None."""
        ...

    def delete_password(self, service: str, username: str) -> None:
        """Forget the text."""
        ...


def system_keyring() -> Keyring:
    """Return this system's credential store, without prompting, in 2 s at most.

    Raises KeyringUnusableError.
    """
    return _found()[1]


def name_of_backend() -> str:
    """Return the store's name for people, or ``none: `` and why; never prompts, waits 2 s at most."""
    try:
        return _found()[0]
    except KeyringUnusableError as error:
        return f"none: {error.reason}"


def remember(keyring: Keyring, desk_id: bytes) -> bytes:
    """Make a new 32-byte secret, keep it for this desk and return it. May prompt: call it from a job.

    Raises KeyringUnusableError, also when the store claims success and keeps nothing.
    """
    secret = secrets.token_bytes(KEY_BYTES)
    written = base64.b64encode(secret).decode("ascii")
    service = _service(desk_id)
    with _failures_in_words():
        keyring.set_password(service, _USER, written)
        kept = keyring.get_password(service, _USER)
    if kept != written:
        raise KeyringUnusableError(_NOT_KEPT)
    return secret


def recall(keyring: Keyring, desk_id: bytes) -> bytes | None:
    """Return the secret kept for this desk, or None. May prompt: call it from a job.

    Raises KeyringUnusableError.
    """
    with _failures_in_words():
        kept = keyring.get_password(_service(desk_id), _USER)
    try:
        secret = base64.b64decode(kept or "", validate=True)
    except ValueError:
        return None
    return secret if len(secret) == KEY_BYTES else None


def forget(keyring: Keyring, desk_id: bytes) -> None:
    """Remove what is kept for this desk; nothing kept is fine. May prompt: call it from a job.

    Raises KeyringUnusableError, also when the store claims success and keeps the secret.
    """
    service = _service(desk_id)
    with _failures_in_words():
        if keyring.get_password(service, _USER) is None:
            return
        keyring.delete_password(service, _USER)
        left = keyring.get_password(service, _USER)
    if left is not None:
        raise KeyringUnusableError("its credential store did not forget the desk")


def _service(desk_id: bytes) -> str:
    return f"socdesk/{desk_id.hex()}"


@contextmanager
def _failures_in_words() -> Generator[None]:
    try:
        yield
    except Exception as error:  # noqa: BLE001  # each store fails in its own classes
        # Only the kind of error, and not chained: its text could hold what was to be kept.
        kind = type(error).__name__
        raise KeyringUnusableError(_REASONS.get(kind, f"its credential store refused ({kind})")) from None


def _found() -> tuple[str, Keyring]:
    """Look in a thread of its own: a session bus that does not answer must not hold the program."""
    found: list[tuple[str, Keyring]] = []
    reasons: list[str] = []

    def look() -> None:
        try:
            found.append(_look())
        except Exception as error:  # noqa: BLE001  # no library, no service, no session: there is none
            reasons.append(f"{_NAMES.get(sys.platform, _OTHER)} is not available ({type(error).__name__})")

    thread = threading.Thread(target=look, name="look for a keyring", daemon=True)
    thread.start()
    thread.join(_MOST_SECONDS_TO_LOOK)
    if found:
        return found[0]
    raise KeyringUnusableError(reasons[0] if reasons else "its credential store does not answer")


def _look() -> tuple[str, Keyring]:
    # Imported here: the library is slow to load, and rarely wanted.
    if sys.platform == "win32":
        from keyring.backends.Windows import WinVaultKeyring as System  # noqa: PLC0415
    elif sys.platform == "darwin":
        from keyring.backends.macOS import Keyring as System  # noqa: PLC0415
    else:
        from keyring.backends.SecretService import Keyring as System  # noqa: PLC0415
    keyring = _bare(System)
    if sys.platform == "win32":
        keyring.persist = "local machine"  # the default roams with the domain profile
    elif sys.platform == "darwin":
        keyring.keychain = None  # the class reads KEYCHAIN_PATH
    return _NAMES.get(sys.platform, _OTHER), cast("Keyring", keyring)


def _bare(system: type[KeyringBackend]) -> Any:
    """Make a backend without its __init__, which only lets the environment set any attribute."""
    _ = system.priority  # raises when it cannot be used here
    return system.__new__(system)
