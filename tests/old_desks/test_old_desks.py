"""A stored desk of each schema version is opened by today's program, upgraded, verified and reported from."""

import zipfile
from datetime import UTC, date, datetime

import pytest
from old_desks.make_old_desk import HERE, PASSPHRASE, newest

from socdesk.desk.opening import House, open_desk
from socdesk.desk.papers.making import make_committee_update
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.actions import ACTIONS
from socdesk.registers.declared.concerns import CONCERNS, STATEMENTS
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.declared.training import COMPLETIONS
from socdesk.storage.upgrade import SHIPPED

STORED = sorted(path.stem for path in HERE.glob("m[0-9]*.zip"))
STEPS = sorted(path.stem for path in SHIPPED.glob("m[0-9]*.py"))


@pytest.fixture
def house():
    return House(clock=lambda: datetime(2026, 3, 2, 9, tzinfo=UTC))


@pytest.mark.parametrize("version", STORED)
def test_a_desk_of_that_version_is_opened_upgraded_verified_and_reported_from(version, tmp_path, house):
    with zipfile.ZipFile(HERE / f"{version}.zip") as packed:
        packed.extractall(tmp_path / "desk")
    desk = open_desk(tmp_path / "desk", PASSPHRASE, house)
    copies = list((tmp_path / "desk").glob("before-upgrade-*.db"))
    assert len(copies) == (0 if version == newest() else 1)
    assert desk.notices == ()
    assert [each.summary for each in desk.read.page(CONCERNS)] == ["Cash counted in a parked van", "A second van"]
    assert desk.read.page(STATEMENTS)[0].text == "Seen twice at the sample market"
    action = next(each for each in desk.read.page(ACTIONS) if each.reference == "A07")
    assert action.next_step == "Ask the sample trade for dates"
    assert [version.number for version in desk.read.history(action.id)] == [1, 2, 3, 4]
    assert (desk.read.page(LEARNERS)[0].surname, desk.read.page(COMPLETIONS)[0].expires) == ("Example", None)
    assert desk.read.search("parked van")
    found = verify(desk, SilentProgress())
    assert (found.findings, found.remarks) == ((), ())
    made = make_committee_update(desk, as_at=date(2026, 1, 31), meeting=date(2026, 3, 19), progress=SilentProgress())
    assert made.pdf.startswith(b"%PDF")
    desk.undo(5)  # the undo itself
    assert next(each for each in desk.read.page(ACTIONS) if each.reference == "A07").next_step == "To be undone"
    desk.lock()
    again = open_desk(tmp_path / "desk", PASSPHRASE, house)
    assert again.notices == ()
    again.lock()


def test_every_schema_version_has_a_stored_desk():
    assert STORED == STEPS, "run tests/old_desks/make_old_desk.py and commit what it makes"
