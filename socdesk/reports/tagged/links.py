"""Link annotations as PDF/UA-1 wants them: described, printed, and known to the structure tree (7.18.5)."""

from __future__ import annotations

import re
from typing import Any

from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.insides import pdf_array, pdf_dictionary, pdf_name, pdf_string

_ALLOWED = re.compile(r"(https?|mailto):")
_PRINTED = 4


def web_action(url: str) -> dict[str, Any]:
    """Return the entry of a link that leaves the paper.

    Raises:
        TaggingError: the address is neither a web page nor a mailbox.

    """
    if not _ALLOWED.match(url):
        raise TaggingError("a link leads neither to a web page nor to a mailbox")
    return {"A": pdf_dictionary({"S": pdf_name("URI"), "URI": pdf_string(url)})}


def destination_action(reference: Any) -> dict[str, Any]:
    """Return the entry of a link that stays in the paper."""
    return {"Dest": reference}


def link_dictionary(rect: list[float], words: str, key: int, action: dict[str, Any]) -> Any:
    """Return the annotation; ``words`` are what the link says, ``key`` leads back to its element."""
    return pdf_dictionary(
        {
            "Type": pdf_name("Annot"),
            "Subtype": pdf_name("Link"),
            "F": _PRINTED,
            "Border": pdf_array([0, 0, 0]),
            "Rect": pdf_array(rect),
            "Contents": pdf_string(words),
            "StructParent": key,
            **action,
        }
    )
