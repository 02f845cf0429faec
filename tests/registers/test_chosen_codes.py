"""What the declared registers offer to choose from is there to choose."""

from dataclasses import fields

import pytest

from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.text_fields import Choice, Choices
from socdesk.registers.vocabulary import Vocabularies

ALL = Vocabularies()
CHOSEN = [
    (register, name, kind)
    for register in REGISTERS
    for name, kind in register.fields.items()
    if isinstance(kind, Choice | Choices)
]


@pytest.mark.parametrize(
    ("register", "name", "kind"), CHOSEN, ids=[f"{register.key}.{name}" for register, name, _ in CHOSEN]
)
def test_every_choice_has_a_shipped_vocabulary_and_a_default_that_is_in_it(register, name, kind):
    default = next(each.default for each in fields(register.record_type) if each.name == name)
    codes = {default} if isinstance(default, str) else set(default)
    assert kind.vocabulary in ALL
    assert codes - {""} <= set(ALL[kind.vocabulary].by_code)
