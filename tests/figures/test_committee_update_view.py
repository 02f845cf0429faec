"""The view of a committee update: what the public may read, and nothing else (architecture.md, bone 12)."""

import typing
from dataclasses import fields, replace
from datetime import UTC, date, datetime

import pytest
from helpers.training_samples import fleet
from helpers.update_samples import DAY, NOW, SINCE, action, inputs, reading
from hypothesis import given, settings
from hypothesis import strategies as st

from socdesk.desk.founding import founding_deed
from socdesk.figures.committee_update_view import public_update
from socdesk.figures.drafts import drafts
from socdesk.figures.scope import TrainingRecords
from socdesk.figures.training import TrainingRules
from socdesk.figures.update_inputs import UpdateRecords, without_private_fields
from socdesk.registers.catalogue import REGISTERS
from socdesk.registers.fields import Audience
from socdesk.registers.register import State
from socdesk.registers.values import Occasion, Span, StoredFile, WhenKind
from socdesk.registers.vocabulary import CouncilEntry, Vocabularies

TOKEN = "CANARY"
CANARY_DAY = date(2026, 11, 11)
CANARY_NUMBER = 987_654
SEEN = (TOKEN, "11 November", "11/11/2026", "2026, 11, 11", "987654", "987,654")
CANARY_OF = {
    "Day": CANARY_DAY,
    "Moment": datetime(2026, 11, 11, tzinfo=UTC),
    "Period": Span(CANARY_DAY, CANARY_DAY),
    "When": Occasion(WhenKind.POINT, CANARY_DAY),
    "Number": CANARY_NUMBER,
    "Flag": True,
    "Choices": (TOKEN,),
    "Attachment": StoredFile(TOKEN, TOKEN, 1, TOKEN),
}


def view(**more):
    given = inputs(**more)
    return public_update(given, {draft.key: draft.text for draft in drafts(given)})


def filled(record, *, keep_values=True):
    """Fill every field that is not public, and who made the record; keep what it needs in order to count."""
    register = REGISTERS.of(record)
    values = {"created_by": TOKEN, "changed_by": TOKEN}
    for name in register.of_audience(Audience.INTERNAL):
        kind = register.fields[name]
        if not keep_values or getattr(record, name) == kind.empty:
            values[name] = CANARY_OF.get(type(kind).__name__, TOKEN)
    if register.numbering.audience is not Audience.PUBLIC:
        values["reference"] = TOKEN
    return replace(record, **values)


def filled_group(group):
    return replace(
        group,
        **{
            each.name: tuple(map(filled, getattr(group, each.name)))
            for each in fields(group)
            if isinstance(getattr(group, each.name), tuple)
        },
    )


def filled_records(records):
    return replace(filled_group(records), training=filled_group(records.training))


def test_no_value_of_a_field_that_is_not_public_reaches_the_view_or_a_draft():
    told = repr(view(now=filled_records(NOW), before=filled_records(NOW)))
    assert not [sign for sign in SEEN if sign in told]
    assert "Wording of A07." in told


@pytest.mark.parametrize("register", tuple(REGISTERS), ids=lambda register: register.key)
def test_the_allow_list_empties_every_field_that_is_not_public(register):
    record = filled(register.record_type(id="x"), keep_values=False)
    cleared = without_private_fields(record)
    assert not [sign for sign in SEEN if sign in repr(cleared)]
    assert REGISTERS.of(cleared) is register


def test_a_field_that_stops_being_public_would_be_seen():
    assert TOKEN in repr(filled(NOW.actions[0]))
    assert TOKEN in repr(view(now=replace(NOW, actions=(replace(NOW.actions[1], wording=TOKEN),))))


def test_no_id_and_no_person_of_the_training_records_reaches_the_view():
    told = repr(view())
    ids = {each.id for each in NOW.training.learners} | {each.id for each in NOW.actions}
    assert not [each for each in ids if each in told]
    assert "Example" not in told


def test_restricted_and_binned_records_and_their_children_are_left_out():
    hidden = replace(NOW.actions[5], restricted=True)
    now = replace(NOW, actions=(*NOW.actions[:5], hidden, replace(NOW.actions[6], state=State.BINNED)), milestones=())
    found = view(now=now, before=None, compared_with=None)
    told = repr(found)
    assert "A07" not in told
    assert "E-021" not in told
    assert "M1" not in [row.reference for row in found.actions]
    assert sum(row.count for row in found.rag) == len(found.actions) == 5


def test_an_action_restricted_since_the_last_report_leaves_no_trace():
    hidden = tuple(replace(each, restricted=each.reference == "A04") for each in NOW.actions)
    found = view(now=replace(NOW, actions=hidden))
    assert "A04" not in repr(found)
    assert {row.code: row.change for row in found.rag}["R"] == 0


