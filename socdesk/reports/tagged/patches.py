"""What must be changed inside ReportLab 5.1.0 before it can write a valid paper.

Two of its functions break PDF/A or PDF/UA, and it takes its settings from RL_* variables of the environment and from
a file in the home folder, so that the same view could give other bytes on another machine. One function sets all of
that right; composers call it first. Calling it again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any, cast

from reportlab import rl_config, rl_settings
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.platypus import doctemplate, flowables, paragraph, paraparser, tables

_END_OF_STREAM = b"endstream"
_ENTRIES_PER_BLOCK = 100
_KEEP = ("defaultPageSize", "T1SearchPath", "TTFSearchPath", "CMapSearchPath")
_CHOSEN: dict[str, object] = {
    "useA85": 0,  # ASCII armour would cost a quarter in size for nothing
    "pageCompression": 1,
    "invariant": 1,
    "trustedHosts": [],  # a paper fetches nothing
    "trustedSchemes": [],
}

_CMAP_BEFORE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{name} def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
"""
_CMAP_AFTER = "\nendcmap CMapName currentdict /CMap defineresource pop end end"


def apply_patches() -> None:
    """Set ReportLab right: settings, ends of streams, maps from glyphs to Unicode. Idempotent."""
    for module in (rl_config, doctemplate, flowables, paragraph, paraparser, tables):
        _restore_settings(module)
    stream: Any = pdfdoc.PDFStream
    if not hasattr(stream.format, "ends_line"):
        stream.format = _ending_the_line(stream.format)
    ttfonts.makeToUnicodeCMap = to_unicode_map


def _restore_settings(module: ModuleType) -> None:
    names = cast("tuple[str, ...]", rl_settings.__all__)
    for name in names:
        if name not in _KEEP and not name.endswith("Glob") and hasattr(module, name):
            setattr(module, name, _CHOSEN.get(name, getattr(rl_settings, name)))


def _ending_the_line(original: Callable[..., bytes]) -> Callable[..., bytes]:
    """Put an end of line before ``endstream``, as PDF/A-2 (6.1.7.1) demands."""

    def write(self: pdfdoc.PDFStream, document: Any) -> bytes:
        data = original(self, document)
        return data.rstrip(b"\r\n").removesuffix(_END_OF_STREAM) + b"\n" + _END_OF_STREAM + b"\n"

    write.ends_line = True  # pyright: ignore[reportFunctionMemberAccess]  # the mark that it was done
    return write


def to_unicode_map(name: str, subset: list[int]) -> str:
    """Return the map from character codes to Unicode of one font subset.

    The original maps code 0 to U+0000 (Matterhorn 31-028), writes more than 100 entries a block and breaks above
    U+FFFF.
    """
    pairs = [f"<{code:02X}> <{_utf16(point)}>" for code, point in enumerate(subset) if point]
    blocks = [pairs[i : i + _ENTRIES_PER_BLOCK] for i in range(0, len(pairs), _ENTRIES_PER_BLOCK)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return _CMAP_BEFORE.format(name=name) + body + _CMAP_AFTER


def _utf16(point: int) -> str:
    return chr(point).encode("utf-16-be").hex().upper()
