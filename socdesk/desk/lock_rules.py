"""When an open desk locks by itself, and how long copied and restricted text may be seen."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.desk.desk import Desk
from socdesk.settings import (
    CLIPBOARD_SECONDS,
    HIDE_FROM_CAPTURE,
    LOCK_MINUTES,
    LOCK_ON_MINIMISE,
    LOCK_ON_SLEEP,
    LOCK_WITH_SYSTEM,
    SHOW_MINUTES,
    DeskSetting,
    InvalidSettingError,
)


@dataclass(frozen=True)
class LockRules:
    """The rules in force. There is no way never to lock."""

    minutes: int
    on_sleep: bool
    with_system: bool
    on_minimise: bool
    clipboard_seconds: int
    show_minutes: int
    hide_from_capture: bool = False


USUAL = LockRules(
    minutes=int(LOCK_MINUTES.default),
    on_sleep=True,
    with_system=True,
    on_minimise=False,
    clipboard_seconds=int(CLIPBOARD_SECONDS.default),
    show_minutes=int(SHOW_MINUTES.default),
)
"""The rules of a desk on which nothing was chosen."""


def lock_rules(desk: Desk) -> LockRules:
    """Read the rules; a value that is not allowed counts as the default."""
    return LockRules(
        minutes=int(_value(desk, LOCK_MINUTES)),
        on_sleep=_value(desk, LOCK_ON_SLEEP) == "yes",
        with_system=_value(desk, LOCK_WITH_SYSTEM) == "yes",
        on_minimise=_value(desk, LOCK_ON_MINIMISE) == "yes",
        clipboard_seconds=int(_value(desk, CLIPBOARD_SECONDS)),
        show_minutes=int(_value(desk, SHOW_MINUTES)),
        hide_from_capture=_value(desk, HIDE_FROM_CAPTURE) == "yes",
    )


def _value(desk: Desk, setting: DeskSetting) -> str:
    try:
        return setting.check(desk.setting(setting))
    except InvalidSettingError:
        return setting.default
