"""Full text inside the same encrypted file, written by the same transaction; no triggers (store.md 2, 4)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sqlalchemy import Engine, bindparam, delete, select

from socdesk.registers.register import AnyRegister, Record, State
from socdesk.storage.statements import built, insert_into
from socdesk.storage.tables import Tables
from socdesk.storage.writing import WritingConnection

_LEAST_PART = 3
"""The index of word parts never matches fewer characters."""

_TERM = re.compile(r"\w[\w'’./-]*", re.UNICODE)


@dataclass(frozen=True)
class Hit:
    """One record that a search found."""

    register: str
    record: str
    parent: str


SearchRows = tuple[str, str, str, str]
_INSERT_WORDS = "INSERT INTO search_words(rowid, words) VALUES ((SELECT max(number) FROM search_docs), ?)"
_INSERT_PARTS = "INSERT INTO search_parts(rowid, words) VALUES ((SELECT max(number) FROM search_docs), ?)"


def searched(register: AnyRegister, record: Record) -> SearchRows | None:
    """Return by what a record is found: register, parent, words, parts of words. Only live records are found."""
    if record.state is not State.LIVE:
        return None
    return register.key, record.parent, register.search_text(record), register.search_short(record)


class SearchWriter:
    """Keeps the search rows of changed records true."""

    def __init__(self, tables: Tables, connection: WritingConnection) -> None:
        docs = tables.search_docs
        self._connection = connection
        self._insert_doc = insert_into(docs)
        self._find = built(select(docs.c.number).where(docs.c.record == bindparam("record")))
        self._delete_doc = built(delete(docs).where(docs.c.number == bindparam("number")))

    def write(self, register: AnyRegister, record: Record, before: Record | None) -> None:
        """Bring one record's search rows up to date."""
        if not register.is_searchable:
            return
        rows = searched(register, record)
        if before is not None:
            standing = searched(register, before)
            if standing == rows:
                return
            if standing:
                self._remove(record.id)
        if rows:
            self._add(record.id, rows)

    def _remove(self, record_id: str) -> None:
        for (number,) in self._connection.rows(self._find, (record_id,)):
            self._connection.run_sql("DELETE FROM search_words WHERE rowid = ?", (number,))
            self._connection.run_sql("DELETE FROM search_parts WHERE rowid = ?", (number,))
            self._connection.run(self._delete_doc, (number,))

    def _add(self, record_id: str, rows: SearchRows) -> None:
        key, parent, words, parts = rows
        self._connection.run(self._insert_doc, (None, record_id, key, parent))
        self._connection.run_sql(_INSERT_WORDS, (words,))
        self._connection.run_sql(_INSERT_PARTS, (parts,))


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


class SearchIndex:
    """Finds records by words, by beginnings of words, and by parts of short texts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, text: str, *, registers: tuple[str, ...] = (), limit: int = 200) -> tuple[Hit, ...]:
        """Return the best hits first; nothing for a text without letters or digits.

        ``registers`` names where to look; none means everywhere.
        """
        terms = _TERM.findall(unicodedata.normalize("NFC", text))  # a mark apart from its letter would part the word
        if not terms:
            return ()
        words = " ".join(f"{_quoted(term)} *" for term in terms)
        hits = dict.fromkeys(self._ask("search_words", words, registers, limit))
        if all(len(term) >= _LEAST_PART for term in terms) and len(hits) < limit:
            parts = " ".join(_quoted(term) for term in terms)
            hits |= dict.fromkeys(self._ask("search_parts", parts, registers, limit))
        return tuple(hits)[:limit]

    def _ask(self, index: str, query: str, registers: tuple[str, ...], limit: int) -> list[Hit]:
        within = f"AND d.register IN ({', '.join('?' * len(registers))}) " if registers else ""
        sql = (
            f"SELECT d.register, d.record, d.parent FROM {index} JOIN search_docs d ON d.number = {index}.rowid "  # noqa: S608  names are ours
            f"WHERE {index} MATCH ? {within}ORDER BY {index}.rank LIMIT ?"
        )
        with self._engine.connect() as connection:
            return [Hit(*row) for row in connection.exec_driver_sql(sql, (query, *registers, limit))]
