"""Before anything is judged: the judges themselves can say no."""

import pytest
from reportlab.pdfgen.canvas import Canvas


@pytest.fixture
def untagged_paper(tmp_path):
    paper = tmp_path / "untagged.pdf"
    canvas = Canvas(str(paper))
    canvas.drawString(72, 720, "No tags, no title, no embedded font")
    canvas.save()
    return paper


@pytest.mark.parametrize("profile", ["PDFUA_1", "PDFA_2_A"])
def test_vera_refuses_an_untagged_paper(pdf_checks, untagged_paper, profile):
    verdict = pdf_checks.vera(profile, untagged_paper)
    assert not verdict.passed
    assert "FAIL" in verdict.words.upper()


def test_the_second_opinion_refuses_an_untagged_paper(pdf_checks, untagged_paper):
    verdict = pdf_checks.matterhorn(untagged_paper)
    assert not verdict.passed
    assert "01-005" in verdict.words or "X-" in verdict.words


def test_each_rule_of_the_second_opinion_can_fail(pdf_checks):
    assert pdf_checks.matterhorn("--self-test").passed
