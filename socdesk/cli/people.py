"""The commands that say who can open a desk."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from socdesk.cli.open_desk import opened_desk
from socdesk.cli.secrets import read_secret
from socdesk.clock import day_in_text, london_day
from socdesk.registers.values import Span

if TYPE_CHECKING:
    from socdesk.desk.people import Person


def people(chosen: Namespace) -> int:
    """Say who can open a desk, when, and when each opened it last."""
    from socdesk.desk.people import people_of  # noqa: PLC0415  help needs none of it

    with opened_desk(chosen) as desk:
        for person in people_of(desk):
            print(f"{person.reference}  {person.name}. {person.access_words}. {_opened(person)}")
    return 0


def _opened(person: Person) -> str:
    return f"Opened it last on {day_in_text(london_day(person.opened))}." if person.opened else "Never opened it."


def add(chosen: Namespace) -> int:
    """Let another person open a desk."""
    from socdesk.desk.people import Leave, Passphrases, Standing, add_person, people_of  # noqa: PLC0415

    own = read_secret(chosen.passphrase_file)
    passphrases = Passphrases(own, read_secret(chosen.new_passphrase_file))
    with opened_desk(chosen, own) as desk:
        ended = {each.name.casefold(): each.id for each in people_of(desk) if each.standing is Standing.NO_SLOT}
        known = ended.get(chosen.name.strip().casefold(), "")
        add_person(desk, passphrases, Leave(chosen.name, Span(chosen.since, chosen.until)), person=known)
    print(f"{chosen.name} can open the desk with that passphrase. Delete the file that holds it.")
    return 0


def change(chosen: Namespace) -> int:
    """Set a person's name, and the days on which they can open a desk."""
    from socdesk.desk.people import Leave, change_person, person_called  # noqa: PLC0415

    own = read_secret(chosen.passphrase_file)
    with opened_desk(chosen, own) as desk:
        person = person_called(desk, chosen.person)
        change_person(desk, own, person.id, Leave(chosen.name or person.name, Span(chosen.since, chosen.until)))
        changed = person_called(desk, person.reference)
    print(f"{changed.name}. {changed.access_words}.")
    return 0


def remove(chosen: Namespace) -> int:
    """Take a person's passphrase away."""
    from socdesk.desk.people import person_called, remove_person  # noqa: PLC0415

    own = read_secret(chosen.passphrase_file)
    with opened_desk(chosen, own) as desk:
        person = person_called(desk, chosen.person)
        remove_person(desk, own, person.id)
    print(f"{person.name} can open the desk no longer. Backups made before still open with that passphrase.")
    return 0
