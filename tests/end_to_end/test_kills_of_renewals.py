"""A program that is killed while it renews the data key leaves a desk that opens, with all that was saved."""

import pytest

from socdesk.desk.opening import open_desk, open_with_recovery
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.keys.kdf import POLICY_FLOOR
from socdesk.keys.reading import read_key_file
from socdesk.registers.declared.concerns import CONCERNS
from tests.desk.conftest import PASSPHRASE

NEW = "seven kettles singing loud"
KEPT = {"desk.json", "desk.lock"}


@pytest.mark.parametrize(
    "times",
    [4, pytest.param(20, marks=pytest.mark.acceptance), pytest.param(200, marks=pytest.mark.soak)],
)
def test_kills_while_the_data_key_is_renewed_lose_nothing_and_leave_nothing(target, workshop, times):
    saved, words = set(), {}
    folder, house = target.folder, target.house
    for _ in range(times):
        worker = workshop.start("renew", folder, PASSPHRASE).killed_within_a_write(most_before=1)
        saved |= {reference for (reference,) in worker.told("saved")}
        words |= {int(generation): " ".join(rest) for generation, *rest in worker.told("began")}
        desk = open_desk(folder, PASSPHRASE, house)
        assert desk.notices == ()
        assert verify(desk, SilentProgress()).findings == ()
        kept = {record.reference for record in desk.read.page(CONCERNS)}
        assert saved <= kept
        saved = kept  # a kill may come between a save and its acknowledgement
        place = desk.store.place
        desk.lock()
        assert {path.name for path in folder.iterdir()} == {*KEPT, place.file, place.witness_file}
    standing = read_key_file(folder / "desk.json").generation
    if standing in words:
        open_with_recovery(folder, words[standing], NEW, house, cost=POLICY_FLOOR).desk.lock()
    workshop.check_share("Renewing")
