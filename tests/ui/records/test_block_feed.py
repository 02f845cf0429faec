import pytest
from PySide6.QtGui import QStandardItemModel

from socdesk.ui.records.block_feed import BLOCK, BlockFeed


@pytest.fixture
def model(qapp):
    return QStandardItemModel(2 * BLOCK + 5, 1)


@pytest.fixture
def feed(model):
    return BlockFeed(model)


@pytest.fixture
def needed(feed):
    found = []
    feed.needed.connect(found.append)
    return found


def test_rows_that_are_looked_at_are_asked_for_by_blocks_and_once(feed, needed, qtbot):
    for row in (2 * BLOCK + 1, 3, 4, 3):
        feed.want(row)
    qtbot.waitUntil(lambda: needed == [0, 2])
    feed.want(5)
    feed.want(BLOCK)
    qtbot.waitUntil(lambda: needed == [0, 2, 1])


def test_what_was_forgotten_is_asked_for_again(feed, needed, qtbot):
    feed.want(0)
    qtbot.waitUntil(lambda: needed == [0])
    feed.forget()
    feed.want(0)
    qtbot.waitUntil(lambda: needed == [0, 0])


def test_the_view_hears_of_a_whole_block_and_of_no_row_behind_the_last(model, feed):
    heard = []
    model.dataChanged.connect(lambda first, last: heard.append((first.row(), last.row())))
    feed.came(0)
    feed.came(2)
    feed.begin_again()
    assert heard == [(0, BLOCK - 1), (2 * BLOCK, 2 * BLOCK + 4), (0, 2 * BLOCK + 4)]
    model.setRowCount(0)
    feed.came(2)
    assert len(heard) == 3
