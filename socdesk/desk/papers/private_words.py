"""What no public paper may hold: every name, address, number and reference on the desk that is not public.

Derived from the registers' declarations alone: fields that say what they give away, restricted texts with whom and
what they name, and references that are not public. Records in every state count: a binned driver is still a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from socdesk.bundled import resource
from socdesk.desk.desk import Desk
from socdesk.desk.papers.private_phrases import phrases
from socdesk.registers.declared.desk_records import CONTACTS
from socdesk.registers.declared.strategy import POSTS, Post
from socdesk.registers.fields import Audience, Identity
from socdesk.registers.register import AnyRegister, Record, State
from socdesk.registers.strategy_text import ShippedStrategy
from socdesk.registers.text_fields import LongText, Text
from socdesk.registers.training_defaults import TrainingDefaults
from socdesk.registers.vocabulary import Vocabularies
from socdesk.reports.layouts import layouts_folder
from socdesk.reports.leaks.secret import Secret, SecretKind
from socdesk.storage.record_store import Query

_NUMBER = re.compile(r"[\d+][\d ()-]{3,}\d")
_WORD = re.compile(r"[^\W\d_]+")
_KINDS: dict[Identity, SecretKind] = {
    Identity.NAME: "name",
    Identity.ADDRESS: "address",
    Identity.LICENCE: "licence",
    Identity.PLATE: "plate",
}
_ALL = tuple(state for state in State if state is not State.DESTROYED)


def public_words() -> frozenset[str]:
    """Return every word of the texts that ship with the program, in small letters: none of them tells on anybody."""
    vocabularies = Vocabularies()
    texts = [ShippedStrategy().wording, *(course.title for course in TrainingDefaults().courses)]
    texts += [code.label for key in vocabularies.keys for code in vocabularies[key].codes]
    texts += [path.read_text("utf-8") for path in sorted(layouts_folder().glob("*.json"))]
    texts.append(resource("strategy", "mapping-2019.json").read_text("utf-8"))
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text))


def published_contacts(desk: Desk) -> frozenset[str]:
    """Return the numbers of the contacts that the Council publishes: they may stand in a paper."""
    numbers = (contact.number for contact in desk.read.page(CONTACTS))
    return frozenset(each for number in numbers for each in _NUMBER.findall(number))


def private_words(desk: Desk, known: frozenset[str]) -> Iterator[Secret]:
    """Yield everything on the desk that must not stand in a public paper; ``known`` are the public words."""
    posts = {POSTS.title(cast("Post", post)).casefold() for post in desk.store.records.page(POSTS, Query(states=_ALL))}
    for register in desk.catalogue:
        for record in desk.store.records.page(register, Query(states=_ALL)):
            for secret in _of_record(register, record, known):
                if secret.text.casefold() not in posts and not _is_plain(secret, known):
                    yield secret


def _is_plain(secret: Secret, known: frozenset[str]) -> bool:
    """Tell whether an address is nothing but public words, such as a ward's name."""
    words = [word.casefold() for word in _WORD.findall(secret.text)]
    return secret.kind == "address" and not re.search(r"\d", secret.text) and known.issuperset(words)


def _of_record(register: AnyRegister, record: Record, known: frozenset[str]) -> Iterator[Secret]:
    if register.numbering.audience is not Audience.PUBLIC and record.reference:
        yield Secret("reference", record.reference)
    for name, kind in register.fields.items():
        secret_kind = _KINDS.get(kind.identifies) if kind.identifies else None
        if secret_kind and kind.audience is not Audience.PUBLIC:
            yield from _split(secret_kind, str(getattr(record, name)))
        elif kind.audience >= Audience.RESTRICTED and isinstance(kind, Text | LongText) and getattr(record, name):
            yield from phrases(getattr(record, name), known)
    full = " ".join(_parts(register, record, (Identity.FORENAME, Identity.SURNAME)))
    if full:
        yield Secret("name", full)


def _split(kind: SecretKind, text: str) -> Iterator[Secret]:
    """Yield each line of a text: an address may stand on several."""
    yield from (Secret(kind, line.strip()) for line in text.splitlines() if line.strip())


def _parts(register: AnyRegister, record: Record, wanted: Iterable[Identity]) -> Iterator[str]:
    for identity in wanted:
        for name, kind in register.fields.items():
            value = cast("str", getattr(record, name))
            if kind.identifies is identity and value:
                yield value
