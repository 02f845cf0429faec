"""How large a list may be. A register of drivers has hundreds of rows; these refuse accidents and bombs."""

from __future__ import annotations

from typing import Final

from socdesk.exchange.file_errors import FileNotReadableError

MAX_FILE_BYTES: Final = 50_000_000
MAX_UNPACKED_BYTES: Final = 200_000_000
MAX_PARTS: Final = 2_000
MAX_ROWS: Final = 100_000
MAX_COLUMNS: Final = 200
MAX_CELLS: Final = 5_000_000


def too_large(what: str) -> FileNotReadableError:
    """Return the error for a file beyond one of the limits; ``what`` completes "The file has ..."."""
    return FileNotReadableError(
        f"The file has {what}, which is more than a list should have.",
        advice="Copy the list alone into a new workbook, save it, and bring that file in.",
    )
