"""What speaks against keeping the live desk where it lies, and against the clock."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from socdesk.desk.clock_caution import clock_caution
from socdesk.desk.place_cautions import _file_system, kind_of_disk, place_cautions, service_of

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/alex/OneDrive - Sample Council/desk", "OneDrive"),
        ("/home/alex/Dropbox/desk", "Dropbox"),
        ("/home/alex/Google Drive/My Drive/desk", "Google Drive"),
        ("/Users/alex/Library/Mobile Documents/desk", "iCloud"),
        ("/home/alex/iCloudDrive/desk", "iCloud"),
        ("/home/alex/.local/share/Socdesk/desk", ""),
        ("/home/alex/boxes/desk", ""),
    ],
)
def test_a_service_that_synchronises_is_known_by_its_folder(path, service):
    assert service_of(Path(path)) == service
    said = place_cautions(Path(path), lambda _folder: "")
    assert bool(said) == bool(service)
    assert not service or f"{service} synchronises" in said[0]


def test_a_network_drive_and_a_removable_one_are_told():
    for kind, words in (("network", "network drive"), ("removable", "Lock the desk before you take the drive out")):
        said = place_cautions(Path("/somewhere/desk"), lambda _folder, kind=kind: kind)
        assert words in said[0]
    assert place_cautions(Path("/somewhere/desk"), lambda _folder: "") == ()
    assert kind_of_disk(Path("//server/share/desk")) == "network"


def test_the_kind_of_file_system_is_that_of_the_nearest_mount(tmp_path):
    table = tmp_path / "mounts"
    table.write_text("disk / ext4 rw 0 0\nserver:/share /mnt/s\\040drive cifs rw 0 0\nother /mnt tmpfs rw 0 0\n")
    assert _file_system(Path("/mnt/s drive/desk"), table) == "cifs"
    assert _file_system(Path("/mnt/s drives/desk"), table) == "tmpfs"
    assert _file_system(Path("/home/alex"), table) == "ext4"
    assert _file_system(Path("/home/alex"), tmp_path / "none") == ""


def test_a_clock_that_lies_before_the_newest_change_is_told():
    newest = NOW + timedelta(days=3)
    assert clock_caution(newest.isoformat(), NOW).startswith(
        "This computer’s clock says 2 March 2026 at 09:00, but this desk was last changed on 5 March 2026 at 09:00."
    )
    assert clock_caution(NOW.isoformat(), NOW) == clock_caution("", NOW) == ""
