"""Typed text on its way to paper: nothing is lost, nothing fails, nothing is taken for markup."""

import unicodedata
from xml.etree import ElementTree as ET

from hypothesis import given
from hypothesis import strategies as st

from socdesk.reports.paper import Notice
from socdesk.reports.safe_text import STAND_IN, SafeText


def latin(character: str) -> bool:
    return ord(character) < 0x250


def clean(text: str) -> str:
    return SafeText(latin).plain(text, "field")


def test_a_character_without_glyph_becomes_a_visible_stand_in_and_is_reported():
    safe = SafeText(latin)

    assert safe.plain("Name: 日本", "council") == f"Name: {STAND_IN}{STAND_IN}"
    assert safe.notices == [Notice("council", "U+65E5"), Notice("council", "U+672C")]


def test_one_character_in_one_field_is_reported_once():
    safe = SafeText(latin)
    safe.plain("日日日", "council")
    safe.plain("日", "council")

    assert safe.notices == [Notice("council", "U+65E5")]


def test_letters_and_accents_are_put_together():
    assert clean("cafe\u0301") == "café"


def test_soft_hyphens_go_without_a_word():
    safe = SafeText(latin)

    assert safe.plain("co\u00adoperation", "") == "cooperation"
    assert safe.notices == []


def test_control_and_direction_marks_are_shown():
    assert clean("a\x00b\u202ec") == f"a{STAND_IN}b{STAND_IN}c"


def test_marks_without_ink_go_and_are_reported():
    safe = SafeText(latin)

    assert safe.plain("a\u200bb\ufeff", "") == "ab"
    assert len(safe.notices) == 2


def test_strange_spaces_are_spaces():
    assert clean("a\u3000b \t c") == "a b c"


def test_a_percent_sign_does_not_begin_a_line():
    assert clean("88.3 % of") == "88.3\u00a0% of"


def test_markup_is_printed_as_it_was_typed():
    markup = SafeText(latin).markup("<b>bold</b> & <img src='/etc/hostname'/>", "")

    assert ET.fromstring(f"<p>{markup}</p>").text == "<b>bold</b> & <img src='/etc/hostname'/>"


def test_line_ends_of_every_system_are_kept_and_empty_lines_are_not():
    assert SafeText(latin).markup("a\r\nb\rc\n\n\nd\u2028e\x85f", "") == "<br/>".join("abcdef")


@given(st.text(st.characters(codec=None), max_size=80))
def test_no_text_fails_and_no_letter_that_can_be_printed_is_lost(text):
    safe = SafeText(latin)

    plain = safe.plain(text, "x")
    parsed = "".join(ET.fromstring(f"<p>{safe.markup(text, 'x')}</p>").itertext())

    wanted = [c for c in unicodedata.normalize("NFC", text.replace("\u00ad", "")) if c.isalnum() and latin(c)]
    assert [c for c in plain if c.isalnum()] == wanted
    assert [c for c in parsed if c.isalnum()] == wanted


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing(text):
    once = clean(text).replace(STAND_IN, "?")

    assert clean(once) == once
