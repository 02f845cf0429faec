"""Acceptance: slow looks from outside. Every test in this folder is marked so by itself, or as a walk."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from helpers.checks import PdfChecks

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what lies here before the marks are read. Tests of papers stay on one core: they share a large desk."""
    for item in items:
        if HERE in item.path.parents:
            walks = "walk" in item.path.name or "screens" in item.path.name
            item.add_marker(pytest.mark.walk if walks else pytest.mark.acceptance)
            if "update" in item.path.name:
                item.add_marker(pytest.mark.xdist_group("papers"))


@pytest.fixture
def pdf_checks() -> PdfChecks:
    """Return the independent PDF checks, or skip: the run says once, by name, what was not judged."""
    named = os.environ.get("SOCDESK_CHECKS", "")
    folder = Path(named) / "pdf"
    if not named or not (folder / "vera.sh").is_file():
        pytest.skip("not judged by the independent PDF checks: SOCDESK_CHECKS names no folder with pdf/vera.sh")
    return PdfChecks(folder)
