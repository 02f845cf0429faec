"""Every command runs without a window."""

import inspect

import pytest

from socdesk.commands.catalogue import COMMANDS
from socdesk.commands.command import Shell, Situation
from socdesk.commands.matching import matching
from socdesk.commands.places import PLACES, place_of_register
from socdesk.registers.catalogue import REGISTERS


class FakeShell:
    """Writes down what it is asked for; has every deed of a shell and no other."""

    def __init__(self):
        self.asked = []

    def __getattr__(self, name):
        if name not in {name for name, _ in inspect.getmembers(Shell, inspect.isfunction)}:
            raise AttributeError(name)
        return lambda *given: self.asked.append((name, *given))


EVERYTHING = Situation(
    is_open=True,
    page="today",
    offers=frozenset(command.id.removeprefix("page.") for command in COMMANDS),
    can_go_back=True,
    can_go_forward=True,
)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_runs_and_asks_the_shell_for_one_thing(command):
    shell = FakeShell()
    command.run(shell)
    assert len(shell.asked) == 1


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_can_be_used_somewhere_and_is_said_in_words(command):
    assert command.usable(EVERYTHING)
    assert command.title[0].isupper()
    assert not command.title.endswith(".")


def test_ids_and_keys_are_unique():
    keys = [keys for command in COMMANDS for keys in command.shortcuts]
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len(set(keys)) == len(keys)


def test_a_locked_window_offers_nothing_that_needs_a_desk():
    locked = {command.id for command in COMMANDS if command.usable(Situation())}
    looks = {"view.dark", "view.light", "view.system", "view.contrast", "view.comfortable", "view.compact"}
    assert locked == {"help", "leave", "zoom.in", "zoom.out", "zoom.reset"} | looks


def test_a_page_that_offers_nothing_new_has_no_new():
    offered = {c.id for c in COMMANDS if c.usable(Situation(is_open=True, offers=frozenset({"find"})))}
    assert "page.find" in offered
    assert "page.new" not in offered


def test_a_few_letters_find_a_command_those_that_begin_so_first():
    assert matching(COMMANDS, "lock", EVERYTHING)[0].id == "lock"
    assert [c.id for c in matching(COMMANDS, "app dark", EVERYTHING)] == ["view.dark"]
    assert "zoom.in" in [c.id for c in matching(COMMANDS, "ZOOM", EVERYTHING)]
    assert matching(COMMANDS, "zzz", EVERYTHING) == ()
    assert len(matching(COMMANDS, "", EVERYTHING)) == len(COMMANDS)


def test_a_register_opens_on_one_page_at_most():
    keys = [key for place in PLACES for key in place.registers]
    assert len(keys) == len(set(keys))
    assert set(keys) <= set(REGISTERS.keys)
    assert place_of_register("no such register") is None
