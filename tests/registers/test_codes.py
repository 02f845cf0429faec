"""Vocabulary files: what is taken, and what is refused as a fault of ours."""

import json
import re
from datetime import date

import pytest

from socdesk.registers.codes import Code, plain, vocabulary_from
from socdesk.registers.shipped import entry_from


def code(name, sort=10, **changes):
    whole = {"code": name, "label": name.title(), "sort": sort, "active_from": None, "active_to": None}
    return whole | changes


def file_with(**changes):
    whole = {"key": "mood", "name": "Mood", "source": "a test", "codes": [code("GLAD"), code("SAD", sort=20)]}
    return entry_from(json.dumps(whole | changes), "mood.json")


def test_a_sound_file_is_taken():
    codes = [code("GLAD", active_from="2026-01-01", also="merry; cheerful"), code("SAD", sort=20)]
    taken = vocabulary_from(file_with(codes=codes), "mood")
    assert [each.label for each in taken.codes] == ["Glad", "Sad"]
    assert taken.codes[0].active_from == date(2026, 1, 1)
    assert taken.codes[0].also == ("merry", "cheerful")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"key": "temper"}, "the key is not mood"),
        ({"name": ""}, "name is empty"),
        ({"source": " x"}, "source must be text"),
        ({"codes": []}, "no codes"),
        ({"codes": {}}, "codes must be a list"),
        ({"codes": ["GLAD"]}, "codes 1: must be an object"),
        ({"codes": [code("glad")]}, "codes 1: glad is not in capitals"),
        ({"codes": [code("GLAD"), code("GLAD", sort=20)]}, "a code stands twice"),
        ({"codes": [code("GLAD"), code("MERRY", sort=20, label="glad")]}, "a label stands twice"),
        ({"codes": [code("GLAD"), code("SAD")]}, "not in the order of sort"),
        ({"codes": [code("GLAD", sort=20), code("SAD")]}, "not in the order of sort"),
        ({"codes": [code("GLAD", sort=True)]}, "sort must be a whole number"),
        ({"codes": [code("GLAD", sort=-1)]}, "sort must be a whole number"),
        ({"codes": [code("GLAD", active_from="soon")]}, "active_from must be a day"),
        ({"codes": [code("GLAD", active_from="2026-01-02", active_to="2026-01-01")]}, "ends before it begins"),
        ({"codes": [code("GLAD", meaning=3)]}, "meaning must be text"),
        ({"codes": [code("GLAD", successor="MERRY")]}, "the successor MERRY is no code"),
        ({"codes": [{"code": "GLAD"}]}, "label is missing"),
    ],
)
def test_a_faulty_file_says_what_is_wrong_and_where(changes, words):
    with pytest.raises(ValueError, match=re.escape(words)) as caught:
        vocabulary_from(file_with(**changes), "mood")
    assert str(caught.value).startswith("mood.json")


@pytest.mark.parametrize("text", ["", "{", "[]", "3"])
def test_a_file_that_holds_no_object_is_refused(text):
    with pytest.raises(ValueError, match=r"^mood\.json"):
        entry_from(text, "mood.json")


@pytest.mark.parametrize(
    ("since", "until", "active"),
    [
        (None, None, True),
        (date(2026, 3, 5), None, True),
        (date(2026, 3, 6), None, False),
        (None, date(2026, 3, 5), True),
        (None, date(2026, 3, 4), False),
    ],
)
def test_a_code_is_offered_from_its_first_day_to_its_last(since, until, active):
    assert Code("GLAD", "Glad", 10, since, until).is_active(date(2026, 3, 5)) is active


def test_what_else_is_known_of_a_code_cannot_be_changed():
    known = vocabulary_from(file_with(), "mood").codes[0].extras
    with pytest.raises(TypeError):
        known["meaning"] = "x"


def test_case_dashes_and_blanks_make_no_difference_to_words():
    assert plain(" Green  \N{EN DASH} ON track") == plain("green - on track")
