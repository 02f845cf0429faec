"""Every way in which something private could get into a public paper is found, with its page and passage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from helpers import tampered_papers as tamper
from helpers.composed_updates import composed
from helpers.sample_updates import empty_update, full_update

from socdesk.figures.public_update import PaperSection, PublicUpdate
from socdesk.reports.committee_update import compose
from socdesk.reports.layouts import layout
from socdesk.reports.leaks.check import LeakError, find_leaks
from socdesk.reports.leaks.secret import Leak, Secret

ALEX = Secret("name", "Alex Example")
ZOE = Secret("name", "Zoë Sámplová")
HOME = Secret("address", "12 Sample Street, Exampleton")
LICENCE = Secret("licence", "PHD0123")
SHORT_LICENCE = Secret("licence", "00417")
PLATE = Secret("plate", "XX00 XXX")
CONCERN = Secret("reference", "CON-2026-0042")
STORY = Secret(
    "text", "The caller said that a white van arrives every night after ten and that two men carry boxes into the yard."
)
SECRETS = (ALEX, ZOE, HOME, LICENCE, SHORT_LICENCE, PLATE, CONCERN, STORY)
PUBLIC = frozenset({"board", "council", "officer"})


def leaks_in(pdf: bytes) -> tuple[Leak, ...]:
    return find_leaks(pdf, SECRETS, public_words=PUBLIC)


def with_purpose(words: str) -> PublicUpdate:
    return replace(empty_update(), sections=(PaperSection("purpose", "Purpose", (words,)),))


def made(view: PublicUpdate) -> bytes:
    return compose(view, layout("committee-2019")).pdf


def clean() -> bytes:
    return composed("empty", "committee-2019").pdf


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("name", "Progress was made by Alex Example this quarter."),
        ("name", "Progress was made by EXAMPLE, Alex this quarter."),
        ("name", "Progress was made by A. Example this quarter."),
        ("name", "Progress was made by Mr Example this quarter."),
        ("name", "Progress was made by Example, A. this quarter."),
        ("name", "The Example case was closed."),
        ("name", "written by alex example in small letters"),
        ("name", "written by A-l-e-x  E x a m p l e with gaps"),
        ("name", "see AlexExample run together"),
        ("name", "Alex\nExample on two lines"),
        ("name", "Zoe Samplova without accents"),
        ("name", "SÁMPLOVÁ Zoë the other way round"),
        ("address", "A visit to 12 Sample Street was made."),
        ("address", "A visit to 12, Sample St. was made."),
        ("licence", "Driver PHD0123 was reminded."),
        ("licence", "Driver phd 0123 was reminded."),
        ("licence", "The badge no. 417 was withdrawn."),
        ("licence", "The file 00417 was closed."),
        ("plate", "The car xx00xxx was seen."),
        ("reference", "See CON-2026-0042 for details."),
        ("reference", "See con 2026/0042 for details."),
        ("text", "We heard that a white van arrives every night after ten and that two men help."),
        ("e-mail address", "Write to somebody@example.com today."),
        ("telephone number", "Ring 01632 960123 today."),
        ("telephone number", "Ring +44 (0)1632 960 123 today."),
        ("National Insurance number", "Number QQ123456C was wrong, JG 12 34 56 A too."),
        ("postcode", "A shop in NG99 9ZZ was visited."),
        ("vehicle registration", "The car YY00 YYY was seen."),
        ("vehicle registration", "The old car Y999 YYY was seen."),
    ],
)
def test_what_is_written_into_a_section_is_found(kind: str, words: str):
    leaks = leaks_in(made(with_purpose(words)))

    assert kind in {leak.kind for leak in leaks}
    assert all(leak.page == 1 for leak in leaks)
    assert all(leak.where == "page text" for leak in leaks)


def test_a_name_over_two_cells_is_found():
    view = full_update()
    action = replace(view.actions[0], due_words="Alex", progress="Example went there.")

    assert leaks_in(made(replace(view, actions=(action, *view.actions[1:]))))


def test_a_name_over_two_pages_of_one_cell_is_found():
    """Each repetition is one line longer, so that one of the names breaks over a page."""
    view = full_update()
    words = "\n".join(["Alex Sample-free", "words"] * 120).replace("Alex Sample-free\nwords", "by Zoë\nSámplová")
    leaks = leaks_in(made(replace(view, actions=(replace(view.actions[0], progress=words),))))

    assert {leak.kind for leak in leaks} == {"name"}
    assert len({leak.page for leak in leaks}) > 1


def test_a_heading_is_found_on_its_page_and_among_the_bookmarks():
    view = full_update()
    section = PaperSection("extra", "The matter of Alex Example", ("Words.",))

    where = {leak.where for leak in leaks_in(made(replace(view, sections=(*view.sections, section))))}

    assert where == {"page text", "bookmark", "name of an element"}


def test_an_audience_is_found_in_chart_table_and_alternative_text():
    view = full_update()
    row = replace(view.coverage[0], audience="Drivers of Alex Example")

    leaks = leaks_in(made(replace(view, coverage=(row, *view.coverage[1:]))))

    assert {leak.where for leak in leaks} == {"page text", "alternative text"}
    assert {leak.page for leak in leaks if leak.where == "alternative text"} == {2}


def test_a_title_is_found_in_the_metadata():
    leaks = leaks_in(made(replace(full_update(), title="Report on Alex Example")))

    assert {"metadata", "page text", "bookmark", "text for screen readers"} <= {leak.where for leak in leaks}


@pytest.mark.parametrize(
    ("where", "change"),
    [
        ("page text", tamper.with_small_white_text),
        ("page text", tamper.with_read_aloud_text),
        ("alternative text", lambda words: tamper.with_string(words, lambda o: o.get("/S") == "/P", "/Alt")),
        (
            "text for screen readers",
            lambda words: tamper.with_string(words, lambda o: "/ActualText" in o, "/ActualText"),
        ),
        ("bookmark", lambda words: tamper.with_string(words, lambda o: "/Dest" in o and "/Title" in o, "/Title")),
        ("metadata", lambda words: tamper.with_string(words, lambda o: "/Producer" in o, "/Author")),
        ("metadata", tamper.with_metadata),
        ("elsewhere in the file", tamper.with_orphan),
        ("link", tamper.with_annotation),
        ("elsewhere in the file", tamper.with_attachment),
    ],
)
def test_a_name_that_is_hidden_in_a_finished_paper_is_found(where: str, change: Callable[[str], Any]):
    leaks = leaks_in(tamper.tampered(clean(), change("about Alex Example, unseen")))

    assert where in {leak.where for leak in leaks if leak.kind == "name"}


def test_a_name_in_the_target_of_a_link_is_found():
    leaks = leaks_in(tamper.tampered(clean(), tamper.with_link("https://x.example/people/alex-example")))

    assert [(leak.kind, leak.where) for leak in leaks] == [("name", "link")]


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("an attachment", tamper.with_attachment),
        ("/OpenAction in the catalogue", tamper.with_script),
        ("an image", tamper.with_image),
        ("an annotation other than a link", tamper.with_annotation),
        ("a link that does more than lead to a web page", lambda _: tamper.with_link("file:///etc/hostname")),
    ],
)
def test_a_part_that_papers_do_not_have_is_refused(part: str, change: Callable[[str], Any]):
    leaks = leaks_in(tamper.tampered(clean(), change("harmless")))

    assert any(part in leak.passage for leak in leaks if leak.kind == "file structure")


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("bytes before or after the file", lambda pdf: pdf + b"Alex"),
        ("an earlier revision", lambda pdf: pdf + pdf[-200:]),
        ("a comment between the objects", lambda pdf: pdf.replace(b"\nendobj\n", b"\nendobj\n% Alex Example\n", 1)),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_bytes_that_no_reader_shows_are_refused(part: str, change: Callable[[bytes], bytes]):
    leaks = leaks_in(change(clean()))

    assert part in {leak.passage for leak in leaks}


def test_an_encrypted_paper_is_refused():
    import pikepdf

    locked = tamper.tampered(clean(), lambda _: None, encryption=pikepdf.Encryption(owner="demo", user=""))

    assert "encryption" in {leak.passage for leak in leaks_in(locked)}


def test_a_clean_paper_that_was_only_saved_again_stays_clean():
    assert leaks_in(tamper.tampered(clean(), lambda _: None)) == ()


def test_the_refusal_names_page_and_passage_for_the_person_who_makes_the_paper():
    refusal = LeakError(leaks_in(made(with_purpose("Seen by Alex Example last week."))))

    assert "Page 1 holds a name: “" in refusal.message
    assert "Seen by Alex Example last week." in refusal.message
    assert "was not written" in refusal.message
    assert refusal.advice


def test_a_long_list_of_leaks_is_cut_in_the_message_but_kept_in_the_error():
    leaks = tuple(Leak("name", page, "words", "page text") for page in range(1, 31))

    error = LeakError(leaks)

    assert "and 18 more" in error.message
    assert error.leaks == leaks
