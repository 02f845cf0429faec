"""Story 53: "I am colour-blind": every status of training is a shape and words (domain.md 8)."""

from helpers.drivers_on_desk import four_drivers
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from socdesk.commands.places import Spot
from socdesk.desk.training.matrix import STATUS_WORDS
from socdesk.registers.declared.training import COURSES
from socdesk.ui.records.cell_looks import load_looks


def grey(table, row):
    """Return a cell as somebody sees it who sees no colours."""
    rect = table.visualRect(table.model().index(row, 1))
    image = table.viewport().grab(rect).toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    return bytes(image.constBits())


def test_story_53_statuses_differ_by_shape_and_by_words(theme):
    looks = load_looks(theme.tokens)
    icons = {code: looks.chip("training_status", code, "").icon for code in STATUS_WORDS}
    shown = [code for code in STATUS_WORDS if code != "LEFT"]
    assert len({icons[code] for code in shown}) == len(shown)
    assert len({STATUS_WORDS[code] for code in shown}) == len(shown)
    assert icons["EXPIRED"] == "octagon-x"


def test_story_53_the_matrix_tells_its_statuses_apart_in_grey_and_aloud(qtbot, open_window, desk, keep):
    keep(*four_drivers(next(each for each in desk.read.page(COURSES) if "taxi" in each.title)))
    open_window.go(Spot("training"))
    page = open_window.frame.navigation.page
    model = page.matrix.model
    qtbot.waitUntil(lambda: len(model.ids) == 4 and model.row(3) is not None)
    spoken = [model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(4)]
    assert spoken == [
        "Safeguarding for taxi drivers: In date to 1 Jun 2028",
        "Safeguarding for taxi drivers: Expires 1 May 2026",
        "Safeguarding for taxi drivers: Expired 1 May 2025",
        "Safeguarding for taxi drivers: Not done",
    ]
    assert len({grey(page.matrix.table, row) for row in range(4)}) == 4
