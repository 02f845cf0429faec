"""Where one paper is worked on: its sections at the left, and at the right its pages, its text and its leak check."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from socdesk.desk.papers.places_of_leaks import LeakPlace
from socdesk.desk.papers.studio import OpenedPaper, Preview, Studio
from socdesk.errors import CancelledError, UserFacingError
from socdesk.jobs import CancellableProgress, Job
from socdesk.registers.declared.papers import PAPER_SECTIONS, PAPERS, Paper
from socdesk.ui.page import Breadth
from socdesk.ui.papers.findings import Findings, verdict
from socdesk.ui.papers.issue_bar import IssueBar
from socdesk.ui.papers.pages_view import PagesView
from socdesk.ui.papers.reader import Reader
from socdesk.ui.papers.section_editor import SectionEditor
from socdesk.ui.papers.section_list import SectionList
from socdesk.ui.papers.taking_out import TakingOut
from socdesk.ui.papers.verdict_line import VerdictLine
from socdesk.ui.room import Room
from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.widgets.job_line import JobLine
from socdesk.ui.widgets.labels import label
from socdesk.ui.widgets.message_box import MessageBox
from socdesk.ui.widgets.scrolled import scrolled

if TYPE_CHECKING:
    from socdesk.desk.desk import Changed

PAUSE_MS = 300
"""How long after the last change the pages are drawn anew."""

SECTIONS, PAGES, TEXT, CHECK = range(4)
_TABS = ("Sections", "Pages", "Read as text", "Leak check")
_LEFT = 396


class PaperBuilder(QWidget):
    """``opened`` is sent when a paper stands ready, ``led`` with a record's reference, ``gone`` when it is no more."""

    opened = Signal()
    drawn = Signal()
    led = Signal(str)
    gone = Signal(str)

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self.room = room
        self.studio = Studio(room.desk)
        self.paper: OpenedPaper | None = None
        self.preview: Preview | None = None
        self.paper_id = ""
        self._typed: dict[str, str] = {}
        self._running: CancellableProgress | None = None
        self._then: Callable[[Preview], object] | None = None
        self._stale = False
        self._breadth = Breadth.FULL
        self._make_parts()
        self._lay_out()
        self.taking_out = TakingOut(room, self, self.studio, self.line)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.draw)

    def _make_parts(self) -> None:
        theme = self.room.theme
        self.sections, self.editor = SectionList(theme), SectionEditor(theme)
        self.pages, self.reader, self.findings = PagesView(theme), Reader(theme), Findings(theme)
        self.verdict = VerdictLine(theme, lambda: self.show_tab(CHECK))
        self.line = JobLine(theme, self.room.announcer)
        self.trouble = MessageBox(theme)
        self.issue_bar = IssueBar(theme, self._issue)
        self.facts = label("", "small", wrap=True)
        self.sections.chosen.connect(self._choose)
        self.editor.typed.connect(self._type)
        self.editor.kept.connect(self._keep)
        self.editor.left_out.connect(self._leave_out)
        self.findings.led.connect(self._lead)

    def _lay_out(self) -> None:
        theme = self.room.theme
        column = QVBoxLayout(self)
        spaced(column, theme, margins=(24, 0, 24, 12), spacing=8)
        for each in (self.issue_bar, self.trouble):
            column.addWidget(each)
        row = QHBoxLayout()
        spaced(row, theme, spacing=20)
        column.addLayout(row, 1)
        self._left = QWidget()
        self._left.setProperty("look", "page")
        left = QVBoxLayout(self._left)
        spaced(left, theme, margins=(0, 0, 8, 8), spacing=10)
        left.addWidget(self.facts)
        left.addWidget(self.sections, 1)
        left.addWidget(self.editor)
        self._left_area = scrolled(self._left)
        row.addWidget(self._left_area)
        right = QVBoxLayout()
        spaced(right, theme, spacing=6)
        row.addLayout(right, 1)
        self._row = row
        self.tabs = self._tab_bar()
        right.addWidget(self.tabs)
        right.addWidget(self.verdict)
        right.addWidget(self.line)
        self._stack = QStackedWidget()
        self._narrow_left = QWidget()
        self._narrow_column = QVBoxLayout(self._narrow_left)
        spaced(self._narrow_column, theme)
        for each in (self._narrow_left, self.pages, self.reader, self.findings):
            self._stack.addWidget(each)
        right.addWidget(self._stack, 1)
        self.tabs.setCurrentIndex(PAGES)
        follow(theme, self, self._fit_left)

    def _tab_bar(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName("Ways to look at the paper")
        tabs.setExpanding(False)
        tabs.setDrawBase(False)
        for words in _TABS:
            tabs.addTab(words)
        tabs.currentChanged.connect(self._show_current)
        return tabs

    def _show_current(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)

    @property
    def _is_single(self) -> bool:
        return self._breadth < Breadth.SLIM

    def fit(self, breadth: Breadth) -> None:
        """Two columns where there is room; else one thing at a time, behind tabs."""
        self._breadth = breadth
        single = self._is_single
        if single and self._row.indexOf(self._left_area) >= 0:
            self._row.removeWidget(self._left_area)
            self._narrow_column.addWidget(self._left_area)
            self._left_area.show()
        elif not single and self._row.indexOf(self._left_area) < 0:
            self._row.insertWidget(0, self._left_area)
            self._left_area.show()
        self.tabs.setTabVisible(SECTIONS, single)
        if not single and self.tabs.currentIndex() == SECTIONS:
            self.tabs.setCurrentIndex(PAGES)
        self.findings.fit(breadth)
        self._fit_left()

    def _fit_left(self) -> None:
        px = self.room.theme.px
        if self._is_single:
            self._left_area.setMinimumWidth(0)
            self._left_area.setMaximumWidth(16_777_215)
        else:
            self._left_area.setFixedWidth(px(_LEFT))

    def show_tab(self, tab: int) -> None:
        """Show pages, text, leak check or, where there is one column, the sections; and take the keyboard there."""
        self.tabs.setCurrentIndex(tab)
        parts = (self.sections, self.pages.view, self.reader, self.findings.table)
        target: QWidget = parts[tab]
        if tab == CHECK and not self.findings.table.isVisibleTo(self):
            target = self.tabs
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that F6 goes through."""
        parts = (self.sections, self.editor.own.area, self.tabs, self.pages.view, self.reader, self.findings.table)
        return tuple(part for part in parts if part.isVisible())

    # The paper

    def open(self, paper_id: str) -> None:
        """Show a paper."""
        if paper_id != self.paper_id:
            self.editor.keep()
            self._forget(paper_id)
        self._load()

    def _forget(self, paper_id: str) -> None:
        self.paper_id, self.paper, self.preview = paper_id, None, None
        self._typed.clear()
        self._then = None
        self.verdict.hide()
        self.issue_bar.hide()
        self.trouble.tell("")

    def _load(self) -> None:
        studio, paper_id = self.studio, self.paper_id
        job = Job("Loading the paper", lambda _progress: studio.open(paper_id))
        self.room.work.read(job, self, partial(self._loaded, paper_id), failed=self._failed)

    def _loaded(self, paper_id: str, paper: OpenedPaper) -> None:
        if paper_id != self.paper_id:
            return
        before, self.paper = self.paper, paper
        self.facts.setText(_facts(paper))
        self.sections.show_sections(paper.sections)
        self.opened.emit()
        if self.preview is None or before is None or _printed(before) != _printed(paper) or self._stale:
            self.draw()

    def desk_changed(self, changed: Changed) -> None:
        """Take up what a deed changed: in the paper itself, or in what it is checked against."""
        if not self.paper_id:
            return
        ours = changed.ids.keys() & {PAPERS.key, PAPER_SECTIONS.key}
        self._stale = self._stale or bool(changed.ids.keys() - {PAPERS.key, PAPER_SECTIONS.key})
        if ours:
            self._load()
        elif self._stale and self.isVisible():
            self._pause.start()

    # The sections

    def _choose(self, key: str) -> None:
        row = next((each for each in self.paper.sections if each.key == key), None) if self.paper else None
        if row is not None and self.paper is not None:
            if key != self.editor.key:
                self.editor.keep()
            self.editor.show_section(row, settled=self.paper.is_settled)

    def _type(self, key: str, words: str) -> None:
        self._typed[key] = words
        self._pause.start()

    def _keep(self, key: str, words: str) -> None:
        studio, paper_id = self.studio, self.paper_id
        job = Job("Saving", lambda _progress: studio.write(paper_id, key, words))
        self.room.work.write(job, self, lambda _new: self._is_kept(key, words), failed=self._failed)

    def _is_kept(self, key: str, words: str) -> None:
        if self._typed.get(key) == words:
            del self._typed[key]

    def _leave_out(self, key: str, out: bool) -> None:  # noqa: FBT001  as the signal sends it
        studio, paper_id = self.studio, self.paper_id
        job = Job("Saving", lambda _progress: studio.leave_out(paper_id, key, out=out))
        words = "Left the section out of the paper." if out else "Took the section into the paper again."
        self.room.work.write(job, self, lambda _none: self._tell_undoable(words), failed=self._failed)

    def _tell_undoable(self, words: str) -> None:
        self.room.notices.tell(words, offer="Undo Ctrl+Z", do=self.room.shell.undo)

    # The pages

    def draw(self) -> None:
        """Make the paper afresh and check it; a making that is under way is given up."""
        self._pause.stop()
        if self.paper is None:
            return
        if self._running is not None:
            self._running.cancel()
        self._stale = False
        studio, paper_id, typed = self.studio, self.paper_id, dict(self._typed)
        job = Job("Making the paper", lambda progress: studio.preview(paper_id, typed, progress))
        running: list[CancellableProgress] = []

        def done(preview: Preview) -> None:
            if running[0] is self._running:
                self._drawn(preview)

        def failed(error: Exception) -> None:
            if running[0] is self._running:
                self._running = None
                self._failed(error)

        def watched(done: int, total: int, message: str) -> None:
            if running and running[0] is self._running:
                self.line.watch(done, total, message)

        running.append(self.room.work.read(job, self, done, failed=failed, watched=watched))
        self._running = running[0]
        self.line.follow(job.title, running[0])

    def _drawn(self, preview: Preview) -> None:
        self._running = None
        self.line.end()
        self.trouble.tell("")
        before, self.preview = self.preview, preview
        if before is None or before.seal != preview.seal:
            self.pages.show_pages(preview.pdf)
            self.reader.show_text(preview.text)
        names = {row.key: row.heading for row in self.paper.sections} if self.paper else {}
        self.findings.show_findings(preview, names)
        self.findings.fit(self._breadth)
        self.verdict.show_verdict(preview)
        if before is None or verdict(before) != verdict(preview):
            self.room.announcer.say(f"{verdict(preview)}.")
        then, self._then = self._then, None
        if then is not None and not self._pause.isActive():
            then(preview)
        self.drawn.emit()

    def _failed(self, error: Exception) -> None:
        self.line.end()
        self._then = None
        if isinstance(error, CancelledError):
            return
        if isinstance(error, UserFacingError):
            self.trouble.tell(str(error), error.advice)
            self.room.announcer.say(str(error))
        else:
            self.room.work.failed.emit(error)

    # What goes out

    def _when_clean(self, then: Callable[[Preview], object]) -> None:
        """Check the paper as it stands now, and go on only if nothing was found."""
        self.editor.keep()
        self._then = partial(self._go_on_if_clean, then)
        self.draw()

    def _go_on_if_clean(self, then: Callable[[Preview], object], preview: Preview) -> None:
        if preview.is_clean:
            then(preview)
            return
        self.room.notices.tell(f"Not saved: {verdict(preview).lower()}. Change these words first.")
        self.show_tab(CHECK)

    def save_pdf(self) -> None:
        """Ask where the PDF goes, if the leak check finds nothing."""
        self._when_clean(lambda preview: self.taking_out.ask_pdf(self.paper_id, self._composer, preview))

    def save_web_page(self) -> None:
        """Ask where the web page goes, if the leak check finds nothing."""
        self._when_clean(lambda preview: self.taking_out.ask_web_page(self.paper_id, self._composer, preview))

    def print_paper(self) -> None:
        """Ask for a printer, if the leak check finds nothing."""
        self._when_clean(lambda preview: self.taking_out.ask_printer(self.paper_id, preview))

    def ask_issue(self) -> None:
        """Say what issuing means, if the leak check finds nothing."""
        self._when_clean(lambda _preview: self.issue_bar.ask())

    @property
    def _composer(self) -> str:
        return self.paper.kind.key if self.paper else "paper"

    def check(self) -> None:
        """Check the paper for leaks and show what was found."""
        self._then = lambda _preview: self.show_tab(CHECK)
        self.draw()

    def _issue(self) -> None:
        studio, paper_id = self.studio, self.paper_id
        self._write(Job("Issuing the paper", lambda progress: studio.issue(paper_id, progress)), "Issued the paper.")

    def refresh(self) -> None:
        """Take the figures as known now."""
        studio, paper_id = self.studio, self.paper_id
        self.editor.keep()
        job = Job("Refreshing the figures", lambda progress: studio.refresh(paper_id, progress))
        self._write(job, "Took the figures as known now. Your own words stay as they were.")

    def _write(self, job: Job[Paper], words: str) -> None:
        def done(_paper: object) -> None:
            self.line.end()
            self._tell_undoable(words)

        progress = self.room.work.write(job, self, done, failed=self._failed, watched=self.line.watch)
        self.line.follow(job.title, progress)

    def _lead(self, place: LeakPlace) -> None:
        if place.section:
            if self._is_single:
                self.tabs.setCurrentIndex(SECTIONS)
            self.sections.choose(place.section)
            self.editor.own.area.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place.reference:
            self.led.emit(place.reference)
        elif place.leak.page:
            self.show_tab(PAGES)
            self.pages.go(place.leak.page - 1)


def _facts(paper: OpenedPaper) -> str:
    record = paper.paper
    if paper.is_settled:
        return f"Issued: words and figures stay as they were printed. SHA-256 {record.sha256[:16]}…"
    return "The program drafts each section from the figures. What you write yourself is printed instead, and is kept."


def _printed(paper: OpenedPaper) -> object:
    record = paper.paper
    texts = tuple((row.key, row.printed) for row in paper.sections)
    return record.snapshot_seq, record.stage, record.meeting, record.as_at, texts
