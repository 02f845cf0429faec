"""Lays a story out on pages and returns the bytes of a tagged PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import pairwise

from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable

from socdesk.bundled import resource
from socdesk.reports.tagged.canvas import PaperSetup, TaggedCanvas
from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.node import Node


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished file and how many pages it has."""

    pdf: bytes
    pages: int


def colour_profile() -> bytes:
    """Return the sRGB profile that PDF/A asks for; it is kept, never made again, so that bytes stay the same."""
    return resource("papers", "srgb.icc").read_bytes()


def render(
    story: Sequence[Flowable],
    templates: Sequence[PageTemplate],
    setup: PaperSetup,
    *,
    font: str,
    turned: Callable[[int], object] | None = None,
) -> Rendered:
    """Lay the story out; ``turned`` is told of each page as it is begun, and may end the work by an exception.

    Raises:
        TaggingError: the paper would not be accessible: no title heading, a skipped level, an empty element.

    """
    check_headings(setup.root)
    out = BytesIO()
    facts = setup.facts
    document = BaseDocTemplate(
        out,
        title=facts.title,
        author=facts.author,
        subject=facts.subject,
        creator=facts.creator,
        producer=facts.creator,
        keywords="",
        lang=facts.lang,
        displayDocTitle=True,
        initialFontName=font,
        invariant=1,
        pageCompression=1,
    )
    document.addPageTemplates(list(templates))
    if turned is not None:
        document.setProgressCallBack(partial(_turned, turned))
    document.build(list(story), canvasmaker=partial(TaggedCanvas, setup=setup))  # pyright: ignore[reportArgumentType]
    return Rendered(out.getvalue(), document.page)


def _turned(turned: Callable[[int], object], kind: str, value: object) -> None:
    if kind == "PAGE" and isinstance(value, int):
        turned(value)


def check_headings(root: Node) -> None:
    """Refuse a paper without a title heading or with a skipped level (Matterhorn 14-002, 14-003)."""
    levels = [int(node.role[1]) for node in root.walk() if node.role in {"H1", "H2", "H3", "H4", "H5", "H6"}]
    if not levels or levels[0] != 1:
        raise TaggingError("the paper does not begin with a heading of level 1")
    for before, after in pairwise(levels):
        if after > before + 1:
            raise TaggingError(f"heading level {after} follows level {before}")
