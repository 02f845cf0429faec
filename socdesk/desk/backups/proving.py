"""Proves a backup: opens it with its keys and compares every page, both chains and all counts with what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from socdesk.desk.backups.manifest import Manifest, read_manifest
from socdesk.errors import UserFacingError
from socdesk.files import hash_file
from socdesk.jobs import Progress
from socdesk.keys.json_form import base64_of
from socdesk.keys.key_file import KEY_FILE_NAME
from socdesk.keys.reading import read_key_file
from socdesk.storage.backup import CopyReader, opened_copy
from socdesk.storage.fingerprint import fingerprint
from socdesk.storage.store import Place
from socdesk.storage.verify import check_changes, check_events, page_findings
from socdesk.storage.witness import Witness


class BackupNotGoodError(UserFacingError):
    """A backup is not what was saved."""

    def __init__(self, findings: tuple[str, ...]) -> None:
        super().__init__(
            f"This backup is not good: {' '.join(findings)}",
            advice="Nothing was changed. Use another backup, and keep this one for ICT.",
        )
        self.findings = findings


@dataclass(frozen=True)
class Proof:
    """What was found wrong with a backup, in sentences; nothing for one that can be relied on."""

    backup: Path
    manifest: Manifest
    findings: tuple[str, ...]

    @property
    def good(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def prove(backup: Path, place: Place, progress: Progress) -> Proof:
    """Open a backup and check all of it. ``place`` is the backup's own file, under its keys.

    Raises:
        NoManifestError: the folder is no backup.
        CancelledError: the person has cancelled it.

    """
    manifest = read_manifest(backup)
    findings: list[str] = []
    for number, (words, check) in enumerate(_CHECKS):
        progress.report(number, len(_CHECKS), words)
        look = _Look(backup, place, manifest, lambda number=number, words=words: _step(progress, number, words))
        findings += _told(check, look)
        if findings:
            break  # the later checks would only say the same in other words
    progress.report(len(_CHECKS), len(_CHECKS))
    return Proof(backup, manifest, tuple(findings))


def _step(progress: Progress, number: int, words: str) -> None:
    progress.report(number, len(_CHECKS), words)


@dataclass(frozen=True)
class _Look:
    """What a check looks at; ``step`` is to be called now and then."""

    backup: Path
    place: Place
    manifest: Manifest
    step: Callable[[], object]


def _told(check: Callable[[_Look], Iterator[str]], look: _Look) -> list[str]:
    try:
        return list(check(look))
    except UserFacingError as error:
        return [error.message]
    except OSError:
        return ["A file of the backup is missing or cannot be read."]


def _files(look: _Look) -> Iterator[str]:
    """Compare the files with the manifest, and the manifest with its seal."""
    manifest = look.manifest
    if not manifest.is_sealed_by(look.place.witness_key):
        yield "Its manifest was changed."
        return
    if set(manifest.files) != {look.place.file, look.place.witness_file}:
        yield "Its manifest names other files than a backup has."
        return
    for name, digest in manifest.files.items():
        if hash_file(look.backup / name, lambda _done: look.step()) != digest:
            yield f"{name} is not the file that was backed up."
    if hash_file(look.backup / KEY_FILE_NAME) not in manifest.key_files:
        yield f"{KEY_FILE_NAME} is not the file that was backed up."


def _witness(look: _Look) -> Iterator[str]:
    witness = Witness(look.backup, look.place.witness_key, look.place.witness_file).read()
    if witness.newest != look.manifest.heads or witness.closed != fingerprint(look.place.path):
        yield "Its witness file belongs to another state of the desk."


def _pages(look: _Look) -> Iterator[str]:
    yield from page_findings(look.place.path, look.place.key, look.step)


def _chains(look: _Look) -> Iterator[str]:
    with opened_copy(look.place) as reader:
        yield from check_changes(reader)
        look.step()
        yield from check_events(reader)


def _content(look: _Look) -> Iterator[str]:
    """Compare heads, counts and marks with the manifest and the key file."""
    manifest = look.manifest
    with opened_copy(look.place) as reader:
        if reader.heads != manifest.heads:
            yield "It ends with other changes than its manifest says."
        if reader.counts() != dict(manifest.counts):
            yield "It holds other numbers of records than its manifest says."
        yield from _marks(reader, look)


def _marks(reader: CopyReader, look: _Look) -> Iterator[str]:
    """Tell whether desk.json would be refused when the backup is opened."""
    key_file = read_key_file(look.backup / KEY_FILE_NAME)
    marks = (base64_of(key_file.desk_id), str(int(key_file.demo)))
    if marks != (reader.meta("desk_id"), reader.meta("demo")) or marks[0] != look.manifest.desk_id:
        yield f"{KEY_FILE_NAME} belongs to another desk."
    if key_file.generation < int(reader.meta("least_generation") or 0):
        yield f"{KEY_FILE_NAME} is older than the desk’s file."


_CHECKS: tuple[tuple[str, Callable[[_Look], Iterator[str]]], ...] = (
    ("Comparing files", _files),
    ("Checking the witness", _witness),
    ("Checking pages", _pages),
    ("Checking both chains", _chains),
    ("Comparing counts", _content),
)
