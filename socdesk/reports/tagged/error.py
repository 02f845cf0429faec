"""The one failure of this room's own making."""

from __future__ import annotations


class TaggingError(Exception):
    """The paper would not be accessible to everybody; it is a fault of ours and the file is never written."""
