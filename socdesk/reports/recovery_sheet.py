"""The recovery sheet: twenty words on one page, to be printed and kept on paper; or one of three such sheets."""

from __future__ import annotations

from datetime import date
from typing import Final

from socdesk.clock import day_in_text
from socdesk.reports.fonts import REGULAR, prints, register_fonts
from socdesk.reports.house_style import CELL_HEAD, CELL_STRONG
from socdesk.reports.page_furniture import PORTRAIT, Furniture, page_templates, usable_size
from socdesk.reports.safe_text import SafeText
from socdesk.reports.story import Story
from socdesk.reports.tagged.canvas import PaperSetup
from socdesk.reports.tagged.document import colour_profile, render
from socdesk.reports.tagged.patches import apply_patches
from socdesk.reports.tagged.table import Cell
from socdesk.reports.tagged.xmp import DocumentFacts

_TITLE: Final = "Recovery sheet"
_RULES: Final = (
    "Keep this sheet on paper, in a sealed envelope, where neither the computer nor a visitor is.",
    "Whoever holds these words can open the desk. Nobody needs to ask for them by telephone or e-mail.",
    "To use them, choose “I have forgotten my passphrase”, or restore a backup with them.",
    "Once used, they are replaced by new words, and this sheet opens the desk no longer.",
    "If you saved this sheet as a file, print it, then delete the file.",
)
_RULES_OF_THREE: Final = (
    "Keep this sheet on paper, in a sealed envelope, and apart from the other two.",
    "Alone it opens nothing. Whoever holds two of the three can open the desk.",
    "Nobody needs to ask for these words by telephone or e-mail.",
    "To use them, two of the holders come together, choose “I have forgotten my passphrase”, and type both sheets.",
    "Once used, all three are replaced by new sheets.",
    "If this sheet was saved as a file, print it, then delete the file.",
)
_LEAD: Final = "These twenty words, in their order, open a Socdesk desk whose passphrase is lost."
_LEAD_OF_THREE: Final = "Any two of three sheets together open a Socdesk desk whose passphrase is lost."
_COLUMNS = 4


def _title_of(holder: str) -> str:
    return f"{_TITLE}: {holder}"


def compose_recovery_sheet(words: str, day: date, *, holder: str = "", demo: bool = False) -> bytes:
    """Return the sheet as a tagged PDF. The words stand in their order, along the rows.

    ``holder`` is who keeps it, where it is one of three sheets of which any two open the desk.
    """
    title, lead, rules = (_title_of(holder), _LEAD_OF_THREE, _RULES_OF_THREE) if holder else (_TITLE, _LEAD, _RULES)
    apply_patches()
    register_fonts()
    safe = SafeText(prints)
    story = Story(safe, title=title, size=usable_size(PORTRAIT))
    story.heading(1, title, "title")
    story.paragraph(lead, "lead")
    story.paragraph(f"Made on {day_in_text(day)}.", "day")
    numbered = [f"{number}. {word}" for number, word in enumerate(words.split(), start=1)]
    story.table(
        "The words, row by row",
        [Cell(f"Column {n}", CELL_HEAD, "Column") for n in range(1, _COLUMNS + 1)],
        [
            [Cell(safe.markup(text, "words"), CELL_STRONG) for text in numbered[at : at + _COLUMNS]]
            for at in range(0, len(numbered), _COLUMNS)
        ],
        [story.width / _COLUMNS] * _COLUMNS,
    )
    story.heading(2, "How to keep it", "rules")
    story.items(rules, "rules")
    facts = DocumentFacts(title=title, author="Socdesk", subject="Recovery words of a desk", creator="Socdesk")
    furniture = Furniture(left=title, marking="OFFICIAL-SENSITIVE", demo=demo, pages=1)
    return render(
        story.flowables,
        page_templates(furniture),
        PaperSetup(story.root, facts, day, colour_profile()),
        font=REGULAR,
    ).pdf
