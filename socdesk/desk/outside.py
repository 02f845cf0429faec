"""Where files that a person asked for may lie: anywhere but in a desk's own folder."""

from __future__ import annotations

from pathlib import Path

from socdesk.desk.desk_folder import lies_in
from socdesk.errors import UserFacingError


class InsideDeskError(UserFacingError):
    """A file was to be written into a desk's own folder, where it could replace one of the desk's."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} must not lie in the desk’s own folder.", advice="Choose another place. Nothing was changed."
        )


def outside(desk: Path, out: Path, what: str) -> Path:
    """Return the path of a file to write; ``what`` says what it holds, as the beginning of a sentence.

    Raises:
        InsideDeskError: it lies in the desk's folder; links are followed.

    """
    if lies_in(desk, out):
        raise InsideDeskError(what)
    return out
