"""The forms beside the matrix: adding people, changing one, and what brings them into scope."""

from __future__ import annotations

from collections.abc import Callable

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.drafts import Draft
from socdesk.desk.training.new_people import add_person, asked_of
from socdesk.registers.register import AnyRegister, Record, new_id
from socdesk.ui.records.record_form import RecordForm
from socdesk.ui.room import Room
from socdesk.ui.training.form_drawer import FormDrawer

KINDS = {"DRIVER": "taxi driver", "STAFF": "member of staff", "MEMBER": "elected member"}
"""The kinds of people that can be added, and what one of each is called."""

_AN = {"MEMBER": "an"}


def new_person_form(room: Room, kind: str) -> FormDrawer:
    """Return the form that adds a person of a kind."""
    register = asked_of(kind)
    form = RecordForm(room, register, register.record_type(id=new_id()))
    form.makes = _adder(room.desk, kind)
    return FormDrawer(room, form, f"Add {_AN.get(kind, 'a')} {KINDS[kind]}", save=f"Add {KINDS[kind]}")


def _adder(desk: Desk, kind: str) -> Callable[[Record], Deed]:
    return lambda asked: add_person(desk, kind, asked)


def child_form(room: Room, register: AnyRegister, parent: str, who: str) -> FormDrawer:
    """Return the form that adds something to a person, such as a licence."""
    form = RecordForm(room, register, register.record_type(id=new_id(), parent=parent))
    return FormDrawer(room, form, f"Add {register.singular.lower()}", who=who)


def edit_form(room: Room, register: AnyRegister, record: Record, draft: Draft | None) -> FormDrawer:
    """Return the form of a record, with what was typed before and not saved."""
    name = f"{register.singular} {record.reference}" if record.version else f"Add {register.singular.lower()}"
    return FormDrawer(room, RecordForm(room, register, record, draft=draft), name)
