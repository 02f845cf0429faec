"""Stories of domain.md 8 on the pages of actions and concerns: the real window, and the keyboard alone."""

from datetime import UTC, date, datetime

from helpers.records import concern
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from socdesk.commands.places import Spot
from socdesk.registers.declared.actions import ACTIONS, Evidence
from socdesk.registers.declared.concerns import CONCERNS, ROUTES, STATEMENTS, Route
from socdesk.registers.register import new_id

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def form_of(qtbot, page):
    qtbot.waitUntil(lambda: page.form is not None and bool(page.form.editors))
    return page.form


def tab_to(keys, form, name):
    for _ in range(60):
        if form.editors[name].focus.hasFocus():
            return
        keys.press(Key.Key_Tab)
    raise AssertionError(name)


def recorded(desk, summary):
    return next((each for each in desk.read.page(CONCERNS) if each.summary == summary), None)


def test_story_01_a_tip_is_logged_with_five_answers_and_finished_later(qtbot, open_window, keys, desk):
    keys.press(Key.Key_N, modifier=CTRL | SHIFT)
    page = open_window.frame.navigation.page
    form = form_of(qtbot, page)
    assert len(form._body.order) == 5
    qtbot.waitUntil(form.editors["summary"].focus.hasFocus)
    keys.text("Cash counted in a parked van")
    for name in ("urgency", "channel"):
        tab_to(keys, form, name)
        keys.press(Key.Key_Down, Key.Key_Down)
    keys.press(Key.Key_S, modifier=CTRL | SHIFT)
    qtbot.waitUntil(lambda: page.form is not None and page.form is not form and bool(page.form.editors))
    kept = recorded(desk, "Cash counted in a parked van")
    assert kept.urgency == "SAME_DAY"
    later = page.form
    qtbot.waitUntil(later.editors["summary"].focus.hasFocus)
    tab_to(keys, later, "place")
    keys.text("Sample Street")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: page.form is None)
    assert recorded(desk, "Cash counted in a parked van").place == "Sample Street"


def test_story_02_danger_and_what_waits_for_an_answer_is_seen_on_opening(qtbot, open_window, keep, keys):
    (kept,) = keep(
        concern("A made-up threat", urgency="IMMEDIATE_DANGER", received=datetime(2026, 3, 16, 8, tzinfo=UTC))
    )
    sent = datetime(2026, 3, 16, 8, 30, tzinfo=UTC)
    keep(Route(id=new_id(), parent=kept.id, route="MASH_CHILD", method="TELEPHONE", sent=sent))
    today = open_window.frame.navigation.page
    keys.press(Key.Key_F5)
    titles = lambda: [each.title for each in today.room.desk and _attention(today)]  # noqa: E731  asked again and again
    qtbot.waitUntil(lambda: "Decide: A made-up threat" in titles(), timeout=20_000)
    assert "Chase the safeguarding referral" in titles()
    sidebar = open_window.frame.sidebar.pages
    spoken = lambda: sidebar.item(2).data(Qt.ItemDataRole.AccessibleTextRole)  # noqa: E731  asked again and again
    qtbot.waitUntil(lambda: spoken() == "Concerns, 2 to decide")


def _attention(today):
    from socdesk.desk.overview.today import today as reckon

    return reckon(today.room.desk).attention


def test_story_04_999_was_rung_first_and_the_log_says_when(qtbot, open_window, keys, desk, said):
    keys.press(Key.Key_N, modifier=CTRL | SHIFT)
    page = open_window.frame.navigation.page
    form = form_of(qtbot, page)
    qtbot.waitUntil(form.editors["summary"].focus.hasFocus)
    keys.text("Shouting behind a locked door")
    tab_to(keys, form, "urgency")
    keys.press(Key.Key_Space)
    assert any("call 999" in words for words in said)
    keys.press(Key.Key_Tab)
    tab_to(keys, form, "channel")
    keys.press(Key.Key_Down)
    for _ in range(60):
        if form.extra.rung.hasFocus():
            break
        keys.press(Key.Key_Tab)
    keys.press(Key.Key_Space)
    qtbot.waitUntil(form.extra.when.line.hasFocus)
    keys.text("today 8:45")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: page.form is None)
    kept = recorded(desk, "Shouting behind a locked door")
    (call,) = desk.read.children(ROUTES, kept.id)
    assert (kept.status, call.route) == ("DANGER_ACTED", "EMERGENCY_999")
    assert call.sent == datetime(2026, 3, 16, 8, 45, tzinfo=UTC)
    keys.press(Key.Key_Z, modifier=CTRL)
    qtbot.waitUntil(lambda: recorded(desk, "Shouting behind a locked door") is None)


