"""Papers that hold nothing private pass, whatever everyday words and numbers they share with the desk."""

import time
from dataclasses import replace

import pytest
from helpers.composed_updates import composed
from helpers.sample_updates import SAMPLES, empty_update

from socdesk.figures.public_update import PaperSection
from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout, layouts
from socdesk.reports.leaks.check import find_leaks
from socdesk.reports.leaks.folding import folded
from socdesk.reports.leaks.index import SecretIndex
from socdesk.reports.leaks.secret import Secret

EVERYDAY = frozenset(
    ["green", "taxi", "drivers", "board", "police", "street", "community", "safety", "training", "members", "housing"]
)

SHARED = (
    Secret("name", "Pat Green"),
    Secret("name", "May Day"),
    Secret("name", "Chris Page"),
    Secret("name", "A Board"),
    Secret("licence", "12"),
    Secret("licence", "240"),
    Secret("licence", "0031"),
    Secret("licence", "2026"),
    Secret("reference", "A-3"),
    Secret("address", "Community Safety House"),
    Secret("text", "Taxi drivers"),
)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("one", layouts(), ids=lambda one: one.key)
def test_shared_words_and_equal_numbers_are_no_leaks(name, one):
    assert find_leaks(composed(name, one.key).pdf, SHARED, public_words=EVERYDAY) == ()


@pytest.mark.parametrize(
    "text",
    [
        "On 31/12/2026 there were 1,234 visits, 12.5 % more than 417 before, at £1234 and 99 %.",
        "A Green paper and a green action. A07 SOC awareness. A11 NCA. KPI 2019. Table 12: Actions",
        "the planner leewards; Category C, 12 actions; section 17; 0 1 2 3 4 5 6 7 8 9",
        "Figures at 31 December 2026 and 1st quarter of M1 2nd half; E-014, E-017; Ref A10 4th",
        "5f2b8c1e9a7d4036b1c8e2f49d7a60531c9be4827f60da13c55e8b9027fa4d6e",
    ],
)
def test_what_only_looks_private_is_not_found(text):
    from socdesk.reports.leaks.always import always_private
    from socdesk.reports.leaks.stretch import one_page

    secrets = [
        Secret("name", "Ann Lee"),
        Secret("name", "Alan Green"),
        Secret("reference", "C-12"),
        Secret("licence", "1234"),
        Secret("licence", "417"),
        Secret("licence", "2026"),
    ]
    index = SecretIndex(secrets, frozenset({"green", "a"}))

    assert list(index.finds(folded(text))) == []
    assert list(always_private(one_page("", text), frozenset())) == []


@pytest.mark.parametrize(
    "text",
    ["Mr Green was there", "A. Green was there", "GREEN, A. was there", "Cllr. Green was there", "by Alan Green"],
)
def test_an_everyday_surname_is_found_with_a_title_an_initial_or_a_first_name(text):
    index = SecretIndex([Secret("name", "Alan Green")], frozenset({"green"}))

    assert len(list(index.finds(folded(text)))) == 1


@pytest.mark.parametrize("text", ["license number: 417", "Badge 417", "driver\n417", "417 (licence)"])
def test_a_short_licence_number_is_found_beside_a_word_that_explains_it(text):
    index = SecretIndex([Secret("licence", "417")], frozenset())

    assert len(list(index.finds(folded(text)))) == 1


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Zoë van der Sample", "seen by Z. van der Sample"),
        ("Zoë van der Sample", "Ms Sample"),
        ("MR JOHN O'SAMPLE", "John OSample"),
        ("MR JOHN O'SAMPLE", "O’Sample’s car"),
        ("SAMPLE John", "John Sample"),
        ("Ann-Marie Sample", "Sample, Ann Marie"),
        ("Łukasz Przykładowy", "Lukasz Przykladowy"),
        ("Alex B. C. Example", "Alex Example"),
        ("Cher", "Cher came"),
        ("Li Ng", "Ng came"),
    ],
)
def test_names_are_found_in_their_usual_shapes(name, text):
    index = SecretIndex([Secret("name", name)], frozenset())

    assert list(index.finds(folded(text)))


def test_published_contacts_are_allowed_and_others_are_not():
    words = "Write to soc@example.gov.uk or other@example.gov.uk; ring 01632 960000."
    view = replace(empty_update(), sections=(PaperSection("purpose", "Purpose", (words,)),))
    pdf = compose(view, layout("cabinet")).pdf

    leaks = find_leaks(pdf, (), public_words=frozenset(), allowed=frozenset({"soc@example.gov.uk", "01632 960 000"}))

    assert [(leak.kind, "other@" in leak.passage) for leak in leaks] == [("e-mail address", True)]


def test_ten_thousand_names_and_a_twenty_page_paper_take_a_few_seconds():
    syllables = ["ka", "lo", "mi", "ten", "ber", "fo", "ston", "wick", "ham", "ley", "dal", "rin", "vo", "shar", "pe"]
    names = [
        Secret("name", f"{a}{b} {c}{d}{e}".title())
        for a in syllables
        for b in syllables[:4]
        for c in syllables
        for d in syllables[:4]
        for e in syllables[:3]
    ][:10_000]
    pdf = composed("long", "cabinet").pdf

    start = time.process_time()
    assert find_leaks(pdf, names, public_words=frozenset()) == ()
    assert time.process_time() - start < 5


def test_no_secret_and_nothing_found_in_an_empty_text():
    assert list(SecretIndex((), frozenset()).finds(folded(""))) == []
    assert (
        list(
            SecretIndex([Secret("name", "  "), Secret("licence", "-"), Secret("text", "")], frozenset()).finds(
                folded("x")
            )
        )
        == []
    )
