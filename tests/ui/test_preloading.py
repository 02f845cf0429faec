"""What opens and shows a desk is imported while the person still types."""

import json
import subprocess
import sys

from socdesk.ui.preloading import BEHIND_PAGES, FRAME, OPENING, PAGES

LOAD = """
import json, sys, threading
from PySide6.QtCore import QCoreApplication, QTimer
from socdesk.jobs import Job
from socdesk.ui.preloading import PAGES, Preloading
from socdesk.ui.work import Work

app = QCoreApplication([])
work = Work()
wanted = {*PAGES}
gate = threading.Event()
if "--busy" in sys.argv:
    work.read(Job("Reading", lambda _progress: gate.wait()), work, print)
    wanted = {"socdesk.desk.opening"}
Preloading(work, app)

def look():
    if wanted <= {*sys.modules} and len(work._running) == ("--busy" in sys.argv):
        QTimer.singleShot(0, app.quit)

looks = QTimer(interval=5)
looks.timeout.connect(look)
looks.start()
app.exec()
print(json.dumps(sorted(sys.modules)))
gate.set()
work.close()
"""


def loaded(*arguments):
    run = subprocess.run([sys.executable, "-c", LOAD, *arguments], check=True, capture_output=True, text=True)
    return {*json.loads(run.stdout)}


def test_in_an_idle_window_all_that_a_desk_needs_is_there_in_the_end():
    assert loaded() >= {*OPENING, *FRAME, *BEHIND_PAGES, *PAGES}


def test_while_a_person_waits_for_a_job_no_page_is_imported():
    there = loaded("--busy")
    assert there >= {*OPENING}
    assert there & {*FRAME, *PAGES} == set()
