"""The strategy's own words, our mapping of them, and the posts."""

import re
from datetime import date

import pytest

from socdesk.bundled import resource
from socdesk.registers.strategy_text import ShippedStrategy
from socdesk.registers.vocabulary import Vocabularies

STRATEGY = ShippedStrategy()
CODES = Vocabularies()
SAID = resource("strategy", "strategy-2019.md").read_text(encoding="utf-8")
REFERENCES = [f"A{n:02}" for n in range(1, 12)] + [f"M{n}" for n in range(1, 5)]


def test_the_fifteen_actions_stand_in_the_strategys_order():
    assert [action.reference for action in STRATEGY.text.actions] == REFERENCES


@pytest.mark.parametrize("reference", REFERENCES)
def test_every_wording_is_the_strategys_own_without_emphasis(reference):
    found = re.findall(rf"^- \[{reference}\] (.*)$", SAID, re.MULTILINE)
    assert len(found) == 1
    wording = next(a.wording for a in STRATEGY.text.actions if a.reference == reference)
    assert wording == found[0].replace("*", "")


def test_aim_review_and_reporting_are_the_strategys_own_words():
    paragraphs = SAID.splitlines()
    text = STRATEGY.text
    for words in (text.aim, text.review.text, *text.reporting):
        assert words in paragraphs
    assert f"# {text.title}" in paragraphs


def test_the_pillars_mean_what_the_strategy_says_and_what_the_vocabulary_says():
    assert [pillar.code for pillar in STRATEGY.text.pillars] == [c.code for c in CODES["pillar"].codes]
    for pillar in STRATEGY.text.pillars:
        extras = CODES["pillar"].by_code[pillar.code].extras
        assert f"- **{extras['short']}**: {pillar.meaning}\n" in SAID
        assert f"- {pillar.national} (**{extras['short']}**)\n" in SAID
        assert (extras["meaning"], extras["national"]) == (pillar.meaning, pillar.national)


def test_the_national_objectives_are_worded_as_the_strategy_words_them():
    assert all(f"- {code.extras['wording']}\n" in SAID for code in CODES["objective_2018"].codes)


def test_the_review_has_been_due_since_september_2022():
    assert STRATEGY.text.review_due == date(2022, 9, 19)
    assert STRATEGY.text.adopted_known_to == "month"
    assert STRATEGY.text.review.responsible_post == "Head of Public Protection"


def test_the_mapping_is_marked_as_ours_and_covers_every_action():
    assert STRATEGY.mapping_is_ours
    assert list(STRATEGY.mapping) == REFERENCES


@pytest.mark.parametrize("mapped", STRATEGY.mapping.values(), ids=lambda mapped: mapped.reference)
def test_every_code_of_the_mapping_is_in_its_vocabulary(mapped):
    named = {
        "pillar": {mapped.primary_pillar, mapped.secondary_pillar} - {None},
        "objective_2018": {mapped.objective},
        "cadence": {mapped.cadence},
        "partner": set(mapped.partners),
        "action_status": {mapped.status},
        "rag": {mapped.rag},
        "action_kind": {mapped.kind},
        "action_category": {mapped.category},
        "kpi_unit": {kpi.unit for kpi in mapped.kpis},
    }
    for key, codes in named.items():
        assert codes <= {code.code for code in CODES.choices(key, date(2026, 3, 5))}
    assert mapped.primary_pillar != mapped.secondary_pillar
    assert mapped.kpis
    assert mapped.reference.startswith(CODES["action_kind"].by_code[mapped.kind].extras["prefix"])


def test_every_measure_in_per_cent_says_what_is_divided_by_what():
    for kpi in (kpi for mapped in STRATEGY.mapping.values() for kpi in mapped.kpis):
        assert (kpi.unit == "PERCENT") == bool(kpi.numerator) == bool(kpi.denominator)
        assert (kpi.target_percent is not None) == bool(kpi.target_source)
        assert kpi.better in ("higher", "lower", "neither")
        assert kpi.better != "neither" or kpi.unit == "COUNT"


def test_more_or_fewer_submissions_are_neither_good_nor_bad():
    better = {kpi.measure: kpi.better for mapped in STRATEGY.mapping.values() for kpi in mapped.kpis}
    assert better["Submissions to police and partners"] == "neither"
    assert better["Overdue Board actions for the Council"] == "lower"


def test_only_the_appointment_is_a_state_and_the_rest_is_work():
    assert [m.reference for m in STRATEGY.mapping.values() if m.category == "STATE"] == ["A01"]


def test_the_two_posts_are_two_roles_and_the_strategy_names_both():
    assert {post.title: post.role for post in STRATEGY.posts} == {
        "Chief Communities Officer": "Single Point of Contact for serious and organised crime",
        "Head of Public Protection": "Responsible officer for the policy and its review",
    }
    assert set(STRATEGY.text.contact_posts) == {post.title for post in STRATEGY.posts}
    leads = {mapped.lead_post for mapped in STRATEGY.mapping.values()}
    assert leads == {*STRATEGY.text.contact_posts, "Democratic Services"}


def test_a_strategy_that_is_not_shipped_is_not_there():
    with pytest.raises(FileNotFoundError):
        assert ShippedStrategy("1066").text
