"""A table as JSON: lossless, for handing over and for other programs."""

from __future__ import annotations

import json
from datetime import date

from socdesk.exchange.table import Table, Value


def write_json(table: Table) -> bytes:
    """Return ``{"register": ..., "records": [{...}]}`` in UTF-8, keys and rows in the table's order.

    Days and moments are ISO 8601; a field of several values is a list.

    Raises:
        ValueError: a number is not finite, which JSON cannot say.

    """
    keys = table.keys or table.columns
    content = {
        "register": table.register or table.title,
        "records": [{key: _plain(value) for key, value in zip(keys, row, strict=True)} for row in table.rows],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False)
    return (text + "\n").encode("utf-8", errors="backslashreplace")


def _plain(value: Value) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
