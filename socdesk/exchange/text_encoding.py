"""Which characters the bytes of a text file stand for: UTF-8, UTF-16 or the old Windows code page."""

from __future__ import annotations

import codecs
import re

from socdesk.exchange.file_errors import FileNotReadableError

_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


_NAMES = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8", "cp1252": "Windows-1252"}


def decoded(data: bytes) -> str:
    """Return the text of a file; see ``decoded_from``."""
    return decoded_from(data)[0]


def decoded_from(data: bytes) -> tuple[str, str]:
    """Return the text of a file, and the name of the encoding it was in.

    A byte order mark decides; then zero bytes tell UTF-16; then UTF-8, which other text hardly ever happens
    to be; then Windows-1252, which older exports use ("Zo\u00eb").

    Raises:
        FileNotReadableError: the bytes are not text.

    """
    for encoding in _candidates(data):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        text = text.rstrip("\x1a")
        if not _NOT_TEXT.search(text):
            return text, _NAMES.get(encoding, "UTF-16")
    raise FileNotReadableError(
        "This is not a text file, whatever its name says.",
        advice="Open it in the program it came from, and save it as an Excel workbook (.xlsx) or a CSV file.",
    )


def _candidates(data: bytes) -> tuple[str, ...]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return (encoding,)
    sample = data[:4096]
    if b"\x00" in sample:
        little = sample[1::2].count(0) >= sample[0::2].count(0)
        return ("utf-16-le",) if little else ("utf-16-be",)
    return ("utf-8", "cp1252")
