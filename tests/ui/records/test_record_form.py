from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from helpers.records import concern, statement
from PySide6.QtCore import Qt

from socdesk.desk.drafts import Draft
from socdesk.registers.declared.actions import ACTIONS, EVIDENCE, Action, Evidence
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS, Concern
from socdesk.registers.register import new_id
from socdesk.ui.page import Breadth
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.record_form import RecordForm

Key, Mod = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def open_form(qtbot, room, shown):
    def do(register, record, **more):
        form = RecordForm(room, register, record, **more)
        with qtbot.waitSignal(form.ready):
            shown(form)
        form.take_keyboard()
        return form

    return do


@pytest.fixture
def new_action(open_form):
    return open_form(ACTIONS, Action(id=new_id(), kind="LOCAL"))


def answer(form, **texts):
    for name, text in texts.items():
        form.editors[name].show_text(text)


def test_a_record_is_made_with_the_keyboard_alone(qtbot, room, open_form):
    form = open_form(ACTIONS, Action(id=new_id(), kind="LOCAL"), names=("title", "primary_pillar", "due"))
    qtbot.keyClicks(form.editors["title"].focus, "Walk the market")
    qtbot.keyClick(form.editors["title"].focus, Key.Key_Tab)
    pillar = form.editors["primary_pillar"].focus
    assert pillar.hasFocus()
    qtbot.keyClick(pillar, Key.Key_Down)
    qtbot.keyClick(pillar, Key.Key_Tab)
    due = form.editors["due"].focus
    assert due.hasFocus()
    qtbot.keyClicks(due, "+14")
    with qtbot.waitSignal(form.saved) as saved:
        qtbot.keyClick(due, Key.Key_S, Mod.ControlModifier)
    (kept,) = saved.args[0].records
    assert (kept.title, kept.primary_pillar, kept.due) == ("Walk the market", "PURSUE", date(2026, 3, 30))
    assert room.desk.read.get(ACTIONS, kept.id) == kept


def test_a_day_is_shown_back_in_full_on_leaving(qtbot, new_action):
    due = new_action.editors["due"].focus
    due.setFocus()
    qtbot.keyClicks(due, "27/3/26")
    qtbot.keyClick(due, Key.Key_Tab)
    assert due.text() == "27 March 2026"


def test_what_is_wrong_is_said_on_leaving_and_taken_back_on_typing(qtbot, new_action):
    due = new_action.editors["due"].focus
    due.setFocus()
    qtbot.keyClicks(due, "31 feb")
    assert new_action.fields["due"].error == ""
    qtbot.keyClick(due, Key.Key_Tab)
    assert "is not a day" in new_action.fields["due"].error
    assert due.text() == "31 feb"
    assert due.accessibleDescription().startswith("Error: ")
    due.setFocus()
    qtbot.keyClicks(due, "1")
    assert new_action.fields["due"].error == ""


def test_saving_with_errors_saves_nothing_and_leads_to_each(qtbot, room, new_action, said):
    answer(new_action, rag="RED")
    new_action.save()
    assert [link.text() for link in new_action.summary.links] == [
        "Action is missing",
        "Pillar is missing",
        "Reason for the rating is missing: amber and red need one",
    ]
    assert new_action.summary.links[0].hasFocus()
    assert said[-1] == "Not saved. There are 3 things to put right"
    qtbot.keyClick(new_action.summary.links[0], Key.Key_Space)
    assert new_action.editors["title"].focus.hasFocus()
    assert room.desk.read.get(ACTIONS, new_action.record.id) is None


def test_a_required_question_says_so_in_words(new_action):
    assert new_action.fields["title"].label.text() == "Action (required)"
    assert new_action.fields["title"].label.buddy() is new_action.editors["title"].focus


def test_sealed_answers_are_read_and_not_changed(open_form, keep):
    whole = concern()
    kept = keep(whole, statement(whole, "He was seen counting cash"))[1]
    form = open_form(STATEMENTS, kept)
    area = form.editors["text"].focus
    assert area.isReadOnly()
    assert area.toPlainText() == "He was seen counting cash"
    assert not form.is_changed
    assert form._filled() == (kept, {})


