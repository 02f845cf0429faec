"""Bodies: the canonical JSON that versions keep, and how earlier shapes of a record are raised to today's."""

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

import pytest
from helpers.field_values import records_of
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.registers.body import body_of, changed_fields, record_from
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.dated_fields import Day
from socdesk.registers.fields import Audience
from socdesk.registers.register import Numbering, Record, Register, State
from socdesk.registers.text_fields import Text

EVERY_REGISTER = pytest.mark.parametrize("register", list(REGISTERS), ids=lambda register: register.key)


@EVERY_REGISTER
@settings(max_examples=10)
@given(data=st.data())
def test_a_record_comes_back_from_its_body(register, data):
    record = data.draw(records_of(register))
    assert record_from(register, register.schema, body_of(register, record)) == replace(record, id="")


@EVERY_REGISTER
def test_a_body_is_canonical(register):
    body = body_of(register, register.record_type())
    assert body == json.dumps(json.loads(body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


@EVERY_REGISTER
def test_a_body_without_any_field_loads_as_an_empty_record(register):
    body = json.dumps({"fields": {}, "parent": "", "reference": "R", "restricted": False, "state": "live"})
    record = record_from(register, register.schema, body)
    assert {name: getattr(record, name) for name in register.fields} == {
        name: kind.empty for name, kind in register.fields.items()
    }


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """A record whose class has had three shapes."""

    place: Annotated[str, Text(label="Place", formerly=("where", "spot"))] = ""
    day: Annotated[date | None, Day(label="Day")] = None


def day_from_year(fields):
    return {**fields, "day": f"{fields['year']}-01-01"}


def place_in_capitals(fields):
    return {**fields, "where": str(fields["where"]).title()}


VISITS = Register(
    key="visits",
    singular="Visit",
    plural="Visits",
    record_type=Visit,
    numbering=Numbering(template="VI{n}", audience=Audience.PUBLIC),
    title=lambda visit: visit.place,
    schema=3,
    upcasts={1: day_from_year, 2: place_in_capitals},
)


def body(**fields):
    return json.dumps({"fields": fields, "parent": "", "reference": "VI1", "restricted": True, "state": "binned"})


def test_a_body_of_an_earlier_shape_is_raised_step_by_step():
    record = record_from(VISITS, 1, body(where="market square", year=2019))
    assert (record.place, record.day) == ("Market Square", date(2019, 1, 1))
    assert (record.reference, record.restricted, record.state) == ("VI1", True, State.BINNED)


def test_a_body_of_today_is_not_raised():
    assert record_from(VISITS, 3, body(where="market square")).place == "market square"


@pytest.mark.parametrize("name", ["place", "where", "spot"])
def test_a_field_is_found_under_its_former_names(name):
    assert record_from(VISITS, 3, body(**{name: "High Street"})).place == "High Street"


def test_what_differs_is_named_state_and_restriction_included():
    one = Visit(place="a")
    assert changed_fields(VISITS, one, replace(one, version=5, changed_by="x")) == ()
    assert changed_fields(VISITS, one, replace(one, place="b", state=State.VOID, restricted=True)) == (
        "place",
        "state",
        "restricted",
    )


def test_every_declared_register_can_raise_each_of_its_shapes():
    for register in REGISTERS:
        assert set(register.upcasts) == set(range(1, register.schema)), register.key
