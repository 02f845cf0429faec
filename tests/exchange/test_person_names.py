import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.exchange.cells import Unreadable
from socdesk.exchange.list_data import cell_words
from socdesk.exchange.person_names import PersonName, read_full_name, read_name_parts


@pytest.mark.parametrize(
    ("text", "title", "forename", "surname"),
    [
        ("MR JOHN O'SAMPLE", "Mr", "John", "O'Sample"),
        ("SMITH John", "", "John", "Smith"),
        ("John SMITH", "", "John", "Smith"),
        ("EXAMPLE, Alex", "", "Alex", "Example"),
        ("EXAMPLE, Mrs Alex Jo", "Mrs", "Alex Jo", "Example"),
        ("Mr. alex example", "Mr", "Alex", "Example"),
        ("SMITH J", "", "J", "Smith"),
        ("J SMITH", "", "J", "Smith"),
        ("AJ Example", "", "AJ", "Example"),
        ("  Zoë\u00a0 SAMPLE ", "", "Zoë", "Sample"),
        ("ZOË SAMPLE-MCEXAMPLE", "", "Zoë", "Sample-McExample"),
        ("Alex MacExample", "", "Alex", "MacExample"),
        ("Sean O\u2019Neill", "", "Sean", "O'Neill"),
        ("LUDWIG VAN DER SAMPLE", "", "Ludwig", "van der Sample"),
        ("Maria de Sample", "", "Maria", "de Sample"),
        ("Van Sample", "", "Van", "Sample"),
        ("VAN DER SAMPLE Kim", "", "Kim", "van der Sample"),
        ("Cllr Mrs Jane Example", "Cllr", "Jane", "Example"),
        ("Councillor Jane Example MBE", "Cllr", "Jane", "Example"),
        ("Jane Example, OBE", "", "Jane", "Example"),
        ("Cllr Jane Example (Leader)", "Cllr", "Jane", "Example"),
        ("Alex Example Jr", "", "Alex", "Example Jr"),
        ("Yo-Yo Ma", "", "Yo-Yo", "Ma"),
        ("LI Wei", "", "Wei", "Li"),
        ("Sukarno", "", "", "Sukarno"),
        ("Muhammad Example", "", "Muhammad", "Example"),
        ("MOHAMMED AL-SAMPLE", "", "Mohammed", "Al-Sample"),
    ],
)
def test_names_are_taken_apart(text, title, forename, surname):
    assert read_full_name(text) == PersonName(surname, forename, title)


@pytest.mark.parametrize("text", [None, "", "  ", "12345", "-", "Mr", "x" * 201])
def test_what_is_no_name_is_refused(text):
    assert isinstance(read_full_name(text), Unreadable)


def test_names_in_columns_of_their_own_lose_their_titles_too():
    assert read_name_parts("O'SAMPLE", "MR JOHN") == PersonName("O'Sample", "John", "Mr")
    assert read_name_parts("Example", "Alex", "Dr") == PersonName("Example", "Alex", "Dr")


def test_a_forename_alone_is_refused():
    assert read_name_parts(None, "Alex") == Unreadable("There is no surname.")


@given(st.text(max_size=60))
def test_every_text_is_a_name_with_a_surname_or_refused(text):
    name = read_full_name(text)
    assert isinstance(name, Unreadable) or name.surname


PLAIN = st.from_regex(r"(?!Mc)[A-Z][a-z]{2,8}", fullmatch=True).filter(
    lambda word: (
        isinstance(read_full_name(word), PersonName)
        and word.lower() not in {*cell_words()["names"]["particles"], *cell_words()["names"]["titles"]}
    )
)


@given(PLAIN, PLAIN)
def test_shouting_does_not_change_who_it_is(forename, surname):
    plain = PersonName(surname, forename)
    assert read_name_parts(surname, forename) == plain
    assert read_name_parts(surname.upper(), forename.upper()) == plain
    assert read_full_name(f"{surname.upper()} {forename}") == plain
