"""What can be set on a desk: its type, its default and its words. The values themselves are records on the desk."""

from __future__ import annotations

from dataclasses import dataclass

from socdesk.errors import UserFacingError


class InvalidSettingError(UserFacingError):
    """A setting was given a value that it cannot have."""


@dataclass(frozen=True)
class DeskSetting:
    """One setting. ``whole_number`` holds the least and the most where the value is a number."""

    key: str
    label: str
    default: str
    hint: str = ""
    whole_number: tuple[int, int] | None = None

    def check(self, value: str) -> str:
        """Return the value, or raise InvalidSettingError."""
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
DESK_SETTINGS = (COUNCIL, REPORT_OF, LAYOUT, EXPIRING_DAYS, SMALL_NUMBER, *BACKUP_SETTINGS)
