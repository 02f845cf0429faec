"""The line at the bottom says less where there is little room, and never less to a screen reader."""

import pytest

from socdesk.ui.status_line import StatusLine


@pytest.fixture
def line(theme, qtbot):
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.show()
    line.show_demo(demo=True)
    line.show_saved("All changes saved")
    line.show_backup("Backed up today at 08:12")
    line.show_lock("Locks after 10 minutes")
    return line


@pytest.mark.parametrize(("width", "zoom"), [(1366, 100), (1366, 200), (1024, 100), (1024, 150)])
def test_whatever_is_shown_fits_and_lock_and_marking_always_are(line, theme, width, zoom):
    theme.set_zoom(zoom)
    line.resize(width, line.height())
    assert line._needs() <= width
    assert line._lock.isVisible()
    assert "Backed up today" in line.accessibleName()
    assert line.minimumSizeHint().width() < 400


def test_with_room_everything_is_said(line):
    line.resize(1366, line.height())
    assert all(part.isVisible() for part in (line._demo, line._saved, line._backup, line._lock))
    assert "FICTITIOUS" in line._demo.text()
