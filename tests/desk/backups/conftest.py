"""A real desk, a folder for its backups, and what damages one."""

from types import SimpleNamespace

import pytest
from helpers.records import concern

from socdesk.desk.backups.log import choose_folder
from socdesk.desk.backups.making import back_up
from socdesk.desk.deeds import Deed
from socdesk.jobs import SilentProgress


@pytest.fixture
def drive(tmp_path):
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def place(desk, drive):
    choose_folder(desk, drive)
    return drive


@pytest.fixture
def keep(desk):
    return lambda *summaries: desk.do(Deed(words="Kept", puts=tuple(concern(words) for words in summaries)))


@pytest.fixture
def made(desk, place, keep):
    keep("Counted cash", "Second hand phones")
    return back_up(desk, place, SilentProgress())


@pytest.fixture
def backed_up(desk, place):
    return lambda: back_up(desk, place, SilentProgress())


def flip(path, at, bit=4):
    content = bytearray(path.read_bytes())
    content[at] ^= bit
    path.write_bytes(content)


@pytest.fixture
def yard(folder, house, laid_out, clock, tmp_path):
    """What surrounds the desk: its folder, the house, how it was laid out, the clock, and where others may lie."""
    return SimpleNamespace(folder=folder, house=house, laid_out=laid_out, clock=clock, around=tmp_path)
