"""What no public paper holds, whether it is on the desk or not, unless it is a published contact.

Sources: DVLA formats of vehicle registrations since 1963; Royal Mail postcode areas; HMRC National Insurance Manual
NIM39110; Ofcom national numbering plan. Dateless registrations look like any code and are found only as secrets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from socdesk.reports.leaks.folding import fold
from socdesk.reports.leaks.secret import LeakKind
from socdesk.reports.leaks.stretch import Stretch

_AREAS = (
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH "
    "EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M "
    "ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST "
    "SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE"
)
_AREA = "(?:" + "|".join(sorted(_AREAS.split(), key=len, reverse=True)) + ")"
_MONTHS = "(?!JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
_GAP = r"[ \u00a0.\-]?"


@dataclass(frozen=True, slots=True)
class _Form:
    kind: LeakKind
    shape: re.Pattern[str]


_FORMS = (
    _Form("e-mail address", re.compile(r"[\w.+%-]+\s?@\s?[\w-]+(?:\s?\.\s?[\w-]+)+")),
    _Form("telephone number", re.compile(r"(?<![\w.,/-])(?:\+44[\s(0)-]*|\(?0)\d(?:[\s()-]?\d){8,9}(?![\w])")),
    _Form(
        "National Insurance number",
        re.compile(rf"(?<!\w)[A-CEGHJ-PR-TW-Z]{{2}}{_GAP}\d\d{_GAP}\d\d{_GAP}\d\d{_GAP}[A-D](?!\w)", re.IGNORECASE),
    ),
    _Form("postcode", re.compile(rf"(?<!\w){_AREA}\d[A-Z\d]?[ \u00a0]?\d[ABD-HJLNP-UW-Z]{{2}}(?!\w)")),
    _Form("postcode", re.compile(rf"(?<!\w){_AREA.lower()}\d[a-z\d]?[ \u00a0]?\d[abd-hjlnp-uw-z]{{2}}(?!\w)")),
    _Form("vehicle registration", re.compile(rf"(?<!\w)[A-HJ-PR-Y]{{2}}\d\d{_GAP}{_MONTHS}[A-HJ-PR-Z]{{3}}(?!\w)")),
    _Form("vehicle registration", re.compile(r"(?<!\w)[a-hj-pr-y]{2}\d\d ?[a-hj-pr-z]{3}(?!\w)")),
    _Form("vehicle registration", re.compile(r"(?<!\w)[A-HJ-NPR-Y](?:\d{1,3}[A-HJ-Z]{3}|\d{3} [A-HJ-Z]{3})(?!\w)")),
    _Form("vehicle registration", re.compile(r"(?<!\w)[A-HJ-Z]{3} ?\d{1,3}[A-HJ-NPR-Y](?!\w)")),
)


def always_private(stretch: Stretch, allowed: frozenset[str]) -> Iterator[tuple[LeakKind, int, int]]:
    """Yield kind, start and end of everything of a private shape; ``allowed`` are folded published contacts."""
    for form in _FORMS:
        for match in form.shape.finditer(stretch.text):
            if fold(match[0]) not in allowed:
                yield form.kind, match.start(), match.end()
