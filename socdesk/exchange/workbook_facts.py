"""What a sheet of a workbook says about itself beyond its values: hidden, merged, formulas without a result.

The streaming reader of openpyxl leaves these out, and its full reader would hold the whole workbook in
memory.
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import dataclass, field

# Entities are refused by the guard beforehand, and expat itself stops their expansion.
from xml.etree.ElementTree import Element, iterparse

_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_MAX_MERGES = 10_000


@dataclass
class SheetFacts:
    """Counts and places, rows and columns from 1."""

    hidden_columns: int = 0
    hidden_rows: int = 0
    formulas_without_value: int = 0
    merged_down: list[tuple[int, int, int]] = field(default_factory=list[tuple[int, int, int]])
    """(column, first row, last row) of each merge that is one column wide and several rows high."""


def sheet_facts(package: zipfile.ZipFile, part: str) -> SheetFacts:
    """Return the facts of the sheet stored as ``part`` ("xl/worksheets/sheet1.xml")."""
    facts = SheetFacts()
    with package.open(part.lstrip("/")) as stream:
        for _event, element in iterparse(stream):  # noqa: S314
            _note(element, element.tag.rpartition("}")[2], facts)
    return facts


def _note(element: Element, name: str, facts: SheetFacts) -> None:
    if name == "c":
        facts.formulas_without_value += _is_formula_without_value(element)
        element.clear()
    elif name == "row":
        facts.hidden_rows += element.get("hidden") in ("1", "true")
        element.clear()
    elif name == "col" and element.get("hidden") in ("1", "true"):
        first, last = int(element.get("min", "1")), int(element.get("max", "1"))
        facts.hidden_columns += max(0, min(last, 16_384) - first + 1)
    elif name == "mergeCell" and len(facts.merged_down) < _MAX_MERGES:
        _note_merge(element.get("ref", ""), facts)


def _is_formula_without_value(cell: Element) -> bool:
    """Tell whether a cell has a formula and no result; an empty text is a result, and its type says so."""
    children = {child.tag.rpartition("}")[2]: child for child in cell}
    value = children.get("v")
    return "f" in children and (value is None or (not value.text and cell.get("t") != "str"))


def _note_merge(reference: str, facts: SheetFacts) -> None:
    found = _RANGE.fullmatch(reference)
    if found and found.group(1) == found.group(3):
        facts.merged_down.append((_column_number(found.group(1)), int(found.group(2)), int(found.group(4))))


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
