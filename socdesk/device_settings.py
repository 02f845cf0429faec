"""What this computer remembers about the window: how it looked and where the desk lies.

A small file among the person's own settings. It never holds anything of a record, the name of one, or a list of what
was opened lately.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

import platformdirs

from socdesk.errors import UserFacingError

_NAME = "Socdesk"
_FILE = "window.json"
APPEARANCES = ("system", "light", "dark", "contrast")


@dataclass(frozen=True)
class DeviceSettings:
    """The settings. ``zoom`` is in per cent; ``window`` is left, top, width, height in pixels, or empty at first.

    ``compact`` says that the rows of lists are low. ``page`` is the key of the last page. ``desk`` is the one folder
    that the window opens; empty means the usual one.
    """

    appearance: str = "system"
    zoom: int = 100
    compact: bool = False
    window: tuple[int, ...] = ()
    maximised: bool = False
    page: str = "today"
    desk: str = ""

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
    for field in fields(DeviceSettings):
        value = found.get(field.name)
        if field.name == "window":
            value = _window(value)
        if type(value) is type(getattr(settings, field.name)):
            settings = replace(settings, **{field.name: value})
    return settings if settings.appearance in APPEARANCES else replace(settings, appearance="system")


def _window(value: object) -> tuple[int, ...]:
    """Return four whole numbers, or nothing."""
    numbers = cast("list[object]", value) if isinstance(value, list) else []
    whole = tuple(number for number in numbers if type(number) is int)
    return whole if len(whole) == len(numbers) == 4 else ()  # noqa: PLR2004  left, top, width, height
