"""The controlled vocabularies: what is shipped, and what the council lays over it."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.bundled import resource
from socdesk.registers.vocabulary import CouncilEntry, Vocabularies

ALL = Vocabularies()
DAY = date(2026, 3, 5)
ASKED_FOR = """
    pillar objective_2018 line_of_action_2023 soc_category tag action_status rag cadence milestone_status evidence_type
    trend concern_status urgency channel source_type source_anonymity how_known statement_type person_role
    grading_source grading_intelligence grading_handling route route_method outcome restriction_reason service_area
    risk_trade education_audience campaign_type learner_kind training_status course_mode result licence_type
    licence_status meeting_body attendance report_kind report_state recommendation_verb schedule_12a gsc gsc_descriptor
    lawful_basis condition request_type request_state legal_hold_reason disposal audit_opinion finding_priority
    recommendation_state audit_answer policy_event_kind partner partner_status isa_state ward relation_role
    yes_no_unknown absence_reason
"""
UNQUALIFIED = re.compile(r"\bSAR\b|\bSPOC\b|\bPrevent\b(?! \((?:SOC pillar|counter-terrorism))")

shipped_codes = st.sampled_from([(key, code.code) for key in ALL.keys for code in ALL[key].codes])
added_codes = st.tuples(st.sampled_from([*ALL.keys, "mood"]), st.from_regex(r"[A-Z]{1,6}", fullmatch=True))
days = st.none() | st.dates(date(2015, 1, 1), date(2035, 1, 1))


@st.composite
def council_entries(draw):
    vocabulary, code = draw(shipped_codes | added_codes)
    return CouncilEntry(
        vocabulary=vocabulary,
        code=code,
        label=draw(st.text(max_size=20)),
        sort=draw(st.none() | st.integers(0, 500)),
        active_from=draw(days),
        active_to=draw(days),
    )


@pytest.mark.parametrize("key", ALL.keys)
def test_every_shipped_vocabulary_is_sound(key):
    vocabulary = ALL[key]
    assert vocabulary.key == key
    assert vocabulary.codes
    for each in vocabulary.codes:
        assert not UNQUALIFIED.search(each.label), each


def test_every_vocabulary_of_the_domain_is_shipped():
    assert set(ASKED_FOR.split()) <= set(ALL.keys)


def test_the_strategys_nine_categories_are_named_in_its_own_words():
    said = resource("strategy", "strategy-2019.md").read_text(encoding="utf-8").casefold()
    labels = [code.label for code in ALL["soc_category"].codes]
    assert labels[9:] == ["Not yet known", "Not SOC"]
    assert all(label.casefold() in said for label in labels[:9])


def test_there_are_twenty_wards_in_two_clusters():
    wards = [code for code in ALL["ward"].codes if "cluster" in code.extras]
    assert len(wards) == 20
    assert {ward.extras["cluster"] for ward in wards} == set(ALL["ward_cluster"].by_code)
    assert [code.code for code in ALL["ward"].codes[20:]] == ["BOROUGH_WIDE", "OUTSIDE", "NOT_KNOWN"]


@pytest.mark.parametrize(
    ("key", "extra", "other"),
    [
        ("route", "method", "route_method"),
        ("partner", "kind", "partner_kind"),
        ("list_kind", "learner", "learner_kind"),
    ],
)
def test_codes_that_name_another_vocabularys_code_name_a_real_one(key, extra, other):
    named = {code.extras[extra] for code in ALL[key].codes if extra in code.extras}
    assert named
    assert named <= set(ALL[other].by_code)


def test_an_abolished_partner_points_to_its_successor_and_is_offered_no_longer():
    abolished = ALL.code("partner", "CRC")
    assert abolished is not None
    assert abolished.extras["successor"] == "PROBATION_SERVICE"
    assert abolished not in ALL.choices("partner", DAY)
    assert abolished in ALL.choices("partner", date(2020, 1, 1))


def test_each_rag_status_has_its_own_letter_words_and_shape():
    for extra in ("letter", "words", "shape", "sign", "icon"):
        assert len({code.extras[extra] for code in ALL["rag"].codes}) == 5
    assert ALL.label("rag", "GREEN") == "Green \N{EN DASH} on track"


@pytest.mark.parametrize("key", ["pillar", "no_such_vocabulary"])
def test_an_unknown_code_shows_as_itself_and_is_marked(key):
    assert ALL.label(key, "FOO") == "FOO (unknown)"


def test_no_code_shows_as_nothing():
    assert ALL.label("pillar", "") == ""


def test_an_unknown_vocabulary_is_a_fault_of_ours():
    with pytest.raises(KeyError):
        ALL.choices("no_such_vocabulary", DAY)


@pytest.mark.parametrize("key", ALL.keys)
def test_every_code_is_found_by_itself_by_its_label_and_by_its_other_words(key):
    for each in ALL[key].codes:
        for text in (each.code, each.label, *each.also):
            assert ALL.code_for(key, f" {text.swapcase()} ") == each.code


def test_a_hyphen_typed_for_a_dash_still_finds_the_code():
    assert ALL.code_for("rag", "green - on track") == "GREEN"


@pytest.mark.parametrize("text", ["purple", "", "  "])
def test_words_that_mean_no_code_find_none(text):
    assert ALL.code_for("rag", text) is None


def test_only_codes_active_on_the_day_are_offered_first_and_last_day_included():
    entry = CouncilEntry(vocabulary="trend", code="IMPROVING", active_from=DAY, active_to=DAY)
    council = ALL.with_council([entry])
    codes = [{code.code for code in council.choices("trend", DAY.replace(day=day))} for day in (4, 5, 6)]
    assert ["IMPROVING" in offered for offered in codes] == [False, True, False]


def test_the_councils_label_takes_the_place_of_the_shipped_one_and_both_are_found():
    council = ALL.with_council([CouncilEntry(vocabulary="ward", code="BRINSLEY", label="Brinsley Parish")])
    assert council.label("ward", "BRINSLEY") == "Brinsley Parish"
    assert council.code_for("ward", "brinsley parish") == council.code_for("ward", "Brinsley") == "BRINSLEY"
    assert ALL.label("ward", "BRINSLEY") == "Brinsley"


def test_a_code_the_council_adds_stands_where_the_council_says_or_last():
    council = ALL.with_council(
        [
            CouncilEntry(vocabulary="trend", code="ODD", label="Odd"),
            CouncilEntry(vocabulary="trend", code="MIXED", label="Mixed", sort=15),
        ]
    )
    offered = [code.code for code in council.choices("trend", DAY)]
    assert offered == ["IMPROVING", "MIXED", "NO_CHANGE", "WORSENING", "NO_COMPARISON", "ODD"]


def test_of_two_entries_on_one_code_the_later_counts_and_keeps_what_it_leaves_empty():
    council = ALL.with_council(
        [
            CouncilEntry(vocabulary="trend", code="IMPROVING", label="Better", sort=99),
            CouncilEntry(vocabulary="trend", code="IMPROVING", active_to=DAY),
        ]
    )
    found = council.code("trend", "IMPROVING")
    assert found is not None
    assert (found.label, found.sort, found.active_to) == ("Better", 99, DAY)


def test_an_entry_keeps_what_else_is_known_of_a_shipped_code():
    council = ALL.with_council([CouncilEntry(vocabulary="rag", code="RED", label="Red")])
    found = council.code("rag", "RED")
    assert found is not None
    assert found.extras["letter"] == "R"


def test_entries_for_a_vocabulary_that_is_not_shipped_make_one():
    council = ALL.with_council([CouncilEntry(vocabulary="mood", code="GLAD", label="Glad")])
    assert "mood" in council
    assert council.label("mood", "GLAD") == "Glad"
    assert council.label("mood", "SAD") == "SAD (unknown)"


def test_an_entry_without_a_code_adds_nothing():
    council = ALL.with_council([CouncilEntry(vocabulary="trend", code=" ", label="Odd")])
    assert council["trend"] == ALL["trend"]


@given(st.lists(council_entries(), max_size=6), st.text(max_size=12))
def test_nothing_the_council_says_removes_a_shipped_code_or_makes_a_label_fail(entries, any_code):
    council = ALL.with_council(entries)
    for key in {entry.vocabulary for entry in entries}:
        shipped = ALL[key].by_code if key in ALL else {}
        assert set(shipped) <= set(council[key].by_code)
        sorts = [code.sort for code in council.choices(key, DAY)]
        assert sorts == sorted(sorts)
        assert council.label(key, any_code) or not any_code
    assert all(council.label(entry.vocabulary, entry.code) for entry in entries)


def test_vocabularies_are_read_once_and_shared_with_the_councils_copy():
    assert ALL["tag"] is ALL["tag"]
    assert ALL.with_council([])["tag"] is ALL["tag"]
