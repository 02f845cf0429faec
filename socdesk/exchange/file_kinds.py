"""Which kind of file the bytes are, whatever the name says.

Councils' systems hand out old workbooks, web pages and locked workbooks under any ending; each is told apart
here, so that a person hears what to do instead of what went wrong inside.
"""

from __future__ import annotations

import io
import zipfile
from enum import Enum

from socdesk.exchange.file_errors import SAVE_AS_XLSX, FileNotReadableError
from socdesk.exchange.limits import MAX_FILE_BYTES, too_large

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_TEXT_SUFFIXES = ("", ".csv", ".txt", ".tsv", ".tab")
_WORKBOOK_SUFFIXES = ("", ".xlsx", ".xlsm", ".xltx", ".xltm")


class FileKind(Enum):
    """The kinds that can be read."""

    WORKBOOK = "an Excel workbook"
    TEXT = "a text file"


def file_kind(data: bytes, name_suffix: str) -> FileKind:
    """Return the kind of a file by its bytes; ``name_suffix`` is its ending (".csv"), or "" if unknown.

    Raises:
        FileNotReadableError: empty, too large, a kind that is not read, or not what its name says.

    """
    suffix = name_suffix.casefold()
    _refuse_by_size(data)
    _refuse_other_kinds(data)
    kind = FileKind.WORKBOOK if data.startswith(b"PK") else FileKind.TEXT
    if kind is FileKind.WORKBOOK:
        _refuse_other_packages(data)
    _refuse_a_wrong_name(kind, suffix)
    return kind


def _refuse_by_size(data: bytes) -> None:
    if not data.strip():
        raise FileNotReadableError("The file is empty.", advice="Check that it was saved, and choose it again.")
    if len(data) > MAX_FILE_BYTES:
        raise too_large(f"{len(data) // 1_000_000} MB")


def _refuse_other_kinds(data: bytes) -> None:
    start = data[:1024].lstrip().lower()
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise FileNotReadableError(
                "The workbook is locked with a password.",
                advice="In Excel, choose File, Info, Protect Workbook, take the password off, and save it.",
            )
        raise FileNotReadableError("This is an old Excel or Office file (.xls).", advice=SAVE_AS_XLSX)
    if start.startswith(b"%pdf"):
        raise FileNotReadableError(
            "This is a PDF, which holds a picture of a list and not the list.",
            advice="Ask for the list as an Excel workbook (.xlsx) or a CSV file.",
        )
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<?xml")):
        raise FileNotReadableError("This is a web page or XML, not a workbook.", advice=SAVE_AS_XLSX)


def _refuse_other_packages(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        raise damaged_workbook() from None
    if "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names or "content.xml" in names:
        raise FileNotReadableError("This is a workbook of another kind (.xlsb or .ods).", advice=SAVE_AS_XLSX)
    if "[Content_Types].xml" in names and not any(name.startswith("word/") for name in names):
        return
    raise FileNotReadableError(
        "This is not a list: it is a document or a folder of files packed into one.",
        advice="Choose the Excel workbook (.xlsx) or the CSV file itself.",
    )


def _refuse_a_wrong_name(kind: FileKind, suffix: str) -> None:
    if suffix in (_WORKBOOK_SUFFIXES if kind is FileKind.WORKBOOK else _TEXT_SUFFIXES):
        return
    right = ".xlsx" if kind is FileKind.WORKBOOK else ".csv"
    raise FileNotReadableError(
        f"The file is not what its name says: it ends in \u201c{suffix}\u201d, but is {kind.value}.",
        advice=f"If it is the right file, rename it to end in {right}, and choose it again.",
    )


def damaged_workbook() -> FileNotReadableError:
    """Return the error for a workbook whose insides cannot be read."""
    return FileNotReadableError(
        "The workbook is damaged or incomplete.",
        advice="In Excel, save it under a new name as an Excel workbook (.xlsx), and bring that file in.",
    )
