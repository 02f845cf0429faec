"""Tables derived from the registers, and the few that every desk has."""

from __future__ import annotations

from functools import cached_property

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text, UniqueConstraint, text

from socdesk.registers.catalogue import Catalogue
from socdesk.registers.register import AnyRegister

META_COLUMNS = (
    "id",
    "reference",
    "version",
    "state",
    "restricted",
    "parent",
    "created_by",
    "created_at",
    "changed_by",
    "changed_at",
    "seq",
)


class Tables:
    """All tables of one desk: ``current`` holds one table for each register."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.metadata = MetaData()
        self.deeds = self._deeds()
        self.changes = self._changes()
        self.events = self._events()
        self.checkpoints = Table(
            "checkpoints", self.metadata, Column("seq", Integer, primary_key=True), Column("at", Text, nullable=False),
            Column("mac", Text, nullable=False),
        )  # fmt: skip
        self.counters = self._pairs("counters", Integer())
        self.meta = self._pairs("meta", Text())
        self.attachments = Table(
            "attachment_chunks", self.metadata, Column("file", Text, primary_key=True),
            Column("number", Integer, primary_key=True), Column("content", LargeBinary, nullable=False),
        )  # fmt: skip
        self.search_docs = self._search_docs()
        self.drafts = Table(
            "drafts", self.metadata, Column("officer", Text, primary_key=True),
            Column("record", Text, primary_key=True), Column("at", Text, nullable=False),
            Column("body", Text, nullable=False),
        )  # fmt: skip
        self.current = {register.key: self._current(register) for register in catalogue}

    def _pairs(self, name: str, kind: Integer | Text) -> Table:
        return Table(name, self.metadata, Column("name", Text, primary_key=True), Column("value", kind, nullable=False))

    def _deeds(self) -> Table:
        return Table(
            "deeds",
            self.metadata,
            Column("id", Integer, primary_key=True),
            Column("kind", Text, nullable=False),
            Column("words", Text, nullable=False),
            Column("why", Text, nullable=False),
            Column("actor", Text, nullable=False),
            Column("at", Text, nullable=False),
            Column("undoes", Integer),
        )

    def _changes(self) -> Table:
        return Table(
            "changes",
            self.metadata,
            Column("seq", Integer, primary_key=True),
            Column("deed", Integer, ForeignKey("deeds.id"), nullable=False),
            Column("actor", Text, nullable=False),
            Column("copy", Text, nullable=False),
            Column("at", Text, nullable=False),
            Column("effective", Text, nullable=False),
            Column("register", Text, nullable=False),
            Column("record", Text, nullable=False),
            Column("version", Integer, nullable=False),
            Column("schema", Integer, nullable=False),
            Column("salt", Text, nullable=False),
            Column("body", Text),
            Column("body_hash", Text, nullable=False),
            Column("previous", Text, nullable=False),
            Column("line", Text, nullable=False),
            UniqueConstraint("record", "version", name="changes_record_version"),
            Index("changes_deed", "deed"),
            Index("changes_register", "register", "record", "seq"),
            Index("changes_effective", "effective"),
        )

    def _events(self) -> Table:
        return Table(
            "events",
            self.metadata,
            Column("seq", Integer, primary_key=True),
            Column("at", Text, nullable=False),
            Column("actor", Text, nullable=False),
            Column("copy", Text, nullable=False),
            Column("kind", Text, nullable=False),
            Column("detail", Text, nullable=False),
            Column("previous", Text, nullable=False),
            Column("line", Text, nullable=False),
        )

    def _search_docs(self) -> Table:
        return Table(
            "search_docs",
            self.metadata,
            Column("number", Integer, primary_key=True),
            Column("record", Text, nullable=False, unique=True),
            Column("register", Text, nullable=False),
            Column("parent", Text, nullable=False),
        )

    def _current(self, register: AnyRegister) -> Table:
        return Table(
            register.key,
            self.metadata,
            Column("id", Text, primary_key=True),
            Column("reference", Text, nullable=False, unique=True),
            Column("version", Integer, nullable=False),
            Column("state", Text, nullable=False),
            Column("restricted", Integer, nullable=False),
            Column("parent", Text, nullable=False),
            Column("created_by", Text, nullable=False),
            Column("created_at", Text, nullable=False),
            Column("changed_by", Text, nullable=False),
            Column("changed_at", Text, nullable=False),
            Column("seq", Integer, nullable=False),
            *(
                Column(f"f_{name}", Integer if kind.integer else Text)
                for name, kind in register.fields.items()
                if kind.in_row
            ),
            Index(f"{register.key}_parent", "parent"),
            Index(f"{register.key}_order", *_order_columns(register)),
            Index(f"{register.key}_restricted", "created_by", sqlite_where=text("restricted = 1")),
        )

    @cached_property
    def search_tables(self) -> tuple[str, ...]:
        """The statements that make both full-text indexes, inside the same encrypted file (store.md 2)."""
        return (
            "CREATE VIRTUAL TABLE search_words USING fts5(words, tokenize='porter unicode61 remove_diacritics 2')",
            "CREATE VIRTUAL TABLE search_parts USING fts5(words, tokenize='trigram remove_diacritics 1')",
        )


def _order_columns(register: AnyRegister) -> tuple[str, ...]:
    """Return all that a list's ids and the sizes of its views are read from, so that no record is opened for them."""
    names = ("state", *(name.removeprefix("-") for name in register.order), "id", register.divided_by)
    return tuple(dict.fromkeys(order_column(name) for name in names if name))


def order_column(name: str) -> str:
    """Return the column of a field, or of what every record has."""
    return name if name in META_COLUMNS else f"f_{name}"
