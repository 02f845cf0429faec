import pytest

from socdesk.desk.papers.private_phrases import phrases

PUBLIC = frozenset({"nottinghamshire", "police", "eastwood", "hilltop", "the", "tenant"})


def found(text):
    return {(each.kind, each.text) for each in phrases(text, PUBLIC)} - {("text", text)}


def test_a_person_named_in_a_statement_is_a_secret():
    assert found("A neighbour says that Gary Placeholder comes at night.") == {("name", "Gary Placeholder")}


def test_an_address_in_a_statement_is_a_secret():
    assert found("Cars stop at 14a Invented Lane after dark.") == {("address", "14a Invented Lane")}


def test_bodies_and_places_made_of_public_words_are_none():
    assert found("Passed to Nottinghamshire Police. It is in Eastwood Hilltop.") == set()


def test_the_first_word_of_a_sentence_is_no_part_of_a_name():
    assert found("Yesterday Gary Placeholder came back.") == {("name", "Gary Placeholder")}


@pytest.mark.parametrize("text", ["", "no capitals at all", "One."])
def test_a_text_that_names_nobody_gives_only_itself(text):
    assert found(text) == set()
