"""The desk of the desk's own tests, laid out once; and processes that work on it until they are killed."""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from helpers.environment import own_folders

from tests.desk.conftest import clock, folder, house, laid_out
from tests.end_to_end.killing import Workshop

__all__ = ["clock", "folder", "house", "laid_out"]


@pytest.fixture(scope="session")
def _workshop(tmp_path_factory, pytestconfig):
    made = Workshop(pytestconfig.rootpath, own_folders(tmp_path_factory.mktemp("worker")))
    yield made
    made.close()


@pytest.fixture
def workshop(request):
    """Return where processes are started that are to be killed; none outlives the test."""
    if os.name != "posix":
        pytest.skip("kill -9 is of POSIX")
    made = request.getfixturevalue("_workshop")
    made.start_anew()
    yield made
    made.clear()


@dataclass(frozen=True)
class Target:
    """A desk at whose workers one aims. ``keys`` are what a worker opens it with: root key and slot."""

    laid_out: object
    folder: Path
    house: object

    def lay_out(self):
        """Take a new desk."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.laid_out.copied_to(self.folder)

    def opened(self):
        return self.laid_out.opened_in(self.folder, self.house)

    @property
    def keys(self):
        return self.laid_out.unlocked.root_key.expose().hex(), self.laid_out.unlocked.slot_id


@pytest.fixture
def target(laid_out, folder, house):
    made = Target(laid_out, folder, house)
    made.lay_out()
    return made
