"""Why PySide6 is pinned: 6.12.0 drops a reference to None in every Qt call that returns nothing.

On Python 3.11 the process then aborts after some 5,000 such calls ("none_dealloc: deallocating None"); from 3.12 on
None is immortal and nothing happens. Raise the pin only to a release that passes this on 3.11.
"""

import subprocess
import sys
import tomllib

MANY_CALLS_THAT_RETURN_NOTHING = """
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap
application = QGuiApplication([])
pixmap = QPixmap(4, 4)
painter = QPainter(pixmap)
for _ in range(10_000):
    painter.save()
    painter.restore()
painter.end()
print("still here")
"""


def test_twenty_thousand_qt_calls_that_return_nothing_leave_python_standing():
    run = subprocess.run(
        [sys.executable, "-c", MANY_CALLS_THAT_RETURN_NOTHING], check=False, capture_output=True, text=True
    )
    assert (run.returncode, run.stdout.strip(), run.stderr) == (0, "still here", "")


def test_pyside_is_pinned_to_the_release_that_was_measured(repository):
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = [line for line in project["dependencies"] if line.lower().startswith("pyside6")]
    assert pins == ["PySide6_Essentials==6.11.3", "PySide6_Addons==6.11.3"]
