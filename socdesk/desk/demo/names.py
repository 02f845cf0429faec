"""Names, streets and telephone numbers of people who do not exist (resources/demo/people.json)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from socdesk.desk.demo.chance import Chance
from socdesk.registers.shipped import Entry, read_shipped

_DIGITS = 999
_HOUSES = 98


@dataclass(frozen=True)
class PersonName:
    """One made-up person's name."""

    forename: str
    surname: str

    @property
    def full(self) -> str:
        """The name as it is spoken."""
        return f"{self.forename} {self.surname}"


class Names:
    """Draws names, each once; addresses and telephone numbers may come again."""

    def __init__(self, seed: int) -> None:
        self._chance = Chance(seed, "names")
        self._used: set[PersonName] = set()

    @cached_property
    def _people(self) -> Entry:
        return read_shipped("demo", "people.json")

    @cached_property
    def surnames(self) -> tuple[str, ...]:
        """All surnames there can be."""
        endings = self._people.texts("surname_endings")
        return tuple(stem + ending for stem in self._people.texts("surname_stems") for ending in endings)

    @cached_property
    def forenames(self) -> tuple[str, ...]:
        """All forenames there can be."""
        return self._people.texts("forenames")

    @cached_property
    def streets(self) -> tuple[str, ...]:
        """All streets there can be."""
        return self._people.texts("streets")

    @cached_property
    def telephone_ranges(self) -> tuple[str, ...]:
        """The beginnings of all telephone numbers there can be: Ofcom's ranges for drama."""
        return self._people.texts("telephone_ranges")

    def person(self) -> PersonName:
        """Return a name that nobody in the demonstration has yet."""
        while (name := PersonName(self._chance.of(self.forenames), self._chance.of(self.surnames))) in self._used:
            pass
        self._used.add(name)
        return name

    def telephone(self) -> str:
        """Return a number that nobody has: 01632 960123."""
        return f"{self._chance.of(self.telephone_ranges)}{self._chance.between(0, _DIGITS):03}"

    def place(self, pattern: str) -> str:
        """Return a place by its pattern: {number} and {street} are filled in."""
        return pattern.format(number=self._chance.between(1, _HOUSES), street=self._chance.of(self.streets))
