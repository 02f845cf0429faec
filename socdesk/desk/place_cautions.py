"""What speaks against keeping the live desk where it lies: told when it is made and opened, in plain words.

Two computers on one synchronised folder write over each other, and the service keeps a copy of each half-written state.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

SERVICES = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "sharepoint": "SharePoint",
    "box sync": "Box",
}
"""Parts of the names of folders, and the services that make them."""

_NETWORK_KINDS = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "fuse.sshfs", "9p", "webdav", "davfs"})
_DRIVE_REMOTE, _DRIVE_REMOVABLE = 4, 2
PLACE_ADVICE = "Keep the live desk in your own data folder on this computer, and its backups elsewhere."

KindOfDisk = Callable[[Path], str]
"""Returns "network", "removable" or nothing for where a folder lies."""


def place_cautions(folder: Path, kind_of: KindOfDisk | None = None) -> tuple[str, ...]:
    """Return what speaks against a folder for a live desk, in sentences; it can be used all the same."""
    found: list[str] = []
    if service := service_of(folder):
        found.append(
            f"This desk lies in a folder that {service} synchronises. Two computers on it would write over each other."
        )
    kind = (kind_of or kind_of_disk)(folder)
    if kind == "network":
        found.append("This desk lies on a network drive. When the network fails during a save, it can be damaged.")
    elif kind == "removable":
        found.append("This desk lies on a removable drive. Lock the desk before you take the drive out.")
    return tuple(found)


def service_of(folder: Path) -> str:
    """Return the service that synchronises a folder, as far as its path tells, or nothing."""
    for part in folder.parts:
        lower = part.lower()
        if name := next((name for sign, name in SERVICES.items() if lower.startswith(sign)), ""):
            return name
    return ""


def kind_of_disk(folder: Path) -> str:
    """Return what kind of disk a folder lies on, as far as the system tells."""
    if str(folder).startswith(("\\\\", "//")):
        return "network"
    return _kind_on_windows(folder) or ("network" if _file_system(folder) in _NETWORK_KINDS else "")


def _kind_on_windows(folder: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes  # noqa: PLC0415  the first paint elsewhere needs none of it

    found = int(ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\"))
    return {_DRIVE_REMOTE: "network", _DRIVE_REMOVABLE: "removable"}.get(found, "")


def _file_system(folder: Path, table: Path = Path("/proc/self/mounts")) -> str:
    """Return the kind of the file system on Linux; nothing where there is no such table."""
    try:
        lines = table.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    mounts = [(fields[1].replace("\\040", " "), fields[2]) for fields in map(str.split, lines) if len(fields) > 2]  # noqa: PLR2004
    above = [(place, kind) for place, kind in mounts if _lies_in(folder, place)]
    return max(above, key=lambda each: len(each[0]), default=("", ""))[1]


def _lies_in(folder: Path, place: str) -> bool:
    whole = os.path.abspath(folder)  # noqa: PTH100  links are not followed: the disk behind one may be asleep
    return place in {"/", whole} or whole.startswith(f"{place}/")
