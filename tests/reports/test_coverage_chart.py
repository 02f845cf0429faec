"""The coverage chart says every figure in words and shapes, and never one that is hidden."""

from dataclasses import replace

import pytest
from helpers.sample_updates import full_update
from reportlab.graphics.shapes import Rect, String

from socdesk.figures.public_update import CoverageRow
from socdesk.reports.charts import _FILLS, coverage_chart, shared_out
from socdesk.reports.coverage_words import CoverageStory
from socdesk.reports.fonts import register_fonts, width_of
from socdesk.reports.house_style import NAVY, PAPER, QUIET, RAG_LOOKS

WIDTH = 480.0


def row(**changes) -> CoverageRow:
    share = "212 of 240 (88.3 %)"
    return replace(CoverageRow("Taxi drivers", "Safeguarding", 190, 22, 12, 16, 0, 212, 240, share), **changes)


def words_of(*rows, **changes) -> CoverageStory:
    return CoverageStory(replace(full_update(), coverage=rows, **changes))


def chart(*rows):
    register_fonts()
    drawing = coverage_chart(words_of(*rows).drawn, WIDTH, lambda text: text)
    bars = [shape for shape in drawing.contents if isinstance(shape, Rect)]
    return bars, [shape.text for shape in drawing.contents if isinstance(shape, String)]


HIDDEN = {"in_date": None, "expiring": None, "expired": None, "never": None, "other": None}
ALL_HIDDEN = {**HIDDEN, "covered": None, "share": "all but fewer than 5 of 240"}


def test_the_parts_of_a_bar_are_as_long_as_their_numbers():
    bars, _ = chart(row())

    assert [bar.width for bar in bars] == [pytest.approx(WIDTH * n / 240) for n in (190, 22, 12, 16)]
    assert bars[-1].x + bars[-1].width == pytest.approx(WIDTH)


def test_every_part_has_a_label_with_shape_number_and_word():
    _, texts = chart(row())

    assert {"● 190 in date", "▲ 22 expiring within 90 days", "■ 12 expired", "◆ 16 never trained"} <= set(texts)
    assert "212 of 240 (88.3 %) in date" in texts


@pytest.mark.parametrize("hidden", ["in_date", "expiring", "expired", "never", "other"])
def test_a_row_with_a_hidden_number_has_a_bar_of_its_two_sums_alone(hidden):
    bars, texts = chart(row(**{hidden: None}))

    assert [bar.width for bar in bars] == [pytest.approx(WIDTH * 212 / 240), pytest.approx(WIDTH * 28 / 240)]
    assert {"● 212 in date, expiring included", "□ 28 not in date"} <= set(texts)


def test_a_row_whose_sums_are_hidden_too_is_not_drawn_but_named():
    told = words_of(row(), row(**ALL_HIDDEN, course="Briefing"))

    assert [each.row.course for each in told.drawn] == ["Safeguarding"]
    assert told.not_drawn == "Not drawn, because a number is too small to publish: Taxi drivers: Briefing."
    assert "Briefing" not in told.in_words(told.drawn, 1)


def test_a_course_that_nobody_needs_is_not_drawn_and_hides_nothing():
    nobody = dict.fromkeys((*HIDDEN, "covered", "total"), 0)
    told = words_of(row(**nobody, share=""))

    assert (told.drawn, told.not_drawn, told.hidden_note) == ((), "", "")
    assert told.rows[0].cells[0] == "not applicable"


def test_hidden_numbers_are_not_shown_in_the_table_and_the_note_says_why():
    told = words_of(row(**ALL_HIDDEN), threshold=10)

    assert told.rows[0].cells == ("all but fewer than 5 of 240", *["not shown"] * 5)
    assert "fewer than 10" in told.hidden_note
    assert words_of(row()).hidden_note == ""


def test_the_words_follow_the_setting_for_expiring():
    told = words_of(row(), expiring_days=60)

    assert "22 expiring within 60 days" in told.in_words(told.drawn, 1)


def test_labels_stay_inside_the_chart_however_long_they_are():
    register_fonts()
    many = dict.fromkeys(HIDDEN, 1_234_567)
    drawn = words_of(row(**many, total=6_172_835)).drawn
    labels = [s for s in coverage_chart(drawn, WIDTH / 2, str).contents if isinstance(s, String)]

    assert all(s.x + width_of(s.text, s.fontSize) <= WIDTH / 2 + 0.1 for s in labels if s.textAnchor == "start")


def test_the_rows_are_shared_out_evenly():
    rows = words_of(*[row()] * 10).drawn

    assert [len(each) for each in shared_out(rows)] == [5, 5]
    assert shared_out(()) == []


def test_the_alternative_text_gives_every_figure_and_the_table():
    told = words_of(row(), row(expired=None, audience="Staff"))
    words = told.in_words(told.drawn, 3)

    assert (
        "Taxi drivers: Safeguarding: 190 in date, 22 expiring within 90 days, 12 expired, 16 never trained, 0 other. "
        "212 of 240 (88.3 %) in date." in words
    )
    assert "Staff: Safeguarding: 212 in date, expiring included, 28 not in date. 212 of 240 (88.3 %) in date." in words
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
