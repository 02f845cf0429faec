"""A row of the taxi driver list (domain.md 5.3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.exchange.coded_words import read_licence_status, read_licence_type
from socdesk.exchange.licence_numbers import read_licence_number
from socdesk.exchange.row_cells import RowCells


@dataclass(frozen=True)
class DriverRow:
    """One licence of one driver, and the training that the list tells of, if any.

    Codes: ``licence_type`` HCD, PHD, DUAL; ``status`` ACTIVE, EXPIRED, SUSPENDED, REVOKED, SURRENDERED. Texts
    that the list does not give are "", days and codes None.
    """

    licence_no: str
    surname: str
    forename: str
    title: str
    licence_type: str | None
    badge_no: str
    issued: date | None
    expires: date | None
    status: str | None
    training_day: date | None
    training_course: str
    training_provider: str
    certificate_no: str


def driver_row(cells: RowCells) -> DriverRow:
    """Return the driver of a row; what is wrong with it is in ``cells.problems`` afterwards."""
    name = cells.name()
    row = DriverRow(
        licence_no=cells.needed("licence_no", cells.read("licence_no", read_licence_number)) or "",
        surname=name.surname,
        forename=name.forename,
        title=name.title,
        licence_type=cells.needed("licence_type", cells.read("licence_type", read_licence_type)),
        badge_no=cells.read("badge_no", read_licence_number) or "",
        issued=cells.day("issued"),
        expires=cells.needed("expires", cells.day("expires")),
        status=cells.read("status", read_licence_status),
        training_day=cells.day("training_day"),
        training_course=cells.text("training_course"),
        training_provider=cells.text("training_provider"),
        certificate_no=cells.read("certificate_no", read_licence_number) or "",
    )
    cells.in_order(("issued", row.issued), ("expires", row.expires))
    return row
