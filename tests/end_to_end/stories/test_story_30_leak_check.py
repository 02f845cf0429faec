"""Story 30: the leak check lists what is not public before the paper can be saved."""

from helpers.papers_by_keys import CONTROL, LONG, save, write
from helpers.records import concern
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from socdesk.registers.declared.learners import Learner
from socdesk.registers.register import new_id
from socdesk.ui.papers.builder import CHECK


def test_story_30_a_paper_with_a_leak_cannot_be_saved(draft, keep, keys, qtbot, tmp_path):
    keep(Learner(id=new_id(), kind="DRIVER", forename="Zebedee", surname="Quillfeather"))
    (kept,) = keep(concern("Visitors at all hours"))
    write(draft, "risks", f"Zebedee Quillfeather drives AB12 CDE, see {kept.reference}.")
    qtbot.waitUntil(lambda: len(draft.preview.leaks) >= 3, timeout=LONG)
    kinds = {place.leak.kind for place in draft.preview.leaks}
    assert {"name", "vehicle registration", "reference"} <= kinds
    draft.sections.setFocus()
    keys.press(Qt.Key.Key_E, modifier=CONTROL)
    qtbot.waitUntil(lambda: draft.tabs.currentIndex() == CHECK, timeout=LONG)
    assert draft.window().findChildren(QFileDialog) == []
    assert draft.findings.table.model().rowCount() == len(draft.preview.leaks)
    write(draft, "risks", "Nothing new.")
    qtbot.waitUntil(lambda: draft.preview.is_clean, timeout=LONG)
    draft.sections.setFocus()
    save(draft.window(), qtbot, tmp_path / "out.pdf", keys)