def test_the_action_plan_is_in_order_with_posts_and_evidence_of_the_period():
    rows = view().actions
    assert [row.reference for row in rows] == ["A01", "A02", "A04", "A07", "A10", "M1", "L2"]
    taxi = rows[3]
    assert (taxi.pillar, taxi.lead_post, taxi.due_words) == ("Protect", "Head of Public Protection", "31/03/2027")
    assert (taxi.rag_code, taxi.rag_words, taxi.status_words) == ("A", "Amber – at risk", "In progress")
    assert taxi.evidence == ("E-017", "E-021")
    assert taxi.progress == "Reminders were sent."
    assert rows[1].progress == "Attended two of two meetings."
    assert rows[1].due_words == "Ongoing"


def test_ratings_are_counted_with_their_change():
    assert [(row.code, row.count, row.change) for row in view().rag] == [
        ("G", 4, -1),
        ("A", 1, 1),
        ("R", 1, 0),
        ("C", 0, 0),
        ("N", 1, 1),
    ]
    alone = view(before=None, compared_with=None)
    assert [row.change for row in alone.rag] == [None] * 5


def test_an_unknown_rating_is_not_lost_from_the_counts():
    found = view(now=replace(NOW, actions=(action("A01", "PURPLE"),)))
    assert sum(row.count for row in found.rag) == 1
    assert found.actions[0].rag_words == "PURPLE (unknown)"


def test_indicators_have_fraction_census_target_and_trend():
    submissions, referred, taxi = sorted(view().kpis, key=lambda row: (row.reference, row.measure))
    assert taxi.this_period.words == "212 of 240 (88.3 %)"
    assert taxi.last_period.words == "195 of 240 (81.3 %)"
    assert (taxi.target, taxi.trend_words, taxi.census) == ("95 %", "Improving", DAY)
    assert (submissions.this_period.words, submissions.trend_words) == ("31", "Up")
    assert (referred.this_period.words, referred.this_period.numerator) == ("fewer than 5 of 60", None)


def test_a_trend_against_a_hidden_number_is_not_told():
    some = reading(3, 60, SINCE, counts_people=True), reading(9, 60, DAY)
    (row,) = view(now=replace(NOW, kpi_readings=some)).kpis
    assert row.last_period.words == "fewer than 5 of 60"
    assert row.trend_words == "No comparison"


def test_a_measure_that_ever_counted_people_always_does():
    some = reading(9, 60, SINCE, counts_people=True), reading(3, 60, DAY, counts_people=False)
    (row,) = view(now=replace(NOW, kpi_readings=some)).kpis
    assert row.this_period.words == "fewer than 5 of 60"


def test_coverage_adds_up_where_it_is_told():
    (row,) = view().coverage
    assert (row.audience, row.course) == ("Licensed taxi drivers", "Taxi safeguarding")
    assert [row.in_date, row.expiring, row.expired, row.never, row.other] == [200, 12, 18, 7, 5]
    assert (row.covered, row.total, row.share) == (212, 242, "212 of 242 (87.6 %)")


def test_a_small_number_hides_its_side_of_the_row():
    (row,) = view(now=replace(NOW, training=fleet(in_date=200, expiring=12, expired=3, never=25))).coverage
    assert [row.in_date, row.expiring, row.expired, row.never, row.other] == [200, 12, None, None, None]
    assert (row.covered, row.total, row.share) == (212, 240, "212 of 240 (88.3 %)")


def test_a_small_side_hides_the_row_and_its_percentage():
    found = view(now=replace(NOW, training=fleet(in_date=225, expiring=12, never=3)))
    (row,) = found.coverage
    assert {row.in_date, row.expiring, row.expired, row.never, row.other} == {None}
    assert (row.covered, row.total, row.share) == (None, 240, "all but fewer than 5 of 240")
    assert "all but fewer than 5 of 240" in found.section("coverage").paragraphs[0]
    assert "237" not in repr(found)


def test_the_note_says_who_is_counted_apart_and_hides_how_few():
    suspended = tuple(replace(each, status="SUSPENDED") for each in NOW.training.licences[:3])
    training = replace(NOW.training, licences=(*suspended, *NOW.training.licences[3:]))
    note = view(now=replace(NOW, training=training)).coverage_note
    assert "Counted apart: taxi drivers whose licence is suspended (fewer than 5)." in note


def test_a_small_group_hides_everything_of_itself():
    (row,) = view(now=replace(NOW, training=fleet(in_date=2, never=1))).coverage
    assert {row.in_date, row.expiring, row.expired, row.never, row.other, row.covered, row.total} == {None}
    assert row.share == "fewer than 5 in all"


