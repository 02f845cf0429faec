"""No text of the page of training is cut, and every control has a name, at every size that is promised."""

import pytest
from helpers.window_lint import SIZES, complaints

from socdesk.commands.places import Spot
from tests.ui.screens.test_training import drivers, form_of, training

__all__ = ["drivers", "training"]


@pytest.fixture
def fits(qtbot, open_window):
    def check():
        def nothing_is_wrong():
            assert complaints(open_window) == []

        for zoom, width, height in SIZES:
            open_window.theme.set_zoom(zoom)
            open_window.resize(width, height)
            qtbot.waitUntil(lambda w=width, h=height: (open_window.width(), open_window.height()) == (w, h))
            qtbot.waitUntil(nothing_is_wrong, timeout=2000)
        open_window.theme.set_zoom(100)

    return check


def test_the_matrix_fits_with_the_bar_of_those_chosen(qtbot, training, open_window, fits):
    training.matrix.table.selectAll()
    fits()
    open_window.go(Spot("training", "expired"))
    qtbot.waitUntil(lambda: training.matrix.head.kind == "")
    fits()


def test_a_person_and_the_form_for_several_fit(qtbot, training, drivers, fits):
    training.open_person(drivers[1])
    qtbot.waitUntil(training.side.panel.isVisible)
    fits()
    training.matrix.table.selectAll()
    training.record()
    form_of(qtbot, training).save()
    fits()


def test_the_form_for_a_new_person_fits(qtbot, training, fits):
    training.start()
    form = form_of(qtbot, training)
    form.save()
    form.editors["surname"].show_text("Half")
    fits()
