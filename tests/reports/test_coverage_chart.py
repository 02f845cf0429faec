"""The coverage chart says every figure in words and shapes, and never one that is hidden."""

from dataclasses import replace
from datetime import date

import pytest
from helpers.sample_updates import full_update
from reportlab.graphics.shapes import Rect, String

from socdesk.figures.public_update import CoverageRow
from socdesk.reports.charts import _FILLS, coverage_chart
from socdesk.reports.coverage_words import CoverageWords, chart_in_words
from socdesk.reports.fonts import register_fonts
from socdesk.reports.house_style import NAVY, PAPER, QUIET, RAG_LOOKS

WIDTH = 480.0


def row(**changes) -> CoverageRow:
    return replace(CoverageRow("Taxi drivers", "Safeguarding", 190, 22, 12, 16, 0, 240, "88.3 %"), **changes)


def chart(*rows):
    register_fonts()
    drawing = coverage_chart(rows, WIDTH, lambda text: text)
    bars = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    return bars, [shape.text for shape in drawing.contents if isinstance(shape, String)]


def test_the_parts_of_a_bar_are_as_long_as_their_numbers():
    bars, _ = chart(row())

    assert [bar.width for bar in bars] == [pytest.approx(WIDTH * n / 240) for n in (190, 22, 12, 16)]
    assert bars[-1].x + bars[-1].width == pytest.approx(WIDTH)


def test_every_part_has_a_label_with_shape_number_and_word():
    _, texts = chart(row())

    assert {"● 190 in date", "▲ 22 expiring within 90 days", "■ 12 expired", "◆ 16 never trained"} <= set(texts)
    assert "88.3 % in date" in texts


@pytest.mark.parametrize("hidden", ["in_date", "expiring", "expired", "never", "other"])
def test_a_row_with_a_hidden_number_has_a_bar_of_its_public_share_alone(hidden):
    bars, texts = chart(row(**{hidden: None}))

    assert [bar.width for bar in bars] == [pytest.approx(WIDTH * 0.883), pytest.approx(WIDTH * 0.117)]
    assert "○ the rest; its parts are not shown" in texts


def test_a_row_whose_share_is_hidden_too_has_no_bar_that_could_be_measured():
    bars, texts = chart(row(never=None, expired=None, percent=""))

    assert [bar.width for bar in bars] == [WIDTH]
    assert any("No bar" in text for text in texts)


def test_several_hidden_numbers_are_said_once_to_those_who_listen():
    words = chart_in_words([row(never=None, expired=None)], date(2026, 12, 31), 1)

    assert (
        "190 in date, 22 expiring within 90 days, 0 other, other parts not shown; total 240. 88.3 % in date." in words
    )


def test_a_course_that_nobody_needs_says_so():
    _, texts = chart(row(in_date=0, expiring=0, expired=0, never=0, total=0, percent=""))

    assert "Nobody needs this course at present" in texts


def test_one_hidden_number_is_fewer_than_five_and_several_may_be_more():
    assert CoverageWords(row(never=None)).number("never") == "fewer than 5"
    assert CoverageWords(row(never=None, expired=None)).number("never") == "not shown"


def test_labels_stay_inside_the_chart_however_long_they_are():
    register_fonts()
    from socdesk.reports.fonts import width_of

    drawing = coverage_chart([row(in_date=None, expiring=None, expired=None, never=None, other=None)], WIDTH, str)
    labels = [s for s in drawing.contents if isinstance(s, String)]

    assert all(s.x + width_of(s.text, s.fontSize) <= WIDTH + 0.1 for s in labels if s.textAnchor == "start")


def test_the_alternative_text_gives_every_figure_and_the_table():
    words = chart_in_words(full_update().coverage, date(2026, 12, 31), 3)

    assert "Taxi drivers: Safeguarding: 190 in date, 22 expiring within 90 days, 12 expired, 16 never trained" in words
    assert "88.3 % in date" in words
    assert words.endswith("The figures are also in Table 3.")


def luminance(colour) -> float:
    channels = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.rgb()]
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]


def contrast(one, other) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_colours_have_enough_contrast():
    """WCAG 2.2, 1.4.3: 4.5 to 1."""
    from reportlab.lib.colors import HexColor

    pairs = [(fill.mark, fill.colour) for fill in _FILLS.values()]
    pairs += [(HexColor(look.ink), HexColor(look.tint)) for look in RAG_LOOKS.values()]
    pairs += [(NAVY, PAPER), (QUIET, PAPER)]

    assert min(contrast(one, other) for one, other in pairs) >= 4.5


def test_no_two_statuses_share_a_shape():
    assert len({look.shape for look in RAG_LOOKS.values()}) == len(RAG_LOOKS)
