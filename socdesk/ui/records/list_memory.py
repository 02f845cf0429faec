"""How a list looks on this computer, from one day to the next: columns, widths, order, and the width of the panel."""

from __future__ import annotations

from dataclasses import replace

from socdesk.desk.lists.asking import Asked
from socdesk.device_settings import ListLook
from socdesk.ui.breadth import Breadth
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.register_table import RegisterTable
from socdesk.ui.room import Room


class ListMemory:
    """Lays the columns of one page's table out, and keeps how a person left them."""

    def __init__(self, room: Room, spec: ListSpec, table: RegisterTable) -> None:
        self._room, self._spec, self._table = room, spec, table
        self._narrow = False
        known = {column.name for column in table.rows.columns}
        kept = room.looks.get(spec.page, ListLook())
        self.columns = tuple(name for name in kept.columns if name in known) or spec.columns
        self.order = kept.order if kept.order.removeprefix("-") in known else ""
        self.panel = kept.panel
        """The width of the panel in pixels at 100 %; 0 stands for the usual one."""
        table.size_columns({**spec.widths, **kept.widths}, spec.stretched)
        table.show_columns(self.columns)
        table.show_order(self.order)

    def fit(self, breadth: Breadth) -> None:
        """Show few columns where there is little room."""
        narrow = breadth is Breadth.NARROW and bool(self._spec.narrow)
        if narrow != self._narrow:
            if narrow:
                self.columns = self._table.shown_columns
            self._narrow = narrow
            self._table.show_columns(self._spec.narrow if narrow else self.columns)

    def reset(self) -> None:
        """Show the columns of the first time, as wide and in the order of then."""
        self.columns = self._spec.columns
        self._table.size_columns(self._spec.widths, self._spec.stretched)
        self._table.show_columns(self._spec.narrow if self._narrow else self.columns)

    def ordered(self, asked: Asked) -> Asked:
        """Return what is asked for in the order that was kept."""
        return replace(asked, order=self.order)

    def keep(self) -> None:
        """Keep how the list looks for the next time."""
        columns = self.columns if self._narrow else self._table.shown_columns
        order = self._table.rows.asked.order
        self._room.looks[self._spec.page] = ListLook(columns, self._table.widths(), order, self.panel)
