"""The Council's name and figures, and what is said of the program and the desk."""

from PySide6.QtCore import Qt

from socdesk.settings import COUNCIL, SMALL_NUMBER

Key = Qt.Key


def test_by_keys_alone_the_councils_name_is_changed_and_undone(settings, keys, settled, desk, open_window):
    section = settings("council").section
    settled()
    section.take_keyboard()
    section.bound.parts["council"].selectAll()
    keys.text("Sample Borough Council")
    keys.press(Key.Key_Return)
    settled()
    assert desk.setting(COUNCIL) == "Sample Borough Council"
    open_window.undo()
    settled()
    settled()
    assert section.bound.parts["council"].text() == COUNCIL.default


def test_a_number_that_would_show_persons_is_refused_in_place(settings, settled, desk, said):
    section = settings("council").section
    settled()
    part = section.bound.parts["small_number"]
    part.setText("2")
    part.editingFinished.emit()
    settled()
    assert "between 5 and 20" in section.bound.fields["small_number"].error
    assert said[-1] == section.bound.fields["small_number"].error
    assert desk.setting(SMALL_NUMBER) == "5"


def test_a_sound_desk_is_verified_in_the_window(settings, settled, qtbot, desk_folder, said):
    section = settings("about").section
    settled()
    assert str(desk_folder) in section.facts.text()
    assert "Began: 16 March 2026" in section.facts.text()
    section.verify.click()
    qtbot.waitUntil(lambda: bool(section.result.text()), timeout=20_000)
    assert section.result.text().startswith("This desk is sound")
    assert said[-1] == section.result.text()
    assert section.verify.isEnabled()
    assert section.accept.isHidden()


def test_what_is_found_wrong_is_said_and_can_be_taken_as_it_stands(settings, settled, open_window):
    section = settings("about").section
    open_window.frame.room.desk.notices = ("The witness file is missing.",)
    section._tell_findings(open_window.frame.room.desk.notices)
    assert "witness" in section.trouble.words
    section.accept.click()
    settled()
    assert section.accept.isHidden()
    assert "taken as it stands" in open_window.frame.room.notices.words


def test_notices_and_licences_are_read_in_the_window(settings):
    section = settings("texts").section
    assert "What is not protected" in section.text.toPlainText()
    for n in range(section.choice.count()):
        section.choice.setCurrentIndex(n)
        assert len(section.text.toPlainText()) > 500
