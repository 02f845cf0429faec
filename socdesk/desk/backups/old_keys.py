"""The root keys that a desk had before: kept inside it, so that its older backups are still known as its own.

They open nothing but what was locked before the renewal; whoever can read them holds the desk itself.
"""

from __future__ import annotations

import json

from socdesk.keys.derive import RootKey
from socdesk.storage.meta import Meta

_NAME = "old_roots"


def old_roots(meta: Meta) -> tuple[RootKey, ...]:
    """Return the earlier root keys, newest first."""
    return tuple(RootKey(bytes.fromhex(each)) for each in json.loads(meta.get(_NAME, "[]")))


def remember_root(meta: Meta, root: RootKey) -> None:
    """Keep a root key that is no longer in force."""
    kept = [root, *old_roots(meta)]
    meta.set(**{_NAME: json.dumps([each.expose().hex() for each in kept])})
