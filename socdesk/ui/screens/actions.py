"""The page of the action register."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from socdesk.commands.places import Spot
from socdesk.desk.desk import Desk
from socdesk.desk.overview.action_deeds import action_copy, milestone_done, milestone_progress
from socdesk.desk.overview.action_list import action_notes, action_overview
from socdesk.registers.declared.actions import ACTIONS, Action
from socdesk.registers.register import new_id
from socdesk.ui.records.form_layout import Section
from socdesk.ui.records.list_spec import ListSpec
from socdesk.ui.records.pane import Pane
from socdesk.ui.room import Room
from socdesk.ui.screens.rag_review import RagReview
from socdesk.ui.screens.register_page import RegisterPage
from socdesk.ui.widgets.buttons import button

REVIEW = "review"


def _new(_desk: Desk) -> Action:
    return Action(id=new_id(), kind="LOCAL")


SPEC = ListSpec(
    page="actions",
    title="Actions",
    register=ACTIONS,
    overview=action_overview,
    notes=action_notes,
    columns=("reference", "title", "primary_pillar", "due", "rag"),
    widths={"reference": 104, "primary_pillar": 118, "due": 142, "rag": 132, "lead_post": 170, "status": 150},
    stretched="title",
    narrow=("reference", "title", "due", "rag"),
    filters=("primary_pillar", "lead_post", "rag"),
    bulk={"rag": "rag_reason", "status": "", "lead_post": ""},
    new=_new,
    new_words="New action",
    adds={"progress_notes": "Add note", "milestones": "Add milestone", "evidence": "Add evidence"},
    done={"milestones": ("Mark as done, or as planned again", milestone_done)},
    progress=milestone_progress,
    takes_files="evidence",
    copied=action_copy,
    chips=("rag",),
    facts=(
        "primary_pillar",
        "lead_post",
        "status",
        "due",
        "rag_reason",
        "progress",
        "next_step",
        "blockers",
        "wording",
        "last_reviewed",
    ),
    sections=(
        Section("What", ("title", "kind", "wording", "strategy")),
        Section(
            "Pillars and aims",
            ("primary_pillar", "secondary_pillars", "mapping_is_ours", "objective"),
        ),
        Section("Who and when", ("lead_post", "partners", "cadence", "ongoing", "started", "due")),
        Section(
            "Progress",
            ("status", "rag", "rag_reason", "rag_set_by", "progress", "next_step", "blockers", "last_reviewed"),
            "Amber and red need a reason.",
        ),
        Section("Kept apart", ("restricted_note", "closed_because")),
    ),
    empty="Actions are the promises of the strategy, and what the Council does besides.",
)


class ActionsPage(RegisterPage):
    """Promises of the strategy and local actions, with milestones, notes, evidence and readings in one timeline."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, SPEC)

    def own_buttons(self) -> tuple[QWidget, ...]:
        theme = self.room.theme
        self.reviewing = button(theme, "Review RAG", self.review, icon="clipboard-check", hint="One by one")
        return (self.reviewing,)

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        standing = super().offers
        return {**standing, "review": self.review} if "new" in standing else standing

    def review(self) -> None:
        """Go through the ratings, one action after the other, those reviewed longest ago first."""
        self._go(Spot("actions", REVIEW))

    def pane_for(self, spot: Spot) -> Pane | None:
        if spot.view != REVIEW:
            return None
        pane = RagReview(self.room, spot.record)
        pane.evidence_wanted.connect(self._add_evidence)
        return pane

    def _add_evidence(self, action: str) -> None:
        """Add evidence, and come back to the review of this action."""
        self._add_to("evidence", action)
        self._after = Spot("actions", REVIEW, action)
