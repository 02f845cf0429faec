"""What a page of one register says of itself: columns, filters, views, questions; the page does the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from socdesk.desk.desk import Desk
from socdesk.desk.lists.rows import Notes, no_notes
from socdesk.desk.lists.views import Overviews
from socdesk.registers.register import AnyRegister, Record
from socdesk.ui.records.form_layout import Section


@dataclass(frozen=True, kw_only=True)
class ListSpec:
    """One page.

    ``columns`` are shown at first, ``widths`` in pixels at 100 %, ``stretched`` takes what is left. ``filters`` name
    choices and links. ``bulk`` names the choices that many rows may be given at once, each with the field that says
    why, or nothing. ``new`` makes an empty record. ``adds`` are the children that the panel offers to add, with the
    words of the button. ``chips`` and ``facts`` are what the panel shows. ``quick`` are the questions of the short way
    to record one.
    """

    page: str
    title: str
    register: AnyRegister
    overview: Overviews
    notes: Notes = no_notes
    columns: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict[str, int])
    stretched: str
    filters: tuple[str, ...] = ()
    bulk: Mapping[str, str] = field(default_factory=dict[str, str])
    new: Callable[[Desk], Record]
    new_words: str
    adds: Mapping[str, str] = field(default_factory=dict[str, str])
    chips: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    quick: tuple[str, ...] = ()
    quick_sections: tuple[Section, ...] = ()
    restrictable: bool = False
    empty: str = ""
