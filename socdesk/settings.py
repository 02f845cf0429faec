"""What can be set on a desk: its type, its default and its words. The values themselves are records on the desk."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.errors import UserFacingError


class InvalidSettingError(UserFacingError):
    """A setting was given a value that it cannot have."""


@dataclass(frozen=True)
class DeskSetting:
    """One setting. ``whole_number`` holds the least and the most where the value is a number.

    ``choices`` are the only values where there are few.
    """

    key: str
    label: str
    default: str
    hint: str = ""
    whole_number: tuple[int, int] | None = None
    choices: tuple[str, ...] = ()

    def check(self, value: str) -> str:
        """Return the value, or raise InvalidSettingError."""
        if self.choices and value not in self.choices:
            raise InvalidSettingError(
                f"{self.label} must be one of: {', '.join(self.choices)}.", advice="Nothing was changed."
            )
        if self.whole_number is None:
            return value.strip()
        least, most = self.whole_number
        if not value.strip().isdecimal() or not least <= int(value) <= most:
            raise InvalidSettingError(
                f"{self.label} must be a whole number between {least} and {most}.", advice="Nothing was changed."
            )
        return value.strip()


COUNCIL = DeskSetting("council", "The Council’s name", "Broxtowe Borough Council")
REPORT_OF = DeskSetting("report_of", "Papers are the report of", "Chief Communities Officer", "A post, not a name")
LAYOUT = DeskSetting("layout", "Layout of papers", "cabinet", "The body that papers go to decides")
EXPIRING_DAYS = DeskSetting("expiring_days", "Training is “expiring” this many days before", "90", "", (1, 366))
SMALL_NUMBER = DeskSetting("small_number", "Publish “fewer than” below this number", "5", "", (5, 20))
"""Never below 5: domain.md 4.8."""

BACKUPS_DAILY = DeskSetting("backups_daily", "Daily backups kept", "7", "The newest of each day", (1, 60))
BACKUPS_WEEKLY = DeskSetting("backups_weekly", "Weekly backups kept", "4", "The newest of each week", (0, 60))
BACKUPS_MONTHLY = DeskSetting("backups_monthly", "Monthly backups kept", "3", "The newest of each month", (0, 60))

BACKUP_SETTINGS = (BACKUPS_DAILY, BACKUPS_WEEKLY, BACKUPS_MONTHLY)
_YES_NO = ("yes", "no")
LOCK_MINUTES = DeskSetting("lock_minutes", "Lock after so many minutes without a key or the mouse", "10", "", (2, 60))
"""There is no way never to lock: a choice beyond an hour is refused."""
LOCK_ON_SLEEP = DeskSetting("lock_on_sleep", "Lock when this computer goes to sleep", "yes", choices=_YES_NO)
LOCK_WITH_SYSTEM = DeskSetting("lock_with_system", "Lock when the desktop is locked", "yes", choices=_YES_NO)
LOCK_ON_MINIMISE = DeskSetting("lock_on_minimise", "Lock when the window is minimised", "no", choices=_YES_NO)
CLIPBOARD_SECONDS = DeskSetting("clipboard_seconds", "Clear copied text after so many seconds", "30", "", (5, 300))
SHOW_MINUTES = DeskSetting("show_minutes", "Show a restricted record for so many minutes", "5", "", (1, 15))
HIDE_FROM_CAPTURE = DeskSetting(
    "hide_from_capture", "Keep the window out of pictures and recordings of the screen", "no", choices=_YES_NO
)
SECURITY = (
    LOCK_MINUTES,
    LOCK_ON_SLEEP,
    LOCK_WITH_SYSTEM,
    LOCK_ON_MINIMISE,
    CLIPBOARD_SECONDS,
    SHOW_MINUTES,
    HIDE_FROM_CAPTURE,
)

DESK_SETTINGS = (COUNCIL, REPORT_OF, LAYOUT, EXPIRING_DAYS, SMALL_NUMBER, *BACKUP_SETTINGS, *SECURITY)
