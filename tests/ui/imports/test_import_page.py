"""The wizard: what each step says, refuses and keeps, pressed through with keys."""

import pytest
from exchange import lists_of_the_domain as shipped
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from ui.imports.conftest import GOOD, HEADER, TWO_WRONG

from socdesk.commands.places import Spot
from socdesk.desk.deeds import Deed
from socdesk.registers.declared.desk_records import IMPORTS
from socdesk.registers.declared.learners import LEARNERS, Learner
from socdesk.registers.register import new_id
from socdesk.ui.screens.import_page import CHECK, FILE, IMPORT, MATCH

Key = Qt.Key


def rows_of(table):
    model = table.model()
    return [[model.index(row, n).data() for n in range(model.columnCount())] for row in range(model.rowCount())]


def test_the_whole_way_by_keyboard_is_one_deed(wizard, desk, keys, said):
    deeds = len(desk.store.versions.deeds())
    wizard.read(GOOD)
    assert any("its columns parted by commas" in words for words in said)
    keys.press(Key.Key_Return)  # Continue has the keyboard
    wizard.until(MATCH)
    assert wizard.page.columns.lines["licence_no"].combo.hasFocus()
    wizard.on()
    wizard.until(CHECK)
    assert "2 rows: 2 new, 0 changed, 0 problems" in said
    wizard.on()
    wizard.until(IMPORT)
    assert wizard.page.end.headline.text() == "2 rows imported as I001"
    assert [words for words in said if words.startswith("Step ")] == [
        "Step 2 of 4: Match columns",
        "Step 3 of 4: Check",
        "Step 4 of 4: Import",
    ]
    assert len(desk.store.versions.deeds()) == deeds + 1
    assert desk.read.count(LEARNERS) == 2


def test_back_leads_through_the_steps_and_keeps_the_answers(wizard, keys):
    wizard.check(GOOD)
    back = lambda: keys.press(Key.Key_Backspace, modifier=Qt.KeyboardModifier.ControlModifier)  # noqa: E731
    back()
    assert wizard.page.line.now == MATCH
    back()
    assert (wizard.page.line.now, wizard.page.back.isHidden()) == (FILE, True)
    assert wizard.page.file.heading_row.text() == "1"


