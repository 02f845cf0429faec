"""A canvas that writes marked content and, at the end, the structure tree."""

from __future__ import annotations

import hashlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportlab.pdfbase import pdfdoc

from socdesk.reports.tagged.error import TaggingError
from socdesk.reports.tagged.insides import (
    CanvasInsides,
    is_embedded,
    pdf_array,
    pdf_dictionary,
    pdf_name,
    pdf_stream,
    pdf_string,
)
from socdesk.reports.tagged.ledger import Ledger
from socdesk.reports.tagged.links import destination_action, link_dictionary, web_action
from socdesk.reports.tagged.marks import Closing, Opening, TaggedBlock, artifact_opening, wrap_artifacts
from socdesk.reports.tagged.node import Node
from socdesk.reports.tagged.structure_tree import write_structure_tree
from socdesk.reports.tagged.text_object import CheckedText, TaggedText
from socdesk.reports.tagged.xmp import DocumentFacts, xmp_packet


@dataclass(frozen=True, slots=True)
class PaperSetup:
    """What a canvas needs beside the page: the tree, what the paper says of itself, its day and colour profile."""

    root: Node
    facts: DocumentFacts
    day: date
    colour_profile: bytes


class TaggedCanvas(CanvasInsides):
    """Everything drawn belongs to a node or is page furniture; anything else that says something is refused."""

    def __init__(self, filename: Any, *, setup: PaperSetup, **options: Any) -> None:
        self.ledger = Ledger()
        self.text_node: Node | None = None  # owner of text objects made by the canvas itself, such as bullets
        self.text_object: TaggedText | None = None  # the paragraph being drawn: its links come after its text
        self._setup = setup
        self._open: Node | None = None
        self._artifacts = 0
        super().__init__(filename, **{**options, "pdfVersion": (1, 7)})
        self._fix_moment(setup.day)
        self._fill_catalogue(setup)

    @property
    def in_artifact(self) -> bool:
        """Tell whether page furniture is being drawn."""
        return self._artifacts > 0

    def open_mark(self, node: Node) -> str:
        """Give ``node`` a piece of this page and return the operator that opens it."""
        return f"/{node.role} <</MCID {self.ledger.mark(node, self._pageNumber - 1)}>> BDC"

    @contextmanager
    def marked(self, node: Node) -> Generator[None]:
        """Give everything drawn inside to ``node``; furniture stays furniture."""
        if self.in_artifact:
            yield
            return
        if self._open is not None:
            raise TaggingError(f"{node.role} would be drawn inside {self._open.role}")
        self._open = node
        self._code.append(Opening(self.open_mark(node)))
        yield
        self._code.append(Closing("EMC"))
        self._open = None

    def begin_artifact(self, kind: str = "Layout", subtype: str = "") -> None:
        """Begin page furniture; may be nested."""
        self._artifacts += 1
        if self._artifacts == 1:
            self._code.append(artifact_opening(kind, subtype))

    def end_artifact(self) -> None:
        """End page furniture."""
        self._artifacts -= 1
        if not self._artifacts:
            self._code.append(Closing("EMC"))

    @contextmanager
    def artifact(self, kind: str = "Pagination", subtype: str = "") -> Generator[None]:
        """Draw everything inside as page furniture."""
        self.begin_artifact(kind, subtype)
        yield
        self.end_artifact()

    def beginText(self, x: float = 0, y: float = 0, direction: Any = None) -> Any:
        """Return a text object that knows its element, or one that only refuses what cannot be read."""
        if self.text_node is not None and not self.in_artifact:
            return TaggedText(self, x, y, self.text_node)
        return CheckedText(self, x, y, direction)

    def drawText(self, aTextObject: Any) -> None:
        """Take over a finished text object."""
        code = str(aTextObject.getCode())
        self._code.append(TaggedBlock(code) if isinstance(aTextObject, TaggedText) else code)

    def linkURL(self, url: str, rect: Any, relative: int = 0, *_: Any, **__: Any) -> None:
        """Lay a link to a web page or mailbox over ``rect``."""
        self._add_link(rect, relative, web_action(url))

    def linkRect(
        self,
        contents: Any,
        destinationname: str,
        Rect: Any = None,
        addtopage: int = 1,
        name: Any = None,
        relative: int = 1,
        *_: Any,
        **__: Any,
    ) -> None:
        """Lay a link to another place of the paper over ``Rect``."""
        self._add_link(Rect, relative, destination_action(self._bookmarkReference(destinationname)))

    def showPage(self) -> None:
        """End the page; what is loose on it becomes an artifact or an error."""
        self._code[:] = wrap_artifacts(self._code, self._pageNumber)
        super().showPage()

    def save(self) -> None:
        """End the paper and write its structure tree.

        Raises:
            TaggingError: an element is empty, or a font is not embedded.

        """
        if self._code:
            self.showPage()
        for name in self._doc.fontMapping:
            if not is_embedded(name):
                raise TaggingError(f"font {name} is not embedded")
        self._doc.Catalog.StructTreeRoot = write_structure_tree(self._doc, self.ledger, self._setup.root)
        super().save()

    def _add_link(self, rect: Any, relative: int, action: dict[str, Any]) -> None:
        if self.text_object is None:
            raise TaggingError("a link stands outside every paragraph")
        node, words = self.text_object.next_link()
        where: list[float] = list(self._absRect(rect, relative))
        key = self.ledger.annotation_key(node)
        self._addAnnotation(link_dictionary(where, words, key, action))
        self.ledger.annotate(node, self._pageNumber - 1, self._annotationrefs[-1].name)

    def _setAnnotations(self, page: Any) -> None:
        """Give the page its key in the parent tree; ReportLab calls this at the end of every page."""
        super()._setAnnotations(page)
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Tabs = pdf_name("S")
        page.Trans = None  # ReportLab would write an empty one
        key = self.ledger.end_page()
        if key is not None:
            page.StructParents = key

    def _fix_moment(self, day: date) -> None:
        """Date the file by its snapshot: the same records give the same bytes, whenever they are printed."""
        stamp = self._doc._timeStamp
        stamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
        stamp.lt = (*stamp.YMDhms, day.weekday(), day.timetuple().tm_yday, 0)
        stamp.dhh = stamp.dmm = 0
        self._doc.signature = hashlib.md5(day.isoformat().encode(), usedforsecurity=False)  # of the file's /ID

    def _fill_catalogue(self, setup: PaperSetup) -> None:
        catalogue = self._doc.Catalog
        catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
        catalogue.MarkInfo = pdf_dictionary({"Marked": "true"})
        catalogue.Metadata = pdfdoc.XMP(creator=xmp_packet(setup.facts))
        profile = pdf_stream({"N": 3}, setup.colour_profile)
        intent: dict[str, Any] = {
            "Type": pdf_name("OutputIntent"),
            "S": pdf_name("GTS_PDFA1"),
            "DestOutputProfile": self._doc.Reference(profile),
            "OutputConditionIdentifier": pdf_string("sRGB"),
            "Info": pdf_string("sRGB"),
        }
        catalogue.OutputIntents = pdf_array([pdf_dictionary(intent)])
