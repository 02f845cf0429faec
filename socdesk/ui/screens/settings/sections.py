"""The sections of the settings, in the order in which people see them. A section more is one line more here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from socdesk.ui.room import Room
from socdesk.ui.screens.settings.section import SettingsSection

_HERE = "socdesk.ui.screens.settings"


@dataclass(frozen=True)
class SectionPlace:
    """One section: its key, title and icon, the words by which it is found, and its class as "module:Class".

    ``words`` name what can be set there, so that the search finds it before the section was ever shown. A section
    ``within`` another is not in the list: a button of that other leads there.
    """

    key: str
    title: str
    icon: str
    words: str
    built_by: str
    within: str = ""

    def fits(self, sought: str) -> bool:
        """Tell whether every word sought begins a word of the section."""
        said = f"{self.title} {self.words}".casefold().split()
        return all(any(word.startswith(part) for word in said) for part in sought.casefold().split())

    def build(self, room: Room) -> SettingsSection:
        """Import the section's class and make it."""
        module, _, name = self.built_by.partition(":")
        made: Callable[[Room], SettingsSection] = getattr(import_module(module), name)
        return made(room)


SECTIONS = (
    SectionPlace(
        "appearance",
        "Appearance",
        "eye",
        "light dark high contrast system colours theme text size zoom row height comfortable compact preview",
        f"{_HERE}.appearance:AppearanceSection",
    ),
    SectionPlace(
        "security",
        "Security",
        "lock",
        "lock minutes idle sleep minimise clear copied text clipboard passphrase recovery words show restricted log "
        "audit officers open people person deputy add remove days renew data key remember "
        "computer device forget",
        f"{_HERE}.security:SecuritySection",
    ),
    SectionPlace(
        "passphrase", "Change the passphrase", "lock", "", f"{_HERE}.passphrase:PassphraseSection", within="security"
    ),
    SectionPlace("words", "New recovery words", "lock", "", f"{_HERE}.recovery:RecoverySection", within="security"),
    SectionPlace(
        "people", "People who can open this desk", "lock", "", f"{_HERE}.people:PeopleSection", within="security"
    ),
    SectionPlace(
        "device", "Remember the desk on this computer", "lock", "", f"{_HERE}.device:DeviceSection", within="security"
    ),
    SectionPlace("log", "Log", "history", "", f"{_HERE}.log:LogSection", within="security"),
    SectionPlace(
        "council",
        "The Council",
        "flag",
        "council name report of papers layout expiring days training small numbers figures",
        f"{_HERE}.council:CouncilSection",
    ),
    SectionPlace(
        "lists",
        "Lists",
        "list-checks",
        "lists label labels codes vocabulary entry entries choices add offer change wards partners "
        "strategy review courses requirements needs posts holders contacts numbers",
        f"{_HERE}.lists:ListsSection",
    ),
    SectionPlace(
        "backups",
        "Backups",
        "download",
        "backup back up now folder drive restore prove proven check kept daily weekly monthly renew passphrase",
        f"{_HERE}.backups:BackupsSection",
    ),
    SectionPlace(
        "about",
        "About",
        "shield",
        "about version licence licences notices protected ict help folder size verify sound records changes",
        f"{_HERE}.about:AboutSection",
    ),
    SectionPlace("texts", "Texts", "file-text", "", f"{_HERE}.texts:TextsSection", within="about"),
)
LISTED = tuple(place for place in SECTIONS if not place.within)


def section_place(key: str) -> SectionPlace | None:
    """Return the section with that key, or nothing."""
    return next((place for place in SECTIONS if place.key == key), None)
