"""What is wrong with a window as it stands: words that do not fit, parts without a name, targets that are too small."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

SIZES = ((100, 1366, 690), (125, 1366, 690), (150, 1366, 690), (100, 1100, 640), (100, 1920, 1040), (200, 1366, 690))
"""Text size in per cent, and the window's width and height in pixels (ux.md 8.2, and the largest text)."""

_LEAST_TARGET = 24


def complaints(root: QWidget) -> list[str]:
    """Return everything that is wrong with what is shown under a widget."""
    shown = [each for each in root.findChildren(QWidget) if each.isVisibleTo(root) and not _is_qts_own(each)]
    return [words for each in shown for check in _CHECKS if (words := check(each))]


def _is_qts_own(widget: QWidget) -> bool:
    """Tell viewports, popups and clear buttons, which Qt makes itself."""
    made_by = (QComboBox, QHeaderView, QLineEdit)
    return widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), made_by)


def _of(widget: QWidget, words: str) -> str:
    text = getattr(widget, "text", str)()
    return f"{type(widget).__name__} {text[:50] or widget.accessibleName()[:50]!r}: {words}"


def _cut_label(widget: QWidget) -> str:
    if not isinstance(widget, QLabel) or not widget.text():
        return ""
    if widget.wordWrap():
        needs, has = widget.heightForWidth(widget.width()), widget.height()
        return _of(widget, f"needs a height of {needs}, has {has}") if needs > has + 2 else ""
    needs, has = widget.sizeHint().width(), widget.width()
    return _of(widget, f"needs a width of {needs}, has {has}") if needs > has + 1 else ""


def _cut_button(widget: QWidget) -> str:
    if not isinstance(widget, QAbstractButton) or not widget.text():
        return ""
    needs, has = widget.sizeHint(), widget.size()
    cut = needs.width() > has.width() + 1 or needs.height() > has.height() + 1
    return _of(widget, f"needs {needs.toTuple()}, has {has.toTuple()}") if cut else ""


def _nameless(widget: QWidget) -> str:
    takes_keys = widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if not takes_keys or isinstance(widget, QScrollArea):
        return ""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface.text(QAccessible.Text.Name).strip() else _of(widget, "has no name")


def _trap(widget: QWidget) -> str:
    swallows = (isinstance(widget, QAbstractItemView) and widget.tabKeyNavigation()) or (
        isinstance(widget, QPlainTextEdit) and not widget.tabChangesFocus()
    )
    return _of(widget, "swallows Tab") if swallows else ""


def _small(widget: QWidget) -> str:
    if not isinstance(widget, (QAbstractButton, QLineEdit, QComboBox)):
        return ""
    return _of(widget, f"is only {widget.size().toTuple()}") if min(widget.size().toTuple()) < _LEAST_TARGET else ""


def _outside(widget: QWidget) -> str:
    """Tell a control that lies outside its window and in nothing that scrolls."""
    if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or any(isinstance(up, QScrollArea) for up in _above(widget)):
        return ""
    window = widget.window()
    at = widget.mapTo(window, widget.rect().bottomRight())
    return "" if window.rect().adjusted(-1, -1, 1, 1).contains(at) else _of(widget, f"ends at {at.toTuple()}, outside")


def _above(widget: QWidget) -> Iterator[QWidget]:
    while (parent := widget.parentWidget()) is not None:
        yield parent
        widget = parent


_CHECKS: tuple[Callable[[QWidget], str], ...] = (_cut_label, _cut_button, _nameless, _trap, _small, _outside)
