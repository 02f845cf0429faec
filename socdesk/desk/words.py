"""The desk's own words for codes and links: the lookup that fields show their values with."""

from __future__ import annotations

from socdesk.desk.desk import Desk


class DeskWords:
    """Looks labels up in the vocabularies, and titles in the registers; each once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._vocabularies = desk.vocabularies()
        self._titles: dict[str, str] = {}

    def label(self, vocabulary: str, code: str) -> str:
        """Return the label of a code."""
        return self._vocabularies.label(vocabulary, code)

    def title(self, record_id: str) -> str:
        """Return what a record is called; of one that the officer may not see, only that it is not shown."""
        if record_id not in self._titles:
            found = self._desk.store.records.find(record_id)
            self._titles[record_id] = (self._desk.title_of(found[0], record_id) if found else "") or "not shown"
        return self._titles[record_id]

    def reference(self, record_id: str) -> str:
        """Return a record's reference, which says nothing of what it holds."""
        found = self._desk.store.records.find(record_id)
        return found[1].reference if found else "not shown"
