"""What stands in a demonstration: plainly made up, careful, and agreeing with itself."""

import re
from datetime import date

import pytest

from socdesk.clock import london_day
from socdesk.desk.demo.names import Names
from socdesk.figures.coverage import coverage
from socdesk.figures.scope import TrainingRecords
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.other_fields import Number
from socdesk.registers.register import State
from socdesk.registers.text_fields import Choice, Choices
from socdesk.registers.vocabulary import Vocabularies

NAMES = Names(1)
PHONE = re.compile(r"0[\d ]{8,13}\d")
DRAMA = re.compile(r"01632 960\d{3}|07700 900\d{3}|0115 496 0\d{3}")


def fields(demo, records):
    """Give every field of every record of people and deeds; contacts are real and the same on every desk."""
    for key, found in records.items():
        for record in found if key != "contacts" else ():
            for name, kind in demo.catalogue.get(key).fields.items():
                yield key, name, kind, getattr(record, name)


@pytest.fixture(scope="module")
def larger(write):
    """A demonstration with enough in it that shares mean something."""
    return write(concerns=60, drivers=150)


def is_fictitious(name):
    *forenames, surname = name.split()
    return surname in NAMES.surnames and set(forenames) <= set(NAMES.forenames)


def test_every_person_has_a_name_from_the_list(demo, records):
    names = [
        (key, name, value)
        for key, name, kind, value in fields(demo, records)
        if kind.identifies is Identity.NAME and value and key not in {"officers", "learners"}
    ]
    assert {key for key, _, _ in names} == {"post_holders", "concerns", "concern_sources"}
    assert [value for _, _, value in names if not is_fictitious(value)] == []
    assert all(is_fictitious(f"{x.forename} {x.surname}") for x in records["learners"])


def test_no_two_learners_share_a_name(records):
    names = [(x.surname, x.forename) for x in records["learners"]]
    assert len(set(names)) == len(names)


def test_telephone_numbers_are_kept_free_for_drama(demo, records):
    texts = [str(value) for _, _, _, value in fields(demo, records)]
    numbers = [number for text in texts for number in PHONE.findall(re.sub(r"[0-9a-f]{32,}", "", text))]
    assert numbers
    assert [number for number in numbers if not DRAMA.fullmatch(number)] == []


def test_plates_and_licences_are_plainly_made_up(demo, records):
    marks = [
        value
        for _, _, kind, value in fields(demo, records)
        if kind.identifies in (Identity.PLATE, Identity.LICENCE) and value
    ]
    assert marks
    assert [mark for mark in marks if not mark.startswith("DEMO")] == []


def test_places_lie_in_streets_that_do_not_exist(records):
    places = [concern.place for concern in records["concerns"] if concern.place]
    assert places
    assert [place for place in places if not place.endswith(NAMES.streets)] == []


def test_public_texts_name_no_person_and_no_street(demo, records):
    public = " ".join(
        value
        for _, _, kind, value in fields(demo, records)
        if kind.audience is Audience.PUBLIC and isinstance(value, str)
    )
    assert [word for word in (*NAMES.surnames, *NAMES.streets) if word in public] == []
    assert "{" not in public


def test_every_code_is_one_of_its_vocabulary(demo, records):
    known = Vocabularies()
    for _, _, kind, value in fields(demo, records):
        if isinstance(kind, Choice | Choices):
            codes = (value,) if isinstance(value, str) else value
            assert [code for code in codes if code and known.code(kind.vocabulary, code) is None] == []


def test_actions_have_every_rating_over_time_and_recover(demo):
    history = [
        [v.record.rag for v in demo.read.history(action.id)] for action in demo.read.page(demo.catalogue.get("actions"))
    ]
    assert {rag for ratings in history for rag in ratings} >= {"GREEN", "AMBER", "RED", "BLUE"}
    assert any("AMBER" in ratings and ratings[-1] == "GREEN" for ratings in history)


def test_two_local_actions_are_taken_on(records):
    assert sum(action.kind == "LOCAL" for action in records["actions"]) == 2


