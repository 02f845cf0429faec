"""Story 19: I void an entry made in error; its number is never reused and the tombstone says why."""

from helpers.records import concern
from PySide6.QtCore import Qt

from socdesk.registers.declared.concerns import CONCERNS
from socdesk.registers.register import State

Key = Qt.Key


def test_story_19_an_entry_made_in_error_is_voided_and_its_tombstone_says_why(qtbot, page, keep, keys, said):
    (kept,) = keep(concern("Entered by mistake"))
    concerns = page("concerns")
    desk = concerns.room.desk
    concerns.list.table.choose(kept.id)
    concerns.offers["void"]()
    reason = concerns.list.reason
    assert reason.isVisible()
    assert reason.line.hasFocus()
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: "Say why it was entered in error" in reason.field.error)
    keys.text("The same call was entered twice")
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: f"Voided {kept.reference}, entered in error." in said)
    assert not reason.isVisible()
    concerns.list.show_view("void")
    qtbot.waitUntil(lambda: concerns.list.model.ids == (kept.id,))
    qtbot.waitUntil(lambda: "Void: The same call was entered twice" in concerns.list.model.row(0).spoken)
    (other,) = keep(concern("Another"))
    assert other.reference != kept.reference
    qtbot.waitUntil(lambda: concerns.list.table.current == kept.id)
    concerns.list.table.setFocus()
    keys.press(Key.Key_Delete)
    qtbot.waitUntil(lambda: desk.read.get(CONCERNS, kept.id).state is State.LIVE)
    qtbot.waitUntil(lambda: f"Brought back {kept.reference}." in said)
    keys.press(Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.read.get(CONCERNS, kept.id).state is State.VOID)
