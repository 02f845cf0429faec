import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor

from socdesk.ui.records import row_pictures
from socdesk.ui.records.row_pictures import Drawn, RowPictures

SIZE, GROUND = QSize(20, 10), QColor("white")


@pytest.fixture
def drawn():
    return []


@pytest.fixture
def picture(qapp, drawn):
    pictures = RowPictures()

    def ask(row=0, *, selected=False):
        what = Drawn(row, selected=selected, hovered=False, focused=False)
        return pictures.picture(what, SIZE, 2.0, GROUND, lambda _painter: drawn.append(what))

    ask.pictures = pictures
    return ask


def test_a_row_seen_again_is_not_drawn_again(picture, drawn):
    assert picture() is picture()
    assert len(drawn) == 1


def test_a_row_that_is_selected_is_another_picture(picture, drawn):
    picture()
    picture(selected=True)
    assert len(drawn) == 2


def test_all_are_drawn_again_when_they_were_forgotten(picture, drawn):
    picture()
    picture.pictures.forget()
    picture()
    assert len(drawn) == 2


def test_pictures_are_as_sharp_as_the_screen(picture):
    made = picture()
    assert made.size() == SIZE * 2
    assert made.deviceIndependentSize().toSize() == SIZE


def test_they_never_take_more_than_their_share_of_memory(picture, drawn, monkeypatch):
    monkeypatch.setattr(row_pictures, "_MOST_PIXELS", 2 * 40 * 20)
    for row in range(3):
        picture(row)
    picture(2)
    picture(0)
    assert [each.row for each in drawn] == [0, 1, 2, 0]
