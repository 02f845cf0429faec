"""The door for files that come in: bytes to sheets."""

from __future__ import annotations

from pathlib import Path

from socdesk.exchange.csv_rows import DELIMITERS, csv_rows, delimiter_of
from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.file_kinds import FileKind, file_kind
from socdesk.exchange.limits import MAX_FILE_BYTES
from socdesk.exchange.sheet import Sheet, is_blank
from socdesk.exchange.text_encoding import decoded_from
from socdesk.exchange.workbook_rows import workbook_sheets


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file that a person chose, at most one byte more than the limit.

    Raises:
        FileNotReadableError: it is gone, a folder, in use or not allowed.

    """
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise FileNotReadableError(
            f"The file could not be opened ({error.strerror or 'unknown reason'}).",
            advice="Check that it is still there, close it in other programs, and choose it again.",
        ) from None


def read_sheets(data: bytes, name_suffix: str) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook or of a delimited text file (one sheet, named "").

    Args:
        data: the whole file.
        name_suffix: the ending of its name with the dot, or "" when there is no name (standard input).

    Raises:
        FileNotReadableError: what is wrong with the file, and what to do.

    """
    is_workbook = file_kind(data, name_suffix) is FileKind.WORKBOOK
    sheets = workbook_sheets(data) if is_workbook else (_text_sheet(data),)
    if all(is_blank(row) for sheet in sheets for row in sheet.rows):
        raise FileNotReadableError("The file holds no cells.", advice="Check that it is the right file.")
    return sheets


def _text_sheet(data: bytes) -> Sheet:
    text, encoding = decoded_from(data)
    cut = delimiter_of(text)
    parted = DELIMITERS.get(cut, f"“{cut}”")
    return Sheet("", csv_rows(text, delimiter=cut), source=f"A text file ({encoding}), its columns parted by {parted}")