def test_story_25_each_rating_is_reviewed_and_says_what_it_needs(qtbot, page, keys, desk, keep):
    actions = page("actions")
    actions.room.shell.go(Spot("actions", "review"))
    review = actions.pane
    qtbot.waitUntil(lambda: review.case is not None)
    first = review.case.action.id
    assert "Suggested: " in review.suggested.text()
    qtbot.waitUntil(review.rag.stop.hasFocus)
    while review.rag.value != "RED":
        keys.press(Key.Key_Right)
    keys.press(Key.Key_Return, modifier=CTRL)
    assert review.fields["rag_reason"].error
    assert review.reason.hasFocus()
    keys.text("Nobody came")
    keys.press(Key.Key_Tab)
    keys.text("Ask again in April")
    keys.press(Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: review.case.action.id != first)
    kept = desk.read.get(ACTIONS, first)
    assert (kept.rag, kept.rag_reason, kept.next_step) == ("RED", "Nobody came", "Ask again in April")
    assert kept.last_reviewed == date(2026, 3, 16)
    second = review.case.action.id
    qtbot.waitUntil(review.rag.stop.hasFocus)
    while review.rag.value != "GREEN":
        keys.press(Key.Key_Left)
    keys.press(Key.Key_Return, modifier=CTRL)
    assert "Add evidence dated since" in review.fields["rag"].error
    keep(Evidence(id=new_id(), parent=second, title="Minutes", type="MINUTES", day=date(2026, 3, 2)))
    keys.press(Key.Key_PageUp, modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: review.case.action.id == first)
    keys.press(Key.Key_PageDown, modifier=Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: review.case.action.id == second)
    review.rag.choose("GREEN")
    keys.press(Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: desk.read.get(ACTIONS, second).rag == "GREEN")


def test_story_42_a_statement_is_attached_the_concern_is_disputed_and_keeps_its_status(
    qtbot, open_window, page, keys, desk
):
    concerns = page("concerns")
    before = concerns.list.panel.detail.record
    open_window.do_on_page("dispute")
    form = form_of(qtbot, concerns)
    qtbot.waitUntil(form.editors["text"].focus.hasFocus)
    keys.text("I was not there on that day")
    keys.press(Key.Key_S, modifier=CTRL)
    qtbot.waitUntil(lambda: concerns.form is None)
    after = desk.read.get(CONCERNS, before.id)
    (said_by_him,) = desk.read.children(STATEMENTS, before.id)
    assert (said_by_him.type, said_by_him.text) == ("SUBJECT", "I was not there on that day")
    assert "DISPUTED" in after.tags
    assert after.status == before.status


def test_story_51_the_list_is_read_as_words_and_left_by_tab(page, keys):
    actions = page("actions")
    table = actions.list.table
    spoken = actions.list.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("A01, ")
    assert "RAG rating: " in spoken
    interface = QAccessible.queryAccessibleInterface(table)
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "Actions"
    header = actions.list.model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
    assert header == "Reference"
    assert table.hasFocus()
    keys.press(Key.Key_Tab)
    assert not table.hasFocus()


def test_story_53_a_rating_is_a_shape_and_a_word_and_never_a_colour_alone(page):
    actions = page("actions")
    chips = actions.room.theme.tokens.rag
    assert len({chip.icon for chip in chips.values()}) == len(chips)
    assert all(chip.word for chip in chips.values())
    column = [each.name for each in actions.list.model.columns].index("rag")
    assert actions.list.model.index(0, column).data()
