import errno
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk import files
from socdesk.files import (
    DiskFullError,
    NotConfirmedError,
    NotWrittenError,
    ReadOnlyPlaceError,
    make_private_folder,
    write_atomically,
)

posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits are a POSIX matter")


def no_pause(seconds):
    raise AssertionError("nothing should have been waited for")


def failing(number):
    def fail(*args):
        raise OSError(number, os.strerror(number))

    return fail


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@given(data=st.binary(max_size=2000), before=st.none() | st.binary(max_size=50))
def test_what_is_written_is_what_is_read_and_nothing_else_is_left(tmp_path_factory, data, before):
    folder = tmp_path_factory.mktemp("desk")
    if before is not None:
        (folder / "file").write_bytes(before)
    write_atomically(folder / "file", data, pause=no_pause)
    assert (folder / "file").read_bytes() == data
    assert names_in(folder) == ["file"]


@posix_only
def test_only_the_owner_can_read_the_file_before_its_first_byte(tmp_path, monkeypatch):
    modes = []
    real = os.fdopen

    def spying(descriptor, *args):
        status = os.fstat(descriptor)
        modes.append((stat.S_IMODE(status.st_mode), status.st_size))
        return real(descriptor, *args)

    monkeypatch.setattr(files.os, "fdopen", spying)
    (tmp_path / "file").touch(mode=0o644)
    write_atomically(tmp_path / "file", b"new", pause=no_pause)
    assert modes == [(0o600, 0)]
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EROFS, ReadOnlyPlaceError),
        (errno.EACCES, ReadOnlyPlaceError),
        (errno.EPERM, ReadOnlyPlaceError),
        (errno.EIO, NotWrittenError),
    ],
)
def test_a_failing_disk_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, number, expected):
    (tmp_path / "file").write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", failing(number))
    with pytest.raises(NotWrittenError, match="Nothing was changed") as caught:
        write_atomically(tmp_path / "file", b"new", pause=no_pause)
    assert type(caught.value) is expected
    assert caught.value.advice
    assert (tmp_path / "file").read_bytes() == b"old"
    assert names_in(tmp_path) == ["file"]


def test_a_missing_folder_is_told_in_words(tmp_path):
    with pytest.raises(NotWrittenError, match="Nothing was changed"):
        write_atomically(tmp_path / "gone" / "file", b"new", pause=no_pause)


def test_a_folder_in_the_place_of_the_file_is_left_alone(tmp_path):
    (tmp_path / "file").mkdir()
    with pytest.raises(NotWrittenError):
        write_atomically(tmp_path / "file", b"new", pause=lambda _: None)
    assert names_in(tmp_path) == ["file"]


def test_a_file_held_by_a_virus_scanner_is_waited_for(tmp_path, monkeypatch):
    waits = []
    real = os.replace

    def held_twice(source, target):
        if len(waits) < 2:
            raise PermissionError(errno.EACCES, "held")
        real(source, target)

    monkeypatch.setattr(files.os, "replace", held_twice)
    write_atomically(tmp_path / "file", b"new", pause=waits.append)
    assert len(waits) == 2
    assert (tmp_path / "file").read_bytes() == b"new"


def test_a_file_held_for_ever_is_given_up_after_about_two_seconds(tmp_path, monkeypatch):
    waits = []
    monkeypatch.setattr(files.os, "replace", failing(errno.EACCES))
    with pytest.raises(ReadOnlyPlaceError):
        write_atomically(tmp_path / "file", b"new", pause=waits.append)
    assert 1.5 < sum(waits) < 2.5
    assert names_in(tmp_path) == []


@posix_only
@pytest.mark.parametrize(
    ("number", "told"), [(errno.EINVAL, ""), (errno.EIO, "for faults"), (errno.ENOSPC, "is full and did not confirm")]
)
def test_a_folder_that_is_not_brought_to_disk_does_not_claim_that_nothing_changed(tmp_path, monkeypatch, number, told):
    real = os.fsync

    def fails_for_folders(descriptor):
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, "no")
        real(descriptor)

    monkeypatch.setattr(files.os, "fsync", fails_for_folders)
    if told:
        with pytest.raises(NotConfirmedError) as caught:
            write_atomically(tmp_path / "file", b"new", pause=no_pause)
        assert "Nothing was changed" not in str(caught.value)
        assert told in str(caught.value)
    else:
        write_atomically(tmp_path / "file", b"new", pause=no_pause)
    assert (tmp_path / "file").read_bytes() == b"new"


@posix_only
def test_a_private_folder_is_closed_to_others_even_when_it_was_open(tmp_path):
    (tmp_path / "open").mkdir(mode=0o755)
    for folder in (tmp_path / "open", tmp_path / "a" / "new"):
        make_private_folder(folder)
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_that_cannot_be_made_is_told_in_words(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(NotWrittenError, match="Nothing was changed"):
        make_private_folder(tmp_path / "file")
