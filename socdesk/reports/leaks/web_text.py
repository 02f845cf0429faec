"""The text of a finished web page, read back from its bytes: what is shown, and what tags and comments hold."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser

from socdesk.reports.leaks.stretch import Stretch, one_page

_RUNS_ON = frozenset({"b", "span", "meta"})
"""Tags that part no words."""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += [value for _name, value in attrs if value]
        self._part(tag)

    def handle_endtag(self, tag: str) -> None:
        self._part(tag)

    def _part(self, tag: str) -> None:
        if tag not in _RUNS_ON:
            self.shown.append("\n")

    def handle_data(self, data: str) -> None:
        self.shown.append(data)

    def handle_comment(self, data: str) -> None:
        self.hidden.append(data)


def stretches_of_web_page(page: bytes) -> Iterator[Stretch]:
    """Yield what a web page shows, and then each thing that it holds without showing it."""
    reader = _Reader()
    reader.feed(page.decode())
    reader.close()
    yield one_page("web page", "".join(reader.shown))
    for text in reader.hidden:
        yield one_page("tag of the web page", text)
