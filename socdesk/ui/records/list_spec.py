"""What a page of one register says of itself: columns, filters, views, questions; the page does the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.desk.lists.details import Progresses, no_progress
from socdesk.desk.lists.rows import Notes, no_notes
from socdesk.desk.lists.views import Overviews
from socdesk.registers.register import AnyRegister, Record
from socdesk.ui.records.form_layout import Section


@dataclass(frozen=True, kw_only=True)
class ListSpec:
    """One page.

    ``columns`` are shown at first, ``widths`` in pixels at 100 %, ``stretched`` takes what is left;
    ``narrow`` are the columns where there is little room. ``filters`` name choices and links, ``spans`` days and
    moments. ``bulk`` names the choices that many rows may be given at once, each with the field that says
    why, or nothing. ``new`` makes an empty record. ``adds`` are the children that the panel offers to add, with the
    words of the button. ``chips`` and ``facts`` are what the panel shows. ``quick`` are the questions of the short way
    to record one.

    ``copied`` makes a new record after one that stands. ``done`` says, by the key of a child register, what can be done
    with one at once: the words, and the deed. ``progress`` says how far a record has come. A file that is dropped on a
    record begins a child of the register ``takes_files``.
    """

    page: str
    title: str
    register: AnyRegister
    overview: Overviews
    notes: Notes = no_notes
    columns: tuple[str, ...]
    widths: Mapping[str, int] = field(default_factory=dict[str, int])
    stretched: str
    narrow: tuple[str, ...] = ()
    filters: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
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
    copied: Callable[[Desk, Any], Record] | None = None
    done: Mapping[str, tuple[str, Callable[[Desk, str], Deed]]] = field(
        default_factory=dict[str, tuple[str, Callable[[Desk, str], Deed]]]
    )
    progress: Progresses = no_progress
    takes_files: str = ""
