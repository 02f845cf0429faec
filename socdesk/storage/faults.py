"""What may go wrong with the file on disk, as a person is told it."""

from __future__ import annotations

from socdesk.errors import UserFacingError


class DamagedDeskError(UserFacingError):
    """The file cannot be read with its key."""

    def __init__(self) -> None:
        super().__init__(
            "The desk’s file is damaged and cannot be read.",
            advice="Nothing was changed. Keep this folder. Restore the newest backup, or salvage what can be read.",
        )


class MissingDeskFileError(UserFacingError):
    """The key file is there, and the file it names is not."""

    def __init__(self) -> None:
        super().__init__(
            "The desk’s file is missing from this folder.",
            advice="Nothing was changed. Put it back beside desk.json, or restore the newest backup.",
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


class DeskLockedError(UserFacingError):
    """The desk was locked while something was asked of it, or before."""

    def __init__(self) -> None:
        super().__init__(
            "The desk is locked.", advice="What was not saved before is not saved. Open the desk and try again."
        )


class DiskFullError(UserFacingError):
    """No space was left for a write, which was undone."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full, so this could not be saved.",
            advice="What was saved before is safe. Free some space and try again.",
        )


class DiskFaultError(UserFacingError):
    """The system could not read or write the file."""

    def __init__(
        self,
        message: str = "The disk did not answer, so the desk’s file could not be read or written.",
        advice: str = "What was saved before is untouched. Check that the disk or network folder is still there.",
    ) -> None:
        super().__init__(message, advice=advice)


class FullOrFaultyDiskError(DiskFaultError):
    """SQLite could not read or write; where bringing to disk failed for want of space, it says no more than that."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full or did not answer, so the desk’s file could not be read or written.",
            "What was saved before is untouched. Free some space, and check that the disk or network folder is there.",
        )


class UncertainSaveError(DiskFaultError):
    """What was written whole was not brought to disk: it does not stand now, and may stand after the next opening."""

    def __init__(self) -> None:
        super().__init__(
            "The disk is full or did not answer, so it is not certain that this was saved.",
            "What was saved before is safe. Free some space, lock and open the desk, and look whether it is there "
            "before you enter it again.",
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
