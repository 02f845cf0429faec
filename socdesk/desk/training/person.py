"""One person in words: what brings them into scope, each course they need or took, and what happened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from socdesk.clock import day_in_table, day_in_text
from socdesk.desk.desk import Desk
from socdesk.desk.lists.details import Detail, Fact, detail_of
from socdesk.desk.training.board import NOT_REQUIRED, Board
from socdesk.desk.training.matrix import cell_of
from socdesk.desk.words import DeskWords
from socdesk.figures.training import EXPIRED, EXPIRING, IN_DATE, valid_until
from socdesk.registers.declared.learners import EMPLOYMENTS, LEARNERS, LICENCES, TERMS, Employment, Licence, Term
from socdesk.registers.declared.training import COMPLETIONS, EXEMPTIONS, Completion, Exemption
from socdesk.registers.values import Span

SCOPE_OF = {
    "DRIVER": ("licences", "Add licence"),
    "STAFF": ("employments", "Add post"),
    "MEMBER": ("terms", "Add term"),
}
"""The register of what brings each kind of person into scope, and the words of the button that adds one."""

SCOPE, AWAY, ASIDE = "scope", "exemptions", "aside"
"""The names of the facts that stand here besides those of the person's own fields."""


@dataclass(frozen=True)
class CourseLine:
    """One course of one person: what stands, when it was done, and which completion says so.

    ``code`` is the status of what counts now; an older completion has none.
    """

    course: str
    title: str
    code: str
    words: str
    done: str
    certificate: str
    completion: str = ""

    @property
    def spoken(self) -> str:
        """All of it as a screen reader says it."""
        return ", ".join(part for part in (self.title, self.words, self.done, self.certificate) if part)


@dataclass(frozen=True)
class PersonDetail:
    """What the panel shows: the record in words, and its courses."""

    kind: str
    in_bin: bool
    detail: Detail
    courses: tuple[CourseLine, ...]


def person_detail(desk: Desk, board: Board, person: str) -> PersonDetail | None:
    """Return one person in words, or nothing if they are gone."""
    detail = detail_of(desk, LEARNERS, person)
    found = board.people.get(person)
    if detail is None or found is None:
        return None
    aside = (Fact(ASIDE, "Counted apart", found.aside),) if found.aside else ()
    facts = (*_scope(desk, person), *_away(desk, person), *aside, *detail.facts)
    return PersonDetail(found.kind, found.in_bin, replace(detail, facts=facts), tuple(_courses(board, person, desk)))


def _scope(desk: Desk, person: str) -> Iterator[Fact]:
    words = DeskWords(desk)
    licences = desk.read.children(LICENCES, person)
    employments = desk.read.children(EMPLOYMENTS, person)
    terms = desk.read.children(TERMS, person)
    for label, lines in (
        ("Licence", [_licence(each, words) for each in licences]),
        ("Post", [_employment(each, words) for each in employments]),
        ("In office", [_term(each, words) for each in terms]),
    ):
        if lines:
            yield Fact(SCOPE, label, "\n".join(reversed(lines)))


def _away(desk: Desk, person: str) -> Iterator[Fact]:
    words = DeskWords(desk)
    lines = [_exemption(each, words) for each in desk.read.children(EXEMPTIONS, person)]
    if lines:
        yield Fact(AWAY, "Does not count", "\n".join(lines))


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)


def _licence(licence: Licence, words: DeskWords) -> str:
    badge = f"badge {licence.badge}" if licence.badge and licence.badge != licence.number else ""
    kind = words.label("licence_type", licence.type) if licence.type else ""
    status = words.label("licence_status", licence.status)
    return _joined(licence.number, badge, kind, _span(licence.held), status)


def _employment(employment: Employment, words: DeskWords) -> str:
    service = words.label("service_area", employment.service_area) if employment.service_area else ""
    agency = "agency or contractor" if employment.agency else ""
    return _joined(employment.job_title, service, _span(employment.held), agency)


def _term(term: Term, words: DeskWords) -> str:
    return _joined(words.label("ward", term.ward) if term.ward else "", _span(term.held))


def _exemption(exemption: Exemption, words: DeskWords) -> str:
    course = words.title(exemption.course) if exemption.course else "all courses"
    return _joined(words.label("absence_reason", exemption.reason), course, _span(exemption.held))


def _span(held: Span) -> str:
    since = f"from {day_in_text(held.since)}" if held.since else ""
    until = f"to {day_in_text(held.until)}" if held.until else ""
    return " ".join(part for part in (since, until) if part)


def _courses(board: Board, person: str, desk: Desk) -> Iterator[CourseLine]:
    """Yield each course that the person needs, then what else they took, newest first."""
    taken = sorted(desk.read.children(COMPLETIONS, person), key=lambda each: each.completed or date.min, reverse=True)
    counted: set[str] = set()
    for (learner, course), status in board.statuses.items():
        if learner != person:
            continue
        best = _that_counts(taken, course, status.completed)
        counted.add(best.id if best else "")
        cell = cell_of(status, board)
        title = board.courses[course].title
        done, certificate = _said(best, board, until=status.code not in _SAYS_UNTIL) if best else ("", "")
        yield CourseLine(course, title, status.code, cell.words, done, certificate, best.id if best else "")
    for each in taken:
        if each.id not in counted:
            title = board.courses[each.course].title if each.course in board.courses else board.words.title(each.course)
            result = board.words.label("result", each.result)
            yield CourseLine(each.course, title, NOT_REQUIRED, result, *_said(each, board, until=True), each.id)


def _that_counts(taken: Iterable[Completion], course: str, day: date | None) -> Completion | None:
    return next((each for each in taken if each.course == course and day and each.completed == day), None)


_SAYS_UNTIL = frozenset({IN_DATE, EXPIRING, EXPIRED})
"""The statuses whose words say until when."""


def _said(done: Completion, board: Board, *, until: bool) -> tuple[str, str]:
    """Return when a completion was done and until when it counts, and its certificate."""
    course = board.courses.get(done.course)
    last = done.expires or (valid_until(done.completed, course) if course and done.completed else None)
    when = f"Done {day_in_table(done.completed)}" if done.completed else ""
    how = board.words.label("course_mode", done.mode) if done.mode else ""
    said = _joined(when, f"valid until {day_in_table(last)}" if until and last else "", how, done.provider)
    awaited = "Evidence awaited" if done.evidence_awaited else ""
    return said, _joined(f"Certificate {done.certificate}" if done.certificate else "", awaited)
