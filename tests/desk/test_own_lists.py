"""The Council calls a code as it likes and adds its own; none that was shipped is ever lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.desk.own_lists import (
    ListEntryError,
    _free_code,
    add_deed,
    names_of_lists,
    offer_again_deed,
    relabel_deed,
    retire_deed,
    rows_of,
)
from socdesk.registers.codes import _CODE
from socdesk.registers.vocabulary import Vocabularies


def row(desk, code, vocabulary="channel"):
    return next(each for each in rows_of(desk, vocabulary) if each.code == code)


def test_every_list_has_a_name_and_they_come_by_name():
    names = [name for _key, name in names_of_lists()]
    assert len(names) == len(Vocabularies().keys)
    assert names == sorted(names, key=str.casefold)


def test_a_label_is_changed_twice_and_each_change_can_be_undone(desk):
    desk.do(relabel_deed(desk, "channel", "PHONE", "  Telephone  call "))
    assert row(desk, "PHONE").label == "Telephone call"
    assert row(desk, "PHONE").origin == "Socdesk, as “Phone”"
    desk.do(relabel_deed(desk, "channel", "PHONE", "Rang us"))
    desk.undo()
    assert row(desk, "PHONE").label == "Telephone call"
    desk.undo()
    assert (row(desk, "PHONE").label, row(desk, "PHONE").origin) == ("Phone", "Socdesk")


def test_an_added_entry_is_offered_from_today_and_stands_last(desk):
    desk.do(add_deed(desk, "channel", "Sample kiosk"))
    added = rows_of(desk, "channel")[-1]
    assert (added.code, added.label, added.origin) == ("SAMPLE_KIOSK", "Sample kiosk", "Added here")
    assert (added.offered, added.use) == (True, "From 2 Mar 2026")


@pytest.mark.parametrize("code", ["PHONE", "SAMPLE_KIOSK"])
def test_what_is_no_longer_offered_stays_in_the_list_and_comes_back(desk, code):
    desk.do(add_deed(desk, "channel", "Sample kiosk"))
    desk.do(retire_deed(desk, "channel", code))
    assert not row(desk, code).offered
    assert "until 1 Mar 2026" in row(desk, code).use.replace("Until", "until")
    assert desk.vocabularies().label("channel", code) == row(desk, code).label
    desk.do(offer_again_deed(desk, "channel", code))
    assert row(desk, code).offered


@pytest.mark.parametrize("label", ["", "  ", "email", "LETTER"])
def test_an_empty_label_or_one_that_another_entry_has_is_refused(desk, label):
    with pytest.raises(ListEntryError):
        add_deed(desk, "channel", label)
    with pytest.raises(ListEntryError):
        relabel_deed(desk, "channel", "PHONE", label)


def test_the_last_entry_that_is_offered_stays(desk):
    desk.do(retire_deed(desk, "ward_cluster", rows_of(desk, "ward_cluster")[0].code))
    with pytest.raises(ListEntryError, match="last entry"):
        retire_deed(desk, "ward_cluster", rows_of(desk, "ward_cluster")[1].code)


def test_an_entry_that_was_shipped_as_ended_does_not_come_back(desk):
    assert not row(desk, "CRC", "partner").offered
    with pytest.raises(ListEntryError, match="ended"):
        offer_again_deed(desk, "partner", "CRC")


@given(st.text(min_size=1), st.sets(st.sampled_from(["OWN", "OWN_2", "A", "A_2"])))
def test_every_label_makes_a_free_code_in_capitals(label, taken):
    code = _free_code(label, taken)
    assert _CODE.fullmatch(code)
    assert code not in taken
