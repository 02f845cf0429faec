"""Every kind of field: what is typed, shown, stored and put into a column says the same."""

import contextlib
from datetime import UTC, date, datetime

import pytest
from helpers.field_values import values_of
from hypothesis import given
from hypothesis import strategies as st

from socdesk.clock import LONDON
from socdesk.registers.dated_fields import Day, Moment, Period, When, day_from_text
from socdesk.registers.fields import FieldError, PlainLookup
from socdesk.registers.other_fields import Attachment, Flag, Number
from socdesk.registers.text_fields import Choice, Choices, Link, LongText, Reference, Text
from socdesk.registers.values import Occasion, Span, StoredFile, WhenKind
from socdesk.registers.vocabulary import Vocabularies

TEXT = Text(label="Text")
KINDS = {
    "text": TEXT,
    "long text": LongText(label="Long text"),
    "reference": Reference(label="Reference"),
    "link": Link(label="Link"),
    "choice": Choice(label="Choice", vocabulary="pillar"),
    "choices": Choices(label="Choices", vocabulary="tag"),
    "flag": Flag(label="Flag"),
    "number": Number(label="Number", least=-5),
    "attachment": Attachment(label="File"),
    "day": Day(label="Day"),
    "moment": Moment(label="Moment"),
    "period": Period(label="Period"),
    "when": When(label="When"),
}
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=10), lambda inner: st.lists(inner, max_size=3)
) | st.dictionaries(st.text(max_size=5), st.integers(), max_size=3)
EVERY_KIND = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
PLAIN = PlainLookup()


@EVERY_KIND
@given(data=st.data())
def test_what_is_stored_comes_back(kind, data):
    value = data.draw(values_of(kind))
    assert kind.from_json(kind.to_json(value)) == value


@EVERY_KIND
@given(stored=JUNK)
def test_what_cannot_be_read_loads_as_a_value_that_can_be_shown(kind, stored):
    value = kind.from_json(stored)
    assert isinstance(kind.show(value, PLAIN), str)
    assert kind.from_json(kind.to_json(value)) == value


@EVERY_KIND
@given(data=st.data())
def test_equal_values_have_equal_columns_and_others_have_not(kind, data):
    one, other = data.draw(values_of(kind)), data.draw(values_of(kind))
    assert (kind.to_column(one) == kind.to_column(other)) == (one == other)
    assert isinstance(kind.to_column(one), str | int | None)


@EVERY_KIND
@given(data=st.data())
def test_what_is_shown_can_be_typed(kind, data):
    value = data.draw(values_of(kind))
    shown = kind.show(value, PLAIN)
    if not isinstance(kind, Attachment):
        assert kind.show(kind.parse(shown), PLAIN).strip() == shown.strip()


@EVERY_KIND
@given(data=st.data())
def test_what_stands_in_a_form_is_read_back_as_the_same_value(kind, data):
    value = data.draw(values_of(kind))
    if not isinstance(kind, Attachment):
        assert kind.parse(kind.typed(value)) == (value.strip() if isinstance(value, str) else value)


@EVERY_KIND
def test_nothing_typed_is_the_empty_value_and_a_required_field_asks_for_more(kind):
    assert kind.parse("  ") == kind.empty
    assert kind.problem(kind.empty) == ""
    needed = type(kind)(**{**vars(kind), "required": True})
    assert needed.problem(needed.empty) == f"{kind.label} is missing"


@EVERY_KIND
@given(data=st.data())
def test_a_screen_reader_hears_the_label_and_the_value(kind, data):
    spoken = kind.spoken(data.draw(values_of(kind)), PLAIN)
    assert spoken.startswith(f"{kind.label}: ")
    assert len(spoken) > len(kind.label) + 2 or kind is KINDS["text"] or kind is KINDS["long text"]


@EVERY_KIND
@given(text=st.text(max_size=30))
def test_typed_text_is_read_or_refused_in_words(kind, text):
    with contextlib.suppress(FieldError):
        assert isinstance(kind.show(kind.parse(text), PLAIN), str)


@given(first=values_of(KINDS["day"]), second=values_of(KINDS["day"]))
def test_days_sort_in_their_column_as_in_the_calendar(first, second):
    if first and second:
        assert (KINDS["day"].to_column(first) < KINDS["day"].to_column(second)) == (first < second)


@pytest.mark.parametrize(
    "text", ["2026-03-05", "5/3/2026", "05.03.26", "5-3-2026", "5 March 2026", "5 mar 2026", " 5 Mar, 2026 "]
)
def test_a_day_is_read_as_people_here_write_it(text):
    assert day_from_text(text) == date(2026, 3, 5)


