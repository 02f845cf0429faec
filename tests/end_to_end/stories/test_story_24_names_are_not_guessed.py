"""I import an export of the learning system and a Teams attendance; ambiguous names are queued, not guessed."""

from end_to_end.stories.lists_of_the_stories import AtTheWizard, Key

from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.declared.training import COMPLETIONS
from socdesk.ui.screens.import_page import CHECK, MATCH

COURSE = "Serious and organised crime awareness"
STAFF = b"Staff No,Full Name\n1,Sam Sample\n2,Sam Sample\n3,Alex Example\n"
LMS = (
    f"Full Name,Course Title,Completion Date,Status\nSam Sample,{COURSE},1/3/2026,Completed\n"
    f"Alex Example,{COURSE},1/3/2026,Completed\n"
).encode()
TEAMS = b"Name\tFirst Join\tDuration\nSam Sample\t\t50m\nAlex Exampel\t\t20m\nGuest Person\t\t50m\n"


def taken(desk):
    return {
        person.staff_number: [each.result for each in desk.read.children(COMPLETIONS, person.id)]
        for person in desk.read.page(LEARNERS)
    }


def at_the_desk_with_staff(open_window, qtbot, keys, tmp_path):
    me = AtTheWizard(open_window, qtbot, keys, tmp_path)
    me.take(STAFF, "staff.csv")
    me.to_check()
    me.finish()
    me.again()
    return me


def test_story_24_a_name_that_two_people_have_waits_for_a_decision(open_window, qtbot, keys, tmp_path, desk):
    me = at_the_desk_with_staff(open_window, qtbot, keys, tmp_path)
    me.take(LMS, "lms.csv")
    check = me.to_check()
    assert check.headline.text() == "2 rows: 0 new, 1 changed, 1 problem"
    keys.press(Key.Key_Return)
    assert check.settle.person.hasFocus()
    words = [check.settle.person.itemText(n) for n in range(check.settle.person.count())]
    second = next(n for n, each in enumerate(words) if "staff number 2" in each)
    keys.press(*[Key.Key_Down] * second)
    keys.press(Key.Key_Tab, Key.Key_Space)
    me.rest()
    assert check.headline.text() == "2 rows: 0 new, 2 changed, 0 problems"
    me.finish()
    assert taken(desk) == {"1": [], "2": ["ATTENDED"], "3": ["ATTENDED"]}


def test_story_24_participants_who_are_not_known_are_chosen_or_left_out(open_window, qtbot, keys, tmp_path, desk):
    me = at_the_desk_with_staff(open_window, qtbot, keys, tmp_path)
    me.take(TEAMS, "teams.csv")
    me.on(MATCH)
    course = me.page.course
    course.course.setCurrentIndex(course.course.findData(COURSE))
    keys.press(Key.Key_Tab)
    keys.text("2/3/26")
    me.on(CHECK)
    check = me.page.check
    assert check.headline.text() == "3 rows: 0 new, 0 changed, 3 problems"
    me.page.check.take_keyboard()
    keys.press(Key.Key_Return)
    token = next(n for n in range(2) if "staff number 1" in check.settle.person.itemText(n))
    keys.press(*[Key.Key_Down] * token)
    keys.press(Key.Key_Tab, Key.Key_Space)
    me.rest()
    assert check.settle.person.hasFocus()
    keys.press(Key.Key_Tab, Key.Key_Space)
    me.rest()
    assert check.settle.leave.hasFocus()
    keys.press(Key.Key_Space)
    me.rest()
    assert check.headline.text() == "3 rows: 0 new, 2 changed, 0 problems, 1 left out"
    me.finish()
    assert taken(desk) == {"1": ["ATTENDED"], "2": [], "3": ["PART_ATTENDED"]}
