"""Training coverage as the public may read it: safe rows, and a note on what they count (domain.md 4.8, 5.2)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socdesk.clock import day_in_text
from socdesk.figures.coverage import Coverage, coverages
from socdesk.figures.public_update import CoverageRow
from socdesk.figures.scope import Standing
from socdesk.figures.small_numbers import in_table, public_count, public_figure
from socdesk.figures.status_row import public_row
from socdesk.figures.training import EXPIRED, EXPIRING, IN_DATE, NEVER_TRAINED
from socdesk.figures.update_inputs import UpdateInputs
from socdesk.figures.wording import listed

AUDIENCES = {"DRIVER": "Licensed taxi drivers", "STAFF": "Staff", "MEMBER": "Elected members"}
_TOLD = (IN_DATE, EXPIRING, EXPIRED, NEVER_TRAINED)


def public_coverages(inputs: UpdateInputs) -> tuple[Coverage, ...]:
    """Return the coverages that have anybody in scope on the update's day."""
    found = coverages(inputs.now.training, inputs.as_at, inputs.rules)
    return tuple(each for each in found if each.figure.denominator)


def audience(kind: str) -> str:
    """Return what the learners of a kind are called in a table."""
    return AUDIENCES.get(kind, kind)


def coverage_rows(found: Iterable[Coverage], threshold: int) -> tuple[CoverageRow, ...]:
    """Return one safe row for each coverage."""
    return tuple(_row(each, threshold) for each in found)


def _row(coverage: Coverage, threshold: int) -> CoverageRow:
    groups = public_row(coverage.by_code, threshold)
    cells = {group.codes[0]: group.number for group in groups if len(group.codes) == 1}
    share = public_figure(coverage.figure, threshold)
    others = [number for code, number in cells.items() if code not in _TOLD]
    return CoverageRow(
        audience=audience(coverage.kind),
        course=coverage.course.title,
        in_date=cells.get(IN_DATE),
        expiring=cells.get(EXPIRING),
        expired=cells.get(EXPIRED),
        never=cells.get(NEVER_TRAINED),
        other=sum(others) if others else None,
        covered=share.numerator,
        total=share.denominator,
        share=in_table(share),
    )


def coverage_note(found: Sequence[Coverage], inputs: UpdateInputs) -> str:
    """Return what the rows count and who is left out. Papers say for themselves why a number is not shown."""
    day = day_in_text(inputs.as_at)
    if not found:
        return f"Nobody on the desk was in scope of training on {day}."
    sentences = [f"The share is of people with a valid record on {day}, out of all people in scope on that day."]
    if any(each.kind == "DRIVER" for each in found):
        sentences.append("Taxi drivers licensed by other councils are not in these figures.")
    return " ".join((*sentences, *_apart(found, inputs.threshold)))


def _apart(found: Sequence[Coverage], threshold: int) -> list[str]:
    counted = [
        _counted(found, Standing.SUSPENDED, "taxi drivers whose licence is suspended", threshold),
        _counted(found, Standing.AGENCY, "agency staff and contractors", threshold),
    ]
    words = listed(filter(None, (*counted, "people who are exempt or away for long" if _any_exempt(found) else "")))
    return [f"Counted apart: {words}."] if words else []


def _counted(found: Sequence[Coverage], standing: Standing, words: str, threshold: int) -> str:
    people = {each.learner for coverage in found for each in coverage.statuses if each.standing is standing}
    return f"{words} ({public_count(len(people), counts_people=True, threshold=threshold).words})" if people else ""


def _any_exempt(found: Sequence[Coverage]) -> bool:
    return any(each.code == "EXEMPT" for coverage in found for each in coverage.statuses)
