"""Dates of a list beside dates on the desk: the same period, corrected, or another one."""

from __future__ import annotations

from socdesk.registers.values import Span


def corrected(standing: Span, listed: Span) -> Span:
    """Return the dates of the list; where it gives none, those on the desk."""
    return Span(listed.since or standing.since, listed.until or standing.until)


def is_other_period(standing: Span, listed: Span) -> bool:
    """Tell whether the list's dates are another period, such as a renewal, rather than correct those on the desk.

    They are where both ends moved the same way (a licence is often renewed some weeks before it ends), where one
    begins as the other ends, and where together they would make no period.
    """
    if corrected(standing, listed).problem:
        return True
    if standing.since and standing.until and listed.since and listed.until:
        later = listed.since > standing.since and listed.until > standing.until
        return later or (listed.since < standing.since and listed.until < standing.until)
    return bool(listed.since and standing.until and listed.since >= standing.until)
