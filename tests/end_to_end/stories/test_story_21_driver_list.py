"""Licensing sends an Excel driver list: map headings once, preview, reconcile, see who is not trained or expiring."""

from end_to_end.stories.lists_of_the_stories import DRIVERS, HEADER, AtTheWizard, Key
from PySide6.QtCore import Qt

from socdesk.registers.declared.learners import LEARNERS
from socdesk.ui.screens.import_page import CHECK, MATCH


def test_story_21_headings_are_mapped_once_and_the_list_leads_to_who_needs_training(
    open_window, qtbot, keys, tmp_path, desk
):
    me = AtTheWizard(open_window, qtbot, keys, tmp_path)
    me.take(DRIVERS)
    keys.press(Key.Key_Return)
    me.rest()
    assert me.page.columns.lines["licence_no"].combo.hasFocus()
    keys.press(Key.Key_Down)
    me.on(CHECK)
    assert me.page.check.headline.text() == "3 rows: 3 new, 0 changed, 0 problems"
    assert desk.read.count(LEARNERS) == 0
    end = me.finish()
    assert desk.read.count(LEARNERS) == 3
    assert "1 has to train again within 90 days" in end.needs.text()
    keys.press(Key.Key_Tab, Key.Key_Space)
    me.rest()
    assert open_window.frame.navigation.spot.page != "import"

    keys.press(Key.Key_I, modifier=Qt.KeyboardModifier.ControlModifier)
    me.rest()
    me.take(f"{HEADER}PHD1,EXAMPLE,Alex,PHD,31/05/2028,\nPHD4,NEW,Jo,PHD,31/05/2028,\n".encode(), "next.csv")
    me.on(MATCH)
    assert me.page.columns.lines["licence_no"].combo.currentText() == "Nr of holder"
    me.on(CHECK)
    check = me.page.check
    assert check.headline.text() == "2 rows: 1 new, 1 changed, 0 problems, 2 no longer on the list (kept, marked)"
    changed = check.tables[1].model()
    assert [changed.index(0, n).data() for n in range(4)] == [
        "Example, Alex",
        "Licence PHD1: Valid",
        "until 31 March 2028",
        "until 31 May 2028",
    ]
    me.finish()
    assert [person.on_latest_list for person in desk.read.page(LEARNERS)].count(False) == 2
