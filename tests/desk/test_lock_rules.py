"""The settings of a desk are records: changed by deeds, undone by undo; a value beyond what is allowed never counts."""

import pytest

from socdesk.desk.changing_settings import setting_deed, values_of
from socdesk.desk.deeds import Deed
from socdesk.desk.lock_rules import USUAL, lock_rules
from socdesk.registers.declared.desk_records import Setting
from socdesk.registers.register import new_id
from socdesk.settings import DESK_SETTINGS, LOCK_MINUTES, LOCK_ON_SLEEP, InvalidSettingError


def test_a_desk_on_which_nothing_was_chosen_goes_by_the_usual_rules(desk):
    assert lock_rules(desk) == USUAL
    assert values_of(desk, DESK_SETTINGS) == {setting: setting.default for setting in DESK_SETTINGS}


def test_a_setting_is_changed_and_undone_like_any_record(desk):
    desk.do(setting_deed(desk, LOCK_MINUTES, "15"))
    desk.do(setting_deed(desk, LOCK_MINUTES, "5"))
    desk.do(setting_deed(desk, LOCK_ON_SLEEP, "no"))
    assert (lock_rules(desk).minutes, lock_rules(desk).on_sleep) == (5, False)
    assert desk.do(setting_deed(desk, LOCK_MINUTES, "5")).records == ()
    desk.undo()
    desk.undo()
    assert (lock_rules(desk).minutes, lock_rules(desk).on_sleep) == (15, True)


@pytest.mark.parametrize(("setting", "value"), [(LOCK_MINUTES, "0"), (LOCK_MINUTES, "61"), (LOCK_ON_SLEEP, "maybe")])
def test_a_value_beyond_what_is_allowed_is_refused(desk, setting, value):
    with pytest.raises(InvalidSettingError, match="must be"):
        setting_deed(desk, setting, value)


def test_a_value_that_came_another_way_counts_as_the_default(desk):
    desk.do(Deed(words="Set", puts=(Setting(id=new_id(), name="lock_minutes", value="9999"),)))
    assert lock_rules(desk).minutes == USUAL.minutes
