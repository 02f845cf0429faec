"""Papers: those made so far, the making of one, and the place where one is worked on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from socdesk.clock import day_in_text
from socdesk.commands.places import Spot, place_of_register
from socdesk.desk.papers.list_of_papers import PaperRow, paper_rows
from socdesk.desk.papers.planning import Wish
from socdesk.desk.papers.studio import OpenedPaper, Studio
from socdesk.errors import UserFacingError
from socdesk.jobs import Job
from socdesk.registers.declared.papers import PAPERS, Paper
from socdesk.settings import LAYOUT
from socdesk.ui.breadth import Breadth
from socdesk.ui.page import Page
from socdesk.ui.papers.builder import PAGES, TEXT, PaperBuilder
from socdesk.ui.papers.paper_list import PaperList
from socdesk.ui.papers.wish_form import WishForm
from socdesk.ui.room import Room
from socdesk.ui.widgets.buttons import button, icon_button
from socdesk.ui.widgets.job_line import JobLine

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

NEW = "new"


class PapersPage(Page):
    """The list of papers, and one paper at a time."""

    def __init__(self, room: Room) -> None:
        super().__init__(room, "Papers")
        self._spot = Spot("papers")
        self._breadth = Breadth.FULL
        self._studio = Studio(room.desk)
        self.builder: PaperBuilder | None = None
        self.list = PaperList(room.theme)
        self.form = WishForm(room.theme, room.desk.clock)
        self.line = JobLine(room.theme, room.announcer)
        self._stack = QStackedWidget()
        for each in (self.list, self.form):
            self._stack.addWidget(each)
        self.body.addWidget(self.line)
        self.body.addWidget(self._stack, 1)
        self.list.opened.connect(self.open)
        self.list.wanted.connect(self.start)
        self.form.wished.connect(self._make)
        self.summary.setWordWrap(True)
        self._add_buttons()
        self._dress()

    def _add_buttons(self) -> None:
        theme = self.room.theme
        self.new = button(theme, "Make a paper", self.start, look="primary", icon="plus", hint="Make a paper (Ctrl+N)")
        self.back = button(theme, "All papers", self._to_list, hint="Back to the papers (Alt+Left)")
        self.cancel = button(theme, "Cancel", self._to_list)
        hint = "Draft the paper (Ctrl+Return)"
        self.make = button(theme, "Draft the paper", self.form.submit, look="primary", icon="check", hint=hint)
        self.print = button(theme, "Print", self._with(PaperBuilder.print_paper), hint="Print (Ctrl+P)")
        save = self._with(PaperBuilder.save_pdf)
        self.save = button(theme, "Save as PDF", save, look="primary", icon="download", hint="Save as PDF (Ctrl+E)")
        self.more = icon_button(theme, "ellipsis", "More for this paper", self._show_more)
        for each in (self.back, self.cancel, self.new, self.make, self.print, self.save, self.more):
            self.buttons.addWidget(each)

    def _with(self, do: Callable[[PaperBuilder], object]) -> Callable[[], None]:
        def run() -> None:
            if self.builder is not None:
                do(self.builder)

        return run

    @property
    def _deeds(self) -> dict[str, tuple[str, Callable[[PaperBuilder], object]]]:
        """What can be done with a paper besides saving and printing, in words, in the order of the menu."""
        draft = self.builder is not None and self.builder.paper is not None and not self.builder.paper.is_settled
        deeds: dict[str, tuple[str, Callable[[PaperBuilder], object]]] = {
            "save_web_page": ("Save as web page", PaperBuilder.save_web_page),
            "check_leaks": ("Check for leaks", PaperBuilder.check),
        }
        if draft:
            deeds["refresh_figures"] = ("Refresh the figures", PaperBuilder.refresh)
            deeds["issue"] = ("Issue this paper", PaperBuilder.ask_issue)
        return deeds

    def _show_more(self) -> None:
        menu = QMenu(self)
        for words, do in self._deeds.values():
            action = QAction(words, menu)
            action.triggered.connect(self._with(do))
            menu.addAction(action)
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @property
    def offers(self) -> Mapping[str, Callable[[], object]]:
        if not self._shows_paper:
            asking = {"on": self.form.submit} if self._spot.view == NEW else {}
            return {"new": self.start, "refresh": self._load, **asking}
        found: dict[str, Callable[[], object]] = {
            "new": self.start,
            "export": self._with(PaperBuilder.save_pdf),
            "save_pdf": self._with(PaperBuilder.save_pdf),
            "print": self._with(PaperBuilder.print_paper),
            "read_text": self._with(lambda builder: builder.show_tab(TEXT)),
            "show_pages": self._with(lambda builder: builder.show_tab(PAGES)),
            "refresh": self._with(PaperBuilder.draw),
        }
        return found | {key: self._with(do) for key, (_words, do) in self._deeds.items()}

    @property
    def _shows_paper(self) -> bool:
        return bool(self._spot.record)

    def regions(self) -> tuple[QWidget, ...]:
        if self._shows_paper and self.builder is not None:
            return self.builder.regions()
        return (self.form.kind,) if self._spot.view == NEW else (self.list.table,)

    def fit(self, breadth: Breadth) -> None:
        self._breadth = breadth
        self.list.fit(breadth)
        if self.builder is not None:
            self.builder.fit(breadth)
        self._dress()

    def keep_typed(self) -> None:
        if self.builder is not None:
            self.builder.editor.keep()

    def arrive(self, spot: Spot) -> None:
        self.keep_typed()
        self._spot = spot
        if spot.record:
            self._show_builder(spot.record)
        elif spot.view == NEW:
            self._stack.setCurrentWidget(self.form)
            self._ask()
        else:
            self._stack.setCurrentWidget(self.list)
            self._load()
        self._dress()

    def _show_builder(self, paper_id: str) -> None:
        if self.builder is None:
            self.builder = PaperBuilder(self.room)
            self.builder.opened.connect(self._dress)
            self.builder.led.connect(self._lead)
            self.builder.fit(self._breadth)
            self._stack.addWidget(self.builder)
        self._stack.setCurrentWidget(self.builder)
        self.builder.open(paper_id)
        self.builder.sections.setFocus()

    def _ask(self) -> None:
        desk = self.room.desk
        job = Job("Loading", lambda _progress: desk.setting(LAYOUT))
        self.room.work.read(job, self, self.form.start)

    def _load(self) -> None:
        desk = self.room.desk
        self.room.work.read(Job("Loading the papers", lambda _progress: paper_rows(desk)), self, self._show)

    def _show(self, rows: tuple[PaperRow, ...]) -> None:
        self.list.show_rows(rows)
        if not self._shows_paper and self._spot.view != NEW:
            self.summary.setText("1 paper" if len(rows) == 1 else f"{len(rows):,} papers" if rows else "No papers yet")
            if self.isVisible():
                (self.list.table if rows else self.new).setFocus()

    def desk_changed(self, changed: Changed) -> None:
        if PAPERS.key in changed.ids and not self._shows_paper:
            self._load()
        if self.builder is not None:
            self.builder.desk_changed(changed)

    def _go(self, spot: Spot) -> None:
        self.arrive(spot)
        self.spot_changed.emit(spot)

    def start(self) -> None:
        """Ask which paper is wanted."""
        self._go(Spot("papers", NEW))

    def open(self, paper: str) -> None:
        """Work on a paper."""
        self._go(Spot("papers", record=paper))

    def _to_list(self) -> None:
        self._go(Spot("papers"))

    def _make(self, wish: Wish) -> None:
        studio = self._studio
        job = Job("Drafting the paper", lambda _progress: studio.begin(wish))
        progress = self.room.work.write(job, self, self._made, failed=self._failed, watched=self.line.watch)
        self.line.follow(job.title, progress, can_cancel=False)

    def _made(self, made: tuple[Paper, bool]) -> None:
        self.line.end()
        paper, is_new = made
        if is_new:
            self.room.notices.tell(f"Drafted {paper.reference}.", offer="Undo Ctrl+Z", do=self.room.shell.undo)
        else:
            self.room.notices.tell(f"{paper.reference} is that paper already: the same days and layout.")
        self.open(paper.id)

    def _failed(self, error: Exception) -> None:
        self.line.end()
        if isinstance(error, UserFacingError):
            self.form.refuse(f"{error} {error.advice}".strip())
            self.room.announcer.say(str(error))
        else:
            self.room.work.failed.emit(error)

    def _lead(self, reference: str) -> None:
        """Open the record that a leak comes from, where its page is built."""
        desk = self.room.desk
        job = Job("Looking for the record", lambda _progress: desk.read.by_reference(reference))

        def found(where: tuple[object, object] | None) -> None:
            register, record = where or (None, None)
            place = place_of_register(str(getattr(register, "key", "")))
            if place is not None:
                self.room.shell.go(Spot(place.key, "edit", str(getattr(record, "id", ""))))

        self.room.work.read(job, self, found)

    def _dress(self) -> None:
        """Let heading and buttons be those of the list, of the form, or of one paper."""
        paper, asking = self._shows_paper, self._spot.view == NEW
        self.show_buttons(
            (
                (self.new, not paper and not asking),
                (self.cancel, asking),
                (self.make, asking),
                (self.back, paper and self._breadth > Breadth.NARROW),
                (self.print, paper and self._breadth > Breadth.NARROW),
                (self.save, paper),
                (self.more, paper),
            )
        )
        opened = self.builder.paper if paper and self.builder is not None else None
        if opened is not None:
            self.heading.setText(opened.kind.name)
            self.summary.setText(_summary(opened))
        elif asking:
            self.heading.setText("Make a paper")
            self.summary.setText("The program drafts it; you edit, check and save it.")
        else:
            self.heading.setText("Papers")


def _summary(opened: OpenedPaper) -> str:
    paper = opened.paper
    meeting = day_in_text(paper.meeting) if paper.meeting else ""
    as_at = day_in_text(paper.as_at) if paper.as_at else ""
    body = f"{opened.body}, {meeting}" if opened.body else meeting
    state = "Issued" if opened.is_settled else "Draft"
    return f"{paper.reference}. {body}. Figures as at {as_at}. {state}."
