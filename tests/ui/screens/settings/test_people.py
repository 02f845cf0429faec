"""Who can open the desk, in the window: added, given days, removed, and opened under their own name."""

import pytest
from PySide6.QtCore import Qt

from socdesk.desk.people import people_of

Key = Qt.Key
OWN, THEIRS = "quiet harbour velvet ladder", "copper meadow lantern tide"


@pytest.fixture
def people(settings, settled):
    page = settings("people")
    settled()
    return page.section


def rows(section):
    model = section.table.model()
    return [tuple(model.index(row, n).data() for n in range(3)) for row in range(model.rowCount())]


def fill(section, keys, **answers):
    door = section.door
    parts = {
        "name": door.name.focus_widget, "since": door.days[0].focus, "until": door.days[1].focus,
        "own": door.own.focus_widget,
    }  # fmt: skip
    if door.fresh is not None:
        parts |= {"one": door.fresh.one.focus_widget, "two": door.fresh.two.focus_widget}
    for part, words in answers.items():
        parts[part].setFocus()
        parts[part].selectAll()
        keys.text(words)
    return door


def test_by_keys_a_deputy_is_added_given_other_days_and_removed(people, keys, qtbot, open_window, settled):
    assert rows(people) == [("Chief Communities Officer (you)", "Always", "16 Mar 2026, 09:00")]
    people.add.click()
    door = fill(people, keys, name="Dana Example", since="today", until="+14", one=THEIRS, two=THEIRS, own=OWN)
    assert door.fresh.strength
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: people.door is None, timeout=20_000)
    settled()
    assert open_window.frame.room.notices.words == "Dana Example can open this desk."
    assert rows(people)[1] == ("Dana Example", "From 16 March 2026 until 30 March 2026", "Never")
    people.table.selectRow(1)
    people.change.click()
    assert people.door.days[1].text() == "2026-03-30"
    fill(people, keys, until="27/3/26", own=OWN)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: people.door is None, timeout=20_000)
    settled()
    assert rows(people)[1][1] == "From 16 March 2026 until 27 March 2026"
    people.table.selectRow(1)
    people.remove.click()
    keys.text(OWN)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(lambda: people.door is None, timeout=20_000)
    settled()
    assert len(rows(people)) == 1
    assert len(people_of(open_window.frame.room.desk)) == 1


def test_what_is_wrong_is_said_where_it_is_wrong(people, keys, qtbot):
    people.add.click()
    door = fill(people, keys, since="31/2/26")
    keys.press(Key.Key_Return)
    door._save()
    assert door.name.error == "Enter the person’s name"
    assert "is not a day" in door.since.error
    fill(people, keys, name="chief communities officer", since="today", until="yesterday")
    door._save()
    assert door.until.error == "The last day is before the first"
    fill(people, keys, until="+1", one=THEIRS, two=THEIRS)
    door._save()
    assert door.own.error == "Enter your passphrase"
    fill(people, keys, own="not my passphrase at all")
    door._save()
    qtbot.waitUntil(lambda: bool(door.name.error), timeout=20_000)
    assert "has that name" in door.name.error
    fill(people, keys, name="Dana Example")
    door._save()
    qtbot.waitUntil(lambda: "not your passphrase" in door.own.error, timeout=20_000)
    assert door.own.focus_widget.hasFocus()


def test_the_last_person_is_kept_and_it_says_why(people, keys, qtbot):
    people.remove.click()
    keys.text(OWN)
    keys.press(Key.Key_Return)
    qtbot.waitUntil(people.door.trouble.isVisible, timeout=20_000)
    assert "nobody could open this desk without a last day" in people.door.trouble.words
    people.door.back.emit()
    assert people.door is None
    assert people.table.isVisible()


def test_back_leads_to_security(settings, people):
    page = settings("people")
    assert page.list.key == "security"
    page.section.give_up()
    assert page.section is page.sections["security"]
