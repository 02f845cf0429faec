"""The change of a setting of the desk: a record like any other, so that it can be undone and has a history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from socdesk.desk.deeds import Deed
from socdesk.desk.desk import Desk
from socdesk.registers.declared.desk_records import SETTINGS, Setting
from socdesk.registers.register import new_id
from socdesk.settings import DeskSetting
from socdesk.storage.record_store import Query


def setting_deed(desk: Desk, setting: DeskSetting, value: str) -> Deed:
    """Return the deed that gives a setting a value.

    Raises:
        InvalidSettingError: it cannot have this value.

    """
    checked = setting.check(value)
    standing = desk.read.page(SETTINGS, Query(equal={"name": setting.key}))
    record = standing[0] if standing else Setting(id=new_id(), name=setting.key)
    return Deed(words=f"Changed the setting “{setting.label}”", puts=(replace(record, value=checked),))


def values_of(desk: Desk, settings: Iterable[DeskSetting]) -> Mapping[DeskSetting, str]:
    """Return the values of several settings, or their defaults."""
    kept = {each.name: each.value for each in desk.read.page(SETTINGS)}
    return {setting: kept.get(setting.key, setting.default) for setting in settings}
