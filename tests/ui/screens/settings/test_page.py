"""The page of settings: its list of sections, its search, and how it folds."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from socdesk.commands.places import Spot
from socdesk.ui.screens.settings.sections import LISTED, SECTIONS, section_place
from socdesk.ui.theme.icons import Icons

Key = Qt.Key


def test_every_section_has_a_key_of_its_own_a_shipped_picture_and_words_to_be_found_by():
    assert len({place.key for place in SECTIONS}) == len(SECTIONS)
    for place in SECTIONS:
        assert Icons().svg(place.icon, "#000000")
        assert place.within or place.fits(place.words.split()[0])
    assert section_place("no such section") is None


def test_arrows_go_through_the_sections_and_back_leads_to_where_one_was(settings, open_window, keys):
    page = settings()
    assert page.list.hasFocus()
    seen = [page.section]
    for place in LISTED[1:]:
        keys.press(Key.Key_Down)
        assert open_window.frame.navigation.spot == Spot("settings", place.key)
        seen.append(page.section)
    assert len(set(map(id, seen))) == len(LISTED)
    for _ in LISTED[1:]:
        open_window.step(-1)
    assert page.list.key == SECTIONS[0].key


def test_the_search_leaves_the_sections_and_cards_that_speak_of_it(settings, keys, said):
    page = settings()
    page.offers["find"]()
    keys.text("row hei")
    assert [n for n in range(page.list.count()) if not page.list.item(n).isHidden()] == [0]
    shown = [card for card in page.section._cards if not card.isHidden()]
    assert len(shown) == 1
    assert said[-1].startswith("1 of ")
    keys.press(Key.Key_Return)
    assert page.section.isAncestorOf(page.window().focusWidget())
    page.search.clear()
    assert all(not page.list.item(n).isHidden() for n in range(page.list.count()))


def test_what_is_found_nowhere_leaves_everything_as_it_is(settings):
    page = settings()
    page.search.setText("zzzz")
    assert all(not page.list.item(n).isHidden() for n in range(page.list.count()))


def test_with_little_room_the_list_folds_into_one_line(settings, open_window, keys):
    page = settings()
    open_window.theme.set_zoom(200)
    assert page.list.isHidden()
    assert page.combo.isVisible()
    assert page.combo.currentText() == SECTIONS[0].title
    assert page.regions()[0] is page.combo
    open_window.theme.set_zoom(100)
    assert page.list.isVisible()


def test_tab_goes_from_the_search_by_the_list_into_the_section(settings, qtbot):
    page = settings()
    page.search.setFocus()
    QTest.keyClick(page.search, Key.Key_Tab)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Key.Key_Tab)
    assert page.section.isAncestorOf(page.window().focusWidget())
