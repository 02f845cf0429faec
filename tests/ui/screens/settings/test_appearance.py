"""What is chosen about the look holds at once, and is remembered for this computer alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from socdesk.device_settings import SettingsFile
from socdesk.ui.theme.scheme import Scheme

Key = Qt.Key


def test_by_keys_alone_dark_is_chosen_holds_at_once_and_is_remembered(settings, open_window, keys, tmp_path, said):
    section = settings("appearance").section
    section.take_keyboard()
    assert section.colours.value == "light"
    keys.press(Key.Key_Right)
    assert open_window.theme.scheme is Scheme.DARK
    assert said[-1] == "Appearance: dark"
    assert SettingsFile(tmp_path / "settings").read().appearance == "dark"
    assert QApplication.focusWidget() is section.colours.buttons["dark"]


def test_high_contrast_takes_the_systems_colours_and_gives_them_back(settings, open_window, qapp):
    section = settings("appearance").section
    section.colours.buttons["contrast"].click()
    assert open_window.theme.scheme is Scheme.SYSTEM_COLOURS
    assert open_window.theme.colour("surface") == qapp.palette().color(QPalette.ColorRole.Window)
    section.colours.buttons["light"].click()
    assert open_window.theme.scheme is Scheme.LIGHT


def test_text_size_is_chosen_in_steps_and_follows_the_keys_of_the_window(settings, open_window, keys):
    section = settings("appearance").section
    section.zoom.setFocus()
    keys.press(Key.Key_Down)
    assert open_window.theme.zoom == 110
    open_window.zoom_by(0)
    assert section.zoom.currentText() == "100%"


def test_compact_rows_are_lower_and_remembered(settings, open_window, page, tmp_path, said):
    section = settings("appearance").section
    section.rows.buttons["compact"].click()
    assert said[-1] == "Rows: compact"
    assert SettingsFile(tmp_path / "settings").read().compact
    table = page("actions").list.table
    assert table.rowHeight(0) == open_window.theme.tokens.size["row_compact"]
    open_window.set_rows("comfortable")
    assert table.rowHeight(0) == open_window.theme.tokens.size["row"]
    assert section.rows.value == "comfortable"
