"""The routes and numbers that a new desk begins with."""

import re

from socdesk.registers.contact_defaults import shipped_contacts
from socdesk.registers.vocabulary import Vocabularies

CONTACTS = shipped_contacts()


def test_no_number_counts_as_checked_until_the_council_says_so():
    assert all(contact.checked_on is None for contact in CONTACTS)


def test_every_contact_has_its_own_code_and_a_known_route_or_none():
    assert len({contact.code for contact in CONTACTS}) == len(CONTACTS)
    routes = {contact.route for contact in CONTACTS} - {None}
    assert routes <= set(Vocabularies()["route"].by_code)


def test_emergencies_and_the_police_come_first():
    assert [contact.numbers[0].number for contact in CONTACTS[:2]] == ["999", "101"]


def test_every_number_can_be_dialled_and_its_other_spellings_are_the_same_number():
    for number in (number for contact in CONTACTS for number in contact.numbers):
        assert re.fullmatch(r"999|101|0\d{3,4}( \d{2,4}){2,3}", number.number)
        assert {other.replace(" ", "") for other in number.also} <= {number.number.replace(" ", "")}


def test_several_numbers_of_one_contact_say_whose_they_are():
    for contact in CONTACTS:
        assert len({number.label for number in contact.numbers}) == len(contact.numbers)


def test_a_contact_without_a_number_says_that_it_is_to_be_confirmed():
    silent = {c.code for c in CONTACTS if not c.numbers and "confirm locally" not in c.note}
    assert silent == {"PIP"}
