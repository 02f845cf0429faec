"""The independent PDF checks: programs outside this repository, in the folder that SOCDESK_CHECKS names."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from helpers.environment import OUTSIDE


@dataclass(frozen=True)
class Verdict:
    """What a check said about a file."""

    passed: bool
    words: str


@dataclass(frozen=True)
class PdfChecks:
    """The two judges of a finished paper and the reader of its structure tree."""

    folder: Path

    def vera(self, profiles: str, *papers: Path) -> Verdict:
        """Ask veraPDF, for example for the profiles "PDFUA_1,PDFA_2_A"."""
        return _run("sh", self.folder / "vera.sh", profiles, *papers)

    def matterhorn(self, *arguments: Path | str) -> Verdict:
        """Ask the second opinion on PDF/UA-1, which shares no code with veraPDF."""
        return _run(sys.executable, self.folder / "matterhorn_check.py", *arguments)

    def structure(self, *arguments: Path | str) -> Verdict:
        """Read the structure tree back, with each element's text."""
        return _run(sys.executable, self.folder / "struct_dump.py", *arguments)


def _run(*command: Path | str) -> Verdict:
    run = subprocess.run(  # the caches of these programs outlive one test, so they get the outside environment
        [str(part) for part in command], check=False, capture_output=True, text=True, env=OUTSIDE
    )
    return Verdict(run.returncode == 0, run.stdout + run.stderr)
