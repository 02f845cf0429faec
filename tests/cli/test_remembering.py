"""This computer remembers a desk, by command."""

import pytest
from helpers.shelf import Shelf

from socdesk.desk import remembering


@pytest.fixture
def shelf(monkeypatch):
    shelf = Shelf()
    monkeypatch.setattr(remembering, "system_keyring", lambda: shelf)
    monkeypatch.setattr(remembering, "name_of_backend", lambda: "Shelf")
    return shelf


def test_the_computer_remembers_and_forgets(terminal, shelf):
    done = terminal.on_desk("remember", "--days", "14")
    assert (done.code, done.err) == (0, "")
    assert "Whoever can use this login can open it too." in done.out
    assert len(shelf.kept) == 1
    assert terminal.on_desk("forget", "--computer", "another").out.startswith("Forgotten: no computer remembered")
    assert terminal.on_desk("forget").code == 0
    assert shelf.kept == {}
