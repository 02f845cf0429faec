"""The page of the concern log, and the short way to record a concern from anywhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from socdesk.commands.places import Spot
from socdesk.desk.desk import Desk
from socdesk.desk.overview.concern_list import concern_overview
from socdesk.jobs import Job
from socdesk.registers.declared.concerns import CONCERNS, ROUTES, STATEMENTS, Concern, Route, Statement
from socdesk.registers.declared.desk_records import OFFICERS
from socdesk.registers.register import Record, new_id
from socdesk.ui.records.form_extra import FormExtra
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.pane import Pane
from socdesk.ui.room import Room
from socdesk.ui.screens.concern_parts import DisputedPart, RoutedPart
from socdesk.ui.screens.danger import DangerPart
from socdesk.ui.screens.mark_text import MarkText
from socdesk.ui.screens.register_page import RegisterPage
from socdesk.ui.screens.source_door import SourceDoor

REFER, MARK, DISPUTE = "refer", "mark", "dispute"
SUBJECT = "SUBJECT"
"""The kind of a statement by the person whom a concern is about."""


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
    spans=("received",),
    bulk={"status": "", "urgency": "", "ward": ""},
    new=_new,
    new_words="Record concern",
    adds={"statements": "Add statement", "routes": "Refer"},
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
            "Write only what was seen or said. Keep opinion for the statements.",
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
        self.list.deeds.more = (
            ("Paste a text and mark its sentences", self.mark),
            ("Mark as disputed", self.dispute_current),
            ("Source", self.door.open),
        )

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        standing = super().offers
        more = {"refer": self.refer, "mark": self.mark, "dispute": self.dispute_current}
        return {**standing, **more} if "new" in standing else standing

    def extra_for(self, record: Record) -> FormExtra | None:
        return DangerPart(self.room) if isinstance(record, Concern) else None

    def pane_for(self, spot: Spot) -> Pane | None:
        return MarkText(self.room, spot.record) if spot.view == MARK else None

    def _go_on_with(self, view: str) -> None:
        if self.list.table.current:
            self._go(Spot("concerns", view, self.list.table.current))

    def refer(self) -> None:
        """Pass the current concern on."""
        self._go_on_with(REFER)

    def mark(self) -> None:
        """Paste a text about the current concern and mark its sentences."""
        self._go_on_with(MARK)

    def dispute_current(self) -> None:
        """Keep what a person says against the current concern."""
        self._go_on_with(DISPUTE)

    def _add_to(self, key: str, parent: str) -> None:
        if key == ROUTES.key:
            self._go(Spot("concerns", REFER, parent))
        else:
            super()._add_to(key, parent)

    def _show(self, spot: Spot) -> None:
        if spot.view not in {REFER, DISPUTE}:
            super()._show(spot)
            return
        self._spot = spot
        desk = self.room.desk
        job = Job("Loading the concern", lambda _progress: desk.read.get(CONCERNS, spot.record))
        make = self._show_refer if spot.view == REFER else self._show_dispute
        self.room.work.read(
            job, self, lambda found: make(found) if found else super(ConcernsPage, self)._show(Spot("concerns"))
        )

    def _show_refer(self, concern: Concern) -> None:
        now = self.room.desk.clock().replace(second=0, microsecond=0)
        route = Route(id=new_id(), parent=concern.id, sent=now)
        names = ("route", "method", "sent", "their_reference")
        self._show_form(ROUTES, route, names=names, extra=RoutedPart(self.room, concern))
        self.heading.setText(f"Refer {concern.reference}")

    def _show_dispute(self, concern: Concern) -> None:
        now = self.room.desk.clock().replace(second=0, microsecond=0)
        said = Statement(id=new_id(), parent=concern.id, type=SUBJECT, made=now)
        self._show_form(STATEMENTS, said, names=("text", "made"), extra=DisputedPart(self.room, concern))
        self.heading.setText(f"Dispute of {concern.reference}")
