"""The exported trail and the program that checks it, run as a stranger would: plain Python, nothing else."""

import hashlib
import json
import runpy
import subprocess
import sys
from dataclasses import replace

import pytest
from helpers.records import concern, statement
from hypothesis import given
from hypothesis import strategies as st

from socdesk.bundled import resource
from socdesk.desk.backups.making import back_up
from socdesk.desk.backups.places import choose
from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.trail_export import checker, export_trail
from socdesk.errors import CancelledError
from socdesk.jobs import CancellableProgress, SilentProgress
from socdesk.registers.register import new_id

CHECKER = resource("verify_trail.py")
WORDS = "Counted zinnias in the back room"


@pytest.fixture
def used(desk):
    """A desk on which something was done, some of it restricted."""
    secret = concern(WORDS, restricted=True, restriction_reason="A test")
    desk.do(Deed(words="Wrote", puts=(concern("Second hand phones"),)))
    done = desk.do(Deed(words="Wrote", puts=(secret,)))
    desk.do(Deed(words="Wrote", puts=(statement(done.records[0]),)))
    desk.do(Deed(words="Changed", puts=(replace(done.records[0], summary="Counted more zinnias"),)))
    desk.record_event("viewed a restricted record", record=done.records[0].id)
    return desk


def exported(desk, **how):
    return export_trail(desk, SilentProgress(), **how)


@pytest.fixture
def check(tmp_path):
    def run(data, *arguments):
        path = tmp_path / "trail.jsonl"
        path.write_bytes(data)
        command = [sys.executable, "-I", str(CHECKER), str(path), *map(str, arguments)]
        return subprocess.run(command, check=False, capture_output=True, text=True)

    return run


def test_a_stranger_finds_a_sound_trail_sound(used, check):
    made = exported(used)
    done = check(made.data)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"Chain of changes: {made.changes} lines, none broken. Head: {made.head}" in done.stdout
    assert f"Chain of events: {made.events} lines, none broken." in done.stdout
    assert "Nothing outside the trail was compared." in done.stdout
    event = used.store.events.all()[-1]
    assert (event.kind, event.detail["sha256"]) == ("trail exported", hashlib.sha256(made.data).hexdigest())


def test_no_text_of_a_record_leaves_unless_it_is_asked_for(used, check):
    plain = exported(used).data
    assert b"zinnias" not in plain
    assert b'"body":' not in plain
    whole = exported(used, with_texts=True).data
    assert WORDS.encode() in whole
    assert used.store.events.all()[-1].detail["with_restricted"] == 1
    assert check(whole).returncode == 0
    changed = whole.replace(WORDS.encode(), b"Counted begonia in the back room")
    done = check(changed)
    assert done.returncode == 1
    assert "holds another text than was saved" in done.stderr


def test_an_officer_takes_no_text_along_that_they_may_not_read(used, check):
    other = Desk(used.store, actor=new_id(), clock=used.clock)
    data = exported(other, with_texts=True).data
    assert b"zinnias" not in data
    assert b"Second hand phones" in data
    assert b"statements" in data
    assert check(data).returncode == 0


def test_heads_that_the_outside_world_holds_are_found_or_missed(used, check, tmp_path):
    kept = tmp_path / "backups"
    kept.mkdir()
    choose(used.store.place.folder, kept)
    manifest = back_up(used, kept, SilentProgress()).folder / "manifest.json"
    early = used.store.versions.head_at(3).line
    data = exported(used).data
    done = check(data, "--head", early, "--manifest", manifest)
    assert (done.returncode, done.stderr) == (0, "")
    assert "the head in the paper is that of line 3" in done.stdout
    assert f"Chain of events: the head in the manifest is that of line {used.store.heads.events - 2}" in done.stdout
    assert check(data, "--head", "ab" * 32).returncode == 1
    heads = json.loads(manifest.read_bytes())
    heads["heads"]["changes"] -= 1
    manifest.write_text(json.dumps(heads))
    assert "the head in the manifest is not in this trail" in check(data, "--manifest", manifest).stderr
    assert check(data, "--manifest", tmp_path / "none.json").returncode == 2


