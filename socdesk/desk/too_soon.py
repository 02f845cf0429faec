"""How a person is told to wait before the next try at a desk."""

from __future__ import annotations

from socdesk.errors import UserFacingError

_MINUTE = 60


class TooSoonError(UserFacingError):
    """Several tries failed a moment ago; ``seconds`` is how long to wait."""

    def __init__(self, seconds: int) -> None:
        super().__init__(
            f"Too many wrong tries. Try again in {in_words(seconds)}.",
            advice="If the passphrase is forgotten, use the recovery words. If you are sure of it, desk.json may be "
            "damaged: put it back from your newest backup. Nothing was changed.",
        )
        self.seconds = seconds


def in_words(seconds: int) -> str:
    """Return how long to wait, rounded up to whole minutes where it is longer than one."""
    if seconds <= _MINUTE:
        return "1 second" if seconds == 1 else f"{seconds} seconds"
    minutes = -(-seconds // _MINUTE)
    return f"{minutes} minutes"
