"""Proves that a build has everything it needs: it works on a desk of its own in a temporary folder."""

from __future__ import annotations

import importlib
import json
import platform
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from socdesk import __version__
from socdesk.bootstrap import house
from socdesk.clock import london_day
from socdesk.errors import UserFacingError
from socdesk.files import write_atomically
from socdesk.jobs import SilentProgress

_PASSPHRASE = "self test of a desk that nobody keeps"  # noqa: S105  of a desk that is deleted a moment later


@dataclass(frozen=True)
class Outcome:
    """One check: what it was, whether it passed, and what it showed or the kind of error."""

    name: str
    passed: bool
    detail: str


def run_self_test(report: Path | None) -> int:
    """Run every check, print a line for each, write the report as JSON, and return 0 if all passed, else 1."""
    with tempfile.TemporaryDirectory(prefix="socdesk-self-test-", ignore_cleanup_errors=True) as name:
        outcomes = _checked(Path(name))
    for outcome in outcomes:
        print(f"{'passed' if outcome.passed else 'FAILED'}  {outcome.name}: {outcome.detail}")  # noqa: T201  its output
    if report is not None:
        write_atomically(report, _as_json(outcomes))
    return 0 if all(outcome.passed for outcome in outcomes) else 1


def _as_json(outcomes: list[Outcome]) -> bytes:
    about = {"version": __version__, "python": platform.python_version(), "system": platform.platform()}
    frozen = bool(getattr(sys, "frozen", False))
    checks = [asdict(outcome) for outcome in outcomes]
    return json.dumps({**about, "frozen": frozen, "checks": checks}, indent=1).encode()


def _checked(folder: Path) -> list[Outcome]:
    work = _Work(folder / "desk")
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        ("new desk", work.make),
        ("save", work.save),
        ("lock and open", work.reopen),
        ("search", work.search),
        ("paper", work.paper),
        ("page drawn", work.page),
        ("spreadsheet", work.export),
        ("verify", work.verify),
        ("keyring backend", _keyring),
        ("window library", _window_library),
    )
    try:
        return [_outcome(name, check) for name, check in checks]
    finally:
        work.end()


def _outcome(name: str, check: Callable[[], str]) -> Outcome:
    try:
        return Outcome(name, passed=True, detail=check())
    except UserFacingError as error:
        return Outcome(name, passed=False, detail=str(error))
    except Exception as error:  # noqa: BLE001  whatever is missing from a build must be named, not raised
        return Outcome(name, passed=False, detail=f"{type(error).__name__}: {error}")


class _Work:
    """The desk that is worked on. Everything in it is made up here."""

    def __init__(self, folder: Path) -> None:
        from socdesk.desk import opening  # noqa: PLC0415  a build that lacks it must still report

        self._folder = folder
        self._opening = opening
        self._house = house()
        self._pdf = b""

    def make(self) -> str:
        """Make a desk at the least cost that the policy allows."""
        self._desk = self._opening.new_desk(
            self._folder, _PASSPHRASE, self._house, cost=self._opening.LEAST_COST, demo=True
        ).desk
        return f"{len(self._desk.catalogue.keys)} registers"

    def save(self) -> str:
        """Save one concern."""
        from socdesk.desk.deeds import Deed  # noqa: PLC0415
        from socdesk.registers.declared.concerns import Concern  # noqa: PLC0415
        from socdesk.registers.register import new_id  # noqa: PLC0415

        concern = Concern(
            id=new_id(),
            received=datetime.now(UTC),
            channel="PHONE",
            received_by="Self-test",
            urgency="ROUTINE",
            summary="A concern that the self-test made up",
        )
        return self._desk.do(Deed(words="Added a concern", puts=(concern,))).records[0].reference

    def reopen(self) -> str:
        """Lock the desk and open it again."""
        self._desk.lock()
        self._desk = self._opening.open_desk(self._folder, _PASSPHRASE, self._house)
        return "no notices" if not self._desk.notices else "; ".join(self._desk.notices)

    def search(self) -> str:
        """Find the concern by the beginning of a word."""
        hits = self._desk.read.search("self-test mad")
        if len(hits) != 1:
            raise RuntimeError(f"{len(hits)} hits instead of one")
        return "found"

    def paper(self) -> str:
        """Make a committee update."""
        from socdesk.desk.papers.making import make_committee_update  # noqa: PLC0415

        today = london_day(self._house.clock())
        made = make_committee_update(self._desk, as_at=today, meeting=today, progress=SilentProgress())
        self._pdf = made.pdf
        return f"{len(made.pdf):,} bytes"

    def page(self) -> str:
        """Draw the paper's first page, as the window does."""
        pdf = importlib.import_module("PySide6.QtPdf")
        core = importlib.import_module("PySide6.QtCore")
        importlib.import_module("PySide6.QtPdfWidgets")
        importlib.import_module("PySide6.QtPrintSupport")
        buffer = core.QBuffer()
        buffer.setData(core.QByteArray(self._pdf))
        buffer.open(core.QIODevice.OpenModeFlag.ReadOnly)
        document = pdf.QPdfDocument()
        document.load(buffer)
        drawn = document.render(0, core.QSize(210, 297))
        if drawn.isNull():
            raise RuntimeError("the page is empty")
        return f"{document.pageCount()} pages"

    def export(self) -> str:
        """Write a register as a workbook."""
        from socdesk.desk.exports import export_register  # noqa: PLC0415

        return f"{export_register(self._desk, 'actions', '.xlsx').records} actions"

    def verify(self) -> str:
        """Check the whole desk."""
        from socdesk.desk.verifying import verify  # noqa: PLC0415

        found = verify(self._desk, SilentProgress())
        if not found.sound:
            raise RuntimeError("; ".join(found.findings))
        return f"{found.changes} changes"

    def end(self) -> None:
        """Close the desk, if it ever opened."""
        desk = getattr(self, "_desk", None)
        if desk is not None:
            desk.lock()


def _keyring() -> str:
    from socdesk.desk.opening import name_of_keyring  # noqa: PLC0415

    return name_of_keyring()


def _window_library() -> str:
    core = importlib.import_module("PySide6.QtCore")
    importlib.import_module("PySide6.QtWidgets")
    return f"Qt {core.qVersion()}"
