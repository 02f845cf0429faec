"""What has the keyboard is seen whole, and is seen to have moved."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from socdesk.ui.widgets.field import Field
from socdesk.ui.widgets.scrolled import scrolled

Key = Qt.Key
HEIGHTS = (36, 36, 36, 120, 36, 120, 120, 36, 36, 36)


def question(theme, number, height):
    answer = QLineEdit() if height < 100 else QPlainTextEdit(tabChangesFocus=True)
    answer.setFixedHeight(height)
    return Field(theme, f"Question {number}", answer)


@pytest.fixture
def area(qtbot, theme):
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(24, 24, 24, 24)
    for number, height in enumerate(HEIGHTS):
        column.addWidget(question(theme, number, height))
    area = scrolled(inside)
    qtbot.addWidget(area)
    area.resize(400, 240)
    area.show()
    area.activateWindow()
    qtbot.waitUntil(area.isActiveWindow)
    return area


def seen(area):
    """Return where the widget with the keyboard, and its whole question, stand in what is seen: top and bottom."""
    answer = QApplication.focusWidget()
    asked = answer
    while not isinstance(asked, Field):
        asked = asked.parentWidget()
    top = answer.mapTo(area.viewport(), QPoint()).y()
    return top, asked.mapTo(area.viewport(), QPoint()).y(), top + answer.height()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Backtab])
def test_each_question_is_shown_with_its_label_and_never_where_the_last_one_stood(area, key):
    fields = area.widget().findChildren(Field)
    fields[0 if key == Key.Key_Tab else -1].focus_widget.setFocus()
    places = []
    for _ in HEIGHTS:
        top, label, bottom = seen(area)
        assert 0 <= top < bottom <= area.viewport().height()
        assert label >= -(bottom - top), "the question has left with its answer"
        places.append((top, bottom))
        QTest.keyClick(QApplication.focusWidget(), key)
    assert all(max(abs(a - b), abs(c - d)) > 9 for (a, c), (b, d) in pairwise(places)), places


def test_nothing_scrolls_while_the_next_question_is_in_sight(area):
    area.resize(400, 600)
    area.widget().findChildren(Field)[0].focus_widget.setFocus()
    before = area.verticalScrollBar().value()
    QTest.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert area.verticalScrollBar().value() == before
