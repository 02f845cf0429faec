"""I get the same file twice by mistake; the program recognises it by its hash."""

from end_to_end.stories.lists_of_the_stories import DRIVERS, AtTheWizard, Key

from socdesk.registers.declared.learners import LEARNERS
from socdesk.ui.screens.import_page import CHECK, FILE, MATCH


def test_story_22_the_same_file_under_another_name_is_recognised(open_window, qtbot, keys, tmp_path, desk):
    me = AtTheWizard(open_window, qtbot, keys, tmp_path)
    me.take(DRIVERS.replace(b"Nr of holder", b"Licence No"))
    me.to_check()
    me.finish()
    me.again()
    step = me.take(DRIVERS.replace(b"Nr of holder", b"Licence No"), "another name.csv")
    words = "This file was imported on 16 March 2026 by Chief Communities Officer (I001). Import it again?"
    assert step.again.words == words
    me.on(FILE)
    assert step.again.tick.hasFocus()
    assert me.said[-1].startswith(words)
    keys.press(Key.Key_Space)
    me.on(MATCH)
    me.on(CHECK)
    assert me.page.check.headline.text() == "3 rows: 0 new, 0 changed, 3 as they were, 0 problems"
    assert desk.read.count(LEARNERS) == 3