def test_driver_readings_agree_with_the_records(records):
    training = TrainingRecords(
        **{key: tuple(x for x in records[key] if x.state is State.LIVE) for key in TrainingRecords.__dataclass_fields__}
    )
    course = next(x for x in records["courses"] if x.title == "Safeguarding for taxi drivers")
    readings = [x for x in records["kpi_readings"] if x.measure == "Licensed drivers trained and in date"]
    assert len(readings) == 8
    for reading in readings:
        figure = coverage("DRIVER", course, training, reading.census).figure
        assert (reading.numerator, reading.denominator) == (figure.numerator, figure.denominator)


def test_coverage_of_drivers_rises_from_about_70_to_about_90_per_cent(larger):
    desk = larger
    readings = [
        x
        for x in desk.read.page(desk.catalogue.get("kpi_readings"))
        if x.measure == "Licensed drivers trained and in date"
    ]
    readings.sort(key=lambda x: x.census)
    shares = [100 * x.numerator / x.denominator for x in readings]
    assert 62 <= shares[0] <= 76
    assert 82 <= shares[-1] <= 93
    statuses = {x.status for x in desk.read.page(desk.catalogue.get("licences"))}
    assert statuses >= {"ACTIVE", "EXPIRED", "SUSPENDED", "SURRENDERED"}


def test_submissions_are_those_sent_in_the_quarter(records):
    inside = {"HOUSING", "LICENSING", "PLANNING_ENFORCEMENT", "INTERNAL_AUDIT", "HR", "MONITORING_OFFICER"}
    reading = max(
        (x for x in records["kpi_readings"] if x.measure == "Submissions to police and partners"),
        key=lambda x: x.census,
    )
    sent = [x for x in records["routes"] if date(2025, 10, 1) <= london_day(x.sent) <= date(2025, 12, 31)]
    assert reading.census == date(2025, 12, 31)
    assert reading.numerator == sum(x.route not in inside for x in sent)


def test_concerns_are_closed_with_outcomes_and_one_is_void(records):
    concerns = records["concerns"]
    assert all(concern.outcome and concern.closed for concern in concerns if concern.status == "CLOSED")
    assert sum(concern.status == "CLOSED" for concern in concerns) > len(concerns) // 2
    assert sum(concern.state is State.VOID for concern in concerns) == 1


def test_a_surgery_is_an_elected_members(larger):
    desk = larger
    kinds = {x.parent: x.kind for x in desk.read.page(desk.catalogue.get("concern_sources"))}
    surgeries = [x for x in desk.read.page(desk.catalogue.get("concerns")) if x.channel == "MEMBER_SURGERY"]
    assert surgeries
    assert {kinds[concern.id] for concern in surgeries} == {"ELECTED_MEMBER"}


def test_one_statement_corrects_another(records):
    statements = {x.id: x for x in records["statements"]}
    [correction] = [x for x in statements.values() if x.corrects]
    assert statements[correction.corrects].parent == correction.parent
    assert statements[correction.corrects].made < correction.made


def test_no_step_comes_before_the_one_it_follows(records):
    concerns = {x.id: x for x in records["concerns"]}
    for concern in concerns.values():
        assert concern.received <= concern.created_at
    for route in records["routes"]:
        assert concerns[route.parent].created_at <= route.sent
        assert route.acknowledged is None or route.sent <= route.acknowledged


def test_44_members_are_in_office_and_60_staff_are_known(records):
    terms = [x for x in records["terms"] if x.held.covers(date(2026, 2, 28))]
    assert len(terms) == 44
    assert len(records["employments"]) == 60
    assert records["exemptions"]


def test_a_deputy_stood_in_for_a_time(records):
    [deputy] = [x for x in records["post_holders"] if x.deputy]
    assert deputy.held.since
    assert deputy.held.until


@pytest.mark.parametrize("name", ["numerator", "denominator"])
def test_readings_are_whole_numbers_within_limits(demo, records, name):
    kind = demo.catalogue.get("kpi_readings").fields[name]
    assert isinstance(kind, Number)
    assert {kind.problem(getattr(x, name)) for x in records["kpi_readings"]} == {""}
