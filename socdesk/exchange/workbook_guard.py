"""Looks at the package of a workbook before anything inside it is read: no bombs, no entities."""

from __future__ import annotations

import zipfile

from socdesk.exchange.file_errors import SAVE_AS_XLSX, FileNotReadableError
from socdesk.exchange.file_kinds import damaged_workbook
from socdesk.exchange.limits import MAX_PARTS, MAX_UNPACKED_BYTES, too_large

_HEAD = 4096


def check_package(package: zipfile.ZipFile) -> None:
    """Refuse a package that unpacks to too much, is locked, or declares document types.

    The sizes in the directory are upper bounds: ``zipfile`` never unpacks more of a part than is declared.

    Raises:
        FileNotReadableError: which of these it is.

    """
    parts = package.infolist()
    if len(parts) > MAX_PARTS:
        raise too_large(f"{len(parts)} parts inside")
    if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
        raise too_large("far more inside than its size tells")
    if any(part.flag_bits & 1 for part in parts):
        raise FileNotReadableError("The workbook is locked with a password.", advice=SAVE_AS_XLSX)
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            _check_head(package, part)


def _check_head(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    with package.open(part) as stream:
        head = stream.read(_HEAD)
    if b"<!DOCTYPE" in head or b"<!ENTITY" in head:
        raise damaged_workbook()
