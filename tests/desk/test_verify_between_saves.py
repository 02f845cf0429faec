from datetime import UTC, datetime

from socdesk.desk.deeds import Deed
from socdesk.desk.verifying import verify
from socdesk.jobs import SilentProgress
from socdesk.registers.declared.concerns import Concern
from socdesk.registers.register import new_id


def concern():
    return Concern(
        id=new_id(),
        received=datetime(2026, 3, 2, 9, tzinfo=UTC),
        channel="PHONE",
        received_by="Duty officer",
        urgency="ROUTINE",
        summary="Cash only, and few customers",
    )


def test_a_desk_is_sound_at_each_look_while_it_is_worked_on(desk):
    for _ in range(3):
        desk.do(Deed(words="Added a concern", puts=(concern(),)))
        assert verify(desk, SilentProgress()).findings == ()
