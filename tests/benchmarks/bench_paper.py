"""A committee update from a demonstration desk, against bare ReportLab setting the same action plan untagged."""

from __future__ import annotations

import io
import tempfile
from datetime import timedelta
from pathlib import Path

from benchmarks.ratio import Ratio, measure
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from socdesk.clock import london_day, system_clock
from socdesk.desk.demo.write import write_demo
from socdesk.desk.papers.making import make_committee_update
from socdesk.figures.public_update import PublicUpdate
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR

PASSPHRASE = "quiet harbour velvet ladder"


def _bare(view: PublicUpdate) -> None:
    style = getSampleStyleSheet()["BodyText"]
    texts = [Paragraph(text, style) for section in view.sections for text in section.paragraphs]
    plan = [[Paragraph(cell, style) for cell in (row.reference, row.wording, row.progress)] for row in view.actions]
    indicators = [[Paragraph(row.measure, style), Paragraph(row.this_period.words, style)] for row in view.kpis]
    SimpleDocTemplate(io.BytesIO()).build([*texts, Table(indicators), Table(plan)])


def run() -> list[Ratio]:
    """Measure snapshot, figures, pages and leak check together."""
    with tempfile.TemporaryDirectory() as name:
        desk = write_demo(
            Path(name) / "desk", PASSPHRASE, clock=system_clock, cost=POLICY_FLOOR, progress=SilentProgress()
        ).desk
        day = london_day(system_clock())
        options = {"as_at": day, "meeting": day + timedelta(days=14), "progress": SilentProgress()}
        view = make_committee_update(desk, **options).view
        ratio = measure(
            "committee update", lambda: make_committee_update(desk, **options), lambda: _bare(view), rounds=5
        )
        desk.lock()
        return [ratio]
