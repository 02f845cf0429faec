"""What is drawn on each page of a PDF, in the order of drawing, with the elements that it belongs to."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

REPEATED = "repeated header"


@dataclass(frozen=True)
class Run:
    """One marked piece of a page: the roles above it, outermost first, and the number of its table row, if any."""

    roles: tuple[str, ...]
    row: int | None = None


def pages_of(pdf: bytes) -> list[list[Run]]:
    """The runs of every page, top to bottom; page furniture is left out, repeated header rows are not."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        owners = dict(_owners(opened.Root.StructTreeRoot.K, (), None, None))
        return [list(_runs(page, owners)) for page in opened.pages]


def _owners(source: Any, roles: tuple[str, ...], page: Any, row: int | None) -> Iterator[tuple[Any, Run]]:
    page = source.get("/Pg", page)
    roles = (*roles, str(source.S)[1:])
    row = source.objgen[0] if roles[-1] == "TR" else row
    kids = source.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield (page.objgen, kid), Run(roles, row)
        elif "/MCID" in kid:
            yield (kid.get("/Pg", page).objgen, int(kid.MCID)), Run(roles, row)
        elif "/S" in kid:
            yield from _owners(kid, roles, page, row)


def _runs(page: pikepdf.Page, owners: dict[Any, Run]) -> Iterator[Run]:
    marks: list[Any] = []
    for instruction in pikepdf.parse_content_stream(page):
        operator, operands = str(instruction.operator), instruction.operands
        if operator in {"BDC", "BMC"}:
            marks.append(operands)
            if operator == "BDC" and "/MCID" in operands[1]:
                yield owners[page.obj.objgen, int(operands[1]["/MCID"])]
        elif operator == "EMC":
            marks.pop()
        elif operator in {"Tj", "TJ"} and any(map(_repeats, marks)):
            yield Run((REPEATED,))


def _repeats(operands: Any) -> bool:
    """Tell whether marked content is a header row drawn again: furniture that is neither header nor footer."""
    about = operands[1] if len(operands) > 1 else {}
    return str(operands[0]) == "/Artifact" and "/Subtype" not in about and "/MCID" not in about
