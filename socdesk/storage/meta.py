"""What a desk knows of itself, inside the encrypted file."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from socdesk.storage.statements import built
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection


class Meta:
    """Names and values, such as ``desk_id``, ``demo``, ``copy_id`` and ``least_generation``."""

    def __init__(self, tables: Tables, connection: WritingConnection) -> None:
        self._connection = connection
        table = tables.meta
        row = insert(table)
        self._set = built(row.on_conflict_do_update(index_elements=["name"], set_={"value": row.excluded.value}))
        self._all = built(select(table.c.name, table.c.value))
        self._known: dict[str, str] = dict(connection.rows(self._all))

    def get(self, name: str, default: str = "") -> str:
        """Return a value, or the default."""
        return self._known.get(name, default)

    def set(self, **values: str) -> None:
        """Set values in a transaction of their own."""
        with self._connection.transaction():
            for name, value in values.items():
                self.set_within(name, value)
        self._known |= values

    def set_within(self, name: str, value: str) -> None:
        """Set a value inside a transaction of its caller, who tells once it stands."""
        self._connection.run(self._set, (name, value))

    def stands(self, name: str, value: str) -> None:
        """Know a value that was set inside a transaction, now that it is committed."""
        self._known[name] = value
