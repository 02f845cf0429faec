"""No generic module names a register (architecture.md, rule 2): each name below has a reason, and nothing else may."""

import ast
import re

import pytest
from helpers.source_tree import PACKAGE, nodes

from socdesk.registers import catalogue
from socdesk.registers.catalogue import REGISTERS
from socdesk.storage.migrations.m0005_narrow_indexes import ORDERS

OF_ONE_SUBJECT = {"catalogue.py", "contact_defaults.py", "strategy_text.py", "training_defaults.py"}
"""The catalogue names all registers; the others read what is shipped of one subject."""

GENERIC = [
    *sorted((PACKAGE / "storage").rglob("*.py")),
    *sorted((PACKAGE / "exchange").rglob("*.py")),
    *sorted((PACKAGE / "desk").glob("*.py")),
    *sorted(path for path in (PACKAGE / "registers").glob("*.py") if path.name not in OF_ONE_SUBJECT),
]
ALLOWED = {
    "desk/founding.py": {
        "Action",
        "Contact",
        "Course",
        "Officer",
        "Post",
        "Requirement",
        "Strategy",
    },  # lays a desk out
    "desk/opening.py": {"Officer"},  # the first officer has the first slot
    "desk/admission.py": {"OFFICERS", "Officer"},  # a slot of the key file belongs to an officer
    "desk/passphrase_words.py": {"OFFICERS"},  # names that others could know
    "desk/remembering.py": {"OFFICERS"},  # says whose computer it is
    "desk/rekeying.py": {"OFFICERS"},  # says whose passphrases end
    "desk/people.py": {"OFFICERS", "Officer"},  # officers are who can open the desk
    "desk/reading.py": {"GRANTS", "Grant"},  # who may read a restricted record
    "desk/desk.py": {"LIST_ENTRIES", "SETTINGS"},  # the Council's own lists and settings are records
    "desk/changing_settings.py": {"SETTINGS", "Setting"},  # a setting is a record
    "desk/own_locks.py": {"OFFICERS", "Officer"},  # a slot of the key file belongs to an officer
    "desk/noted_deeds.py": {"Grant", "Officer", "Setting"},  # the log speaks of them
    "desk/salvaging.py": {"OFFICERS", "Officer"},  # a slot of the key file belongs to an officer
    "desk/vocabularies.py": {"ListEntry"},  # the Council's own codes
    "desk/own_lists.py": {"LIST_ENTRIES", "ListEntry"},  # changes the Council's own codes
    "storage/migrations/m0004_completion_expires.py": {"completions"},  # a step is about the tables of its day
    "storage/migrations/m0005_narrow_indexes.py": set(ORDERS),  # as is this
    "desk/reviews.py": {"POSTS", "STRATEGIES"},  # says when the strategy's review is due
}
CONSTANTS = {name for name, value in vars(catalogue).items() if value in list(REGISTERS)}


def named_in(path):
    """Return what a module names of declared registers: what it imports of them, and their keys in its texts."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            names = {alias.name for alias in node.names}
            found |= names if (node.module or "").startswith("socdesk.registers.declared") else names & CONSTANTS
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {key for key in REGISTERS.keys if key == node.value or in_sql(key, node.value)}
    return found


def in_sql(key, text):
    return re.search(rf"\b(FROM|INTO|UPDATE|JOIN|TABLE) {key}\b", text) is not None


@pytest.mark.parametrize("path", GENERIC, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_a_generic_module_names_no_register(path):
    allowed = ALLOWED.get(path.relative_to(PACKAGE).as_posix(), set())
    assert named_in(path) - allowed == set()


def test_every_allowance_is_still_needed():
    for place, names in ALLOWED.items():
        assert names <= named_in(PACKAGE / place), place


def test_the_search_for_names_can_fail(tmp_path):
    for line in (
        "x = 'concerns'",
        "from socdesk.registers.declared.actions import ACTIONS",
        "from socdesk.registers.catalogue import CONCERNS",
        "q = 'SELECT id FROM learners WHERE 1'",
    ):
        (tmp_path / "module.py").write_text(line)
        assert named_in(tmp_path / "module.py")
