"""Uses this system's credential store once, and says in JSON what came of it.

``python keyring_user.py keep`` keeps a secret, ``forget`` keeps and forgets one. Says too which modules of foreign
stores were loaded.
"""

from __future__ import annotations

import base64
import json
import sys

from socdesk.keys import system_keyring
from socdesk.keys.errors import KeyringUnusableError

DESK = b"sixteen bytes id"


def main() -> None:
    """Use it."""
    found = {"name": system_keyring.name_of_backend(), "kept": False, "secret": "", "reason": "", "left": True}
    try:
        keyring = system_keyring.system_keyring()
        secret = system_keyring.remember(keyring, DESK)
        found["secret"] = base64.b64encode(secret).decode()
        found["kept"] = system_keyring.recall(keyring, DESK) == secret
        if sys.argv[1] == "forget":
            system_keyring.forget(keyring, DESK)
            found["left"] = system_keyring.recall(keyring, DESK) is not None
    except KeyringUnusableError as error:
        found["reason"] = error.reason
    found["foreign"] = [name for name in sys.modules if name.startswith(("keyrings", "hostile"))]
    print(json.dumps(found))  # noqa: T201


if __name__ == "__main__":
    main()
