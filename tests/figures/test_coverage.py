"""Coverage: people in scope with a valid record, of all people in scope (domain.md 5.4)."""

from dataclasses import replace
from datetime import date, timedelta

from helpers.training_samples import (
    AWARE,
    DAY,
    TAXI,
    completed,
    driver,
    employment,
    exempt,
    fleet,
    licence,
    member,
    one_driver,
    requirement,
    staff,
    term,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.figures.coverage import coverage, coverages
from socdesk.figures.figure import percentage
from socdesk.figures.scope import TrainingRecords
from socdesk.registers.values import Span


def test_the_worked_example_of_the_action_plan():
    found = coverage("DRIVER", TAXI, fleet(in_date=200, expiring=12, expired=18, never=8, awaited=2), DAY)
    assert (found.figure.numerator, found.figure.denominator) == (212, 240)
    assert str(found.figure.percentage) == "88.3"
    assert found.by_code == {"IN_DATE": 200, "EXPIRING": 12, "EXPIRED": 18, "NEVER_TRAINED": 8, "AWAITING_EVIDENCE": 2}
    assert len(found.ids("EXPIRING")) == 12
    assert set(found.figure.missing_ids) == {
        *found.ids("EXPIRED"),
        *found.ids("NEVER_TRAINED"),
        *found.ids("AWAITING_EVIDENCE"),
    }


def test_two_licences_of_one_person_count_once():
    two = one_driver(completed(), licences=(licence(), licence(since=date(2025, 1, 1), type="PHD")))
    assert coverage("DRIVER", TAXI, two, DAY).figure.denominator_ids == ("d1",)


def test_two_courses_taken_count_once():
    twice = one_driver(completed(), completed(day=date(2026, 1, 1)))
    assert coverage("DRIVER", TAXI, twice, DAY).figure.numerator == 1


def test_the_exempt_the_suspended_and_agency_workers_are_counted_apart_and_named_in_the_note():
    drivers = TrainingRecords(
        learners=(driver("a"), driver("b"), driver("c")),
        licences=(licence("a"), licence("b", status="SUSPENDED"), licence("c")),
        courses=(TAXI,),
        requirements=(requirement(),),
        exemptions=(exempt("c"),),
        completions=(completed("b"), completed("c")),
    )
    found = coverage("DRIVER", TAXI, drivers, DAY)
    assert found.figure.denominator_ids == ("a",)
    assert found.apart == {"whose licence is suspended": ("b",), "who are exempt or away for long": ("c",)}
    assert "whose licence is suspended" in found.note
    assert "other councils" in found.note
    people = replace(drivers, learners=(staff(),), employments=(employment(agency=True),))
    people = replace(people, requirements=(requirement("STAFF"),))
    assert coverage("STAFF", TAXI, people, DAY).apart == {"who work through an agency or contractor": ("s1",)}


def test_newcomers_stay_in_the_denominator():
    new = replace(one_driver(), requirements=(requirement(induction_days=5000),))
    found = coverage("DRIVER", TAXI, new, DAY)
    assert found.in_induction == ("d1",)
    assert (found.figure.numerator, found.figure.denominator) == (0, 1)


def test_a_course_needed_by_several_services_is_one_coverage():
    records = TrainingRecords(
        learners=(staff("s1"), staff("s2"), staff("s3")),
        employments=(
            employment("s1", service="ASB"),
            employment("s2", service="HOUSING"),
            employment("s3", service="PARKS"),
        ),
        courses=(AWARE,),
        requirements=(
            requirement("STAFF", AWARE, service_area="ASB"),
            requirement("STAFF", AWARE, service_area="HOUSING"),
        ),
    )
    (found,) = coverages(records, DAY)
    assert found.figure.denominator_ids == ("s1", "s2")


def test_every_mandatory_course_in_force_has_its_coverage_drivers_first():
    records = TrainingRecords(
        learners=(driver(), member()),
        licences=(licence(),),
        terms=(term(),),
        courses=(TAXI, AWARE),
        requirements=(
            requirement("MEMBER", AWARE),
            requirement(),
            requirement(course=AWARE, in_force=Span(DAY + timedelta(days=1))),
            requirement("STAFF", TAXI, mandatory=False),
        ),
    )
    assert [(each.kind, each.course.id) for each in coverages(records, DAY)] == [
        ("DRIVER", "taxi"),
        ("MEMBER", "aware"),
    ]


names = st.sampled_from([f"d{n}" for n in range(5)])
dates = st.dates(date(2019, 1, 1), date(2029, 1, 1))
licences = st.builds(
    lambda of, since, length, status: licence(of, since, since + timedelta(days=length), status=status),
    names,
    dates,
    st.integers(0, 1500),
    st.sampled_from(["ACTIVE", "SUSPENDED", "REVOKED"]),
)
completions = st.builds(completed, names, dates, result=st.sampled_from(["PASSED", "FAILED"]))
exemptions = st.builds(lambda of, since: exempt(of, "", since, since + timedelta(days=200)), names, dates)
fleets = st.builds(
    lambda some, done, away: TrainingRecords(
        learners=tuple(driver(f"d{n}") for n in range(5)),
        licences=tuple(some),
        courses=(TAXI,),
        requirements=(requirement(),),
        completions=tuple(done),
        exemptions=tuple(away),
    ),
    st.lists(licences, max_size=8),
    st.lists(completions, max_size=8),
    st.lists(exemptions, max_size=2),
)


@given(fleets, dates)
@settings(max_examples=150)
def test_the_covered_are_among_those_in_scope_and_coverage_is_between_nought_and_all(records, day):
    found = coverage("DRIVER", TAXI, records, day)
    assert set(found.figure.numerator_ids) <= set(found.figure.denominator_ids)
    share = percentage(found.figure.numerator, found.figure.denominator)
    assert share is None or 0 <= share <= 100
    assert sum(found.by_code.values()) == found.figure.denominator


@given(fleets, completions, dates)
@settings(max_examples=150)
def test_a_later_completion_changes_no_earlier_day(records, more, day):
    after = replace(records, completions=(*records.completions, more))
    if more.completed > day:
        assert coverage("DRIVER", TAXI, after, day) == coverage("DRIVER", TAXI, records, day)


@given(fleets, licences, dates)
@settings(max_examples=150)
def test_a_licence_that_has_ended_changes_no_figure(records, ended, day):
    after = replace(records, licences=(*records.licences, ended))
    if ended.held.until < day:
        assert coverage("DRIVER", TAXI, after, day).figure == coverage("DRIVER", TAXI, records, day).figure