def test_a_trail_written_anew_from_its_middle_is_found_by_a_head_outside(used, check):
    head = used.store.writer.head.line
    lines = [json.loads(line) for line in exported(used).data.splitlines()]
    forged = forge(lines, at=next(n for n, each in enumerate(lines) if each["kind"] == "change") + 4)
    assert check(forged).returncode == 0
    assert check(forged, "--head", head).returncode == 1


def forge(lines, at):
    """Write a change otherwise, and everything after it so that it fits."""
    program = runpy.run_path(str(CHECKER))
    lines[at]["actor"] = "somebody else"
    for before, each in zip(lines[at - 1 :], lines[at:], strict=False):
        if each["kind"] == "change":
            each["previous"] = before["line"]
            each["line"] = program["hash_of"]([each[name] for name in program["CHANGE"]])
            lines[-1]["change_head"] = each["line"]
    body = "".join(program["canonical"](each) + "\n" for each in lines[:-1]).encode()
    lines[-1]["sha256"] = hashlib.sha256(body).hexdigest()
    return body + program["canonical"](lines[-1]).encode() + b"\n"


@pytest.fixture(scope="module")
def program():
    return runpy.run_path(str(CHECKER))


@pytest.fixture
def trail(used):
    return exported(used, with_texts=True).data


def broken(program, tmp_path, data):
    path = tmp_path / "trail.jsonl"
    path.write_bytes(data)
    try:
        program["check"](path)
    except program["BrokenTrailError"] as error:
        return str(error)
    return ""


def test_any_tampering_is_found_and_the_first_broken_line_named(program, trail, tmp_path):
    lines = trail.splitlines(keepends=True)
    places = st.integers(0, len(lines) - 1)

    @given(place=st.integers(0, len(trail) - 1), bit=st.integers(0, 7))
    def a_flipped_bit(place, bit):
        data = bytearray(trail)
        data[place] ^= 1 << bit
        assert broken(program, tmp_path, bytes(data))

    @given(place=places)
    def a_removed_line(place):
        assert broken(program, tmp_path, b"".join(lines[:place] + lines[place + 1 :]))

    @given(one=places, other=places)
    def two_swapped_lines(one, other):
        swapped = list(lines)
        swapped[one], swapped[other] = lines[other], lines[one]
        assert bool(broken(program, tmp_path, b"".join(swapped))) == (one != other)

    @given(place=places, text=st.sampled_from([b"\n", b"{}\n", b"x\n", lines[0], lines[1], lines[-1]]))
    def an_added_line(place, text):
        assert broken(program, tmp_path, b"".join([*lines[:place], text, *lines[place:]]))

    @given(end=st.integers(0, len(trail) - 1))
    def a_cut_end(end):
        assert broken(program, tmp_path, trail[:end])

    assert broken(program, tmp_path, trail) == ""
    for tampering in (a_flipped_bit, a_removed_line, two_swapped_lines, an_added_line, a_cut_end):
        tampering()
    data = trail.replace(b'"seq":9,', b'"seq":8,', 1)
    assert broken(program, tmp_path, data) == "Chain of changes: line 9 is missing (line 10 of the file)."
    data = b"".join([*lines[:9], lines[9].replace(b'"version":1', b'"version":2'), *lines[10:]])
    assert broken(program, tmp_path, data) == "Chain of changes: line 9 (line 10 of the file) is broken."


def test_exporting_can_be_cancelled(used, monkeypatch):
    monkeypatch.setattr("socdesk.storage.trail._ROWS_A_STEP", 5)
    progress = CancellableProgress(lambda _done, _total, _words: progress.cancel())
    with pytest.raises(CancelledError):
        export_trail(used, progress)


def test_the_checker_is_one_file_of_the_standard_library(program):
    assert checker() == CHECKER.read_bytes()
    words = [
        line.split()[1].partition(".")[0]
        for line in CHECKER.read_text().splitlines()
        if line.startswith(("import ", "from "))
    ]
    assert set(words) <= set(sys.stdlib_module_names)
