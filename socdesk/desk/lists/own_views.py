"""Views of a list that an officer saved: on the desk, because what one searches for may be about a person.

Each is a record of the settings, so that saving and removing one are deeds like any other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, cast

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.lists.asking import Asked
from socdesk.errors import UserFacingError
from socdesk.registers.declared.desk_records import SETTINGS, Setting
from socdesk.registers.register import State, new_id

_LONGEST = 40


class ViewNameError(UserFacingError):
    """A view was to be saved under no name, or under one that is too long."""

    def __init__(self) -> None:
        super().__init__(f"Enter a name for the view, of at most {_LONGEST} letters.", advice="The view was not saved.")


@dataclass(frozen=True)
class OwnView:
    """One saved view: its record's id, its name, the view it stands on, and what it narrows that to."""

    id: str
    title: str
    base: str
    text: str = ""
    equal: Mapping[str, str] = field(default_factory=dict[str, str])
    days: Mapping[str, str] = field(default_factory=dict[str, str])
    order: str = ""


def _name(page: str) -> str:
    return f"list view: {page}"


def own_views(desk: Desk, page: str) -> tuple[OwnView, ...]:
    """Return the views that the officer saved for a page, oldest first. One that cannot be read is passed over."""
    mine = (each for each in desk.read.page(SETTINGS) if (each.name, each.created_by) == (_name(page), desk.actor))
    return tuple(view for record in mine if (view := _read(record)))


def _read(record: Setting) -> OwnView | None:
    try:
        held: Any = json.loads(record.value)
    except ValueError:
        return None
    if not isinstance(held, dict):
        return None
    stored = cast("dict[str, Any]", held)
    equal, days = ({str(k): str(v) for k, v in dict(stored.get(key) or {}).items()} for key in ("equal", "days"))
    title, base, text, order = (str(stored.get(key, "")) for key in ("title", "base", "text", "order"))
    return OwnView(record.id, title, base, text, equal, days, order)


def saving(page: str, title: str, base: str, asked: Asked) -> Deed:
    """Return the deed that saves what a list shows as a view.

    Raises:
        ViewNameError: the name is missing or too long.

    """
    name = " ".join(title.split())
    if not 0 < len(name) <= _LONGEST:
        raise ViewNameError
    held = {
        "title": name,
        "base": base,
        "text": asked.text,
        "equal": dict(asked.equal),
        "days": dict(asked.days),
        "order": asked.order,
    }
    record = Setting(id=new_id(), name=_name(page), value=json.dumps(held, ensure_ascii=False))
    return Deed(words="Saved a view", puts=(record,))


def removing(desk: Desk, view: str) -> Deed:
    """Return the deed that moves a saved view to the bin."""
    found = desk.read.get(SETTINGS, view)
    return Deed(words="Removed a view", puts=(replace(found, state=State.BINNED),) if found else ())
