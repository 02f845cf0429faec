import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.new_passphrase import NewPassphrase
from socdesk.ui.widgets.passphrase_field import PassphraseField, caps_lock_in


@pytest.mark.parametrize(
    ("typed", "shift", "is_on"),
    [("A", False, True), ("a", True, True), ("a", False, False), ("A", True, False), ("7", False, None), ("", 0, None)],
)
def test_a_letter_gives_caps_lock_away(typed, shift, is_on):
    assert caps_lock_in(typed, shift=bool(shift)) is is_on


@pytest.fixture
def passphrase(theme, qtbot):
    field = PassphraseField(theme, "Passphrase")
    qtbot.addWidget(field)
    field.show()
    return field


def test_caps_lock_is_told_and_untold(passphrase):
    edit = passphrase.focus_widget
    QTest.keyClick(edit, "A")
    assert passphrase._caps.isVisible()
    QTest.keyClick(edit, "a")
    assert not passphrase._caps.isVisible()


def test_a_passphrase_is_hidden_until_shown_and_hidden_again_when_the_page_is_left(passphrase):
    edit = passphrase.focus_widget
    assert edit.echoMode() is QLineEdit.EchoMode.Password
    passphrase._show.click()
    assert edit.echoMode() is QLineEdit.EchoMode.Normal
    assert passphrase._show.text() == "Hide"
    passphrase.hide()
    assert edit.echoMode() is QLineEdit.EchoMode.Password


def test_a_screen_reader_hears_label_hint_and_error(theme, qtbot):
    edit = QLineEdit()
    field = Field(theme, "&Place", edit, hint="Street and number")
    qtbot.addWidget(field)
    assert field.label.buddy() is edit
    assert edit.accessibleDescription() == "Street and number"
    field.set_error("Enter the place")
    assert edit.accessibleDescription() == "Error: Enter the place Street and number"
    assert edit.property("error") is True
    field.set_error("")
    assert edit.accessibleDescription() == "Street and number"


@pytest.fixture
def new_passphrase(theme, qtbot):
    both = NewPassphrase(theme)
    qtbot.addWidget(both)
    return both


def test_the_strength_is_told_as_it_is_typed(new_passphrase):
    QTest.keyClicks(new_passphrase.one.focus_widget, "quiet ha")
    assert new_passphrase.strength == "Too short: 4 more characters needed"
    QTest.keyClicks(new_passphrase.one.focus_widget, "rbour velvet ladder")
    assert new_passphrase.strength == "Very hard to guess"


def test_two_different_passphrases_are_refused_at_the_second(new_passphrase):
    QTest.keyClicks(new_passphrase.one.focus_widget, "quiet harbour velvet")
    QTest.keyClicks(new_passphrase.two.focus_widget, "quiet harbour velvet!")
    assert new_passphrase.check() == new_passphrase.two.error != ""
    QTest.keyClick(new_passphrase.two.focus_widget, Qt.Key.Key_Backspace)
    assert new_passphrase.check() == ""
