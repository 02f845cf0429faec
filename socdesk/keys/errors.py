"""What can go wrong with a lock, in words for the person at the door."""

from __future__ import annotations

from socdesk.errors import UserFacingError

_FROM_BACKUP = "Put back desk.json from your newest backup, or ask ICT to."


class NoDeskHereError(UserFacingError):
    """There is no key file where a desk was looked for."""

    def __init__(self) -> None:
        super().__init__("There is no desk in this folder.", advice="Choose the folder that holds desk.json.")


class UnreadableKeyFileError(UserFacingError):
    """The key file is there, but the system does not let it be read."""

    def __init__(self) -> None:
        super().__init__(
            "The desk's key file could not be read. Nothing was changed.",
            advice="Check that you may read the folder and that its disk is still there.",
        )


class DamagedKeyFileError(UserFacingError):
    """The key file is not what this program writes."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"The desk's key file is damaged: {reason}. Nothing was changed.", advice=_FROM_BACKUP)


class DeskTooNewError(UserFacingError):
    """A newer version of the program wrote the key file."""

    def __init__(self) -> None:
        super().__init__(
            "This desk was made by a newer version of Socdesk. Nothing was changed.",
            advice="Install the newest version, then open the desk again.",
        )


class TamperedKeyFileError(UserFacingError):
    """A slot opened, but the key file around it is not the one that was sealed."""

    def __init__(self) -> None:
        super().__init__(
            "The desk's key file was changed by something other than Socdesk, so the desk stays locked. "
            "Nothing was changed.",
            advice=f"Tell ICT security. {_FROM_BACKUP}",
        )


class ForeignKeyFileError(UserFacingError):
    """The key file opens, but another desk lies beside it."""

    def __init__(self) -> None:
        super().__init__(
            "The key file in this folder belongs to another desk, so the desk stays locked. Nothing was changed.",
            advice=f"{_FROM_BACKUP} If nobody mixed the two up, tell ICT security.",
        )


class OldKeyFileError(UserFacingError):
    """The key file is older than the desk it lies beside (store.md 6)."""

    def __init__(self) -> None:
        super().__init__(
            "An older copy of the desk's key file was put in place of the current one, "
            "so the desk stays locked. Nothing was changed.",
            advice="Put the newest desk.json back. If nobody restored it on purpose, tell ICT security.",
        )


class CostOutOfPolicyError(UserFacingError):
    """The cost of trying a passphrase lies outside the permitted window; nothing was derived."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"The key file asks for a passphrase check outside the safe limits ({what}), "
            "so it was not tried. Nothing was changed.",
            advice=f"Somebody may have altered the file: tell ICT security. {_FROM_BACKUP}",
        )


class NotEnoughMemoryError(UserFacingError):
    """The computer has less free memory than the passphrase check needs."""

    def __init__(self, mebibytes: int) -> None:
        super().__init__(
            f"This computer has too little free memory to check the passphrase: {mebibytes} MiB are needed. "
            "Nothing was changed.",
            advice="Close other programs, then try again.",
        )


class WeakPassphraseError(UserFacingError):
    """A new passphrase would be too easy to guess, or hard to type again elsewhere."""

    def __init__(self, message: str) -> None:
        super().__init__(message, advice="Use four or more unrelated words.")


class PassphraseTakenError(UserFacingError):
    """A new passphrase opens the desk already: then the log could not tell two people apart."""

    def __init__(self) -> None:
        super().__init__(
            "This passphrase cannot be used on this desk. Nothing was changed.",
            advice="Choose another: each person’s passphrase must be their own.",
        )


class WrongPassphraseError(UserFacingError):
    """No passphrase slot opened."""

    def __init__(self) -> None:
        super().__init__(
            "That passphrase does not open this desk. Nothing was changed.",
            advice="Check Caps Lock and the keyboard language. If it is forgotten, use the recovery words.",
        )


class WrongRecoveryWordsError(UserFacingError):
    """The recovery words are mistyped, incomplete, or another desk's."""

    def __init__(self, message: str, *, advice: str = "Compare each word with the sheet.") -> None:
        super().__init__(message, advice=advice)


class AnotherSheetNeededError(WrongRecoveryWordsError):
    """One sheet of three was given; two are needed."""

    def __init__(self) -> None:
        super().__init__(
            "This sheet opens the desk only together with another of the three.",
            advice="Enter the words of a second sheet too.",
        )


class NotTogetherError(WrongRecoveryWordsError):
    """Two sheets that were not made together."""

    def __init__(self) -> None:
        super().__init__(
            "These two sheets do not belong together: they are of different desks, or were made at different times.",
            advice="Enter two sheets that were made on the same day for this desk.",
        )


class WrongDeviceError(UserFacingError):
    """What this computer remembers does not open the desk."""

    def __init__(self) -> None:
        super().__init__(
            "This computer no longer opens the desk by itself. Nothing was changed.",
            advice="Type the passphrase.",
        )


class TooManySlotsError(UserFacingError):
    """The key file is full."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"A desk can have at most {most} ways to unlock it. Nothing was changed.",
            advice="Remove one that is no longer used, then try again.",
        )


class LastPassphraseError(UserFacingError):
    """Removing this slot would leave a desk that no passphrase opens."""

    def __init__(self) -> None:
        super().__init__(
            "This is the last passphrase that opens the desk, so it was not removed.",
            advice="Add another passphrase first.",
        )


class KeyringUnusableError(UserFacingError):
    """The system's credential store cannot be used; ``reason`` says why, in a few words."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"This computer cannot remember the desk: {reason}. Nothing was changed.",
            advice="Go on typing the passphrase.",
        )
        self.reason = reason
