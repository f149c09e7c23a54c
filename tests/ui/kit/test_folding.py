"""Rows and columns that fold where there is no room, so that no word is cut."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.column_grid import ColumnGrid
from creditmate.ui.kit.end_row import EndRow
from creditmate.ui.kit.figure_columns import FigureColumns, TitledFigure
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


def test_the_last_one_has_company_where_it_would_stand_alone(qtbot: QtBot, theme: Theme) -> None:
    grid, parts = ColumnGrid(4, company=True), cells(theme, 7)
    grid.add(*parts)
    widest = max(part.minimumSizeHint().width() for part in parts)
    window = shown(qtbot, grid, WIDE)
    assert grid.rows_at(4 * widest + 100) == [4, 3]
    window.resize(3 * widest + 40, 400)
    qtbot.waitUntil(lambda: parts[5].x() == 0)
    assert grid.rows_at(grid.width()) == [3, 2, 2]
    assert parts[3].y() == parts[4].y() < parts[5].y() == parts[6].y()
    assert grid.height() >= parts[-1].geometry().bottom()
    assert ColumnGrid(4).rows_at(WIDE) == []


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


def test_parts_that_came_while_nobody_looked_stand_apart(qtbot: QtBot, theme: Theme) -> None:
    page = QWidget()
    grid, column = ColumnGrid(2, room_for=4), QVBoxLayout(page)
    column.addWidget(grid)
    grid.add(*cells(theme, 4))
    window = shown(qtbot, page, WIDE)
    page.hide()
    grid.clear()
    parts = cells(theme, 4)
    grid.add(*parts)
    for part in parts:
        part.show()
    page.show()
    assert window.isVisible()
    assert len({(part.x(), part.y()) for part in parts}) == len(parts)


def test_figures_below_one_another_begin_at_one_edge(qtbot: QtBot, theme: Theme) -> None:
    titles = ("Owed", "Overdue", "Under query", "Unallocated as yet")
    figures = [TitledFigure(title, ("£1.00",)) for title in titles]
    columns = Watched(theme, figures)
    window = shown(qtbot, columns, 220)
    window.grab()
    lefts = [columns.painted[place].left() for place in range(4)]
    tops = [columns.painted[place].top() for place in range(4)]
    assert lefts[0] == lefts[2]
    assert lefts[1] == lefts[3]
    assert tops[0] == tops[1] < tops[2] == tops[3]


class Watched(FigureColumns):
    """Remembers where each figure was painted."""

    def __init__(self, theme: Theme, figures: Sequence[TitledFigure]) -> None:
        self.painted: dict[int, QRect] = {}
        super().__init__(theme, figures)

    def _paint_column(self, painter: QPainter, column: QRect, place: int) -> None:
        self.painted[place] = QRect(column)
        super()._paint_column(painter, column, place)
