"""What the structure of a committee update must be, worked out from the view and layout alone.

Every word here is written down again on purpose: a slip in the program's words is found by comparing.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from helpers.pdf_tree import Element, fold_space

from socdesk.figures.public_update import CoverageRow, PublicUpdate
from socdesk.reports.layouts import Layout, Part

SHAPES = {"R": "■", "A": "▲", "G": "●", "C": "✔", "N": "○"}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MOST_ROWS_OF_A_CHART = 9

Clean = Callable[[str], str]


def outline_of(root: Element) -> list[Any]:
    """The tree of a finished paper in the shape that ``expected_structure`` returns."""
    return [_shape(kid) for kid in root.kids]


def _shape(element: Element) -> Any:
    if element.role == "Table":
        caption, head, body = element.kids
        rows = [*head.kids, *body.kids]
        return ("Table", caption.text, [[(c.role, c.scope, c.text) for c in row.kids] for row in rows])
    if element.role == "Figure":
        return ("Figure", fold_space(element.alt), element.kids[0].text)
    if element.role == "L":
        return ("L", [(item.kids[0].text, item.kids[1].text) for item in element.kids])
    return (element.role, element.text)


def expected_structure(view: PublicUpdate, layout: Layout, clean: Clean) -> list[Any]:
    return _Expectation(view, layout, clean).all()


def _long_day(day: Any) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class _Expectation:
    def __init__(self, view: PublicUpdate, layout: Layout, clean: Clean) -> None:
        self.view, self.layout = view, layout
        self.clean = lambda text: fold_space(clean(text))
        self.out: list[Any] = []
        self.number = self.tables = self.figures = 0
        self.as_at = _long_day(view.as_at)

    def all(self) -> list[Any]:
        self.block()
        for part in self.layout.parts:
            getattr(self, f"part_{part.kind}")(part)
        return self.out

    def p(self, *texts: str) -> None:
        self.out += [("P", self.clean(text)) for text in texts if self.clean(text)]

    def heading(self, part: Part, words: str = "") -> None:
        words = words or part.heading
        if part.numbered:
            self.number += 1
            words = f"{self.number}. {words}"
        self.out.append(("H2", self.clean(words)))

    def block(self) -> None:
        view, block = self.view, self.layout.heading_block
        if view.demo:
            self.p("DEMONSTRATION – fictitious data. Every figure and event in this report is made up.")
        if block.show_council:
            self.p(view.council)
        self.p(view.body or self.layout.body, _long_day(view.meeting_day))
        if view.report_of:
            self.p(f"Report of the {view.report_of}")
        title = self.clean(view.title) or "Serious and organised crime update"
        self.out.append(("H1", self.clean(title.upper()) if block.capitals else title))

    def section(self, key: str) -> Any:
        return next((s for s in self.view.sections if s.key == key and any(p.strip() for p in s.paragraphs)), None)

    def section_words(self, key: str) -> None:
        if self.section(key):
            self.p(*self.section(key).paragraphs)

    def part_text(self, part: Part) -> None:
        section = self.section(part.section)
        if section or part.absent:
            self.heading(part)
            self.p(*(section.paragraphs if section else [part.absent]))

    part_background = part_text

    def part_recommendation(self, part: Part) -> None:
        self.heading(part)
        section = self.section("recommendation")
        asked = list(section.paragraphs) if section else [part.absent]
        start = f"{self.layout.recommendation.opening} {self.layout.recommendation.verb}"
        if len(asked) == 1:
            self.p(f"{start} {asked[0]}.")
        else:
            self.p(f"{start}:")
            self.items(asked)

    def items(self, texts: list[str]) -> None:
        said = [self.clean(text) for text in texts if self.clean(text)]
        if said:
            self.out.append(("L", [(f"{n}.", text) for n, text in enumerate(said, 1)]))

    def part_headline(self, part: Part) -> None:
        view = self.view
        self.heading(part)
        if view.previous_as_at:
            self.p(f"Figures are as at {self.as_at}; changes are since the report of {_long_day(view.previous_as_at)}.")
        else:
            self.p(f"Figures are as at {self.as_at}. This is the first report of its kind.")
        self.section_words("headline")
        if not view.rag:
            self.p("No action is recorded yet.")
            return
        since = f"Change since {view.previous_as_at:%d/%m/%Y}" if view.previous_as_at else "Change"
        self.table(
            f"Actions by status at {self.as_at}",
            ["Status", *[f"{SHAPES[c.code]} {c.word}" for c in view.rag]],
            [["Actions", *[str(c.count) for c in view.rag]], [since, *[_change(c.change) for c in view.rag]]],
        )

    def table(self, caption: str, head: list[str], rows: list[list[str]], number: int = 0) -> None:
        if not number:
            self.tables += 1
        body = [[("TH", "Row", row[0]), *[("TD", "", text) for text in row[1:]]] for row in rows]
        cells = [[("TH", "Column", text) for text in head], *body]
        clean = [[(role, scope, self.clean(text)) for role, scope, text in row] for row in cells]
        self.out.append(("Table", f"Table {number or self.tables}: {caption}", clean))

    def part_pillars(self, part: Part) -> None:
        told = [s for s in self.view.sections if s.key.startswith("pillar.")]
        if told:
            self.heading(part)
        for section in told:
            self.out.append(("H3", self.clean(section.heading)))
            self.p(*section.paragraphs)

    def part_kpis(self, part: Part) -> None:
        self.heading(part)
        self.section_words("kpis")
        if not self.view.kpis:
            self.p("No indicator has a figure yet.")
            return
        rows = [
            [k.reference, k.measure, k.this_period.words, k.last_period.words if k.last_period else "not measured",
             k.target.strip() or "None", k.trend_words, f"{k.census:%d/%m/%Y}"]
            for k in self.view.kpis
        ]  # fmt: skip
        head = ["Ref", "Measure", "This period", "Last period", "Target", "Trend", "Figure as at"]
        self.table("Performance indicators", head, rows)
        self.p(
            f"“This period” is the newest figure known at {self.as_at}, taken on the day in the last column."
            " “Last period” is the figure of the same measure before that one."
        )

    def part_coverage(self, part: Part) -> None:
        self.heading(part)
        self.section_words("coverage")
        rows = self.view.coverage
        if not rows:
            self.p(self.view.coverage_note or "No training requirement is recorded yet.")
            return
        self.tables += 1
        drawn = [row for row in rows if _bar(row, self.days)]
        size = math.ceil(len(drawn) / (math.ceil(len(drawn) / _MOST_ROWS_OF_A_CHART) or 1)) or 1
        for start in range(0, len(drawn), size):
            self.figures += 1
            alt = self.clean(self.alternative(drawn[start : start + size]))
            self.out.append(("Figure", alt, f"Figure {self.figures}: Training coverage at {self.as_at}"))
        left = "; ".join(f"{r.audience}: {r.course}" for r in rows if r not in drawn and r.total != 0)
        if left:
            self.p(f"Not drawn, because a number is too small to publish: {left}.")
        head = ["Audience and course", "Share in date", "In date", "Expiring", "Expired", "Never", "Other"]
        lines = [[f"{r.audience}: {r.course}", _share(r), *_numbers(r)] for r in rows]
        self.table(f"Training coverage at {self.as_at}", head, lines, number=self.tables)
        self.p(
            f"“Expiring” means in date now and running out within {self.days} days;"
            " it counts towards the share in date."
        )
        if any("not shown" in cell for line in lines for cell in line) or any(r.covered is None for r in rows):
            self.p(
                f"A number that is not shown is fewer than {self.view.threshold},"
                " or one from which such a number could be worked out."
            )
        self.p(self.view.coverage_note)

    @property
    def days(self) -> int:
        return self.view.expiring_days

    def alternative(self, rows: list[CoverageRow]) -> str:
        said = [f"Bars of training coverage at {self.as_at}, one for each audience and course."]
        said += [f"{r.audience}: {r.course}: {_bar(r, self.days)}. {r.share} in date." for r in rows]
        return " ".join([*said, f"The figures are also in Table {self.tables}."])

    def part_review(self, part: Part) -> None:
        view = self.view
        self.heading(part)
        if self.section("review"):
            self.section_words("review")
            return
        due = _long_day(view.review_due)
        start = f"{view.strategy_title} (adopted {view.strategy_adopted})"
        late = f"{start} was due for review by {due}. The review is overdue."
        self.p(late if view.review_overdue else f"{start} is due for review by {due}.")

    def part_other(self, part: Part) -> None:
        known = {p.section for p in self.layout.parts}
        for section in self.view.sections:
            if section.key not in known and not section.key.startswith("pillar."):
                self.heading(part, section.heading)
                self.p(*section.paragraphs)
        if any(note.strip() for note in self.view.notes):
            self.heading(part, "Notes")
            self.items(list(self.view.notes))

    def part_actions(self, part: Part) -> None:
        view = self.view
        self.p(f"Figures as at {self.as_at}. Marking: {view.marking}.", f"Record of changes: {view.snapshot_head}")
        self.heading(part)
        if not view.actions:
            self.p("No action is recorded yet.")
            return
        head = ["Ref", "Action", "Pillar", "Lead", "Due", "Progress this period", "RAG", "Evidence"]
        rows = [
            [
                a.reference,
                a.wording,
                a.pillar,
                a.lead_post,
                a.due_words,
                a.progress.strip() or "None recorded",
                _status(a),
                ", ".join(a.evidence) or "None",
            ]
            for a in view.actions
        ]
        self.table(f"Action plan, progress at {self.as_at}", head, rows)


def _status(action: Any) -> str:
    words = f"{SHAPES[action.rag_code]} {action.rag_words}"
    same = action.status_words.casefold() in action.rag_words.casefold()
    return words if same else f"{words} {action.status_words}"


def _change(change: int | None) -> str:
    if change is None:
        return "first report"
    return "no change" if not change else f"up {change}" if change > 0 else f"down {-change}"


def _bar(row: CoverageRow, days: int) -> str:
    """What a bar shows; nothing where it would give a hidden number away."""
    values = [row.in_date, row.expiring, row.expired, row.never, row.other]
    words = ["in date", f"expiring within {days} days", "expired", "never trained", "other"]
    if row.total and None in values and row.covered is not None:
        values, words = [row.covered, row.total - row.covered], ["in date, expiring included", "not in date"]
    if not row.total or None in values:
        return ""
    return ", ".join(f"{value:,} {word}" for value, word in zip(values, words, strict=True))


def _numbers(row: CoverageRow) -> list[str]:
    values = [row.in_date, row.expiring, row.expired, row.never, row.other]
    return ["not shown" if value is None else f"{value:,}" for value in values]


def _share(row: CoverageRow) -> str:
    return row.share or ("not applicable" if row.total == 0 else "not shown")
