import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QMainWindow

from socdesk.ui.widgets.announcer import Announcer
from socdesk.ui.widgets.attention_list import AttentionList
from socdesk.ui.widgets.bars import Share, ShareBars, Stack, StackedBars
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.chip import ChipLabel
from socdesk.ui.widgets.empty_state import EmptyState
from socdesk.ui.widgets.labels import Heading
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.notice_bar import NoticeBar
from socdesk.ui.widgets.plain_table import PlainTable
from socdesk.ui.widgets.tile import Tile


def shown(qtbot, widget):
    qtbot.addWidget(widget)
    widget.resize(500, max(widget.height(), 60))
    widget.show()
    assert widget.grab().toImage().format() != QImage.Format.Format_Invalid
    return widget


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def test_a_heading_is_heard_as_one(qtbot, heading_roles):
    heading = shown(qtbot, Heading("Today"))
    assert QAccessible.queryAccessibleInterface(heading).role() == QAccessible.Role.Heading
    assert spoken(heading) == "Today"


def test_a_button_of_a_picture_alone_has_a_name(qtbot, theme):
    pressed = []
    made = shown(qtbot, icon_button(theme, "x", "Close details", lambda: pressed.append(1)))
    made.click()
    assert (spoken(made), pressed) == ("Close details", [1])


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_presses_a_button_as_the_space_bar_does(qtbot, theme, key):
    pressed = []
    words = shown(qtbot, button(theme, "Completed is missing", lambda: pressed.append("words"), look="link"))
    picture = shown(qtbot, icon_button(theme, "x", "Close details", lambda: pressed.append("picture")))
    for each in (words, picture):
        qtbot.keyClick(each, key)
        qtbot.keyClick(each, key, Qt.KeyboardModifier.ControlModifier)
    assert set(pressed) == {"words", "picture"}
    assert len(pressed) == (4 if key == Qt.Key.Key_Space else 2)


def test_a_button_shows_its_picture_beside_its_words(qtbot, theme):
    made = shown(qtbot, button(theme, "Record concern", lambda: None, look="primary", icon="plus"))
    assert spoken(made) == "Record concern"
    assert made.iconSize() == theme.icon_size(gap=6)


@pytest.mark.parametrize("code", ["RED", "AMBER", "GREEN", "BLUE", "GREY"])
def test_a_chip_is_shape_word_and_colour_and_is_spoken(qtbot, theme, code):
    chip = theme.tokens.rag[code]
    made = shown(qtbot, ChipLabel(theme, chip, "RAG"))
    assert spoken(made) == f"RAG: {chip.word}"
    assert chip.icon


def test_a_notice_is_said_aloud_and_offers_one_thing_to_do(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    announcer, done = Announcer(window), []
    bar = NoticeBar(theme, announcer, window)
    window.show()
    with qtbot.waitSignal(announcer.announced) as said:
        bar.tell("Moved 3 actions to the bin.", offer="Undo", do=lambda: done.append("undone"))
    assert said.args == ["Moved 3 actions to the bin."]
    bar._button.click()
    assert done == ["undone"]
    assert not bar.isVisible()


def test_a_notice_goes_by_itself_unless_somebody_is_at_it(qtbot, theme):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 400)
    bar = NoticeBar(theme, Announcer(window), window)
    bar.setGeometry(100, 300, 400, 50)
    window.show()
    window.activateWindow()
    bar.tell("Saved.", offer="Undo")
    bar._button.setFocus()
    qtbot.waitUntil(bar._button.hasFocus)
    bar._expire()
    assert bar.isVisible()
    bar._button.clearFocus()
    bar._expire()
    assert not bar.isVisible()


def test_trouble_is_shown_with_what_to_do(qtbot, theme):
    box = shown(qtbot, MessageBox(theme))
    box.tell("The disk is full.", "Free some space.")
    assert box.isVisible()
    assert spoken(box) == "The disk is full. Free some space."
    box.tell("")
    assert not box.isVisible()


def test_a_tile_says_what_its_number_counts(qtbot, theme):
    pressed = []
    tile = shown(qtbot, Tile(theme, "clock", lambda: pressed.append(1)))
    tile.show_count(1234, "actions overdue", "red")
    tile.click()
    assert (spoken(tile), pressed) == ("1,234 actions overdue", [1])


def test_a_tile_is_as_tall_as_its_words_at_every_text_size(qtbot, theme):
    tile = shown(qtbot, Tile(theme, "clock", lambda: None))
    heights = []
    for zoom in (80, 100, 200):
        theme.set_zoom(zoom)
        heights.append(tile.heightForWidth(theme.px(260)))
    assert heights == sorted(heights)
    assert heights[-1] > 2 * heights[0]


def test_charts_speak_every_number(qtbot, theme):
    bars = shown(qtbot, StackedBars(theme))
    bars.show_stacks([Stack("Pursue", "target", (1, 2, 3, 4, 5))])
    bars.grab()
    assert bars.accessibleDescription() == "Pursue: 1 Red, 2 Amber, 3 Green, 4 Complete, 5 Not started"
    shares = shown(qtbot, ShareBars(theme, "Training in date"))
    shares.show_shares([Share("Staff", 21, 42), Share("Members", 0, 0)])
    shares.grab()
    assert shares.accessibleDescription() == "Staff: 50%, 21 of 42. Members: Nobody in scope"


def test_an_empty_state_offers_one_thing(qtbot, theme):
    done = []
    state = shown(
        qtbot, EmptyState(theme, "No actions match", "Try fewer words.", offer="Clear", do=lambda: done.append(1))
    )
    from PySide6.QtWidgets import QPushButton

    state.findChild(QPushButton).click()
    assert done == [1]


def test_the_first_cell_of_a_plain_table_speaks_the_row(qtbot, theme, qtmodeltester):
    table = shown(qtbot, PlainTable(theme, "Keys", (("Keys", 100), ("Deed", 0))))
    table.show_rows([("F1", "Help")])
    from PySide6.QtCore import Qt

    assert table.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "F1, Help"
    qtmodeltester.check(table.model())


def test_an_empty_attention_list_is_drawn(qtbot, theme):
    assert shown(qtbot, AttentionList(theme)).model().rowCount() == 0
