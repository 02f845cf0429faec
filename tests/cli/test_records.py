"""History, undo, redo and verify."""

import subprocess
import sys

from cli.conftest import DRIVERS

from socdesk.storage.witness import WITNESS_FILE


def learners(terminal):
    return [row["surname"] for row in terminal.exported("learners")]


def bring(terminal, data=DRIVERS):
    assert terminal.on_desk("import", "drivers", terminal.write("list.csv", data)).code == 0


def test_the_history_of_a_record_is_printed(terminal):
    done = terminal.on_desk("history", "A07")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Version 1. ")
    assert "  Kind: The Council's action" in done.out


def test_an_unknown_reference_is_told(terminal):
    done = terminal.on_desk("history", "A99")
    assert (done.code, done.out) == (1, "")
    assert done.err == "There is no record A99 on this desk. Check the reference.\n"


def test_undo_takes_the_newest_deed_back_and_redo_does_it_again(terminal):
    bring(terminal)
    done = terminal.on_desk("undo")
    assert (done.code, done.err) == (0, "")
    assert done.out == "Undone: Brought in a taxi driver list (3 records, deed 3).\n"
    assert learners(terminal) == []
    done = terminal.on_desk("redo")
    assert done.out == "Done again: Brought in a taxi driver list (3 records, deed 4).\n"
    assert learners(terminal) == ["Example"]


def test_an_older_deed_is_undone_by_its_number_and_what_was_left_is_told(terminal):
    bring(terminal)
    bring(terminal, DRIVERS.replace(b"31/03/2027", b"30/04/2027"))
    done = terminal.on_desk("undo", "--deed", "2")
    assert done.code == 0
    assert "Left as it is, because it was changed since: T00001-L1, Valid." in done.out


def test_there_may_be_nothing_to_undo_or_redo(terminal):
    for arguments in (["undo"], ["redo"], ["undo", "--deed", "1"], ["undo", "--deed", "99"]):
        done = terminal.on_desk(*arguments)
        assert (done.code, done.out, len(done.err.splitlines())) == (1, "", 1)


def test_a_sound_desk_is_said_to_be_sound(terminal):
    done = terminal.on_desk("verify")
    assert (done.code, done.err) == (0, "")
    assert "Actions: 15\n" in done.out
    assert done.out.endswith("This desk is sound.\n")


def test_a_desk_that_is_not_sound_ends_with_one_until_it_is_taken_as_it_stands(terminal):
    (terminal.desk / WITNESS_FILE).unlink()
    done = terminal.on_desk("verify")
    assert done.code == 1
    assert "The witness file, which tells whether this desk is complete, is missing." in done.err
    assert "This desk is not sound. Keep it, and compare your newest backup." in done.out
    assert terminal.on_desk("history", "A07").err.startswith("Warning: The witness file")
    done = terminal.on_desk("verify", "--accept")
    assert done.code == 0
    assert "The desk is taken as it stands from now on." in done.out
    assert terminal.on_desk("verify").code == 0


def test_a_damaged_file_is_told_and_no_fault_of_ours(terminal):
    [path] = terminal.desk.glob("store-*.db")
    whole = path.read_bytes()
    for place in (0.2, 0.5, 0.8):
        at = int(len(whole) * place)
        path.write_bytes(whole[:at] + b"x" * 4096 + whole[at + 4096 :])
        assert terminal.on_desk("verify").code == 1


def test_the_trail_and_its_checker_are_written_and_the_one_checks_the_other(terminal, tmp_path):
    trail, checker = tmp_path / "trail.jsonl", tmp_path / "verify_trail.py"
    done = terminal.on_desk("trail", "--out", trail, "--checker", checker)
    assert (done.code, done.err) == (0, "")
    head = done.out.split()[-1]
    command = [sys.executable, "-I", str(checker), str(trail), "--head", head]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "Chain of changes: the head in the paper is that of line" in said
    assert terminal.on_desk("trail", "--out", terminal.desk / "trail.jsonl").code == 1


def test_a_record_is_taken_back_to_one_of_its_versions_and_that_can_be_undone(terminal):
    def versions():
        return terminal.on_desk("history", "T00001-L1").out.count("Version ")

    bring(terminal)
    bring(terminal, DRIVERS.replace(b"31/03/2027", b"30/04/2027"))
    assert versions() == 2
    done = terminal.on_desk("revert", "T00001-L1", "--version", 1)
    assert (done.code, done.err) == (0, "")
    assert done.out == "Restored T00001-L1 to version 1. “socdesk undo” takes that back.\n"
    assert "Valid: from 1 April 2024 until 30 April 2027 -> from 1 April 2024 until 31 March 2027" in (
        terminal.on_desk("history", "T00001-L1").out
    )
    assert terminal.on_desk("undo").code == 0
    assert versions() == 4
    assert terminal.on_desk("revert", "T99999", "--version", 1).code == 1
    assert terminal.on_desk("revert", "T00001-L1", "--version", 9).code == 1
