"""Every failure a person may be told about, and what they can do about it.

Anything else that is raised is a fault of ours: it is shown as one, and holds no record text.
"""

from __future__ import annotations

from collections.abc import Mapping


class UserFacingError(Exception):
    """A failure caused by the world outside: what happened, and what to do.

    No message holds record text, a passphrase or a key, unless the person has just typed it.
    """

    def __init__(self, message: str, *, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class InvalidRecordError(UserFacingError):
    """A record breaks a rule of its register; ``problems`` tells which, by field name."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(". ".join(problems.values()), advice="Nothing was saved.")
        self.problems = dict(problems)


class CancelledError(Exception):
    """Work stopped because the person asked it to."""
