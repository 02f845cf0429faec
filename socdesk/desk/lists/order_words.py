"""The order of a list in words, as the line over it says it: "by due, earliest first"."""

from __future__ import annotations

from socdesk.registers.dated_fields import Day, Moment
from socdesk.registers.other_fields import Number
from socdesk.registers.register import AnyRegister
from socdesk.registers.text_fields import Choice

_WAYS = ((Day | Moment, "earliest first", "latest first"), (Number, "smallest first", "largest first"))
_CHOICES = ("in the order of the list", "in reverse order")


def order_words(register: AnyRegister, order: str) -> str:
    """Return an order as ``Asked.order`` has it, in words; nothing for the register's own.

    >>> from socdesk.registers.declared.actions import ACTIONS
    >>> order_words(ACTIONS, "due"), order_words(ACTIONS, "-title"), order_words(ACTIONS, "")
    ('by due, earliest first', 'by action, Z to A', '')
    """
    name = order.removeprefix("-")
    if not name:
        return ""
    kind = register.fields.get(name)
    label = kind.label if kind else name.capitalize()
    words = next((each[1:] for each in _WAYS if isinstance(kind, each[0])), ("A to Z", "Z to A"))
    if isinstance(kind, Choice):
        words = _CHOICES
    return f"by {label if label[:2].isupper() else label[:1].lower() + label[1:]}, {words[order.startswith('-')]}"
