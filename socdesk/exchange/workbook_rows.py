"""Sheets from an Excel workbook, read as a stream; formulas give their stored result, unevaluated."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import cast

from socdesk.errors import UserFacingError
from socdesk.exchange.file_kinds import damaged_workbook
from socdesk.exchange.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS, too_large
from socdesk.exchange.sheet import Cell, Row, Sheet, squared
from socdesk.exchange.workbook_cells import WorkbookCell, cell_value
from socdesk.exchange.workbook_facts import SheetFacts, sheet_facts
from socdesk.exchange.workbook_guard import check_package

_LAST_ROW_OF_EXCEL = 1_048_576
_ERRORS = frozenset(("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"))


def workbook_sheets(data: bytes) -> tuple[Sheet, ...]:
    """Return every sheet of cells, hidden ones too, in the workbook's order.

    Raises:
        FileNotReadableError: damaged, locked, or beyond the limits.

    """
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(data)) as package:
            warnings.simplefilter("ignore")
            check_package(package)
            return tuple(_sheets(package, data))
    except UserFacingError:
        raise
    except Exception:  # noqa: BLE001  the library raises anything at all on bytes that only look like a workbook
        raise damaged_workbook() from None


def _sheets(package: zipfile.ZipFile, data: bytes) -> Iterator[Sheet]:
    from openpyxl import load_workbook  # noqa: PLC0415  loaded when a workbook is read, not when a window is shown

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    try:
        for sheet in book.worksheets:
            part = str(getattr(sheet, "_worksheet_path", ""))
            facts = sheet_facts(package, part)
            sheet.reset_dimensions()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]  read-only sheets have it; the stubs name the other kind
            rows = _rows(cast("Iterable[tuple[WorkbookCell, ...]]", sheet.rows))
            filled = squared(_filled_down(rows, facts))
            if len(filled) > MAX_ROWS:
                raise too_large(f"{len(filled)} rows")
            clean, errors = _without_errors(filled)
            notices = _notices(facts, errors, from_1904=book.epoch.year == 1904)  # noqa: PLR2004  the old Mac epoch
            yield Sheet(
                str(sheet.title), clean, notices, hidden=sheet.sheet_state != "visible", source="An Excel workbook"
            )
    finally:
        book.close()


def _rows(source: Iterable[tuple[WorkbookCell, ...]]) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    cells = 0
    for row in source:
        values = [cell_value(cell) for cell in row]
        cells += len(values)
        while values and values[-1] is None:
            values.pop()
        if len(values) > MAX_COLUMNS:
            raise too_large(f"{len(values)} columns")
        rows.append(values)
        if cells > MAX_CELLS or len(rows) > _LAST_ROW_OF_EXCEL:
            raise too_large("millions of cells")
    return rows


def _filled_down(rows: list[list[Cell]], facts: SheetFacts) -> list[list[Cell]]:
    """Give every row of cells merged downwards the value that the person sees beside it."""
    for column, first, last in facts.merged_down:
        if not 0 < first <= len(rows) or column > len(rows[first - 1]):
            continue
        value = rows[first - 1][column - 1]
        for row in rows[first : min(last, len(rows))]:
            row.extend([None] * (column - len(row)))
            row[column - 1] = value
    return rows


def _without_errors(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], int]:
    errors = sum(1 for row in rows for cell in row if cell in _ERRORS)
    if not errors:
        return rows, 0
    return tuple(tuple(None if cell in _ERRORS else cell for cell in row) for row in rows), errors


def _notices(facts: SheetFacts, errors: int, *, from_1904: bool) -> tuple[str, ...]:
    said = (
        (facts.hidden_columns, "Hidden columns were read as well: {}."),
        (facts.hidden_rows, "Hidden rows were read as well: {}. A filter may still be on."),
        (len(facts.merged_down), "Cells merged down several rows count for each of those rows: {}."),
        (facts.formulas_without_value, "Formulas without a saved result were read as empty: {}."),
        (errors, "Cells that show an Excel error were read as empty: {}."),
        (
            int(from_1904),
            "The workbook counts days from 1904, an old Mac setting: check the dates. Sheets: {}.",
        ),
    )
    return tuple(words.format(count) for count, words in said if count)
