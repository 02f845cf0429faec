"""This computer remembers a desk, by command."""


def test_the_computer_remembers_and_forgets(terminal, shelf):
    done = terminal.on_desk("remember", "--days", "14")
    assert (done.code, done.err) == (0, "")
    assert "Whoever can use this login can open it too." in done.out
    assert len(shelf.kept) == 1
    assert terminal.on_desk("forget", "--computer", "another").out.startswith("Forgotten: no computer remembered")
    assert terminal.on_desk("forget").code == 0
    assert shelf.kept == {}
