"""The XMP packet: what the paper is, and that it claims PDF/A-2a and PDF/UA-1."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from socdesk.bundled import resource


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What a paper says of itself; the author is the council, never a person."""

    title: str
    author: str
    subject: str
    creator: str
    lang: str = "en-GB"


def xmp_packet(facts: DocumentFacts) -> Callable[[Any], bytes]:
    """Return the maker that ReportLab asks for the packet when the file is written.

    Moment and producer are taken from the document, so that they agree with its Info dictionary (PDF/A-2, 6.6.2.3).
    """
    template = resource("papers", "xmp.xml").read_text(encoding="utf-8")

    def make(document: Any) -> bytes:
        year, month, day, hour, minute, second = document._timeStamp.YMDhms  # no public name for it
        moment = f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}+00:00"
        words = {
            "title": facts.title,
            "author": facts.author,
            "subject": facts.subject,
            "creator": facts.creator,
            "lang": facts.lang,
            "moment": moment,
            "producer": document.info.producer,
        }
        safe = {name: escape(str(word), {'"': "&quot;"}) for name, word in words.items()}
        return template.format(**safe).encode("utf-8")

    return make
