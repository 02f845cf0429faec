import tempfile
from pathlib import Path

import platformdirs
from hypothesis import given
from hypothesis import strategies as st


def test_settings_and_local_data_of_a_test_are_its_own(tmp_path):
    places = [Path.home(), Path(tempfile.gettempdir())]
    places += [Path(platformdirs.user_config_dir("Socdesk")), Path(platformdirs.user_data_dir("Socdesk"))]
    assert all(place.is_relative_to(tmp_path.parent) for place in places)


def test_a_temporary_file_of_a_test_is_its_own(tmp_path):
    with tempfile.NamedTemporaryFile() as file:
        assert Path(file.name).is_relative_to(tmp_path.parent)


@given(st.integers())
def test_properties_run_with_own_folders_too(number):
    assert Path(tempfile.gettempdir()).name == "tmp"
    assert isinstance(number, int)
