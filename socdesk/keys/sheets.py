"""How the words of several recovery sheets stand in one text: known without loading what makes them."""

from __future__ import annotations

from typing import Final

SHEET_BREAK: Final = "\f"
"""What parts the words of two sheets, where they are one text."""
