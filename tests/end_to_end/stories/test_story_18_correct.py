"""Story 18: I correct a wrongly recorded concern: with a reason; the old value stays in its history alone."""

from helpers.records import concern
from PySide6.QtCore import Qt

from socdesk.registers.declared.concerns import CONCERNS

Key = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def go_to(keys, widget):
    while not widget.hasFocus():
        keys.press(Key.Key_Tab)


def test_story_18_a_wrong_house_number_is_put_right_with_a_reason(qtbot, open_window, page, keep, keys):
    desk = open_window.frame.room.desk
    (kept,) = keep(concern("Cars at night", place="12 Sample Street"))
    concerns = page("concerns")
    concerns.list.table.choose(kept.id)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: concerns.form is not None and bool(concerns.form.editors))
    form = concerns.form
    place = form.editors["place"].focus
    go_to(keys, place)
    place.selectAll()
    keys.text("14 Sample Street")
    keys.press(Key.Key_S, modifier=CTRL)
    assert "Say why it is corrected: Where it happened" in form.summary.links[0].text()
    keys.press(Key.Key_Space)
    assert form.editors["why"].focus.hasFocus()
    keys.text("Wrong house number")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: concerns.form is None)
    assert desk.read.get(CONCERNS, kept.id).place == "14 Sample Street"
    qtbot.waitUntil(lambda: concerns.list.panel.detail is not None and concerns.list.panel.detail.record.version == 2)
    assert concerns.list.panel.detail.fact("place").words == "14 Sample Street"
    keys.press(Key.Key_H, modifier=CTRL)
    history = open_window.frame.navigation.page
    qtbot.waitUntil(lambda: history.history is not None)
    newest = history.timeline.events[0]
    assert "Where it happened: was “12 Sample Street”; now “14 Sample Street”" in newest.note
    assert "Because: Wrong house number" in newest.note
    assert newest.heading == f"Version 2. Changed {kept.reference}"
    keys.press(Key.Key_Left, modifier=ALT)
    assert open_window.situation.page == "concerns"
