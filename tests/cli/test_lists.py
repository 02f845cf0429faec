"""Lists in and registers out."""

import csv
import io
import json

import pytest
from cli.conftest import DRIVERS
from exchange.lists_of_the_domain import DRIVERS_SENSITIVE, TEAMS_ATTENDANCE

from socdesk.registers.declared.learners import LEARNERS

COURSE = "Serious and organised crime awareness"


def bring(terminal, kind, data, *others, name="list.csv"):
    return terminal.on_desk("import", kind, terminal.write(name, data), *others)


def test_a_list_comes_in_and_its_refused_rows_are_told_on_standard_error(terminal):
    done = bring(terminal, "drivers", DRIVERS)
    assert done.code == 0
    assert "Taxi driver list: 1 rows can be brought in, 1 are refused." in done.out
    assert "Column “Licence No” fills Licence number." in done.out
    assert "Brought in as I001. “socdesk undo” takes exactly this import back." in done.out
    assert done.err.splitlines() == ["Row 3, Expiry: There is no 31 February."]
    assert [row["surname"] for row in terminal.exported("learners")] == ["Example"]


def test_a_dry_run_says_the_same_and_writes_nothing(terminal):
    head = terminal.head()
    done = bring(terminal, "drivers", DRIVERS, "--dry-run")
    assert done.code == 0
    assert done.out.endswith("Nothing was saved: this was a dry run.\n")
    assert terminal.head() == head
    assert terminal.exported("learners") == []


def test_a_list_may_come_from_standard_input(terminal, standard_input):
    standard_input(DRIVERS)
    assert terminal.on_desk("import", "drivers", "-").code == 0


def test_a_workbook_may_come_from_standard_input(terminal, standard_input):
    bring(terminal, "drivers", DRIVERS)
    out = terminal.folder / "out.xlsx"
    terminal.on_desk("export", "learners", "--out", out)
    standard_input(out.read_bytes())
    done = terminal.on_desk("import", "staff", "-")
    assert (done.code, len(terminal.exported("learners"))) == (0, 2)


def test_the_same_file_is_refused_until_it_is_asked_for_again(terminal):
    bring(terminal, "drivers", DRIVERS)
    done = bring(terminal, "drivers", DRIVERS, name="other.csv")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("This file was imported on ")
    assert bring(terminal, "drivers", DRIVERS, "--again").code == 0


def test_a_sensitive_column_is_refused_until_it_is_left_out(terminal):
    done = bring(terminal, "drivers", DRIVERS_SENSITIVE)
    assert done.code == 1
    assert "“Convictions” is not kept" in done.err
    assert bring(terminal, "drivers", DRIVERS_SENSITIVE, "--leave-out-sensitive").code == 0


def test_a_column_is_corrected(terminal):
    data = DRIVERS.replace(b"Licence No", b"Number")
    assert bring(terminal, "drivers", data).code == 1
    assert bring(terminal, "drivers", data, "--column", "licence_no=Number").code == 0


def test_an_attendance_report_comes_in_for_a_course(terminal):
    bring(terminal, "staff", b"Staff No,Name\n1,Alex Example\n2,Sam Sample\n")
    report = ("--course", COURSE, "--held-on", "2026-03-01")
    done = bring(terminal, "staff", TEAMS_ATTENDANCE, *report, "--least-minutes", "50", name="teams.csv")
    assert (done.code, done.err) == (0, "")
    results = {row["parent"]: (row["completed"], row["result"]) for row in terminal.exported("completions")}
    assert results == {"T00001": ("2026-03-01", "ATTENDED"), "T00002": ("2026-03-01", "PART_ATTENDED")}


def test_an_attendance_report_is_not_taken_for_a_staff_list(terminal):
    done = bring(terminal, "staff", TEAMS_ATTENDANCE, name="teams.csv")
    assert done.code == 1
    assert done.err.startswith("This is an attendance report from Teams, not a staff list.")


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.pdf"])
def test_a_file_that_is_no_list_is_the_worlds_fault(terminal, name):
    done = bring(terminal, "drivers", b"\x00\x01\x02", name=name)
    assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)


def test_the_strategys_actions_go_out_word_for_word(terminal, repository):
    text = (repository / "resources/strategy/strategy-2019.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith(("- [A", "- [M"))]
    wordings = {line[3 : line.index("]")]: line.partition("] ")[2].replace("*", "") for line in lines}
    rows = terminal.exported("actions")
    assert len(rows) == len(wordings) == 15
    assert {row["reference"]: row["wording"] for row in rows} == wordings


@pytest.mark.parametrize("suffix", [".csv", ".xlsx", ".json"])
def test_an_export_says_how_much_it_left_out(terminal, suffix):
    out = terminal.folder / f"out{suffix}"
    done = terminal.on_desk("export", "actions", "--out", out)
    assert (done.code, done.err) == (0, "")
    assert done.out == "15 records exported. Left out: 1 restricted or source field of each record.\n"
    assert out.stat().st_mode & 0o077 == 0
    done = terminal.on_desk("export", "actions", "--out", out, "--include-restricted")
    assert done.out == "15 records exported.\n"


def test_a_json_export_names_the_register_and_its_fields(terminal):
    out = terminal.folder / "out.json"
    terminal.on_desk("export", "actions", "--out", out)
    whole = json.loads(out.read_bytes())
    assert list(whole) == ["register", "records"]
    assert whole["register"] == "actions"
    assert {"reference", "wording", "primary_pillar", "lead_post"} <= whole["records"][0].keys()


def test_a_csv_export_has_words_for_headings(terminal):
    out = terminal.folder / "out.csv"
    terminal.on_desk("export", "learners", "--out", out)
    [header] = csv.reader(io.StringIO(out.read_text("utf-8-sig")))
    assert header[:3] == ["Reference", "Kind", "Surname"]
    assert LEARNERS.fields["kind"].label == "Kind"


@pytest.mark.parametrize(
    ("register", "out", "words"),
    [
        ("spies", "out.csv", "There is no register called “spies”. Choose one of: strategies, posts"),
        ("actions", "out.pdf", "The file’s name must end in .csv, .xlsx or .json."),
        ("actions", "nowhere/out.csv", "out.csv could not be saved."),
    ],
)
def test_an_export_that_cannot_be_is_told(terminal, register, out, words):
    done = terminal.on_desk("export", register, "--out", terminal.folder / out)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(words)


@pytest.mark.parametrize("name", ["desk.json", "out.csv", "deeper/out.csv"])
def test_nothing_is_exported_into_the_desks_own_folder(terminal, name):
    key_file = (terminal.desk / "desk.json").read_bytes()
    done = terminal.on_desk("export", "actions", "--out", terminal.desk / name)
    assert done.code == 1
    assert done.err.startswith("An export must not lie in the desk’s own folder.")
    assert (terminal.desk / "desk.json").read_bytes() == key_file