@pytest.mark.parametrize("text", ["31/2/2026", "5/13/2026", "yesterday", "5 Marchember 2026", "2026"])
def test_what_is_no_day_is_refused_with_an_example(text):
    with pytest.raises(FieldError, match=r"is not a day\. Type it as 5/3/2026"):
        day_from_text(text)


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-07-05 14:30", datetime(2026, 7, 5, 13, 30, tzinfo=UTC)),
        ("5/7/2026 14:30", datetime(2026, 7, 5, 13, 30, tzinfo=UTC)),
        ("5 January 2026, 14.30", datetime(2026, 1, 5, 14, 30, tzinfo=UTC)),
        ("2026-07-05T14:30:00+00:00", datetime(2026, 7, 5, 14, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_without_a_zone_is_london_s(text, utc):
    assert KINDS["moment"].parse(text) == utc


def test_a_moment_is_shown_in_london_s_time_and_needs_a_zone():
    moment = KINDS["moment"]
    assert moment.show(datetime(2026, 7, 5, 13, 30, tzinfo=UTC), PLAIN) == "5 July 2026, 14:30"
    assert moment.problem(datetime(2026, 7, 5, 13, 30)) == "Moment has no time zone"  # noqa: DTZ001
    local = datetime(2026, 7, 5, 14, 30, tzinfo=LONDON)
    assert moment.to_column(local) == moment.to_column(local.astimezone(UTC))


@pytest.mark.parametrize(
    ("text", "occasion"),
    [
        ("5/3/2026", Occasion(WhenKind.POINT, date(2026, 3, 5))),
        ("5/3/2026; 7/3/2026", Occasion(WhenKind.RANGE, date(2026, 3, 5), date(2026, 3, 7))),
        ("5 March 2026 to 7 March 2026", Occasion(WhenKind.RANGE, date(2026, 3, 5), date(2026, 3, 7))),
        ("5/3/2026; ongoing", Occasion(WhenKind.ONGOING, date(2026, 3, 5))),
        ("ongoing", Occasion(WhenKind.ONGOING)),
        ("not known", Occasion()),
    ],
)
def test_when_something_happened_is_read_in_four_ways(text, occasion):
    assert KINDS["when"].parse(text) == occasion


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("when", Occasion(WhenKind.POINT), "When needs a day"),
        ("when", Occasion(WhenKind.RANGE, date(2026, 3, 5), date(2026, 3, 4)), "When needs a last day"),
        ("period", Span(date(2026, 3, 5), date(2026, 3, 4)), "Period ends before it begins"),
        ("number", -6, "Number must be between -5 and 1,000,000,000"),
        ("text", "a\nb", "Text must be one line"),
        ("text", "a\u2028b", "Text must be one line"),
        ("text", "x" * 301, "Text must be 300 characters or fewer"),
        ("long text", "x" * 100_001, "Long text must be 100,000 characters or fewer"),
        ("text", "half \ud83d of a smile", "Text holds a character that cannot be kept"),
    ],
)
def test_what_is_wrong_is_said_with_the_label(kind, value, words):
    assert KINDS[kind].problem(value).startswith(words)


def test_a_period_covers_both_its_ends_and_may_be_open():
    span = Span(date(2026, 3, 5), date(2026, 3, 7))
    assert [span.covers(date(2026, 3, day)) for day in (4, 5, 7, 8)] == [False, True, True, False]
    assert Span().covers(date(1900, 1, 1))
    assert KINDS["period"].parse("until 7 March 2026") == Span(None, date(2026, 3, 7))


def test_an_unknown_code_shows_and_never_fails():
    class Words:
        label = staticmethod(Vocabularies().label)
        title = staticmethod(str)

    assert KINDS["choice"].show("A_CODE_OF_TOMORROW", Words) == "A_CODE_OF_TOMORROW (unknown)"
    assert KINDS["choices"].show(("A_CODE_OF_TOMORROW",), Words) == "A_CODE_OF_TOMORROW (unknown)"
    assert KINDS["choice"].problem("A_CODE_OF_TOMORROW") == ""


def test_a_flag_reads_yes_and_no_and_refuses_perhaps():
    flag = KINDS["flag"]
    assert [flag.parse(word) for word in ("Yes", "y", "1", "No", "FALSE", "")] == [True] * 3 + [False] * 3
    with pytest.raises(FieldError, match="neither yes nor no"):
        flag.parse("perhaps")


def test_a_number_may_have_commas_and_must_be_whole():
    assert KINDS["number"].parse("1,234") == 1234
    for text in ("1.5", "twelve", "9" * 5000):
        with pytest.raises(FieldError, match="is not a whole number"):
            KINDS["number"].parse(text)


def test_a_file_is_chosen_and_not_typed():
    with pytest.raises(FieldError, match="Choose it instead"):
        KINDS["attachment"].parse("minutes.pdf")
    assert KINDS["attachment"].show(StoredFile("1", "minutes.pdf", 3, "0"), PLAIN) == "minutes.pdf"
