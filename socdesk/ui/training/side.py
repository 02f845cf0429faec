"""The place beside the matrix: the panel of a person, or a form over it; at little width in its place."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from socdesk.ui.theme.following import follow, spaced
from socdesk.ui.theme.theme import Theme
from socdesk.ui.training.form_drawer import FormDrawer
from socdesk.ui.training.person_panel import PersonPanel

_WIDTH = 408
_ANY = 16_777_215


class Side(QWidget):
    """``changed`` is sent when it opens or closes."""

    changed = Signal()

    def __init__(self, theme: Theme, panel: PersonPanel) -> None:
        super().__init__()
        self.setProperty("look", "page")
        self._theme, self._panel = theme, panel
        self._beside = True
        self.drawer: FormDrawer | None = None
        self._column = QVBoxLayout(self)
        spaced(self._column, theme)
        self._column.addWidget(panel)
        panel.hide()
        self.hide()
        follow(theme, self, self._fit)

    def fit(self, *, beside: bool) -> None:
        """Stand beside the matrix, or in its place."""
        self._beside = beside
        self._fit()

    def _fit(self) -> None:
        width = self._theme.px(_WIDTH)
        self.setMinimumWidth(width if self._beside else 1)
        self.setMaximumWidth(width if self._beside else _ANY)

    @property
    def has_person(self) -> bool:
        """Whether a person's panel stands there, maybe under a form."""
        return self._panel.person is not None

    def show_form(self, drawer: FormDrawer) -> None:
        """Put a form over whatever stands there."""
        self.drop_form()
        self.drawer = drawer
        self._panel.hide()
        self._column.addWidget(drawer)
        self.settle()

    def drop_form(self) -> None:
        """Take the form away; the person under it is seen again."""
        if self.drawer is not None:
            drawer, self.drawer = self.drawer, None
            self._column.removeWidget(drawer)
            drawer.hide()
            drawer.deleteLater()
        self.settle()

    def settle(self) -> None:
        """Show the person that the panel was given, unless a form stands over it."""
        self._panel.setVisible(self.has_person and self.drawer is None)
        self.setVisible(self.has_person or self.drawer is not None)
        self.changed.emit()
