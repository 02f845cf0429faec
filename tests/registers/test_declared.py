"""What every declared register must be, whoever declares it."""

import re
from itertools import combinations

import pytest
from helpers.field_values import VOCABULARIES, records_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from socdesk.registers.catalogue import REGISTERS, Catalogue
from socdesk.registers.fields import Audience
from socdesk.registers.register import State
from socdesk.registers.text_fields import Choice, Choices, Link

EVERY_REGISTER = pytest.mark.parametrize("register", list(REGISTERS), ids=lambda register: register.key)
BARE = re.compile(r"\b(SAR|SPOC|DPIA|FOI|Prevent)\b")
AMERICAN = re.compile(r"\b\w*(ization|izing|ize|color|favor|center|license[ds]?)\b", re.IGNORECASE)


def words_of(register):
    yield from (register.singular, register.plural)
    for kind in register.fields.values():
        yield from (kind.label, kind.hint)


@EVERY_REGISTER
def test_a_new_record_is_only_wrong_in_what_a_person_must_fill_in(register):
    record = register.record_type()
    for name, words in register.problems(record).items():
        assert register.fields[name].required or "Write" in words, (name, words)


@EVERY_REGISTER
def test_defaults_are_values_of_their_fields(register):
    record = register.record_type()
    for name, kind in register.fields.items():
        value = getattr(record, name)
        assert kind.from_json(kind.to_json(value)) == value
        assert value == kind.empty or not kind.problem(value)


@EVERY_REGISTER
@settings(max_examples=8, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_any_record_has_a_title_and_search_words(register, data):
    record = data.draw(records_of(register))
    assert isinstance(register.title(record), str)
    assert register.search_text(record).startswith("REF-1")
    assert set(register.search_short(record).split("\n")) <= set(register.search_text(record).split("\n"))


@EVERY_REGISTER
def test_a_choice_names_a_vocabulary_that_is_shipped_and_its_default_is_in_it(register):
    for name, kind in register.fields.items():
        if isinstance(kind, Choice | Choices):
            codes = {code.code for code in VOCABULARIES[kind.vocabulary].codes}
            default = getattr(register.record_type(), name)
            assert {default} - {""} <= codes if isinstance(default, str) else set(default) <= codes


@EVERY_REGISTER
def test_a_link_names_a_register(register):
    linked = {kind.register for kind in register.fields.values() if isinstance(kind, Link)}
    assert linked - {""} <= set(REGISTERS.keys)


@EVERY_REGISTER
def test_every_field_has_a_label_of_its_own(register):
    labels = [kind.label for kind in register.fields.values()]
    assert len(set(labels)) == len(labels)
    assert all(label[:1].isupper() and not label.endswith(".") for label in labels)


@EVERY_REGISTER
def test_words_are_british_and_without_bare_abbreviations(register):
    for words in words_of(register):
        assert not BARE.search(words), words
        assert not AMERICAN.search(words), words


@EVERY_REGISTER
def test_lists_are_ordered_by_what_has_a_column(register):
    for name in register.order:
        plain = name.removeprefix("-")
        assert plain == "reference" or register.fields[plain].in_row


@EVERY_REGISTER
def test_a_parent_is_a_register_and_has_no_parent_itself(register):
    if register.parent:
        assert not REGISTERS.get(register.parent).parent


@EVERY_REGISTER
def test_a_sealed_register_seals_its_fields_and_a_year_comes_from_a_dated_field(register):
    if register.numbering.year_of:
        assert register.numbering.year_of in register.fields
    if register.single:
        assert register.parent


def sample(register):
    parent = sample(REGISTERS.get(register.parent)) if register.parent else ""
    return register.numbering.template.format(n=1, year=2026, parent=parent)


def test_no_two_registers_give_the_same_reference():
    for one, other in combinations(REGISTERS, 2):
        assert sample(one) != sample(other), (one.key, other.key)


def test_source_fields_stand_in_a_register_of_their_own():
    for register in REGISTERS:
        audiences = {kind.audience for kind in register.fields.values()}
        assert Audience.SOURCE not in audiences or audiences == {Audience.SOURCE}


def test_a_catalogue_refuses_the_same_register_twice():
    with pytest.raises(ValueError, match="same key"):
        REGISTERS.with_register(next(iter(REGISTERS)))
    assert list(Catalogue(())) == []


def test_states_are_the_five_of_the_bones():
    assert [state.value for state in State] == ["live", "binned", "void", "merged", "destroyed"]