def test_all_that_stands_is_shown_and_saved_unchanged(open_form, keep):
    (kept,) = keep(
        concern(
            "A van",
            categories=("NOT_YET_KNOWN",),
            urgency="SAME_DAY",
            received=datetime(2026, 6, 1, 8, 30, tzinfo=UTC),
        )
    )
    form = open_form(CONCERNS, kept, restrictable=True)
    assert form.editors["received"].focus.text() == "1 June 2026, 09:30"
    assert form._filled() == (kept, {})


def test_a_change_of_each_kind_is_read(open_form, keep):
    (kept,) = keep(concern("A van"))
    form = open_form(CONCERNS, kept, restrictable=True)
    form.editors["happened"].kind.setCurrentIndex(2)
    form.editors["happened"].since.setText("1/3/26")
    form.editors["happened"].until.setText("yesterday")
    answer(form, restricted="yes", restriction_reason="CSE", categories="DRUGS", closed="today")
    filled, problems = form._filled()
    assert problems == {}
    assert (filled.restricted, filled.restriction_reason, filled.categories) == (True, "CSE", ("DRUGS",))
    assert filled.happened.start == date(2026, 3, 1)
    assert filled.happened.end == date(2026, 3, 15)
    assert filled.closed == date(2026, 3, 16)


def test_choices_become_chips_that_can_be_taken_away(qtbot, open_form, keep):
    (kept,) = keep(concern("A van"))
    form = open_form(CONCERNS, kept, names=("categories",))
    editor = form.editors["categories"]
    qtbot.keyClick(editor.combo, Key.Key_Down)
    qtbot.keyClick(editor.combo, Key.Key_Down)
    assert editor.text() == "NOT_YET_KNOWN"
    qtbot.keyClick(editor.combo, Key.Key_Return)
    first, added = editor.text().split("; ")
    assert first == "NOT_YET_KNOWN"
    qtbot.keyClick(editor.combo, Key.Key_End)
    qtbot.keyClick(editor.combo, Key.Key_Tab)
    assert len(editor.text().split("; ")) == 3
    chip = next(each for each in editor.chips.children() if getattr(each, "accessibleName", str)().startswith("Remove"))
    qtbot.keyClick(chip, Key.Key_Space)
    assert editor.text().startswith(added)


def test_leaving_asks_nothing_and_keeps_what_was_typed(qtbot, room, new_action):
    left = []
    new_action.left.connect(lambda: left.append(True))
    qtbot.keyClicks(new_action.editors["title"].focus, "Half a thought")
    new_action.leave()
    assert left == [True]
    qtbot.waitUntil(lambda: bool(room.desk.drafts.all()))
    assert room.desk.drafts.of(new_action.record.id).texts == {"title": "Half a thought"}


def test_leaving_an_unchanged_form_keeps_no_draft(room, new_action, on_desk_thread):
    left = []
    new_action.leave(lambda: left.append(True))
    assert left == [True]
    assert on_desk_thread(room.desk.drafts.all) == ()


def test_typing_is_kept_without_a_pause_and_the_head_says_when(qtbot, room, new_action):
    told = []
    new_action.keeper.told.connect(told.append)
    new_action.keeper.setInterval(30)
    title = new_action.editors["title"].focus
    qtbot.keyClicks(title, "Half a thought that goes on and on", delay=5)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "Draft saved 09:00"
    qtbot.waitUntil(lambda: room.desk.drafts.of(new_action.record.id).texts["title"] == title.text())


def test_leaving_a_question_keeps_the_draft_and_taking_it_back_drops_it(qtbot, room, new_action):
    title = new_action.editors["title"].focus
    qtbot.keyClicks(title, "Half")
    qtbot.keyClick(title, Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(room.desk.drafts.all()))
    title.setFocus()
    for _ in "Half":
        qtbot.keyClick(title, Key.Key_Backspace)
    qtbot.keyClick(title, Key.Key_Tab)
    qtbot.waitUntil(lambda: not room.desk.drafts.all())


