import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QLabel

from socdesk.ui.theme import theme as theme_module
from socdesk.ui.theme.following import follow
from socdesk.ui.theme.scheme import Scheme
from socdesk.ui.theme.theme import Theme
from socdesk.ui.theme.tokens import load_tokens


@pytest.mark.parametrize(("asked", "got"), [(150, 150), (10, 80), (900, 200)])
def test_the_text_size_stays_between_80_and_200_per_cent(theme, asked, got):
    theme.set_zoom(asked)
    assert (theme.zoom, theme.px(100)) == (got, got)


def test_nothing_that_has_a_length_vanishes_at_80_per_cent(theme):
    theme.set_zoom(80)
    assert theme.px(1) == 1
    assert theme.px(0) == 0


def test_the_shipped_font_is_used(theme):
    assert QFontInfo(theme.font("title")).family() == "Inter"


def test_dark_is_dark_in_palette_and_style_sheet(theme, qapp):
    theme.set_appearance("dark")
    assert theme.scheme is Scheme.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).lightness() < 50
    assert "#171F28" in qapp.styleSheet()


def test_every_placeholder_of_the_style_sheet_is_filled(theme, qapp):
    assert "$" not in qapp.styleSheet()


def test_in_high_contrast_the_style_sheet_has_no_colour_of_its_own(qapp, monkeypatch):
    monkeypatch.setattr(theme_module, "chosen_scheme", lambda _appearance: Scheme.SYSTEM_COLOURS)
    theme = Theme(qapp, load_tokens())
    without_comment = re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)
    assert re.findall(r"#[0-9a-fA-F]{6}\b(?!\.svg)", without_comment) == []
    assert theme.colour("text") == qapp.palette().color(QPalette.ColorRole.WindowText)


def test_what_follows_the_theme_hears_of_each_change(theme, qtbot):
    label, heard = QLabel(), []
    qtbot.addWidget(label)
    follow(theme, label, lambda: heard.append(theme.zoom))
    theme.set_zoom(120)
    theme.set_zoom(120)
    assert heard == [100, 120]


def test_what_is_gone_hears_nothing_more(theme, qtbot):
    label, heard = QLabel(), []
    follow(theme, label, lambda: heard.append(theme.zoom))
    with qtbot.waitSignal(label.destroyed):
        label.deleteLater()
    theme.set_zoom(120)
    assert heard == [100]


def test_an_icon_is_sharp_at_every_scale_and_pale_when_disabled(theme):
    icon = theme.icon("search", gap=6)
    assert not icon.isNull()
    assert theme.icon_size(gap=6) == QSize(24, 18)
    pixmap = theme.pixmap("search", "text", 18, 2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (36, 2.0)


def test_a_picture_that_is_not_shipped_is_a_fault(theme):
    with pytest.raises(FileNotFoundError):
        theme.pixmap("no-such-picture", "text", 18)
