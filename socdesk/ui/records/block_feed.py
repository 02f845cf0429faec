"""Which rows a table looks at: they are asked for a block at a time, each once, when painting has said all it wants.

A model never waits and never asks while it paints (architecture.md, rule 4).
"""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractTableModel, QObject, QTimer, Signal

BLOCK = 100
LOADING = "Loading"
"""What a cell says until its block has come."""


def span(block: int) -> slice:
    """Return which rows a block holds; the last block may hold fewer."""
    return slice(block * BLOCK, (block + 1) * BLOCK)


class BlockFeed(QObject):
    """Belongs to a model. ``needed`` is sent with the number of each block that is to be fetched."""

    needed = Signal(int)

    def __init__(self, model: QAbstractTableModel) -> None:
        super().__init__(model)
        self._wanted: set[int] = set()
        self._coming: set[int] = set()
        self._soon = QTimer(self)
        self._soon.setInterval(0)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)

    def want(self, row: int) -> None:
        """Note that a row is looked at."""
        block = row // BLOCK
        if block not in self._coming and block not in self._wanted:
            self._wanted.add(block)
            self._soon.start()

    def hold(self, block: int) -> None:
        """Note that the rows of a block have come without being asked for."""
        self._coming.add(block)

    def forget(self) -> None:
        """Let every row that is looked at be asked for afresh."""
        self._coming.clear()
        self._wanted.clear()

    def begin_again(self) -> None:
        """Forget, and let the view look at everything anew; what stands is seen until newer rows come."""
        self.forget()
        self._tell(0, self._model.rowCount() - 1)

    def came(self, block: int) -> None:
        """Tell the view that the rows of a block stand there now."""
        rows = span(block)
        self._tell(rows.start, min(rows.stop, self._model.rowCount()) - 1)

    @property
    def _model(self) -> QAbstractTableModel:
        return cast("QAbstractTableModel", self.parent())

    def _ask(self) -> None:
        blocks = sorted(self._wanted)
        self._coming.update(blocks)
        self._wanted.clear()
        for block in blocks:
            self.needed.emit(block)

    def _tell(self, first: int, last: int) -> None:
        model = self._model
        if last >= first:
            model.dataChanged.emit(model.index(first, 0), model.index(last, model.columnCount() - 1))
