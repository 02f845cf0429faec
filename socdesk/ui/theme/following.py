"""Keeps parts of the window in step with the theme for as long as they live."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QLayout

from socdesk.ui.theme.theme import Theme


class _Follower(QObject):
    """Lives and dies with its owner; Qt then drops the connection by itself."""

    def __init__(self, owner: QObject, theme: Theme, apply: Callable[[], object]) -> None:
        super().__init__(owner)
        self._apply = apply
        theme.changed.connect(self.refresh)

    @Slot()
    def refresh(self) -> None:
        self._apply()


def follow(theme: Theme, owner: QObject, apply: Callable[[], object]) -> None:
    """Call ``apply`` now and after every change of the theme, until the owner is gone."""
    apply()
    _Follower(owner, theme, apply)


def spaced(
    layout: QLayout, theme: Theme, *, margins: tuple[float, float, float, float] = (0, 0, 0, 0), spacing: float = 0
) -> None:
    """Give a layout margins (left, top, right, bottom) and spacing in pixels at 100 %, that grow with the text."""

    def apply() -> None:
        left, top, right, bottom = (theme.px(each) for each in margins)
        layout.setContentsMargins(left, top, right, bottom)
        layout.setSpacing(theme.px(spacing))

    follow(theme, layout, apply)
