"""What can be wrong with a file that a person brings, each with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence

from socdesk.errors import UserFacingError

SAVE_AS_XLSX = "Open it in Excel, save it as an Excel workbook (.xlsx), and bring that file in."
NOTHING_CHANGED = "Nothing was brought in."


class FileNotReadableError(UserFacingError):
    """The file is not one that can be read: wrong kind, damaged, locked, empty or too large."""

    def __init__(self, message: str, *, advice: str) -> None:
        super().__init__(f"{message} {NOTHING_CHANGED}", advice=advice)


class HeaderNotFoundError(FileNotReadableError):
    """No row of the file looks like the headings of the list that was asked for."""


class MissingColumnsError(FileNotReadableError):
    """Columns that this kind of list needs were not found."""

    def __init__(self, labels: Sequence[str]) -> None:
        named = "; ".join(labels)
        super().__init__(
            f"The list has no column for: {named}.",
            advice="Check the headings, or say which column holds it.",
        )
        self.labels = tuple(labels)


class SensitiveColumnsError(FileNotReadableError):
    """Columns that Socdesk never stores: ``columns`` are their headings, ``reasons`` why, in step."""

    def __init__(self, columns: Sequence[str], reasons: Sequence[str]) -> None:
        said = " ".join(
            f"The column \u201c{column}\u201d is not kept: {reason}"
            for column, reason in zip(columns, reasons, strict=True)
        )
        super().__init__(
            said,
            advice="Take the column out of the file, or confirm that the list may come in without it.",
        )
        self.columns = tuple(columns)
        self.reasons = tuple(reasons)
