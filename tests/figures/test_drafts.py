"""The drafted texts: plain English made of figures, each with its day."""

import re
from dataclasses import replace

import pytest
from helpers.update_samples import DAY, NOW, SINCE, action, inputs

from socdesk.figures.drafts import drafts
from socdesk.figures.scope import TrainingRecords
from socdesk.figures.update_base import NoStrategyError


def texts(**more):
    return {draft.key: draft.text for draft in drafts(inputs(**more))}


def with_actions(*actions, **more):
    return texts(now=replace(NOW, actions=actions), before=None, compared_with=None, **more)


def test_a_pillar_is_told_by_its_ratings_with_the_day_and_names_what_is_not_on_track():
    assert texts()["pillar.PURSUE"] == (
        "Of the 4 actions under Pursue, 3 are on track and 1 is off track at 31 December 2026. "
        "Off track: A04 (Title of A04). "
        "1 action is overdue at 31 December 2026: A04 (Title of A04), due 30 November 2026."
    )


def test_overdue_actions_and_milestones_are_told_apart():
    late = replace(NOW.milestones[1], due=SINCE)
    now = replace(NOW, milestones=(late, replace(late, id="m9", reference="A07.9")))
    assert "2 milestones are overdue at 31 December 2026: A07.2" in texts(now=now)["pillar.PROTECT"]


def test_a_pillar_tells_what_moved_and_what_was_reached():
    assert texts()["pillar.PROTECT"] == (
        "Of the 2 actions under Protect, 1 is on track and 1 is at risk at 31 December 2026. "
        "At risk: A07 (Title of A07). "
        "Since 30 September 2026, A07 went from “Green – on track” to “Amber – at risk”. "
        "1 milestone was reached: A07, Write to every driver, done on 5 October 2026."
    )


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        ("G", "The one action under Pursue is on track at 31 December 2026."),
        ("GG", "Both actions under Pursue are on track at 31 December 2026."),
        ("BBB", "All 3 actions under Pursue are complete at 31 December 2026."),
        (
            "GGX",
            "Of the 3 actions under Pursue, 2 are on track and 1 is not started or not applicable at 31 December 2026.",
        ),
        ("", "No action of the plan has Pursue as its main pillar."),
    ],
)
def test_the_grammar_fits_none_one_and_many(ratings, expected):
    codes = {"G": "GREEN", "B": "BLUE", "X": "GREY"}
    actions = [action(f"A{n:02}", codes[letter]) for n, letter in enumerate(ratings, start=1)]
    assert with_actions(*actions)["pillar.PURSUE"] == expected


def test_a_rating_that_nobody_knows_is_told_and_does_not_fail():
    some = with_actions(action("A01", "GREEN"), action("A02", "PURPLE"))
    assert "1 is rated PURPLE (unknown)" in some["pillar.PURSUE"]


def test_the_overdue_review_is_said_plainly():
    found = texts()
    assert found["review"] == (
        "The strategy is to be reviewed after 3 years. "
        "At 31 December 2026 its review has been overdue since September 2022: 4 years and 3 months. "
        "The responsible officer is the Head of Public Protection."
    )
    assert found["recommendation"] == (
        "the progress made by 31 December 2026 be noted\n\n"
        "a day be set for the review of the strategy, which has been due since September 2022"
    )


def test_a_review_to_come_asks_nothing_of_the_committee():
    strategy = replace(NOW.strategies[0], reviewed=DAY)
    found = texts(now=replace(NOW, strategies=(strategy,)))
    assert found["recommendation"] == "the progress made by 31 December 2026 be noted"
    assert "At 31 December 2026 its review is due on 31 December 2029, in 3 years." in found["review"]


def test_the_purpose_explains_the_short_form_and_counts_the_plan():
    purpose = texts()["purpose"]
    assert "adopted in September 2019" in purpose
    assert "SOC stands for serious and organised crime" in purpose
    assert "5 actions of the Council, 1 role of elected members and 1 local action" in purpose
    assert "Changes are counted from 30 September 2026" in purpose


def test_coverage_is_told_with_its_fraction_and_day():
    assert texts()["coverage"] == (
        "Licensed taxi drivers in date on 31 December 2026: Taxi safeguarding, 212 of 242 (87.6 %)."
    )


def test_next_steps_are_what_falls_due():
    assert texts()["next_steps"] == (
        "Due in the 90 days from 31 December 2026: A07.2 (Hold a second course) by 1 February 2027; "
        "A07 (Title of A07) by 31 March 2027."
    )


def test_changes_are_told_one_by_one():
    assert texts()["changes"].split("\n\n") == [
        "A07: RAG rating changed from “Green – on track” to “Amber – at risk”.",
        "L2: New action: “Title of L2”.",
    ]


def test_where_there_is_nothing_to_say_there_is_no_section():
    nothing = replace(NOW, actions=(), milestones=(), training=TrainingRecords())
    found = texts(now=nothing, before=None, compared_with=None)
    assert not {"headline", "coverage", "changes", "next_steps", "national"} & found.keys()
    assert found["background"] == "Nil"


def test_without_a_strategy_the_person_is_told():
    with pytest.raises(NoStrategyError, match="no strategy in force"):
        drafts(inputs(now=replace(NOW, strategies=())))
    with pytest.raises(NoStrategyError, match="review is due"):
        drafts(inputs(now=replace(NOW, strategies=(replace(NOW.strategies[0], review_years=None),))))


def test_no_short_form_stands_bare_and_every_sentence_is_one():
    for draft in drafts(inputs()):
        assert not re.search(r"\bSAR\b|\bSPOC\b|  |\.\.|None|\{", draft.text), draft
        assert not re.search(r"\bPrevent\b(?! \(SOC pillar\))", draft.text), draft
        assert draft.heading
        if draft.key not in ("recommendation", "background"):
            assert draft.text.endswith(".")
            assert draft.text[0].isupper()
