"""Text that a spreadsheet would run as a formula, made harmless on the way out and restored on the way in.

A cell that starts with = + - @, a tab or a line break can run when the file is opened (CSV injection). It
gets a leading apostrophe. Text that already has one gets another, so that reading back gives exactly what was
written.
"""

from __future__ import annotations

import re
from typing import Final

_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def neutralised(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if _RISKY.match(text) else text


def restored(text: str) -> str:
    """Return text as it was before ``neutralised``."""
    return text[1:] if text.startswith("'") and _RISKY.match(text) else text
