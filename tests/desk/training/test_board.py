"""The board agrees with the figures that papers use, whatever the records are (domain.md 5.4)."""

from collections import Counter
from datetime import date, timedelta

from helpers.training_samples import (
    AWARE,
    DAY,
    ONCE,
    TAXI,
    completed,
    driver,
    employment,
    exempt,
    licence,
    member,
    requirement,
    staff,
    term,
)
from hypothesis import given
from hypothesis import strategies as st

from socdesk.desk.training.board import ALL_KINDS, NOT_REQUIRED, board_of, reckon
from socdesk.desk.training.matrix import STATUS_WORDS, matrix_rows
from socdesk.figures.coverage import coverages, in_date_by_kind
from socdesk.figures.scope import TrainingRecords
from socdesk.figures.training import EXPIRED, EXPIRING, LEFT, NEVER_TRAINED, TrainingRules
from socdesk.jobs import SilentProgress
from socdesk.registers.fields import PlainLookup

RULES = TrainingRules()
DAYS = st.dates(date(2019, 1, 1), date(2027, 6, 1))
PEOPLE = {"DRIVER": [driver(f"d{n}") for n in range(4)], "STAFF": [staff("s1"), staff("s2")], "MEMBER": [member("m1")]}
IDS = [each.id for people in PEOPLE.values() for each in people]
NEEDED = (
    requirement(),
    requirement(course=AWARE),
    requirement("STAFF", AWARE),
    requirement("STAFF", ONCE, service_area="PARKS"),
    requirement("MEMBER", ONCE),
)


def spans(make, *ids):
    """Make stays of some of these people, each of its own length."""
    one = st.tuples(st.sampled_from(ids), DAYS, st.integers(0, 1500))
    return st.lists(one, max_size=6).map(
        lambda found: tuple(make(of, since, since + timedelta(days=days)) for of, since, days in found)
    )


@st.composite
def records(draw):
    taken = st.builds(
        completed,
        of=st.sampled_from(IDS),
        day=DAYS,
        course=st.sampled_from([TAXI, AWARE, ONCE]),
        result=st.sampled_from(["ATTENDED", "PASSED", "FAILED"]),
        evidence_awaited=st.booleans(),
        expires=st.none() | st.dates(date(2027, 6, 2), date(2029, 1, 1)),
    )
    held = draw(spans(licence, "d0", "d1", "d2", "d3"))
    return TrainingRecords(
        learners=tuple(each for people in PEOPLE.values() for each in people),
        licences=held + tuple(licence(f"d{n}", status="SUSPENDED") for n in range(draw(st.integers(0, 1)))),
        employments=draw(spans(employment, "s1", "s2")),
        terms=draw(spans(term, "m1")),
        courses=(TAXI, AWARE, ONCE),
        requirements=NEEDED,
        completions=tuple(draw(st.lists(taken, max_size=12))),
        exemptions=tuple(draw(st.lists(st.sampled_from([exempt("d0"), exempt("s1", "aware")]), max_size=2))),
    )


@given(records(), DAYS)
def test_every_cell_is_the_figures_own_status_and_every_number_is_theirs(found, day):
    board = board_of(found, day, RULES, PlainLookup())
    covered = coverages(found, day, RULES)
    figures = in_date_by_kind(covered)
    known = {(each.learner, one.course.id): each.code for one in covered for each in one.statuses}
    for kind, group in board.groups.items():
        ours = [one for one in covered if kind in {ALL_KINDS, one.kind}]
        everyone = group.ids["all"] + group.ids["left"]
        for row in matrix_rows(board, group.courses, everyone):
            cells = {course.id: cell for course, cell in zip(group.courses, row.cells, strict=True)}
            assert {id_: cell.code for id_, cell in cells.items()} == {
                id_: known.get((row.id, id_), NOT_REQUIRED) for id_ in cells
            }
        for narrowed, code in (("expiring", EXPIRING), ("expired", EXPIRED), ("never", NEVER_TRAINED)):
            assert set(group.ids[narrowed]) == {person for one in ours for person in one.ids(code)}
        if kind != ALL_KINDS:
            figure = figures.get(kind)
            assert group.in_date == figure
            assert set(group.ids["in_date"]) == set(figure.numerator_ids if figure else ())
            assert set(figure.missing_ids if figure else ()) <= set(group.ids["action"])
        shown = Counter(cell.code for row in matrix_rows(board, group.courses, group.ids["all"]) for cell in row.cells)
        assert {code: n for code, n in group.numbers.items() if n} == dict(shown)


@given(records(), DAYS)
def test_all_people_are_the_three_kinds_together(found, day):
    board = board_of(found, day, RULES, PlainLookup())
    together = board.groups[ALL_KINDS]
    for narrowed in together.ids:
        parts = [set(board.groups[kind].ids[narrowed]) for kind in PEOPLE]
        assert set(together.ids[narrowed]) == set().union(*parts)
        assert len(together.ids[narrowed]) == sum(map(len, parts))


def one_of(board, person="d1"):
    return matrix_rows(board, board.groups["DRIVER"].courses, (person,))[0]


def board(*completions, **more):
    found = TrainingRecords(
        learners=(driver(),),
        licences=(licence(badge="B77"),),
        courses=(TAXI,),
        requirements=(requirement(induction_days=90),),
        completions=completions,
        **more,
    )
    return board_of(found, DAY, RULES, PlainLookup())


def test_a_cell_says_word_and_day_and_the_name_says_the_whole_row():
    row = one_of(board(completed(day=date(2024, 6, 1))))
    assert (row.name, row.beside) == ("Example, d1", "B77")
    assert [(cell.words, cell.short) for cell in row.cells] == [("In date to 1 Jun 2027", "1 Jun 2027")]
    assert row.spoken == "Example, d1, B77, Taxi safeguarding: In date to 1 Jun 2027"


def test_each_status_has_a_word_of_its_own():
    assert one_of(board()).cells[0].words == "Not done"
    assert one_of(board(completed(day=date(2024, 2, 1)))).cells[0].words == "Expires 1 Feb 2027"
    assert one_of(board(completed(day=date(2023, 2, 1)))).cells[0].words == "Expired 1 Feb 2026"
    assert one_of(board(completed(evidence_awaited=True))).cells[0].words == "Awaiting evidence"
    assert one_of(board(exemptions=(exempt(),))).cells[0].words == "Exempt: MATERNITY"
    assert len(set(STATUS_WORDS.values())) == len(STATUS_WORDS)
    assert STATUS_WORDS[LEFT] == "Left"


def test_a_certificate_that_says_another_day_counts_until_then():
    row = one_of(board(completed(day=date(2024, 6, 1), expires=date(2026, 12, 31))))
    assert row.cells[0].words == "Expires 31 Dec 2026"


def test_people_are_found_by_name_badge_and_licence_number_whatever_the_order_of_words():
    found = board()
    for text in ("exam", "d1 example", "EXAMPLE", "b77", "phd-d1", ""):
        assert found.found("DRIVER", "all", text) == ("d1",)
    assert found.found("DRIVER", "all", "zzz") == ()
    assert found.found("DRIVER", "ids:d1,gone") == ("d1",)


def test_a_new_desk_has_a_board_with_nobody_on_it(desk):
    found = reckon(desk, SilentProgress())
    assert found.groups["DRIVER"].in_date is None
    assert found.found("DRIVER", "all") == ()
    assert found.notice == 90
