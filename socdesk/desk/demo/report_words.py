"""Words for papers with figures in them: counted from the records, and left out where they would be small."""

from __future__ import annotations

from socdesk.clock import day_in_text
from socdesk.desk.demo.measures import MEASURES, Census

_SMALL = 5


class ReportWords:
    """Fills the gaps in a text for papers; a figure is counted only where a text asks for it."""

    def __init__(self, census: Census) -> None:
        self._census = census

    def fill(self, text: str) -> str:
        """Return the text with its gaps filled."""
        return text.format_map(self)

    def __getitem__(self, gap: str) -> str:
        if gap == "census":
            return day_in_text(self._census.day)
        number, whole = MEASURES[gap](self._census)
        if whole is None:
            return f"{number} submissions" if number >= _SMALL else "a small number of submissions"
        people = {"drivers": "licensed drivers", "staff": "members of staff in scope"}[gap]
        if min(number, whole - number) < _SMALL:
            return f"{'most' if 2 * number > whole else 'fewer than half of the'} {people} were in date"
        return f"{number} of {whole} {people} ({100 * number / whole:.1f} %) were in date"
