"""The jobs behind the page of training: reckoning the board, reading a person, and deeds on people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from socdesk.jobs import Job, Progress
from socdesk.registers.declared.learners import LEARNERS
from socdesk.registers.register import State

if TYPE_CHECKING:
    from socdesk.desk.desk import Desk
    from socdesk.desk.training.board import Board
    from socdesk.desk.training.person import PersonDetail


@dataclass(frozen=True)
class Told:
    """A deed that was done, as a person reads of it; no words where there was nothing to do."""

    words: str


def board_job(desk: Desk) -> Job[Board]:
    """Return the job that reckons everybody and every course."""

    def work(progress: Progress) -> Board:
        from socdesk.desk.training.board import reckon  # noqa: PLC0415  reads the store

        return reckon(desk, progress)

    return Job("Reckoning who is trained", work)


def person_job(desk: Desk, board: Board, person: str) -> Job[PersonDetail | None]:
    """Return the job that reads one person in words."""

    def work(_progress: Progress) -> PersonDetail | None:
        from socdesk.desk.training.person import person_detail  # noqa: PLC0415  reads the store

        return person_detail(desk, board, person)

    return Job("Loading the person", work)


def move_people_job(desk: Desk, people: tuple[str, ...], state: State) -> Job[Told]:
    """Return the job that moves people to the bin, or brings them back, in one deed."""

    def work(_progress: Progress) -> Told:
        from socdesk.desk.lists.changing import move  # noqa: PLC0415  reads the store

        deed = move(desk, LEARNERS, people, state)
        desk.do(deed)
        return Told(deed.words)

    return Job("Moving people", work)


def take_away_job(desk: Desk, completion: str) -> Job[Told]:
    """Return the job that voids one completion."""

    def work(_progress: Progress) -> Told:
        from socdesk.desk.training.recording import take_away  # noqa: PLC0415  reads the store

        deed = take_away(desk, completion)
        if deed is not None:
            desk.do(deed)
        return Told(deed.words if deed else "")

    return Job("Taking training away", work)
