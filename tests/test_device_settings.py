import json
import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socdesk.device_settings import (
    APPEARANCES,
    DeviceSettings,
    SettingsFile,
    sample_desk_folder,
    usual_desk_folder,
)

SETTINGS = st.builds(
    DeviceSettings,
    appearance=st.sampled_from(APPEARANCES),
    zoom=st.integers(80, 200),
    window=st.just(()) | st.tuples(*[st.integers(-5000, 9000)] * 4),
    maximised=st.booleans(),
    page=st.text(max_size=20),
    desk=st.text(max_size=20),
)


@given(settings=SETTINGS)
def test_what_is_kept_comes_back(settings, tmp_path_factory):
    file = SettingsFile(tmp_path_factory.mktemp("settings"))
    file.write(settings)
    assert file.read() == settings


def test_at_first_there_is_nothing(tmp_path):
    assert SettingsFile(tmp_path / "none").read() == DeviceSettings()


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", '{"zoom": "large", "window": [1, 2], "appearance": "pink", "extra": 1}', "\x00\xff"]
)
def test_a_broken_file_is_as_none(text, tmp_path):
    (tmp_path / "window.json").write_text(text, encoding="utf-8")
    assert SettingsFile(tmp_path).read() == DeviceSettings()


def test_what_is_sound_in_a_half_broken_file_is_kept(tmp_path):
    (tmp_path / "window.json").write_text(json.dumps({"zoom": 150, "maximised": "yes"}), encoding="utf-8")
    assert SettingsFile(tmp_path).read() == DeviceSettings(zoom=150)


def test_a_place_that_cannot_be_written_to_keeps_nobody_from_working(tmp_path):
    (tmp_path / "file").touch()
    SettingsFile(tmp_path / "file" / "below").write(DeviceSettings())


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such permissions")
def test_only_their_owner_can_read_them(tmp_path):
    SettingsFile(tmp_path / "own").write(DeviceSettings())
    assert stat.S_IMODE((tmp_path / "own" / "window.json").stat().st_mode) == 0o600


def test_the_sample_never_lies_where_the_persons_own_desk_lies():
    assert usual_desk_folder() != sample_desk_folder()
    assert DeviceSettings().desk_folder() == usual_desk_folder()
