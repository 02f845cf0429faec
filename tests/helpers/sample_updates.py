"""Hand-written public views: an empty desk, a full quarter, long texts, odd characters, markup in texts."""

from __future__ import annotations

import json
import types
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from socdesk.figures.public_update import CoverageRow, PaperSection, PublicUpdate

_DATA = Path(__file__).resolve().parents[1] / "reports" / "data"


def full_update() -> PublicUpdate:
    """A quarter with every part filled."""
    return _read(PublicUpdate, json.loads((_DATA / "full_update.json").read_text(encoding="utf-8")))


def _read(kind: Any, value: Any) -> Any:
    """Read one value of the view's own types from JSON."""
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], each) for each in value)
    if isinstance(kind, types.UnionType):
        return None if value is None else _read(get_args(kind)[0], value)
    if kind is date:
        return date.fromisoformat(value)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{field.name: _read(hints[field.name], value[field.name]) for field in fields(kind)})
    return value


def empty_update() -> PublicUpdate:
    """The paper of a desk that was opened today: only the strategy stands."""
    return replace(
        full_update(),
        title="",
        demo=False,
        previous_as_at=None,
        sections=(),
        rag=(),
        kpis=(),
        coverage=(),
        coverage_note="",
        actions=(),
        notes=(),
        report_of="",
    )


def first_update() -> PublicUpdate:
    """The first report: nothing to compare with."""
    view = full_update()
    return replace(
        view,
        demo=False,
        previous_as_at=None,
        rag=tuple(replace(count, change=None) for count in view.rag),
        review_overdue=False,
        review_due=date(2029, 9, 1),
    )


def long_update() -> PublicUpdate:
    """Texts far longer than anybody should write, and one word without an end."""
    view = full_update()
    words = "The working group met, agreed the next steps and wrote them down for the partners. " * 30
    actions = (
        replace(view.actions[0], wording=words, progress=words * 2, evidence=tuple(f"E-{n:03}" for n in range(60))),
        replace(view.actions[1], progress="unbroken" * 60, lead_post="Chiefcommunitiesandsafeguardingofficer" * 3),
        *view.actions[2:],
    )
    sections = (
        PaperSection("recommendation", "Recommendation", tuple(f"{words} ({n})" for n in range(1, 6))),
        PaperSection("pillar.pursue", "Pursue " * 40, (words * 3, words)),
        PaperSection("local", "A section that no layout knows", (words,)),
    )
    coverage = tuple(
        CoverageRow(
            f"Audience {n} " + "with a long name " * 5,
            "Course " * 6,
            10 + n,
            5,
            5,
            5,
            0,
            15 + n,
            25 + n,
            "60 of 100 (60.0 %)",
        )
        for n in range(22)
    )
    return replace(
        view,
        title="A title that goes on " * 12,
        council="Exampleton " * 30,
        sections=sections,
        actions=actions,
        coverage=coverage,
        marking="OFFICIAL " * 10,
        body="Committee for very long names " * 6,
    )


def odd_update() -> PublicUpdate:
    """Markup, ampersands, controls, other scripts, joiners, soft hyphens, line ends and lone surrogates."""
    view = full_update()
    odd = "<b>bold</b> & <img src='/etc/hostname'/> <a href=\"https://x.example\">link</a> &amp; ]]> <para> {braces}"
    scripts = (
        "Zoë Łódź Şişli ŵŷ ½ → café e\u0301 שלום 日本 🙂 \x00\x07 A\u200bB \ufeff co\u00adop \u202eabc\u202c \ud800 end"
    )
    lines = "First line\r\nSecond line\n\n\nThird\u2028line\twith a tab and\u00a0a\u2003space"
    return replace(
        view,
        title=f"Title {odd} {scripts}",
        council="Council & Co <i>",
        report_of="Officer <b> & {post}",
        strategy_title="Strategy {due} <b>",
        marking="OFFICIAL & <x>",
        sections=(
            PaperSection("purpose", "Purpose", (odd, scripts, lines, "", "  ", "\x01")),
            PaperSection("odd", odd + scripts, (odd,)),
            PaperSection("blank", "\x02", ("text",)),
        ),
        actions=(
            replace(view.actions[0], wording=odd, progress=scripts, evidence=(odd,)),
            replace(
                view.actions[1],
                reference="",
                wording="",
                pillar="",
                progress="",
                due_words="",
                evidence=(),
                lead_post="",
                rag_words="",
                status_words="",
            ),
            *view.actions[2:4],
        ),
        kpis=(replace(view.kpis[0], measure=odd, target=scripts),),
        coverage=(
            replace(view.coverage[0], audience=odd, course=scripts),
            CoverageRow("Nobody", "Nothing", 0, 0, 0, 0, 0, 0, 0, ""),
            CoverageRow("Hidden", "All", None, None, None, None, None, None, None, ""),
            CoverageRow("Hidden", odd, None, None, None, None, None, None, 44, "all but fewer than 5 of 44"),
        ),
        notes=(odd, scripts, lines, ""),
    )


def hidden_update() -> PublicUpdate:
    """A desk with other settings, whose every coverage is too small to draw."""
    view = full_update()
    names = (("Staff", "Modern slavery"), ("Elected members", "Member briefing"))
    some = CoverageRow("", "", None, None, None, None, None, None, 44, "all but fewer than 10 of 44")
    return replace(
        view,
        threshold=10,
        expiring_days=60,
        coverage=tuple(replace(some, audience=audience, course=course) for audience, course in names),
    )


SAMPLES = {
    "full": full_update,
    "empty": empty_update,
    "first": first_update,
    "long": long_update,
    "odd": odd_update,
    "hidden": hidden_update,
}
