"""Who is in scope on a day (domain.md 5.2, 5.4)."""

from datetime import date

import pytest
from helpers.training_samples import (
    DAY,
    TAXI,
    driver,
    employment,
    licence,
    member,
    requirement,
    staff,
    term,
)

from socdesk.figures.scope import Presence, Standing, TrainingRecords, binding, presence, requirements_on
from socdesk.registers.declared.learners import Learner
from socdesk.registers.register import State
from socdesk.registers.values import Span


def standing(learner, day=DAY, **records):
    return presence(learner, TrainingRecords(learners=(learner,), **records), day).standing


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("ACTIVE", Standing.IN_SCOPE),
        ("SUSPENDED", Standing.SUSPENDED),
        ("REVOKED", Standing.LEFT),
        ("SURRENDERED", Standing.LEFT),
        ("EXPIRED", Standing.LEFT),
    ],
)
def test_a_driver_is_in_scope_by_the_status_of_the_licence(status, expected):
    assert standing(driver(), licences=(licence(status=status),)) is expected


def test_a_licence_counts_on_its_first_and_last_day():
    licences = (licence(since=date(2025, 3, 1), until=date(2025, 3, 31)),)
    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 31), date(2025, 4, 1)]
    expected = [Standing.NOT_YET, Standing.IN_SCOPE, Standing.IN_SCOPE, Standing.LEFT]
    assert [standing(driver(), day, licences=licences) for day in days] == expected


def test_one_good_licence_outweighs_a_suspended_one():
    both = licence(status="SUSPENDED"), licence(since=date(2025, 1, 1), until=None)
    assert standing(driver(), licences=both) is Standing.IN_SCOPE


def test_a_driver_missing_from_the_latest_list_is_not_gone():
    missing = Learner(id="d1", kind="DRIVER", surname="Example", on_latest_list=False)
    assert standing(missing, licences=(licence(),)) is Standing.IN_SCOPE


def test_a_binned_licence_brings_nobody_into_scope():
    assert standing(driver(), licences=(licence(state=State.BINNED),)) is Standing.NOT_YET


def test_agency_staff_are_counted_apart_unless_they_are_employed_too():
    agency = employment(agency=True)
    assert standing(staff(), employments=(agency,)) is Standing.AGENCY
    own = employment(since=date(2026, 1, 1))
    assert standing(staff(), employments=(agency, own)) is Standing.IN_SCOPE


def test_members_are_in_scope_for_their_terms():
    assert standing(member(), terms=(term(),)) is Standing.IN_SCOPE
    assert standing(member(), date(2027, 5, 11), terms=(term(),)) is Standing.LEFT


def test_an_unknown_kind_of_learner_is_in_no_scope():
    assert standing(Learner(id="v", kind="VOLUNTEER", surname="Example")) is Standing.NOT_YET


def test_the_first_day_in_scope_is_the_earliest_that_still_runs():
    stays = employment(since=date(2026, 5, 1)), employment(since=date(2021, 5, 1))
    found = presence(staff(), TrainingRecords(employments=stays), DAY)
    assert found.since == date(2021, 5, 1)


def test_a_requirement_for_a_service_binds_its_staff_alone():
    housing = requirement("STAFF", service_area="HOUSING_TENANCY")
    everyone = requirement("STAFF")
    there = Presence(Standing.IN_SCOPE, services=frozenset({"LICENSING"}))
    assert binding(staff(), there, (housing, everyone)) == (everyone,)


def test_requirements_count_while_in_force_and_only_when_mandatory():
    old = requirement(in_force=Span(None, date(2025, 12, 31)))
    optional = requirement(mandatory=False)
    now = requirement(in_force=Span(DAY))
    assert requirements_on((old, optional, now, requirement("STAFF")), "DRIVER", TAXI.id, DAY) == (now,)
