"""Names of people as lists write them: "MR JOHN O'SAMPLE", "SMITH John", "EXAMPLE, Alex"."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.list_data import cell_words
from socdesk.exchange.name_casing import cased, keeps_capitals, one_apostrophe
from socdesk.exchange.sheet import Cell, tidy

_BRACKETS = re.compile(r"\([^)]*\)")
_LONGEST = 100
_INITIALS = re.compile(r"(?!NG)[A-Z][B-DF-HJ-NP-TV-XZ]")  # AJ, TJ: no surname, as LI, WU and NG are


@dataclass(frozen=True)
class PersonName:
    """A name in parts; ``forename`` is "" for people with one name, ``title`` is "" or such as Mr, Cllr."""

    surname: str
    forename: str = ""
    title: str = ""


def read_full_name(cell: Cell) -> PersonName | Unreadable:
    """Return the name that one cell holds.

    A comma or leading capitals put the surname first; otherwise it stands last, with its particles (van der,
    de).
    """
    text = _BRACKETS.sub(" ", _clean(cell))
    if problem := _not_a_name(text):
        return problem
    before, comma, after = text.partition(",")
    title, words = _without_titles(before.split())
    if comma and (later := _without_honours(after.replace(",", " ").split())):
        second_title, forenames = _without_titles(later)
        return _assembled(title or second_title, forenames, words)
    words = _without_honours(words)
    if not words:
        return Unreadable("There is a title, but no name.")
    at = _leading_surname(words) or 0
    if at:
        return _assembled(title, words[at:], words[:at])
    at = _surname_start(words)
    return _assembled(title, words[:at], words[at:])


def read_name_parts(surname: Cell, forename: Cell, title: Cell = None) -> PersonName | Unreadable:
    """Return the name from its own columns; a title in front of the forename or surname is taken off."""
    own_title, _rest = _without_titles(_clean(title).split())
    first_title, forenames = _without_titles(_clean(forename).split())
    last_title, surnames = _without_titles(_clean(surname).split())
    if problem := _not_a_name(" ".join((*forenames, *surnames))):
        return problem
    if not surnames:
        return Unreadable("There is no surname.")
    return _assembled(own_title or first_title or last_title, forenames, surnames)


def _clean(cell: Cell) -> str:
    return one_apostrophe(unicodedata.normalize("NFC", tidy(cell)))


def _not_a_name(text: str) -> Unreadable | None:
    if not text:
        return Unreadable("The name is missing.")
    if len(text) > _LONGEST or not any(letter.isalpha() for letter in text):
        return Unreadable("This is not a name.")
    return None


def _without_titles(words: list[str]) -> tuple[str, list[str]]:
    """Return the first title ("Cllr Mrs" keeps Cllr, the office) and the words after all titles."""
    titles = cell_words()["names"]["titles"]
    found: list[str] = []
    while words and words[0].strip(".").casefold() in titles:
        found.append(titles[words[0].strip(".").casefold()])
        words = words[1:]
    return (found[0] if found else ""), words


def _without_honours(words: list[str]) -> list[str]:
    """Return the words without honours. Only capitals count: "Ma" is a surname, "MA" a degree."""
    honours = cell_words()["names"]["honours"]
    while len(words) > 2 and words[-1].replace(".", "").isupper() and _bare(words[-1]) in honours:  # noqa: PLR2004  forename and surname stay
        words = words[:-1]
    if len(words) == 1 and _bare(words[0]) in honours:
        return []
    return words


def _bare(word: str) -> str:
    return word.replace(".", "").casefold()


def _leading_surname(words: list[str]) -> int:
    """Return how many words in capitals lead a name whose rest is not in capitals, or is initials; or 0."""
    at = 0
    while at < len(words) and words[at].isupper() and len(words[at]) > 1:
        at += 1
    if at == 1 and _INITIALS.fullmatch(words[0]):
        return 0
    rest = words[at:]
    initials = all(len(_bare(word)) == 1 for word in rest)
    return at if at and rest and (initials or not any(map(str.isupper, rest))) else 0


def _surname_start(words: list[str]) -> int:
    names = cell_words()["names"]
    at = len(words) - 1
    if at > 1 and _bare(words[at]) in names["generations"]:
        at -= 1
    while at > 1 and _bare(words[at - 1]) in names["particles"]:
        at -= 1
    if at == 1 and words[0].islower() and _bare(words[0]) in names["particles"]:
        return 0
    return at


def _assembled(title: str, forenames: list[str], surnames: list[str]) -> PersonName:
    """Put the parts together; a mixed name keeps short capitals (AJ), a shouted one does not."""
    shouted = all(word.isupper() for word in (*forenames, *surnames))
    first = " ".join(word if not shouted and keeps_capitals(word) else cased(word) for word in forenames)
    last = " ".join(map(cased, surnames))
    if not last:
        first, last = "", first
    return PersonName(last, first, title)
