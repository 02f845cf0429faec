"""No text of the page of training is cut, and every control has a name, at every size that is promised."""

from socdesk.commands.places import Spot
from tests.ui.screens.test_training import drivers, form_of, training

__all__ = ["drivers", "training"]


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
