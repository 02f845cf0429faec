"""The list of imports, undoing one of them, and what an import leads to."""

import pytest
from desk.imports.conftest import csv_of

from socdesk.desk.imports.after_import import TrainingNeeds, training_needs
from socdesk.desk.imports.bringing_in import ListFile, bring_in, preview
from socdesk.desk.imports.past_imports import past_imports
from socdesk.errors import CancelledError
from socdesk.exchange.list_kinds import ListKind
from socdesk.jobs import CancellableProgress
from socdesk.registers.declared.desk_records import IMPORTS
from socdesk.registers.declared.learners import LEARNERS

HEADER = ("Licence No", "Surname", "Forename", "Licence Type", "Expiry")
FIRST = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/03/2027"))
SECOND = csv_of(HEADER, ("PHD1", "Example", "Alex", "PHD", "31/05/2027"), ("PHD3", "New", "Kim", "PHD", "31/02/2027"))
MANY = csv_of(HEADER, *((f"PHD{n}", "Sample", f"Name {n}", "PHD", "31/03/2027") for n in range(120)))


def test_imports_are_listed_newest_first_with_when_who_what_and_which_file(lists):
    assert past_imports(lists.desk) == ()
    lists.bring("drivers", FIRST)
    lists.bring("drivers", SECOND)
    newest, oldest = past_imports(lists.desk)
    assert (newest.reference, oldest.reference) == ("I002", "I001")
    assert newest.when.startswith("2 Mar 2026, 09:")
    assert (newest.who, newest.kind, newest.rows) == ("Chief Communities Officer", "Driver list", "1 in, 1 refused")
    assert (len(newest.file), newest.stands) == (8, True)


def test_an_earlier_import_is_undone_by_its_deed_and_stays_listed(lists):
    lists.bring("drivers", FIRST)
    lists.bring("staff", csv_of(("Staff No", "Full Name"), ("1", "Kim Specimen")))
    lists.desk.undo(past_imports(lists.desk)[1].deed)
    assert lists.people() == [("Kim", "Specimen")]
    assert [each.stands for each in past_imports(lists.desk)] == [True, False]


def test_progress_is_told_in_rows_of_the_list(lists):
    told = []
    seen = preview(lists.desk, "drivers", ListFile(MANY, ".csv"))
    bring_in(lists.desk, seen, CancellableProgress(lambda *said: told.append(said)))
    assert {(total, words) for _done, total, words in told} == {(120, "Importing")}
    assert [done for done, _total, _words in told] == sorted(done for done, _total, _words in told)
    assert told[-1][0] > 100


def test_a_cancelled_import_keeps_nothing(lists):
    seen = preview(lists.desk, "drivers", ListFile(MANY, ".csv"))
    head = lists.desk.store.heads
    progress = CancellableProgress(lambda done, *_said: progress.cancel() if done > 50 else None)
    with pytest.raises(CancelledError):
        bring_in(lists.desk, seen, progress)
    assert lists.desk.store.heads == head
    assert (lists.desk.read.count(LEARNERS), lists.desk.read.count(IMPORTS)) == (0, 0)
    assert lists.bring("drivers", MANY).new == 120


def test_after_drivers_came_in_who_is_not_trained_is_known(lists):
    trained = ("PHD1", "Example", "Alex", "PHD", "31/03/2028", "14/05/2025")
    soon = ("PHD2", "Sample", "Sam", "PHD", "31/03/2028", "14/04/2023")
    never = ("PHD3", "Specimen", "Kim", "PHD", "31/03/2028", "")
    lists.bring("drivers", csv_of((*HEADER, "Safeguarding"), trained, soon, never))
    needs = training_needs(lists.desk, ListKind.DRIVERS)
    names = {person.id: person.surname for person in lists.desk.read.page(LEARNERS)}
    assert "Specimen" in [names[person] for person in needs.not_in_date]
    assert "Example" not in [names[person] for person in needs.expiring]
    assert needs.days == 90


@pytest.mark.parametrize(
    ("missing", "soon", "words"),
    [
        ((), (), "All taxi drivers on the desk are in date for every course that they need."),
        (
            ("a",),
            ("b", "c"),
            (
                "Of all taxi drivers on the desk, 1 is not in date for every course that they need, "
                "and 2 have to train again within 90 days."
            ),
        ),
    ],
)
def test_what_an_import_leads_to_is_said_in_a_sentence(missing, soon, words):
    needs = TrainingNeeds("taxi drivers", missing, soon, 90)
    assert (needs.words, needs.ids) == (words, (*missing, *soon))
