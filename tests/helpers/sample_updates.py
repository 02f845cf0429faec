"""Hand-written public views: an empty desk, a full quarter, long texts, odd characters, markup in texts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from socdesk.figures.public_update import (
    ActionRow,
    CoverageRow,
    KpiRow,
    PaperSection,
    PublicUpdate,
    Quantity,
    RagCount,
)

HEAD = "5f2b8c1e9a7d4036b1c8e2f49d7a60531c9be4827f60da13c55e8b9027fa4d6e"
RAG_WORDS = {
    "R": "Red – off track",
    "A": "Amber – at risk",
    "G": "Green – on track",
    "C": "Complete",
    "N": "Not started",
}

_ACTIONS = (
    ("A01", "Pursue", "The Chief Communities Officer is the Council’s Single Point of Contact for serious and organised "
     "crime.", "Chief Communities Officer", "Ongoing", "Post filled all quarter; deputy named; contact card issued to all "
     "12 services.", "G", "In place", ("E-001", "E-002")),
    ("A02", "Pursue", "Be an active member of the Nottinghamshire Serious and Organised Crime Board.",
     "Chief Communities Officer", "Ongoing", "Attended 2 of 2 meetings; 1 Board action for the Council, completed.", "G",
     "In progress", ("E-014", "E-017")),
    ("A03", "Prepare", "Ensure that pathways exist for victims of serious and organised crime, including those who are slow "
     "to engage.", "Head of Housing", "30/06/2027", "Pathway map reviewed for 4 of 6 victim types.", "A", "In progress", ()),
    ("A04", "Pursue", "Share information with the police and partners.", "Chief Communities Officer", "Ongoing",
     "31 submissions (27 last quarter); median 1 working day from receipt.", "G", "In progress", ("KPI-04",)),
    ("A05", "Prevent", "Educate young people about the dangers of drugs and consumers about counterfeit goods.",
     "Head of Communications", "31/03/2027", "3 of 6 school events held; 410 pupils reached.", "A", "In progress",
     ("E-020",)),
    ("A06", "Pursue", "Be active in the South Nottinghamshire Community Safety Partnership and keep serious and organised "
     "crime a key part of its work.", "Head of Public Protection", "Ongoing", "On the agenda of 3 of 3 meetings.", "G",
     "In progress", ("E-011",)),
    ("A07", "Protect", "Make safeguarding training a condition of taxi drivers’ licences.", "Head of Public Protection",
     "31/03/2027", "212 of 240 licensed drivers in date at 31 December 2026 (88.3 %; last quarter 81.0 %); reminders sent.",
     "A", "In progress", ("E-021",)),
    ("A08", "Protect", "Carry out regular and thorough audits of systems and procedures.", "Chief Audit and Control Officer",
     "30/09/2027", "3 of 6 areas complete; opinions reported to the audit committee.", "A", "In progress", ("E-009",)),
    ("A09", "Prevent", "Work with all partners to prevent people from engaging in serious and organised crime.",
     "Head of Public Protection", "Ongoing", "18 of 22 partners contacted in the last six months.", "G", "In progress",
     ("E-023", "E-024")),
    ("A10", "Protect", "Safeguard vulnerable children and adults.", "Head of Housing", "Ongoing",
     "All referrals acknowledged within one working day.", "G", "In progress", ("E-026",)),
    ("A11", "Protect", "Train staff and elected members to identify and report serious and organised crime.",
     "Head of Human Resources", "31/12/2026", "Staff 61.2 % in date (target 90 %); two courses were cancelled and will be "
     "held again in February.", "R", "Overdue", ("E-028",)),
    ("M1", "Pursue", "Members are the eyes and ears of their communities and pass concerns to officers.",
     "Chief Communities Officer", "Ongoing", "Every concern from a member acknowledged within two working days.", "G",
     "In progress", ()),
    ("M2", "Prepare", "Members understand the local profile and give it priority.", "Chief Communities Officer", "31/05/2027",
     "Briefing for all members planned after the local profile is published.", "N", "Not started", ()),
    ("M3", "Prevent", "Members promote partnership and the sharing of information.", "Chief Communities Officer", "31/05/2026",
     "A member is named for each outside body.", "C", "Complete", ("E-030",)),
    ("M4", "Protect", "Members scrutinise the work of the Council and its partners.", "Head of Governance", "31/03/2027",
     "Scrutiny item held in November; 2 recommendations accepted.", "G", "In progress", ("E-031",)),
)  # fmt: skip


def _actions() -> tuple[ActionRow, ...]:
    return tuple(
        ActionRow(ref, wording, pillar, lead, due, progress, code, RAG_WORDS[code], status, evidence)  # pyright: ignore[reportArgumentType]
        for ref, pillar, wording, lead, due, progress, code, status, evidence in _ACTIONS
    )


def _rag(changes: dict[str, int | None]) -> tuple[RagCount, ...]:
    codes = [action[6] for action in _ACTIONS]
    return tuple(RagCount(code, RAG_WORDS[code], codes.count(code), changes[code]) for code in "RAGCN")  # pyright: ignore[reportArgumentType]


def full_update() -> PublicUpdate:
    """A quarter with every part filled."""
    return PublicUpdate(
        council="Exampleton Borough Council",
        body="",
        meeting_day=date(2027, 1, 21),
        report_of="Chief Communities Officer",
        title="Serious and organised crime: progress October to December 2026",
        as_at=date(2026, 12, 31),
        previous_as_at=date(2026, 9, 30),
        marking="OFFICIAL",
        demo=True,
        snapshot_head=HEAD,
        strategy_title="The Serious and Organised Crime Strategy",
        strategy_adopted="September 2019",
        review_due=date(2022, 9, 19),
        review_overdue=True,
        sections=_sections(),
        rag=_rag({"R": 1, "A": -2, "G": 1, "C": 0, "N": 0}),
        kpis=_kpis(),
        coverage=_coverage(),
        coverage_note="Each share counts the people who need the course on that day. Drivers licensed by other councils work "
        "in the borough too; they are not in these figures.",
        actions=_actions(),
        notes=("Submissions count what the Council passed on. They are not a count of crimes and say nothing about how much "
               "crime there is.",),
    )  # fmt: skip


def _sections() -> tuple[PaperSection, ...]:
    return (
        PaperSection("purpose", "Purpose", ("To report progress on the Council’s actions against serious and organised crime "
         "from October to December 2026, and to ask for a decision on the review of the strategy.",)),
        PaperSection("recommendation", "Recommendation", ("the progress set out in this report be noted",
         "the strategy be reviewed by 30 September 2027, and the Head of Public Protection report on the review then",)),
        PaperSection("headline", "Headline", ("Eight of the fifteen actions are on track and one is complete. One is off track: "
         "training of staff and elected members (A11), where two courses were cancelled.",)),
        PaperSection("pillar.pursue", "Pursue", ("The Council attended both meetings of the Board and made 31 submissions to "
         "partners, against 27 in the last quarter. The median time from receipt to submission was one working day.",)),
        PaperSection("pillar.prevent", "Prevent", ("Three school events reached 410 pupils. Eighteen of 22 partners were contacted "
         "in the last six months.",)),
        PaperSection("pillar.protect", "Protect", ("Safeguarding training of taxi drivers rose from 81.0 % to 88.3 %. Drivers whose "
         "certificates run out by March have been reminded.", "Three of six audits are complete.")),
        PaperSection("pillar.prepare", "Prepare", ("The pathway map for victims was reviewed for four of six victim types.",)),
        PaperSection("risks", "Risks", ("If staff training is not recovered by April, new starters may miss their induction "
         "deadline.",)),
        PaperSection("next_steps", "Next steps", ("Two staff courses in February; the remaining three school events by March; the "
         "fourth audit by April.",)),
        PaperSection("financial", "Financial implications", ("There are no additional financial implications. Training is met from "
         "existing budgets.",)),
        PaperSection("human_resources", "Human resources implications", ("Not required: no change to posts.",)),
    )  # fmt: skip


def _kpis() -> tuple[KpiRow, ...]:
    day = date(2026, 12, 31)
    return (
        KpiRow("KPI-01", "Licensed taxi drivers whose safeguarding training is in date", Quantity(212, 240, "212 of 240 (88.3 %)"),
               Quantity(196, 242, "196 of 242 (81.0 %)"), "95 %", "Improving", day),
        KpiRow("KPI-02", "Staff in scope whose awareness training is in date", Quantity(257, 420, "257 of 420 (61.2 %)"),
               Quantity(270, 418, "270 of 418 (64.6 %)"), "90 %", "Getting worse", day),
        KpiRow("KPI-03", "Elected members briefed since May 2027", Quantity(None, None, "fewer than 5"), None, "All",
               "First figure", day),
        KpiRow("KPI-04", "Submissions to police and partners (see note 1)", Quantity(31, None, "31"), Quantity(27, None, "27"),
               "No target", "Up", day),
    )  # fmt: skip


def _coverage() -> tuple[CoverageRow, ...]:
    return (
        CoverageRow("Taxi drivers", "Safeguarding", 190, 22, 12, 16, 0, 240, "88.3 %"),
        CoverageRow("Staff", "Awareness of serious and organised crime", 231, 26, 61, 92, 10, 420, "61.2 %"),
        CoverageRow("Staff", "Modern slavery", 372, 18, 15, 15, 0, 420, "92.9 %"),
        CoverageRow("Elected members", "Member briefing", 31, 0, None, None, 0, 44, "70.5 %"),
    )  # fmt: skip


def empty_update() -> PublicUpdate:
    """The paper of a desk that was opened today: only the strategy stands."""
    return replace(
        full_update(), title="", demo=False, previous_as_at=None, sections=(), rag=(), kpis=(), coverage=(),
        coverage_note="", actions=(), notes=(), report_of="",
    )  # fmt: skip


def first_update() -> PublicUpdate:
    """The first report: nothing to compare with."""
    view = full_update()
    return replace(view, demo=False, previous_as_at=None, rag=_rag(dict.fromkeys("RAGCN")), review_overdue=False,
                   review_due=date(2029, 9, 1))  # fmt: skip


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
        CoverageRow(f"Audience {n} " + "with a long name " * 5, "Course " * 6, 10 + n, 5, 5, 5, 0, 25 + n, "60.0 %")
        for n in range(22)
    )
    return replace(view, title="A title that goes on " * 12, council="Exampleton " * 30, sections=sections, actions=actions,
                   coverage=coverage, marking="OFFICIAL " * 10, body="Committee for very long names " * 6)  # fmt: skip


def odd_update() -> PublicUpdate:
    """Markup, ampersands, controls, other scripts, joiners, soft hyphens, line ends and lone surrogates."""
    view = full_update()
    odd = "<b>bold</b> & <img src='/etc/hostname'/> <a href=\"https://x.example\">link</a> &amp; ]]> <para> {braces}"
    scripts = (
        "Zoë Łódź Şişli ŵŷ ½ → café e\u0301 שלום 日本 🙂 \x00\x07 A\u200bB \ufeff co\u00adop \u202eabc\u202c \ud800 end"
    )
    lines = "First line\r\nSecond line\n\n\nThird\u2028line\twith a tab and\u00a0a\u2003space"
    return replace(
        view, title=f"Title {odd} {scripts}", council="Council & Co <i>", report_of="Officer <b> & {post}",
        strategy_title="Strategy {due} <b>", marking="OFFICIAL & <x>",
        sections=(PaperSection("purpose", "Purpose", (odd, scripts, lines, "", "  ", "\x01")),
                  PaperSection("odd", odd + scripts, (odd,)), PaperSection("blank", "\x02", ("text",))),
        actions=(replace(view.actions[0], wording=odd, progress=scripts, evidence=(odd,)),
                 replace(view.actions[1], reference="", wording="", pillar="", progress="", due_words="", evidence=(),
                         lead_post="", rag_words="", status_words=""), *view.actions[2:4]),
        kpis=(replace(view.kpis[0], measure=odd, target=scripts),),
        coverage=(replace(view.coverage[0], audience=odd, course=scripts, percent=""),
                  CoverageRow("Nobody", "Nothing", 0, 0, 0, 0, 0, 0, ""),
                  CoverageRow("Hidden", "All", None, None, None, None, None, None, "")),
        notes=(odd, scripts, lines, ""),
    )  # fmt: skip


SAMPLES = {
    "full": full_update,
    "empty": empty_update,
    "first": first_update,
    "long": long_update,
    "odd": odd_update,
}
