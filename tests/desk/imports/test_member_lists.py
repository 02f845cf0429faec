from datetime import date

import pytest
from desk.imports.conftest import csv_of
from exchange import lists_of_the_domain as shipped

from socdesk.exchange.file_errors import SensitiveColumnsError
from socdesk.registers.declared.learners import TERMS
from socdesk.registers.declared.training import COMPLETIONS
from socdesk.registers.values import Span

HEADER = ("Name", "Ward", "Term start", "Term end")
BRIEFING = b"Elected member briefing on serious and organised crime"
MEMBERS = shipped.MEMBERS.replace(b"Member SOC briefing", BRIEFING)


def test_members_come_in_with_ward_term_and_briefing_but_without_their_party(lists):
    with pytest.raises(SensitiveColumnsError, match="“Party” is not kept"):
        lists.look("members", MEMBERS)
    seen = lists.bring("members", MEMBERS, leave_out_sensitive=True)
    assert (seen.rows, seen.new) == (1, 1)
    [term] = lists.children(TERMS, "Example")
    assert lists.desk.vocabularies().label("ward", term.ward) == "Bramcote"
    assert term.held == Span(date(2023, 5, 8))
    assert lists.children(COMPLETIONS, "Example")[0].completed == date(2023, 6, 14)
    assert all("Example Party" not in body for _key, _reference, body in lists.standing().values())


def test_an_election_ends_a_term_and_begins_another(lists):
    lists.bring("members", csv_of(HEADER, ("Cllr Jane Example", "Bramcote", "08/05/2019", "")))
    lists.bring(
        "members",
        csv_of(
            HEADER,
            ("Cllr Jane Example", "Bramcote", "08/05/2019", "07/05/2023"),
            ("Cllr Jane Example", "Bramcote", "08/05/2023", ""),
        ),
    )
    assert [term.held for term in lists.children(TERMS, "Example")] == [
        Span(date(2019, 5, 8), date(2023, 5, 7)),
        Span(date(2023, 5, 8)),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Jane Example", "Atlantis", ""), "the ward is not on this desk’s list. Correct it, or add the ward first."),
        (
            ("Jane Example", "Bramcote", "Juggling"),
            "the course is not on this desk. Add it first, or correct its title.",
        ),
    ],
)
def test_a_ward_or_course_that_is_not_known_refuses_the_row(lists, row, reason):
    assert lists.look("members", csv_of(("Name", "Ward", "Course"), row)).problems == (f"Row 2: {reason}",)


def test_a_member_who_has_left_comes_in_without_a_first_day(lists):
    lists.bring("members", csv_of(HEADER, ("Jane Example", "Bramcote", "", "07/05/2023")))
    assert lists.children(TERMS, "Example")[0].held.until == date(2023, 5, 7)
