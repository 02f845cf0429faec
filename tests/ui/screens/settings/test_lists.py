"""The lists of the forms are changed in the settings, by keys alone, and each change can be undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from socdesk.desk.form_data import options_of
from socdesk.registers.declared.concerns import CONCERNS

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def channels(settings, settled, qtbot):
    """The section, with the list of channels."""
    section = settings("lists").section
    qtbot.waitUntil(lambda: bool(section._rows))
    section.choice.setCurrentIndex(section.choice.findData("channel"))
    section.choice.activated.emit(section.choice.currentIndex())
    settled()
    return section


def offered(desk):
    return [option.words for option in options_of(desk, CONCERNS.fields["channel"])]


def test_by_keys_alone_a_label_is_changed_stands_in_the_forms_choice_and_is_undone(channels, keys, settled, desk, said):
    channels.table.setFocus()
    assert channels.row.code == channels._rows[0].code
    before = channels.row.label
    keys.press(Key.Key_Tab)
    assert QApplication.focusWidget() is channels.relabel
    keys.press(Key.Key_Space)
    assert QApplication.focusWidget() is channels.line.edit
    keys.text("Sample telephone")
    keys.press(Key.Key_Return)
    settled()
    settled()
    assert "Sample telephone" in offered(desk)
    assert channels.row.label == "Sample telephone"
    assert QApplication.focusWidget() is channels.table
    assert "Saved the label." in said[-1]
    keys.press(Key.Key_Z, modifier=CTRL)
    settled()
    settled()
    assert before in offered(desk)
    assert channels.row.label == before


def test_an_entry_is_added_taken_out_of_use_and_offered_again(channels, keys, settled, desk):
    channels.add.click()
    keys.text("Sample kiosk")
    keys.press(Key.Key_Return)
    settled()
    settled()
    assert channels.row.label == "Sample kiosk"
    assert offered(desk)[-1] == "Sample kiosk"
    for words in ("Offer again", "No longer offer"):
        channels.retire.click()
        settled()
        settled()
        assert channels.row.label == "Sample kiosk"
        assert channels.retire.text() == words
        assert ("Sample kiosk" in offered(desk)) == (words == "No longer offer")


def test_what_comes_late_of_a_list_left_meanwhile_is_dropped(channels, settled):
    channels.choice.setCurrentIndex(channels.choice.findData("rag"))
    channels.choice.activated.emit(channels.choice.currentIndex())
    settled()
    shown = channels._rows
    channels._loaded("channel", ())
    assert channels._rows == shown


def test_a_label_that_stands_already_is_refused_in_place_and_escape_gives_up(channels, keys, settled, desk, said):
    before = offered(desk)
    channels.add.click()
    keys.text("email")
    keys.press(Key.Key_Return)
    settled()
    assert channels.line.field.error.startswith("Another entry of this list has that label.")
    assert said[-1] == channels.line.field.error
    keys.press(Key.Key_Escape)
    assert channels.line.isHidden()
    assert QApplication.focusWidget() is channels.table
    assert offered(desk) == before
