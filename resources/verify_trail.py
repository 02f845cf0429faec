"""Checks an exported trail of a Socdesk desk. It needs Python 3.9 or newer, nothing else, and no network.

    python verify_trail.py TRAIL                      check every line of both chains
    python verify_trail.py TRAIL --head HASH          also look for a head that was printed in a paper
    python verify_trail.py TRAIL --manifest FILE      also look for both heads of a backup's manifest.json

The exit code is 0 when all is sound, 1 when something is broken or missing, and 2 when the command was wrong.

How the trail is made: each line is JSON with sorted keys. Line 1 is the header, and the last line the end: how many
changes and events there are, their heads, and the SHA-256 of every byte before it. Between them stand the changes and
then the events. The hash of a change ("line") is the SHA-256 of the JSON list of its seq, deed, actor, copy, at,
register, record, version, schema, body_hash and previous; that of an event, of its seq, at, actor, copy, event, detail
and previous. "previous" is the hash of the line before, and 64 zeros before the first. Where a change has its body, its
body_hash is the SHA-256 of the salt (hexadecimal) and the body.

Who holds the desk could write a whole new trail, end and all. So compare a head with one that the outside world holds:
printed at the end of a paper, or in the manifest of a backup on another drive.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FORMAT = "socdesk trail 1"
START = "0" * 64
CHANGE = ("seq", "deed", "actor", "copy", "at", "register", "record", "version", "schema", "body_hash", "previous")
EVENT = ("seq", "at", "actor", "copy", "event", "detail", "previous")
CHAINS = {"change": CHANGE, "event": EVENT}
NAMES = {"change": "Chain of changes", "event": "Chain of events"}
BODY = {"body", "salt"}
HEADER_KEYS = {"format", "kind", "made", "desk_id", "with_texts"}
END_KEYS = {"kind", "changes", "change_head", "events", "event_head", "sha256"}


class BrokenTrailError(Exception):
    """Something is not as it was exported. Its words name the line."""


def canonical(value: object) -> str:
    """Return the one way in which a line of the trail is written."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def hash_of(parts: list[Any]) -> str:
    """Return the hash of a line of a chain."""
    text = json.dumps(parts, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def body_hash(salt: str, body: str) -> str:
    """Return the hash of a record's text and its salt."""
    return hashlib.sha256(bytes.fromhex(salt) + body.encode()).hexdigest()


def no_pairs_twice(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse a name that stands twice in one line."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found


def parsed(raw: bytes, number: int) -> dict[str, Any]:
    """Return what a line of the file says."""
    try:
        text = raw.decode("utf-8")
        value = json.loads(text, object_pairs_hook=no_pairs_twice)
        right = isinstance(value, dict) and canonical(value) == text
    except (ValueError, RecursionError):
        right = False
    if not right:
        raise BrokenTrailError(f"Line {number} of the file is not as it was exported.")
    return value


class Chain:
    """One of the two chains, as far as it was checked."""

    def __init__(self, kind: str) -> None:
        self.kind, self.name, self.fields = kind, NAMES[kind], CHAINS[kind]
        self.length, self.head = 0, START
        self.places = {START: 0}

    def add(self, value: dict[str, Any], number: int) -> None:
        """Check one more line."""
        place = f"{self.name}: line {value.get('seq')} (line {number} of the file)"
        others = BODY if self.kind == "change" else set()
        if set(value) - others != {"kind", "line", *self.fields}:
            raise BrokenTrailError(f"{place} is not as it was exported.")
        if value["seq"] != self.length + 1 or type(value["seq"]) is not int:
            raise BrokenTrailError(f"{self.name}: line {self.length + 1} is missing (line {number} of the file).")
        if value["previous"] != self.head or hash_of([value[name] for name in self.fields]) != value["line"]:
            raise BrokenTrailError(f"{place} is broken.")
        if not self.body_fits(value):
            raise BrokenTrailError(f"{place} holds another text than was saved.")
        self.length, self.head = value["seq"], value["line"]
        self.places[self.head] = self.length

    @staticmethod
    def body_fits(value: dict[str, Any]) -> bool:
        """Tell whether the text of a change, where it was exported, is the one that was saved."""
        if "body" not in value and "salt" not in value:
            return True
        try:
            return body_hash(value["salt"], value["body"]) == value["body_hash"]
        except (KeyError, ValueError, TypeError, AttributeError):
            return False


class Trail:
    """A trail that was read to its end."""

    def __init__(self, header: dict[str, Any], changes: Chain, events: Chain) -> None:
        self.header, self.changes, self.events = header, changes, events


def check(path: Path) -> Trail:
    """Check a whole trail and return it; raise BrokenTrailError at the first line that is not right."""
    content = path.read_bytes()
    if not content.endswith(b"\n"):
        raise BrokenTrailError("The end of the trail is missing: the last line was cut short.")
    lines = content[:-1].split(b"\n")
    header = parsed(lines[0], 1)
    if set(header) != HEADER_KEYS or header["kind"] != "header" or header["format"] != FORMAT:
        raise BrokenTrailError("Line 1 of the file is not the header of a trail.")
    chains = {kind: Chain(kind) for kind in CHAINS}
    end = None
    for number, raw in enumerate(lines[1:], start=2):
        value = parsed(raw, number)
        kind = value.get("kind")
        if end is not None or kind not in (*CHAINS, "end") or (kind == "change" and chains["event"].length):
            raise BrokenTrailError(f"Line {number} of the file does not belong where it stands.")
        if kind == "end":
            end = value
        else:
            chains[kind].add(value, number)
    if end is None or set(end) != END_KEYS:
        raise BrokenTrailError("The end of the trail is missing.")
    check_end(end, chains["change"], chains["event"], content[: -len(lines[-1]) - 1])
    return Trail(header, chains["change"], chains["event"])


def check_end(end: dict[str, Any], changes: Chain, events: Chain, before: bytes) -> None:
    """Compare what the end says with what was read."""
    for chain, length, head in ((changes, "changes", "change_head"), (events, "events", "event_head")):
        if (end[length], end[head]) != (chain.length, chain.head):
            raise BrokenTrailError(f"{chain.name}: its newest lines are missing. It ends at line {chain.length}.")
    if hashlib.sha256(before).hexdigest() != end["sha256"]:
        raise BrokenTrailError("Line 1 of the file, or the seal at its end, is not as it was exported.")


def look_for(chain: Chain, head: str, where: str, seq: int | None = None) -> str:
    """Compare a head that the outside world holds with the chain; return what is to be said of it."""
    place = chain.places.get(head.strip().lower())
    if place is None or (seq is not None and place != seq):
        raise BrokenTrailError(f"{chain.name}: the head in {where} is not in this trail. One of them was changed.")
    return f"{chain.name}: the head in {where} is that of line {place:,}."


def compare(trail: Trail, arguments: argparse.Namespace) -> Iterator[str]:
    """Yield what comparing with the outside world shows."""
    for head in arguments.head:
        yield look_for(trail.changes, head, "the paper")
    for name in arguments.manifest:
        heads = json.loads(Path(name).read_text(encoding="utf-8"))["heads"]
        yield look_for(trail.changes, heads["change_line"], "the manifest", heads["changes"])
        yield look_for(trail.events, heads["event_line"], "the manifest", heads["events"])


def main() -> int:
    """Check what the command line names, and say what was found."""
    parser = argparse.ArgumentParser(description="Check an exported trail of a Socdesk desk.")
    parser.add_argument("trail", metavar="TRAIL", help="the exported trail")
    parser.add_argument("--head", metavar="HASH", action="append", default=[], help="printed in a paper")
    parser.add_argument("--manifest", metavar="FILE", action="append", default=[], help="of a backup")
    arguments = parser.parse_args()
    try:
        trail = check(Path(arguments.trail))
        compared = list(compare(trail, arguments))
    except BrokenTrailError as error:
        print(error, file=sys.stderr)
        return 1
    except (OSError, ValueError, KeyError, TypeError) as error:
        print(f"A file cannot be read: {type(error).__name__}.", file=sys.stderr)
        return 2
    print(f"Exported {trail.header['made']}. Desk {trail.header['desk_id']}.")
    for chain in (trail.changes, trail.events):
        print(f"{chain.name}: {chain.length:,} lines, none broken. Head: {chain.head}")
    for words in compared:
        print(words)
    if not compared:
        print("Nothing outside the trail was compared. Give a head from a paper, or a backup's manifest.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
