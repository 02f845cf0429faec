"""The page of the concern log, and the short way to record a concern from anywhere."""

from __future__ import annotations

from socdesk.desk.desk import Desk
from socdesk.desk.overview.concern_list import concern_overview
from socdesk.registers.declared.concerns import CONCERNS, Concern
from socdesk.registers.declared.desk_records import OFFICERS
from socdesk.registers.register import new_id
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.room import Room
from socdesk.ui.screens.register_page import RegisterPage
from socdesk.ui.screens.source_door import SourceDoor


def _new(desk: Desk) -> Concern:
    """Return a concern that came in just now, taken by whoever has the desk open."""
    received = desk.clock().replace(second=0, microsecond=0)
    return Concern(id=new_id(), received=received, received_by=desk.title_of(OFFICERS, desk.actor))


SPEC = ListSpec(
    page="concerns",
    title="Concerns",
    register=CONCERNS,
    overview=concern_overview,
    columns=("reference", "received", "summary", "urgency", "status"),
    widths={"reference": 148, "received": 118, "urgency": 186, "status": 120},
    stretched="summary",
    narrow=("reference", "summary", "urgency"),
    filters=("urgency", "status", "ward"),
    bulk={"status": "", "urgency": "", "ward": ""},
    new=_new,
    new_words="Record concern",
    adds={"statements": "Add statement", "routes": "Add route"},
    chips=("urgency",),
    facts=(
        "status",
        "received",
        "channel",
        "received_by",
        "categories",
        "happened",
        "place",
        "ward",
        "vehicle",
        "at_risk",
        "tags",
        "outcome",
        "restriction_reason",
    ),
    sections=(
        Section(
            "What was reported",
            ("summary", "urgency", "categories", "happened", "place", "ward", "vehicle", "at_risk"),
            "If someone is in danger now, call 999. Do not wait to finish this form.",
        ),
        Section("How it came in", ("received", "channel", "received_by", "service_area", "trade", "tags")),
        Section("Where it stands", ("status", "outcome", "closed", "restricted", "restriction_reason")),
    ),
    quick=("summary", "urgency", "channel", "received", "received_by"),
    restrictable=True,
    empty="What somebody saw, heard or was told is recorded here, and passed on from here.",
)


class ConcernsPage(RegisterPage):
    """What came in, newest first. Restricted rows are masked; the source stands behind a door of its own."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, SPEC)
        self.door = SourceDoor(room, self.list.panel, self._go)
