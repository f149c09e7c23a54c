"""Columns have room for what is in them: long amounts, larger text; what is cut is told."""

from collections.abc import Sequence
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.paged_model import Column, PagedModel
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.table_header import TableHeader
from creditmate.ui.kit.tag import Tone, tag_size
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Appearance, Theme
from creditmate.ui.theme.tokens import Type

LONG = "A firm whose name is longer than any column that a table of this program begins with Ltd"


@dataclass(frozen=True)
class Line:
    id: int
    amount: str


LINES = {1: Line(1, "12.00"), 2: Line(2, "98,469,135.78")}


def fetch(ids: Sequence[int]) -> list[Line]:
    return [LINES[id_] for id_ in ids]


@pytest.fixture
def table(qtbot: QtBot, desk: Desk, theme: Theme) -> PagedTable[Line]:
    columns: tuple[Column[Line], ...] = (
        Column("name", "Name", lambda _row: Cell(LONG), 120),
        Column("owed", "Owed", lambda row: Cell(row.amount), 64, right=True),
    )
    model = PagedModel(columns, fetch, desk, desk.failed.emit, desk)
    made = PagedTable(model, theme, "Lines")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    return made


def amount_fits(table: PagedTable[Line], theme: Theme, text: str) -> bool:
    header = table.horizontalHeader()
    assert isinstance(header, TableHeader)
    return header.room(1) >= text_width(text, theme.font(Type.BODY))


def test_a_long_amount_widens_its_column(
    qtbot: QtBot, table: PagedTable[Line], theme: Theme
) -> None:
    table.show_list([1], ())
    qtbot.wait(50)
    width = table.columnWidth(1)
    table.show_list([1, 2], ())
    qtbot.waitUntil(lambda: table.columnWidth(1) > width)
    assert amount_fits(table, theme, "98,469,135.78")
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()


def test_a_column_that_was_left_out_comes_back_as_wide_as_it_was(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    columns: tuple[Column[Line], ...] = (
        Column("name", "Name", lambda _row: Cell(LONG), 120),
        Column("owed", "Owed", lambda row: Cell(row.amount), 104, right=True, optional=True),
    )
    made = PagedTable(PagedModel(columns, fetch, desk, desk.failed.emit, desk), theme, "Lines")
    qtbot.addWidget(made)
    made.resize(160, 300)
    made.show()
    made.show_list([1], fetch([1]))
    assert made.isColumnHidden(1)
    made.resize(400, 300)
    qtbot.waitUntil(lambda: not made.isColumnHidden(1))
    header = made.horizontalHeader()
    assert isinstance(header, TableHeader)
    assert made.columnWidth(1) == header.first_width(1)


def test_a_tag_that_is_promised_fits_even_in_the_last_column(
    qtbot: QtBot, desk: Desk, theme: Theme
) -> None:
    said = "Charge: 102 days late"
    columns: tuple[Column[Line], ...] = (
        Column("name", "Name", lambda _row: Cell(LONG), 120),
        Column("state", "State", lambda _row: Cell("", tag=CellTag(said, Tone.DANGER)), 64,
               tags=(said,)),
    )  # fmt: skip
    made = PagedTable(PagedModel(columns, fetch, desk, desk.failed.emit, desk), theme, "Lines")
    qtbot.addWidget(made)
    header = made.horizontalHeader()
    assert isinstance(header, TableHeader)
    assert header.room(1) >= tag_size(theme, said).width()


def test_columns_grow_with_the_text_and_shrink_again(table: PagedTable[Line], theme: Theme) -> None:
    first, kept = table.columnWidth(1), table.layout_kept()
    theme.choose(Appearance.LIGHT, 1.5)
    assert table.columnWidth(1) == round(first * 1.5)
    assert table.layout_kept() == kept
    theme.choose(Appearance.LIGHT, 1.0)
    assert table.columnWidth(1) == first


def test_only_what_is_cut_is_told_in_a_tool_tip(
    qtbot: QtBot, table: PagedTable[Line], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, _view: told.append(text))
    table.show_list([1], fetch([1]))
    for column in (0, 1):
        index = table.model().index(0, column)
        option = QStyleOptionViewItem()
        option.rect = table.visualRect(index)
        event = QHelpEvent(QEvent.Type.ToolTip, QPoint(), QPoint())
        assert table.itemDelegate().helpEvent(event, table, option, index)
    assert told == [LONG, ""]
