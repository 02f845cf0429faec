"""What the papers for newcomers and for ICT say is what the project does."""

import re
import tomllib
from textwrap import dedent

import pytest

from socdesk.cli.parser import build_parser


@pytest.fixture
def readme(repository):
    return (repository / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def for_ict(repository):
    return (repository / "resources/help/for-ict.md").read_text(encoding="utf-8")


def words(text):
    return re.findall(r"\w+", text)


def powershell(text):
    return re.findall(r"```powershell\n(.*?)```", text, re.DOTALL)[0].splitlines()


def test_the_picture_of_the_house_is_the_contract(repository, readme):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    rows = re.findall(r"^\| (`.*?`) \|", readme[readme.index("| room |") :], re.MULTILINE)
    assert [words(row) for row in rows] == [words(layer) for layer in layers]


def test_every_make_command_named_to_people_exists(repository, readme, for_ict):
    targets = set(re.findall(r"^([a-z]+):", (repository / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"^make ([a-z]+)", readme, re.MULTILINE)) | set(re.findall(r"`make ([a-z]+)`", for_ict))
    assert len(named) >= 7
    assert named <= targets


def test_the_steps_for_windows_install_what_make_installs(repository, readme, for_ict):
    setup = (repository / ".ci/setup").read_text(encoding="utf-8")
    steps = re.findall(r"^pip (install .*)$", setup, re.MULTILINE)
    for page in (readme, for_ict):
        assert [line.partition(" -m pip ")[2] for line in powershell(page) if " -m pip " in line] == steps


def options(text):
    return set(re.findall(r"--[a-z][a-z-]+", text))


def test_the_reference_of_the_command_line_is_the_command_line(readme):
    reference = re.findall(r"^socdesk ([a-z-]+) (.*(?:\n +.*)*)", readme, re.MULTILINE)
    [commands] = [action.choices for action in build_parser()._actions if isinstance(action.choices, dict)]
    said = {command: options(usage) for command, usage in reference}
    assert said == {name: options(command.format_usage()) for name, command in commands.items()}


def test_the_example_of_a_register_is_one(readme):
    example = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)[0]
    names = {"__name__": "readme_example"}
    exec(compile(dedent(example), "README.md", "exec"), names)
    register = names["VISITS"]
    assert list(register.fields) == ["title", "day", "cadence", "note"]
    assert "title" in register.problems(names["Visit"]())
    assert register.problems(names["Visit"](title="Assembly")) == {}


def test_every_place_named_to_people_exists(repository, readme, for_ict):
    named = re.findall(r"`((?:socdesk|resources|tests)/[\w/.-]+)`", readme + for_ict)
    assert len(named) >= 5
    assert [place for place in named if not (repository / place).exists()] == []
