"""Any list brought in twice changes nothing the second time; undo leaves no trace of either (hypothesis)."""

import pytest
from desk.conftest import PASSPHRASE, MovingClock
from desk.imports.conftest import Lists, csv_of
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.desk.imports.bringing_in import NothingToBringInError
from socdesk.desk.opening import House, new_desk
from socdesk.keys.kdf import POLICY_FLOOR

DAYS = st.sampled_from(["", "01/04/2019", "31/03/2022", "01/04/2022", "15/03/2025", "31/03/2025", "01/04/2028"])
ENDS = DAYS.filter(bool)
FIRST = st.sampled_from(["Alex", "Sam", "Kim"])
LAST = st.sampled_from(["Example", "Sample"])
COURSES = st.sampled_from(["", "Modern slavery", "Cyber security"])
TYPES = st.sampled_from(["HCD", "PHD", "DUAL"])
DONE = st.sampled_from(["", "Passed", "Failed"])
NUMBERS = st.sampled_from(["1", "2", "3", "4"])
MAYBE_NUMBERS = NUMBERS | st.just("")
SERVICES = st.sampled_from(["", "Housing", "Licensing"])
WARDS = st.sampled_from(["", "Bramcote"])

KINDS = {
    "drivers": (
        ("Licence No", "Forename", "Surname", "Type", "Issued", "Expiry", "Safeguarding"),
        (NUMBERS, FIRST, LAST, TYPES, DAYS, ENDS, DAYS),
    ),
    "staff": (
        ("Staff No", "Forename", "Surname", "Service", "Start date", "Leaving date", "Course", "Completed", "Result"),
        (MAYBE_NUMBERS, FIRST, LAST, SERVICES, DAYS, DAYS, COURSES, DAYS, DONE),
    ),
    "members": (
        ("Forename", "Surname", "Ward", "Term start", "Term end", "Course", "Completed"),
        (FIRST, LAST, WARDS, DAYS, DAYS, COURSES, DAYS),
    ),
}


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory):
    folder = tmp_path_factory.mktemp("twice") / "desk"
    desk = new_desk(folder, PASSPHRASE, House(clock=MovingClock()), cost=POLICY_FLOOR).desk
    yield Lists(desk)
    desk.lock()


def bring(lists, kind, data):
    """Bring a list in; return whether anything of it could be."""
    try:
        lists.bring(kind, data, again=True)
    except NothingToBringInError:
        return False
    return True


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=15)
@given(given_rows=st.data())
def test_a_list_brought_in_twice_changes_nothing_the_second_time(one_desk, kind, given_rows):
    header, cells = KINDS[kind]
    rows = st.lists(st.tuples(*cells), min_size=1, max_size=6)
    files = [csv_of(header, *given_rows.draw(rows)) for _ in range(2)]
    empty, deeds = one_desk.standing(), one_desk.deeds()
    try:
        for data in files:
            if bring(one_desk, kind, data):
                standing = one_desk.standing()
                seen = one_desk.bring(kind, data, again=True)
                assert one_desk.standing() == standing
                assert (seen.new, seen.changed, seen.puts) == (0, 0, ())
    finally:
        for _ in range(one_desk.deeds() - deeds):
            one_desk.desk.undo()
    assert one_desk.standing() == empty


def test_a_row_whose_end_a_later_row_moves_makes_no_other_employment_the_second_time(one_desk):
    header, _ = KINDS["staff"]
    ended = ("", "Sam", "Sample", "", "", "01/04/2019", "", "", "")
    begun = ("", "Sam", "Sample", "", "01/04/2019", "31/03/2022", "", "", "")
    data, deeds = csv_of(header, ended, begun), one_desk.deeds()
    assert bring(one_desk, "staff", data)
    standing = one_desk.standing()
    one_desk.bring("staff", data, again=True)
    assert one_desk.standing() == standing
    for _ in range(one_desk.deeds() - deeds):
        one_desk.desk.undo()
