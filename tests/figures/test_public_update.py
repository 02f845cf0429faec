"""The public view has no room for a person."""

import dataclasses
import types
import typing
from datetime import date

from helpers.sample_updates import full_update

from socdesk.figures import public_update
from socdesk.figures.public_update import PublicUpdate

PLAIN = {str, int, bool, date, type(None)}
PERSONAL = "name surname forename person officer driver learner address street postcode phone email plate licence badge"
PERSONAL += " birth dob statement concern source subject holder"


def view_types() -> list[type]:
    return [each for each in vars(public_update).values() if dataclasses.is_dataclass(each)]


def parts(kind: object) -> list[object]:
    origin = typing.get_origin(kind)
    if origin in {tuple, types.UnionType}:
        return [part for each in typing.get_args(kind) if each is not Ellipsis for part in parts(each)]
    if origin is typing.Literal:
        return [type(value) for value in typing.get_args(kind)]
    return [kind]


def test_every_type_is_frozen_and_holds_plain_values_only():
    kinds = view_types()

    assert PublicUpdate in kinds
    for kind in kinds:
        assert kind.__dataclass_params__.frozen
        for hint in typing.get_type_hints(kind).values():
            assert set(parts(hint)) <= PLAIN | set(kinds)


def test_no_field_is_made_for_a_person_an_address_or_a_concern():
    for kind in view_types():
        for field in dataclasses.fields(kind):
            assert not set(field.name.split("_")) & set(PERSONAL.split()), (kind.__name__, field.name)


def test_a_view_can_be_a_key_because_nothing_in_it_can_change():
    assert hash(full_update()) == hash(full_update())


def test_a_section_is_found_by_its_key_and_an_empty_one_is_as_none():
    view = full_update()
    blank = dataclasses.replace(view, sections=(public_update.PaperSection("risks", "Risks", ("", " ")),))

    assert view.section("purpose") is view.sections[0]
    assert view.section("unheard of") is None
    assert blank.section("risks") is None
