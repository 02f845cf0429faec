"""I roll back a bad import, now or at any later time."""

from end_to_end.stories.lists_of_the_stories import DRIVERS, AtTheWizard, Key
from PySide6.QtCore import Qt

from socdesk.registers.declared.learners import LEARNERS

GOOD = DRIVERS.replace(b"Nr of holder", b"Licence No")
BAD = GOOD.replace(b"PHD", b"XHD").replace(b"XHD,", b"PHD,").replace(b"EXAMPLE", b"WRONG")


def test_story_23_a_bad_import_is_undone_at_once(open_window, qtbot, keys, tmp_path, desk):
    me = AtTheWizard(open_window, qtbot, keys, tmp_path)
    me.take(GOOD)
    me.to_check()
    end = me.finish()
    end.undo.setFocus()
    keys.press(Key.Key_Space)
    me.rest()
    assert desk.read.count(LEARNERS) == 0
    assert open_window.frame.room.notices.words == "Undid: Brought in a taxi driver list."


def test_story_23_a_bad_import_is_undone_later_from_the_list_of_imports(open_window, qtbot, keys, tmp_path, desk):
    me = AtTheWizard(open_window, qtbot, keys, tmp_path)
    me.take(BAD)
    me.to_check()
    me.finish()
    me.again()
    me.take(b"Staff No,Full Name\n1,Jo Placeholder\n", "staff.csv")
    me.page.file.say_kind("staff")
    me.page.file.kind_changed.emit()
    me.rest()
    me.to_check()
    me.finish()
    me.again()
    past = me.page.file.past
    assert [(each.reference, each.kind) for each in past.imports] == [("I002", "Staff list"), ("I001", "Driver list")]
    past.table.setFocus()
    keys.press(Key.Key_Down)
    past.undo.setFocus()
    keys.press(Key.Key_Space)
    me.rest()
    assert [person.surname for person in desk.read.page(LEARNERS)] == ["Placeholder"]
    assert [each.stands for each in past.imports] == [True, False]
    assert not past.undo.isEnabled()
    keys.press(Key.Key_Y, modifier=Qt.KeyboardModifier.ControlModifier)
    me.rest()
    assert desk.read.count(LEARNERS) == 4
