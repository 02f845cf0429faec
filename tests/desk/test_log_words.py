"""The log in words: complete, without record text, and honest about the clock."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from helpers.records import concern

from socdesk.desk.changing_settings import setting_deed
from socdesk.desk.deeds import Deed
from socdesk.desk.exports import export_register
from socdesk.desk.lock_reasons import LockReason
from socdesk.desk.log_words import SET_BACK, log_of
from socdesk.registers.declared.desk_records import GRANTS, OFFICERS, Grant
from socdesk.registers.register import new_id
from socdesk.settings import LOCK_MINUTES
from socdesk.storage.failed_unlocks import FailedUnlocks


@pytest.fixture(autouse=True)
def later(clock):
    """The desk was laid out at the same hour."""
    clock.forward(hours=1)


def said(desk):
    return [line.what for line in log_of(desk)]


def test_the_log_says_what_was_tried_changed_and_taken_out(laid_out, folder, house):
    shut = laid_out.copied_to(folder)
    FailedUnlocks(shut).note(datetime(2026, 3, 1, 22, 14, tzinfo=UTC), "passphrase")
    desk = laid_out.opened_in(shut, house)
    desk.do(setting_deed(desk, LOCK_MINUTES, "5"))
    made = export_register(desk, "actions", ".csv")
    assert made.records == 15
    found = said(desk)
    assert found[0].startswith("Exported. 15 of actions. SHA-256 ")
    assert found[1] == "Changed a setting. Lock after so many minutes without a key or the mouse"
    assert found[2] == "Unlocked the desk"
    assert found[3] == (
        "A try to unlock the desk failed. By passphrase, 1 Mar 2026, 22:14. Not verified: it was noted outside the desk"
    )
    desk.lock()


def test_the_log_says_why_the_desk_was_locked_where_that_is_known(laid_out, folder, house):
    shut = laid_out.copied_to(folder)
    for why in (LockReason.IDLE, None):
        laid_out.opened_in(shut, house).lock(why)
    desk = laid_out.opened_in(shut, house)
    assert said(desk)[:4] == [
        "Unlocked the desk",
        "Locked the desk",
        "Unlocked the desk",
        "Locked the desk. Nobody was there",
    ]
    desk.lock()


def test_who_may_read_a_restricted_record_is_noted_and_no_name_is(desk):
    [officer] = desk.read.page(OFFICERS)
    desk.do(Deed(words="Renamed", puts=(replace(officer, name="Alex Example"),)))
    secret = concern("Counted cash", restricted=True, restriction_reason="A test")
    desk.do(Deed(words="Wrote", puts=(secret,)))
    desk.do(Deed(words="Let read", puts=(Grant(id=new_id(), officer=officer.id, record=secret.id),)))
    [grant] = desk.read.page(GRANTS)
    assert said(desk)[:2] == [
        f"Changed who may read a restricted record. {grant.reference}",
        f"Changed an officer. {officer.reference}",
    ]
    assert "Alex" not in "".join(str(event.detail) for event in desk.store.events.all())


def test_a_line_whose_time_lies_before_an_earlier_one_is_flagged(desk, clock):
    desk.record_event("verified", findings=0)
    clock.forward(days=-3)
    desk.record_event("verified", findings=0)
    desk.record_event("verified", findings=1)
    clock.forward(days=3, seconds=9)
    desk.record_event("verified", findings=0)
    assert said(desk)[:4] == [
        "Verified the desk. Nothing wrong was found",
        f"Verified the desk. 1 found wrong. {SET_BACK}",
        f"Verified the desk. Nothing wrong was found. {SET_BACK}",
        "Verified the desk. Nothing wrong was found",
    ]
    assert clock.now - timedelta(days=1) < desk.store.events.all()[-1].at
