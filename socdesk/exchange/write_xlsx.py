"""A table as an Excel workbook, written in memory part by part.

openpyxl writes each sheet to a temporary file first, where record text would lie in the clear, and puts the
time of day into the package. This writes the few parts that a table needs (ECMA-376), so that nothing touches
the disk and the same table gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Final

from socdesk.exchange.file_errors import FileNotReadableError
from socdesk.exchange.table import Flat, Table, flat, writable
from socdesk.exchange.xlsx_parts import (
    DAY_STYLE,
    FIXED_PARTS,
    HEADER_STYLE,
    MOMENT_STYLE,
    TEXT_STYLE,
    column_letters,
    escaped,
    sheet_name,
    sheet_xml,
    workbook_xml,
)

_EPOCH: Final = datetime(1899, 12, 30)  # noqa: DTZ001  a day of Excel's own count has no zone
_FIRST_SAFE_DAY: Final = date(1900, 3, 1)  # before it Excel counts a 29 February 1900 that never was
_LONGEST_TEXT: Final = 32_767
_WIDEST: Final = 60
_EARLIEST_IN_A_ZIP: Final = (1980, 1, 1, 0, 0, 0)


class CellTooLongError(FileNotReadableError):
    """A text is longer than a cell of Excel can hold; it is refused rather than cut."""


def write_xlsx(table: Table) -> bytes:
    """Return the bytes of a workbook with one sheet: header row frozen, real dates, text never a formula.

    Raises:
        CellTooLongError: a text has more than 32,767 characters.

    """
    rows = [[flat(value) for value in row] for row in table.rows]
    header = [writable(column) for column in table.columns]
    lines = [_row(1, header, header=True), *(_row(at, row) for at, row in enumerate(rows, start=2))]
    parts = {
        **FIXED_PARTS,
        "xl/workbook.xml": workbook_xml(sheet_name(table.title)),
        "xl/worksheets/sheet1.xml": sheet_xml(_widths(header, rows), "".join(lines)),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            entry = zipfile.ZipInfo(name, _EARLIEST_IN_A_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, xml.encode("utf-8"))
    return out.getvalue()


def _row(number: int, values: list[Flat] | list[str], *, header: bool = False) -> str:
    cells = "".join(
        _cell(f"{column_letters(at)}{number}", value, header=header)
        for at, value in enumerate(values, start=1)
        if value is not None
    )
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Flat, *, header: bool) -> str:
    if isinstance(value, int | float) and not header:
        return f'<c r="{place}"><v>{value!r}</v></c>'
    if isinstance(value, date):
        day = value.date() if isinstance(value, datetime) else value
        if day >= _FIRST_SAFE_DAY:
            style = MOMENT_STYLE if isinstance(value, datetime) else DAY_STYLE
            return f'<c r="{place}" s="{style}"><v>{_serial(value)!r}</v></c>'
        value = value.isoformat()
    text = str(value).replace("\r\n", "\n").replace("\r", "\n")
    if len(text) > _LONGEST_TEXT:
        raise CellTooLongError(
            f"A text in column {place.rstrip('0123456789')} is longer than an Excel cell can hold.",
            advice="Export to CSV or JSON instead, which keep it whole.",
        )
    style = HEADER_STYLE if header else TEXT_STYLE
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def _serial(value: date) -> int | float:
    if not isinstance(value, datetime):
        return (datetime(value.year, value.month, value.day) - _EPOCH).days  # noqa: DTZ001  as above
    return (value - _EPOCH) / timedelta(days=1)


def _widths(header: list[str], rows: list[list[Flat]]) -> Iterator[int]:
    for at, heading in enumerate(header):
        longest = max((_length(row[at]) for row in rows), default=0)
        yield min(_WIDEST, max(len(heading), longest) + 2)


def _length(value: Flat) -> int:
    return max(map(len, str(value).splitlines()), default=0) if value is not None else 0
