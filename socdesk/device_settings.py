"""What this computer remembers about the window: how it looked and where the desk lies.

A small file among the person's own settings. It never holds anything of a record, the name of one, or a list of what
was opened lately.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, cast

import platformdirs

from socdesk.errors import UserFacingError

_NAME = "Socdesk"
_FILE = "window.json"
APPEARANCES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True)
class ListLook:
    """How the list of one page looked: columns in their order, widths in pixels at 100 %, the order of the rows.

    ``panel`` is the width of the panel beside it; 0 stands for the usual one. Nothing here is of a record.
    """

    columns: tuple[str, ...] = ()
    widths: Mapping[str, int] = field(default_factory=dict[str, int])
    order: str = ""
    panel: int = 0


@dataclass(frozen=True)
class DeviceSettings:
    """The settings. ``zoom`` is in per cent; ``window`` is left, top, width, height in pixels, or empty at first.

    ``compact`` says that the rows of lists are low. ``page`` is the key of the last page. ``desk`` is the one folder
    that the window opens; empty means the usual one. ``remembered`` is the folder of the desk that this computer
    opens by itself. ``lists`` holds how each page's list looked. ``backups`` is the folder to which that desk was last
    backed up: a desk that is damaged cannot tell.
    """

    appearance: str = "system"
    zoom: int = 100
    compact: bool = False
    window: tuple[int, ...] = ()
    maximised: bool = False
    page: str = "today"
    desk: str = ""
    remembered: str = ""
    backups: str = ""
    lists: dict[str, ListLook] = field(default_factory=dict[str, ListLook])

    def desk_folder(self) -> Path:
        """Return the folder of the desk that the window opens."""
        return Path(self.desk) if self.desk else usual_desk_folder()


def usual_desk_folder() -> Path:
    """Return where a desk lies unless the person chose another place."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "desk"


def sample_desk_folder() -> Path:
    """Return where the fictitious sample desk lies."""
    return platformdirs.user_data_path(_NAME, appauthor=False) / "sample"


class SettingsFile:
    """Reads and writes the settings. A file that cannot be read, or written, never keeps anybody from their work."""

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or platformdirs.user_config_path(_NAME, appauthor=False)) / _FILE

    def read(self) -> DeviceSettings:
        """Return what was kept; what is missing, broken or impossible is as at first."""
        try:
            found: Any = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return DeviceSettings()
        return _checked(cast("dict[str, Any]", found)) if isinstance(found, dict) else DeviceSettings()

    def write(self, settings: DeviceSettings) -> None:
        """Keep the settings."""
        from socdesk.files import make_private_folder, write_atomically  # noqa: PLC0415  the first paint only reads

        try:
            make_private_folder(self._path.parent)
            write_atomically(self._path, json.dumps(asdict(settings), indent=1).encode())
        except UserFacingError:
            return  # the next start then looks as the one before


def _checked(found: dict[str, Any]) -> DeviceSettings:
    settings = DeviceSettings()
    for each in fields(DeviceSettings):
        value = found.get(each.name)
        if each.name in _READ:
            value = _READ[each.name](value)
        if type(value) is type(getattr(settings, each.name)):
            settings = replace(settings, **{each.name: value})
    return settings if settings.appearance in APPEARANCES else replace(settings, appearance="system")


def _window(value: object) -> tuple[int, ...]:
    """Return four whole numbers, or nothing."""
    numbers = cast("list[object]", value) if isinstance(value, list) else []
    whole = tuple(number for number in numbers if type(number) is int)
    return whole if len(whole) == len(numbers) == 4 else ()  # noqa: PLR2004  left, top, width, height


def _lists(value: object) -> dict[str, ListLook]:
    """Return the looks that can be read."""
    held = cast("dict[str, Any]", value) if isinstance(value, dict) else {}
    return {str(page): _look(cast("dict[str, Any]", look)) for page, look in held.items() if isinstance(look, dict)}


def _look(held: dict[str, Any]) -> ListLook:
    columns, widths = held.get("columns"), held.get("widths")
    names = cast("list[object]", columns) if isinstance(columns, list) else []
    sizes = cast("dict[str, object]", widths) if isinstance(widths, dict) else {}
    order, panel = held.get("order"), held.get("panel")
    return ListLook(
        tuple(name for name in names if isinstance(name, str)),
        {str(name): size for name, size in sizes.items() if type(size) is int},
        order if isinstance(order, str) else "",
        panel if type(panel) is int else 0,
    )


_READ = {"window": _window, "lists": _lists}