def test_nothing_goes_on_without_a_file(wizard, said):
    wizard.on()
    assert wizard.page.line.now == FILE
    assert said[-1] == "Choose a file first. Or drop it on this page."
    assert wizard.page.file.zone.choose.hasFocus()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("list.csv", b"", "The file is empty."),
        ("list.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old Excel or Office file (.xls)"),
        (
            "list.xlsx",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "locked with a password",
        ),
        ("list.xlsx", b"PK\x03\x04 nothing like a workbook", "damaged or incomplete"),
        ("list.pdf", b"%PDF-1.7", "a picture of a list"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_in_place(wizard, said, name, data, words):
    step = wizard.read(data, name)
    assert words in step.trouble.words
    assert "Nothing was brought in." in step.trouble.words
    assert said[-1] == step.trouble.words
    assert wizard.page._reading is None


def test_a_file_that_is_gone_is_told_in_place(wizard, tmp_path):
    wizard.page.read(tmp_path / "gone.csv")
    wizard.rest()
    assert "could not be opened" in wizard.page.file.trouble.words


def test_formulas_without_a_result_are_told(wizard):
    def fill(sheet):
        sheet.append(("Licence No", "Name", "Type", "Expiry"))
        sheet.append(("PHD1", "Alex Example", "PHD", "=TODAY()"))

    step = wizard.read(shipped.workbook_bytes(fill), "list.xlsx")
    assert "Formulas without a saved result were read as empty: 1." in [each.text() for each in step._found]


def test_a_list_without_headings_asks_for_their_row(wizard, keys):
    step = wizard.read(b"As at,April,,,\nNr,Called,By,What,End\nPHD1,Example,Alex,PHD,31/3/28\n")
    assert step.trouble.words.startswith("No row looks like the headings of this kind of list.")
    assert step.heading_row.hasFocus()
    step.heading_row.selectAll()
    keys.text("2")
    keys.press(Key.Key_Return)
    wizard.rest()
    assert (step.trouble.isHidden(), rows_of(step.rows)[0][:2]) == (True, ["3", "PHD1"])
    wizard.on()
    wizard.until(MATCH)
    wizard.on()
    columns = wizard.page.columns
    assert columns.trouble.words.startswith("The list has no column for: Licence number; Full name or Surname")
    assert columns.lines["licence_no"].combo.hasFocus()


def test_a_column_is_matched_by_keys_and_leaves_the_field_that_had_it(wizard, keys):
    wizard.read(f"Nr,{HEADER.partition(',')[2]}PHD1,Example,Alex,PHD,31/03/2028\n".encode())
    wizard.on()
    wizard.until(MATCH)
    line = wizard.page.columns.lines["licence_no"]
    assert (line.combo.currentText(), line.needed.property("look")) == ("Not imported", "error")
    keys.press(Key.Key_Down)
    assert (line.combo.currentText(), line.example.text(), line.needed.property("look")) == ("Nr", "PHD1", "muted")
    keys.press(Key.Key_Down)
    lines = wizard.page.columns.lines
    assert (line.combo.currentText(), lines["surname"].combo.currentText()) == ("Surname", "Not imported")
    assert wizard.page.columns._unused.text() == "Not imported: Nr."


def test_the_page_scrolls_to_what_the_keyboard_reaches_from_outside(wizard, open_window):
    open_window.theme.set_zoom(200)
    wizard.read(GOOD)
    wizard.on()
    wizard.until(MATCH)
    lines = list(wizard.page.columns.lines.values())
    lines[-1].combo.setFocus()
    wizard.page.on.setFocus()
    lines[0].combo.setFocus()
    assert not lines[0].combo.visibleRegion().isEmpty()
    open_window.theme.set_zoom(100)


def test_sensitive_columns_are_refused_or_left_out_by_choice(wizard, said):
    step = wizard.read(shipped.DRIVERS_SENSITIVE)
    wizard.on()
    assert (wizard.page.line.now, step.sensitive.tick.hasFocus()) == (FILE, True)
    assert "The column “Convictions” is not kept: it is about criminal offences" in said[-1]
    wizard.keys.press(Key.Key_Space)
    wizard.on()
    assert wizard.page.line.now == MATCH
    assert "Convictions" not in [
        line.combo.itemText(n) for line in wizard.page.columns.lines.values() for n in range(9)
    ]


def test_problems_are_put_right_one_after_the_other_without_leaving_the_line(wizard, keys, said):
    check = wizard.check(TWO_WRONG)
    assert [row[:4] for row in rows_of(check.tables[0])] == [
        ["3", "Sam SAMPLE", "Expiry", "31/02/2028"],
        ["4", "Kim SPECIMEN", "Licence Type", "Tram"],
    ]
    keys.press(Key.Key_Return)
    assert check.settle.cell.hasFocus()
    keys.text("29/02/2028")
    keys.press(Key.Key_Return)
    wizard.rest()
    assert said[-1] == "3 rows: 2 new, 0 changed, 1 problem"
    assert (check.settle.cell.hasFocus(), check.settle.cell.text()) == (True, "Tram")
    keys.text("PHD")
    keys.press(Key.Key_Return)
    wizard.rest()
    assert said[-1] == "3 rows: 3 new, 0 changed, 0 problems"
    assert wizard.page.on.hasFocus()
    assert wizard.page.on.text() == "Import 3 rows"


def test_a_row_is_left_out_and_taken_in_again(wizard, keys):
    check = wizard.check(TWO_WRONG)
    check.settle.leave.setFocus()
    keys.press(Key.Key_Space)
    wizard.rest()
    assert check.headline.text() == "3 rows: 1 new, 0 changed, 1 problem, 1 left out"
    assert rows_of(check.tables[0])[1][4] == "Left out by you."
    check.tables[0].setCurrentIndex(check.tables[0].model().index(1, 0))
    check.settle.back.click()
    wizard.rest()
    assert check.headline.text() == "3 rows: 1 new, 0 changed, 2 problems"


def test_a_list_of_which_no_row_may_come_in_is_told(wizard, desk):
    check = wizard.check(f"{HEADER}PHD2,SAMPLE,Sam,PHD,31/02/2028\n".encode())
    wizard.on()
    assert check.trouble.words.startswith("There is no row to import yet.")
    assert desk.read.count(IMPORTS) == 0


def test_what_the_desk_says_since_is_checked_again(wizard, desk, on_desk_thread):
    check = wizard.check(GOOD)
    person = Learner(id=new_id(), kind="DRIVER", surname="Elsewhere", forename="Jo")
    on_desk_thread(lambda: desk.do(Deed(words="By hand", puts=(person,))))
    wizard.rest()
    assert check.headline.text().endswith("1 no longer on the list (kept, marked)")
    wizard.on()
    wizard.until(IMPORT)
    assert wizard.page.end.headline.text().startswith("2 rows imported")


def test_a_cancelled_import_comes_back_to_the_check_with_nothing_kept(wizard, desk, qtbot):
    rows = "".join(f"PHD{n},SAMPLE,Name {n},PHD,31/03/2028\n" for n in range(400))
    wizard.check(f"{HEADER}{rows}".encode())
    wizard.on()
    wizard.page.job.cancel.click()
    qtbot.waitUntil(lambda: wizard.page.line.now == CHECK, timeout=20_000)
    wizard.rest()
    assert wizard.page.check.trouble.words.startswith("The import was cancelled. Nothing was kept.")
    assert (desk.read.count(LEARNERS), desk.read.count(IMPORTS)) == (0, 0)


def test_an_import_leads_to_its_people_and_to_another_list(wizard, open_window, keys):
    end = wizard.bring(GOOD)
    assert end.people.hasFocus()
    assert "taxi drivers on the desk" in end.needs.text()
    keys.press(Key.Key_Space)
    wizard.rest()
    spot = open_window.frame.navigation.spot
    assert (spot.page, spot.view.count(",")) == ("training", 1)
    open_window.step(-1)
    assert (wizard.page.line.now, wizard.page._reading) == (FILE, None)


def test_a_page_that_was_left_goes_on_where_one_was(wizard, open_window):
    wizard.check(GOOD)
    open_window.go(Spot("today"))
    open_window.go(Spot("import"))
    assert wizard.page.line.now == CHECK


def test_a_file_dropped_on_the_page_is_read(wizard):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(wizard.write("dropped.csv", GOOD)))])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(QPointF(300, 300).toPoint(), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(wizard.page, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(wizard.page, QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, left, none))
    wizard.rest()
    assert len(rows_of(wizard.page.file.rows)) == 2


def test_the_kind_of_list_can_be_changed_once_it_was_read(wizard):
    step = wizard.read(shipped.MEMBERS.replace(b",Party", b",Group").replace(b"Example Party", b""))
    assert step.trouble.words.startswith("The list") or not step.trouble.isVisible()
    step.kind.setCurrentIndex(step.kind.findData("members"))
    step.kind_changed.emit()
    wizard.rest()
    assert wizard.page._reading.kind == "members"


def test_attendance_asks_for_course_and_day(wizard, keys, said):
    wizard.page.file.say_kind("")
    wizard.bring(b"Staff No,Full Name\n1,Alex Example\n2,Sam Sample\n", "staff.csv")
    wizard.start()
    wizard.page.file.say_kind("")
    wizard.read(shipped.TEAMS_ATTENDANCE, "teams.csv")
    assert wizard.page.file.chosen_kind == "attendance"
    wizard.on()
    course = wizard.page.course
    assert wizard.page.summary.text() == "Step 2 of 4: Course"
    wizard.on()
    assert (said[-1], course.course.hasFocus()) == ("Choose the course that was given.", True)
    keys.press(Key.Key_Down, Key.Key_Tab)
    wizard.on()
    assert (said[-1], course.day.widget.hasFocus()) == ("Enter the day on which it was held.", True)
    keys.text("1/3/26")
    wizard.on()
    wizard.until(CHECK)
    assert wizard.page.check.headline.text() == "2 rows: 0 new, 2 changed, 0 problems"


def test_the_tables_of_the_wizard_keep_to_the_rules_of_models(wizard, qtbot):
    check = wizard.check(TWO_WRONG)
    for table in (*check.tables, wizard.page.file.rows, wizard.page.file.past.table):
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = check.tables[0].model()
    spoken = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "3, Sam SAMPLE, Expiry, 31/02/2028, There is no 31 February."
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "In the list: 31/02/2028"


def test_nothing_of_a_list_is_written_outside_the_desk(wizard, tmp_path, desk_folder):
    wizard.bring(GOOD.replace(b"EXAMPLE", b"PLACEHOLDERSON"), "my-own-name.csv")
    (tmp_path / "my-own-name.csv").unlink()
    for path in tmp_path.rglob("*"):
        if path.is_file():
            found = path.read_bytes().lower()
            assert b"placeholderson" not in found, path
            assert b"my-own-name" not in found, path
