"""What may go wrong with the file on disk, as a person is told it."""

from __future__ import annotations

from socdesk.errors import UserFacingError


class DamagedDeskError(UserFacingError):
    """The file cannot be read with its key."""

    def __init__(self) -> None:
        super().__init__(
            "The desk’s file is damaged and cannot be read.",
            advice="Nothing was changed. Restore the newest backup, and keep the damaged folder.",
        )


class DeskTooNewError(UserFacingError):
    """The file was written by a newer program."""

    def __init__(self) -> None:
        super().__init__(
            "This desk was saved by a newer version of Socdesk.",
            advice="Nothing was changed. Open it with that version, or install it here.",
        )


class DeskInUseError(UserFacingError):
    """Another program holds the desk."""

    def __init__(self) -> None:
        super().__init__(
            "This desk is already open in another window or program.",
            advice="Nothing was changed. Close it there first.",
        )


class DiskFullError(UserFacingError):
    """No space was left for a write, which was undone."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so this could not be saved.",
            advice="What was saved before is safe. Free some space and try again.",
        )


class ReadOnlyDeskError(UserFacingError):
    """The folder refuses writes."""

    def __init__(self) -> None:
        super().__init__(
            "This folder cannot be written to, so the desk cannot be opened.",
            advice="Nothing was changed. Ask for write access, or copy the whole folder to a place of your own.",
        )


class UpgradeFailedError(UserFacingError):
    """A step of the schema failed and was undone."""

    def __init__(self) -> None:
        super().__init__(
            "This desk could not be brought up to date.",
            advice="It is as it was before, and a copy of it lies beside it. Please report this.",
        )
