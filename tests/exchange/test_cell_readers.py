from datetime import date

import pytest

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.coded_words import read_course_result, read_licence_status, read_licence_type
from socdesk.exchange.licence_numbers import numbers_that_lost_zeros, read_licence_number
from socdesk.exchange.scores import read_score


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("HC", "HCD"), ("hcd", "HCD"), ("Hackney Carriage Driver", "HCD"), ("Hackney-Carriage", "HCD"),
        ("PH", "PHD"), ("Private Hire Driver", "PHD"), ("PHD (3 year)", "PHD"), ("PRIVATE  HIRE", "PHD"),
        ("Dual", "DUAL"), ("Both", "DUAL"), ("Hackney Carriage and Private Hire", "DUAL"), ("HC/PH", "DUAL"),
        ("Combined Dual Driver", "DUAL"), (None, None), ("n/a", None),
    ],
)  # fmt: skip
def test_licence_types_become_codes(cell, code):
    assert read_licence_type(cell) == code


@pytest.mark.parametrize("cell", ["Private Hire Operator", "Hackney Carriage Vehicle", "Alcohol"])
def test_what_is_no_driver_licence_is_refused(cell):
    assert isinstance(read_licence_type(cell), Unreadable)


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Active", "ACTIVE"), ("CURRENT", "ACTIVE"), ("Lapsed", "EXPIRED"), ("Suspended (s61)", "SUSPENDED"),
     ("revoked", "REVOKED"), ("Surrendered", "SURRENDERED"), ("", None)],
)  # fmt: skip
def test_licence_statuses_become_codes(cell, code):
    assert read_licence_status(cell) == code


def test_an_unknown_status_is_refused_and_quoted():
    assert read_licence_status("Pending") == Unreadable("“Pending” is not a status of a licence that is known.")


@pytest.mark.parametrize(
    ("cell", "code"),
    [("Completed", "ATTENDED"), ("PASS", "PASSED"), ("Not passed", "FAILED"), ("DNA", "DID_NOT_ATTEND"),
     ("No-show", "DID_NOT_ATTEND"), ("Part attended", "PART_ATTENDED"), ("In progress", None), (None, None)],
)  # fmt: skip
def test_course_results_become_codes(cell, code):
    assert read_course_result(cell) == code


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("00417", "00417"),
        (417, "417"),
        (417.0, "417"),
        (" PHD 0123 ", "PHD 0123"),
        ("'00417", "00417"),
        (None, ""),
    ],
)
def test_licence_numbers_stay_text(cell, number):
    assert read_licence_number(cell) == number


@pytest.mark.parametrize("cell", [date(2026, 4, 1), True, 1.5e300 * 0.3, "9" * 61])
def test_what_excel_made_of_a_number_is_refused(cell):
    assert isinstance(read_licence_number(cell), Unreadable)


def test_short_numbers_among_zero_led_ones_are_suspected():
    assert numbers_that_lost_zeros(["00416", "417", "00418", "PHD1", "10419"]) == ("417",)
    assert numbers_that_lost_zeros(["416", "417"]) == ()


@pytest.mark.parametrize(
    ("cell", "score"),
    [(85, 85.0), (85.5, 85.5), ("85%", 85.0), ("17/20", 85.0), ("17 out of 20", 85.0), ("", None)],
)
def test_scores_are_percentages(cell, score):
    assert read_score(cell) == score


@pytest.mark.parametrize("cell", [101, "130%", "good", True, "1/0", -5])
def test_what_is_no_percentage_is_refused(cell):
    assert isinstance(read_score(cell), Unreadable)