def test_half_typed_answers_of_every_kind_come_back_as_they_were(room, open_form, keep, on_desk_thread):
    (kept,) = keep(concern("A van"))
    form = open_form(CONCERNS, kept, restrictable=True)
    form.editors["happened"].kind.setCurrentIndex(2)
    form.editors["happened"].since.setText("27 fe")
    form.editors["happened"].until.setText("soon; perhaps")
    form.editors["received"].focus.setText("today at")
    form.editors["closed"].focus.setText("+")
    answer(form, summary="A ca", restricted="yes", categories="DRUGS", urgency="ROUTINE")
    draft = on_desk_thread(lambda: room.desk.drafts.keep(form.draft()))
    again = open_form(CONCERNS, kept, restrictable=True, draft=draft)
    assert again.draft().texts == draft.texts
    assert again.editors["received"].focus.text() == "today at"
    assert again.editors["happened"].until.text() == "soon; perhaps"
    assert not again.clash.isVisible()


def test_a_draft_of_a_record_that_was_changed_since_says_so_and_shows_both(open_form, keep):
    (kept,) = keep(concern("A van", urgency="ROUTINE"))
    texts = {"summary": "A car", "urgency": "SAME_DAY", "place": "Yard"}
    draft = Draft(register=CONCERNS, base=kept, texts=texts, at=kept.changed_at)
    (now,) = keep(replace(kept, summary="A lorry", urgency="DANGER_NOW"))
    form = open_form(CONCERNS, now, draft=draft)
    assert form.clash.isVisible()
    assert f"{now.reference} was changed since you began this draft." in form.clash.words
    assert "you typed “A car”; now it is “A lorry”." in form.clash.words
    assert "SAME_DAY" not in form.clash.words
    assert "Yard" not in form.clash.words
    assert form.editors["summary"].text() == "A car"
    assert form.draft().base.version == kept.version


def test_saving_ends_the_draft(qtbot, room, open_form, keep):
    (kept,) = keep(concern("A van"))
    form = open_form(CONCERNS, kept)
    qtbot.keyClicks(form.editors["summary"].focus, "A")
    answer(form, why="Wrongly heard")
    form.keep_typed()
    qtbot.waitUntil(lambda: bool(room.desk.drafts.all()))
    with qtbot.waitSignal(form.saved):
        form.save()
    assert room.desk.drafts.all() == ()


def test_discarding_hands_over_what_was_thrown_away(qtbot, new_action):
    qtbot.keyClicks(new_action.editors["title"].focus, "Half")
    thrown = []
    new_action.discarded.connect(thrown.append)
    with qtbot.waitSignal(new_action.left):
        new_action.discard()
    assert thrown[0].texts == {"title": "Half"}


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(qtbot, open_form, keep, said):
    (kept,) = keep(concern("A van"))
    form = open_form(CONCERNS, kept)
    keep(replace(kept, summary="A lorry"))
    answer(form, summary="A car", why="Wrongly heard")
    form.save()
    qtbot.waitUntil(form.summary.isVisible)
    assert "was changed meanwhile" in form.summary.words
    assert "was changed meanwhile" in said[-1]


def test_a_file_is_read_and_kept_with_the_record(qtbot, room, open_form, tmp_path, keep):
    (kept,) = keep(Action(id=new_id(), kind="LOCAL", title="A task", primary_pillar="PURSUE"))
    form = open_form(EVIDENCE, Evidence(id=new_id(), parent=kept.id))
    answer(form, title="Minutes", type=form.editors["type"].combo.itemData(1), day="today")
    path = tmp_path / "minutes.txt"
    path.write_bytes(b"They met")
    form.editors["file"].take(str(path))
    qtbot.waitUntil(lambda: form.editors["file"].chosen is not None)
    with qtbot.waitSignal(form.saved) as saved:
        form.save()
    (evidence,) = saved.args[0].records
    assert evidence.file.name == "minutes.txt"
    assert room.desk.store.attachments.read(evidence.file) == b"They met"


def test_a_file_that_is_not_there_is_told(qtbot, open_form, tmp_path):
    form = open_form(EVIDENCE, Evidence(id=new_id()))
    form.editors["file"].take(str(tmp_path / "gone.txt"))
    qtbot.waitUntil(lambda: "could not be read" in form.fields["file"].error)


@pytest.mark.parametrize("breadth", list(Breadth))
def test_every_question_is_laid_out_at_every_breadth(open_form, breadth):
    form = open_form(CONCERNS, Concern(id=new_id()), sections=(Section("What", ("summary", "ward", "urgency")),))
    form.fit(breadth)
    assert all(field.isVisibleTo(form) for field in form.fields.values())