@given(
    st.fixed_dictionaries(
        {code: st.integers(0, 12) for code in ("in_date", "expiring", "expired", "never", "awaited")}
    ),
    st.integers(5, 8),
)
@settings(max_examples=60, deadline=None)
def test_the_covered_number_is_told_only_where_it_and_the_rest_are_none_or_great_enough(counts, threshold):
    found = view(now=replace(NOW, training=fleet(**counts)), threshold=threshold).coverage
    covered = counts["in_date"] + counts["expiring"]
    rest = sum(counts.values()) - covered
    for row in found:
        safe = all(number == 0 or number >= threshold for number in (covered, rest, covered + rest))
        assert (row.covered is not None) == safe
        assert row.covered in (None, covered)


def test_in_a_table_nought_is_a_number_and_all_is_a_fraction():
    some = reading(0, None, DAY, measure="Overdue"), reading(9, 9, DAY, measure="Attended"), reading(0, 9, DAY)
    rows = view(now=replace(NOW, kpi_readings=some)).kpis
    assert sorted(row.this_period.words for row in rows) == ["0", "0 of 9 (0.0 %)", "9 of 9 (100.0 %)"]


def test_the_view_carries_the_settings_that_its_words_depend_on():
    found = view(threshold=10, rules=TrainingRules(expiring_days=60))
    assert (found.threshold, found.expiring_days) == (10, 60)
    assert view(threshold=2).threshold == 5
    assert any("fewer than 10 are not shown" in note for note in found.notes)


def test_a_first_report_looks_back_three_months_for_evidence_and_notes():
    early = replace(NOW.progress_notes[0], day=date(2026, 9, 1), public_text="Long ago.")
    now = replace(NOW, progress_notes=(early,))
    rows = {row.reference: row for row in view(now=now, before=None, compared_with=None).actions}
    assert rows["A07"].evidence == ("E-017", "E-021")
    assert rows["A02"].progress == ""


def test_pillars_stand_by_their_short_names_together_and_the_paper_says_which_prevent_is_meant():
    found = view()
    assert {row.pillar for row in found.actions} == {"Pursue", "Prevent", "Protect"}
    assert [part.heading for part in found.sections if part.key.startswith("pillar.")] == [
        "Pursue",
        "Prevent",
        "Protect",
        "Prepare",
    ]
    assert "Prevent (SOC pillar)" in found.section("purpose").paragraphs[0]
    assert any("not the Prevent duty" in note for note in found.notes)


def test_what_the_council_calls_a_pillar_goes_before_the_short_name():
    words = Vocabularies([CouncilEntry(vocabulary="pillar", code="PREVENT", label="Early help")])
    assert "Early help" in {row.pillar for row in view(vocabularies=words).actions}


def test_sections_are_taken_as_they_stand_and_parted_by_empty_lines():
    found = public_update(inputs(), {"purpose": "One.\n\nTwo,\nand more.", "risks": "  ", "key_risk": "Own."})
    assert [(part.key, part.heading, part.paragraphs) for part in found.sections] == [
        ("purpose", "Purpose of report", ("One.", "Two,\nand more.")),
        ("key_risk", "Key risk", ("Own.",)),
    ]


def test_the_head_of_the_paper_is_from_settings_and_strategy():
    found = view(demo=True)
    assert found.title == "Serious and Organised Crime Strategy: progress update"
    assert (found.strategy_adopted, found.review_due, found.review_overdue) == (
        "September 2019",
        date(2022, 9, 19),
        True,
    )
    assert (found.previous_as_at, found.demo, found.marking) == (SINCE, True, "OFFICIAL")


def test_the_same_inputs_make_the_same_view_whatever_their_order():
    backwards = replace(
        NOW,
        **{each.name: getattr(NOW, each.name)[::-1] for each in fields(NOW) if each.name != "training"},
        training=replace(NOW.training, learners=NOW.training.learners[::-1]),
    )
    assert view(now=backwards) == view()


def test_a_desk_that_has_just_been_laid_out_has_an_update():
    puts = founding_deed(slot="1").puts
    kinds = typing.get_type_hints(UpdateRecords) | typing.get_type_hints(TrainingRecords)

    def of(group):
        chosen = {each.name: typing.get_args(kinds[each.name]) for each in fields(group)}
        return {name: tuple(p for p in puts if isinstance(p, args[0])) for name, args in chosen.items() if args}

    now = UpdateRecords(**of(UpdateRecords), training=TrainingRecords(**of(TrainingRecords)))
    found = view(now=now, before=None, compared_with=None)
    assert len(found.actions) == 15
    assert found.coverage == found.kpis == ()
    assert found.review_overdue
    assert "Nobody on the desk" in found.coverage_note
