"""Full text inside the same encrypted file, written by the same transaction; no triggers (store.md 2, 4)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Engine, bindparam, delete, select

from socdesk.registers.register import AnyRegister, Record
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
        words, parts = register.search_text(record), register.search_short(record)
        if before is not None:
            if (register.search_text(before), register.search_short(before)) == (words, parts):
                return
            self._remove(record.id)
        self._add(register, record, words, parts)

    def _remove(self, record_id: str) -> None:
        for (number,) in self._connection.rows(self._find, (record_id,)):
            self._connection.run_sql("DELETE FROM search_words WHERE rowid = ?", (number,))
            self._connection.run_sql("DELETE FROM search_parts WHERE rowid = ?", (number,))
            self._connection.run(self._delete_doc, (number,))

    def _add(self, register: AnyRegister, record: Record, words: str, parts: str) -> None:
        self._connection.run(self._insert_doc, (None, record.id, register.key, record.parent))
        number = "(SELECT max(number) FROM search_docs)"
        self._connection.run_sql(f"INSERT INTO search_words(rowid, words) VALUES ({number}, ?)", (words,))  # noqa: S608  no outside text in it
        self._connection.run_sql(f"INSERT INTO search_parts(rowid, words) VALUES ({number}, ?)", (parts,))  # noqa: S608  no outside text in it


def _quoted(term: str) -> str:
    return '"' + term.replace('"', '""') + '"'


class SearchIndex:
    """Finds records by words, by beginnings of words, and by parts of short texts."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def find(self, text: str, *, limit: int = 200) -> tuple[Hit, ...]:
        """Return the best hits first; nothing for a text without letters or digits."""
        terms = _TERM.findall(text)
        if not terms:
            return ()
        words = " ".join(f"{_quoted(term)} *" for term in terms)
        hits = dict.fromkeys(self._ask("search_words", words, limit))
        if all(len(term) >= _LEAST_PART for term in terms) and len(hits) < limit:
            hits |= dict.fromkeys(self._ask("search_parts", " ".join(_quoted(t) for t in terms), limit))
        return tuple(hits)[:limit]

    def _ask(self, index: str, query: str, limit: int) -> list[Hit]:
        sql = (
            f"SELECT d.register, d.record, d.parent FROM {index} JOIN search_docs d ON d.number = {index}.rowid "  # noqa: S608  names are ours
            f"WHERE {index} MATCH ? ORDER BY {index}.rank LIMIT ?"
        )
        with self._engine.connect() as connection:
            return [Hit(*row) for row in connection.exec_driver_sql(sql, (query, limit))]
