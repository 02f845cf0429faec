"""What the guide for new members may say: the strategy's own words, and nothing from any case.

As with the committee update, the types have no field for a person, an address or the text of a concern; there is no
count of anything either, so that no figure can tell on anybody.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socdesk.figures.public_update import PaperSection


@dataclass(frozen=True, slots=True)
class PillarRow:
    """One of the four Ps: its name, and what the strategy says it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RoleRow:
    """One role of elected members, in the words of the strategy."""

    reference: str
    wording: str


@dataclass(frozen=True, slots=True)
class PublicGuide:
    """The whole guide; ``day`` is that of the induction, ``as_at`` the day whose strategy it tells of."""

    council: str
    title: str
    day: date
    as_at: date
    marking: str
    demo: bool
    snapshot_head: str
    sections: tuple[PaperSection, ...]
    pillars: tuple[PillarRow, ...]
    roles: tuple[RoleRow, ...]

    def section(self, key: str) -> PaperSection | None:
        """Return the section with this key, if there is one that says anything."""
        return next((each for each in self.sections if each.key == key), None)
