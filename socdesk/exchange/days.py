"""Days as lists write them, always day before month."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import Final

from socdesk.clock import london_day
from socdesk.exchange.cells import Unreadable, plain_words, says_nothing
from socdesk.exchange.list_data import cell_words
from socdesk.exchange.sheet import Cell, tidy

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_EXCEL_EPOCH: Final = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 80_000  # 3 October 1954 to 10 January 2119
_FIRST_YEAR, _LAST_YEAR = 1930, 2119
_PIVOT: Final = 70  # a two-digit year from 70 on is of the last century

_SERIAL = re.compile(r"\d{5}(\.\d+)?")
_ZONED = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:?\d\d)", re.IGNORECASE)
_TIME_AFTER = re.compile(r"[T ,]+\d{1,2}:\d\d(:\d\d)?(\.\d+)?( ?[ap]\.?m\.?)?$", re.IGNORECASE)
_WEEKDAY = re.compile(r"^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? +", re.IGNORECASE)
_DAY_FIRST = re.compile(r"(\d{1,2})[/. -]+(\d{1,2})[/. -]+(\d{4}|\d{2})")
_YEAR_FIRST = re.compile(r"(\d{4})[/. -](\d{1,2})[/. -](\d{1,2})")
_PACKED = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_IN_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .-]*(?:of )?([a-z]{3,9})[ .,-]*(\d{4}|\d{2})", re.IGNORECASE)


def read_day(cell: Cell) -> date | Unreadable | None:  # noqa: PLR0911  one return per way to write a day
    """Return the day that a cell holds, None for an empty one.

    Reads days of Excel, their serial numbers (also as text), 1/4/26, 01.04.2026, 2026-04-01T00:00:00 and
    1 April 2026. A moment with a zone counts for its day in London.
    """
    if isinstance(cell, bool):
        return Unreadable("This is yes or no, not a day.")
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = tidy(cell)
    words = plain_words(text)
    if says_nothing(cell) or words in cell_words()["no_day"]:
        return None
    if words in cell_words()["done_words"]:
        return Unreadable("This says that it was done, but not when.")
    if _SERIAL.fullmatch(text):
        return _from_serial(text)
    return _from_text(text)


def _from_serial(text: str) -> date | Unreadable:
    serial = int(text.partition(".")[0])
    if not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return Unreadable(f"{text} is not a day.")
    return _EXCEL_EPOCH + timedelta(days=serial)


def _from_text(text: str) -> date | Unreadable:
    if _ZONED.fullmatch(text):
        try:
            return london_day(datetime.fromisoformat(text))
        except (ValueError, OverflowError):
            return Unreadable(f"{text} is not a day.")
    bare = _WEEKDAY.sub("", _TIME_AFTER.sub("", text)).strip()
    if found := _DAY_FIRST.fullmatch(bare):
        return _checked(int(found[1]), int(found[2]), _full_year(found[3]))
    if found := _YEAR_FIRST.fullmatch(bare) or _PACKED.fullmatch(bare):
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    if (found := _IN_WORDS.fullmatch(bare)) and (month := _month(found[2])):
        return _checked(int(found[1]), month, _full_year(found[3]))
    return Unreadable("This is not a day that can be read; write it like 31/03/2027.")


def _month(word: str) -> int:
    found = [at for at, name in enumerate(MONTHS, start=1) if name.casefold().startswith(word.casefold())]
    return found[0] if len(found) == 1 else 9 if word.casefold() == "sept" else 0


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:  # noqa: PLR2004  a year in full
        return year
    return year + (1900 if year >= _PIVOT else 2000)


def _checked(day: int, month: int, year: int) -> date | Unreadable:
    if not 1 <= month <= len(MONTHS):
        return Unreadable(f"There is no month {month}; days are read as day, month, year.")
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return Unreadable(f"The year {year} cannot be right.")
    try:
        return date(year, month, day)
    except ValueError:
        leap = f" {year}" if (day, month) == (29, 2) else ""
        return Unreadable(f"There is no {day} {MONTHS[month - 1]}{leap}.")
