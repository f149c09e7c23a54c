"""Rows and columns that fold where there is no room, so that no word is cut."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme

SENTENCE = "A sentence that is long enough to need several lines where the room is short."
WIDE, NARROW = 800, 150


def shown(qtbot: QtBot, part: QWidget, width: int) -> QWidget:
    """Show a part in a window of a width, as high as it wants to be."""
    window = QWidget()
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(part)
    column.addStretch()
    qtbot.addWidget(window)
    window.resize(width, 400)
    window.show()
    qtbot.waitExposed(window)
    return window


def cells(theme: Theme, count: int) -> list[Text]:
    return [Text(theme, f"Choice number {number}") for number in range(count)]


def test_as_many_columns_as_fit_in_reading_order(qtbot: QtBot, theme: Theme) -> None:
    grid, parts = ColumnGrid(4), cells(theme, 8)
    grid.add(*parts)
    window = shown(qtbot, grid, WIDE)
    assert [part.y() for part in parts[:4]] == [0] * 4
    assert parts[4].y() > 0
    assert parts[0].x() < parts[1].x() < parts[3].x()
    window.resize(NARROW, 400)
    qtbot.waitUntil(lambda: grid.columns_at(grid.width()) == 1 and parts[1].x() == parts[0].x())
    assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
    assert grid.height() >= parts[-1].geometry().bottom()


def test_hidden_parts_take_no_place_but_room_is_kept(qtbot: QtBot, theme: Theme) -> None:
    grid, parts = ColumnGrid(2, room_for=8), cells(theme, 4)
    grid.add(*parts)
    window = shown(qtbot, grid, WIDE)
    height = grid.heightForWidth(WIDE)
    parts[0].hide()
    qtbot.waitUntil(lambda: parts[1].x() == 0)
    assert grid.heightForWidth(window.width()) == height


def test_columns_begin_where_reading_begins(qtbot: QtBot, theme: Theme) -> None:
    grid, parts = ColumnGrid(2), cells(theme, 2)
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.add(*parts)
    window = shown(qtbot, grid, WIDE)
    assert parts[0].geometry().right() == window.width() - 1
    assert parts[1].x() == 0


def test_a_row_has_two_ends_or_two_lines(qtbot: QtBot, theme: Theme) -> None:
    lead, trail = Text(theme, "The leading words"), Text(theme, "and those at the end")
    row = EndRow(lead, trail)
    window = shown(qtbot, row, WIDE)
    assert (lead.x(), trail.geometry().right()) == (0, WIDE - 1)
    window.resize(NARROW, 400)
    qtbot.waitUntil(lambda: trail.x() == 0)
    assert trail.y() > lead.geometry().bottom()
    assert row.height() > trail.geometry().bottom()


def test_what_follows_takes_the_room_that_is_left(qtbot: QtBot, theme: Theme) -> None:
    lead, trail = Text(theme, "The leading words"), Paragraph(theme, SENTENCE)
    row = EndRow(lead, trail, least=200)
    window = shown(qtbot, row, 360)
    assert trail.x() > lead.width()
    assert trail.height() >= trail.heightForWidth(trail.width())
    window.resize(300, 400)
    qtbot.waitUntil(lambda: trail.x() == 0)
    assert trail.width() == 300
