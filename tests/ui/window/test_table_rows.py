"""Rows are painted whole: no role is asked for, and what is chosen or on its way is seen."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.paged_model import Column, Index, PagedModel
from creditmate.ui.kit.paint import text_width
from creditmate.ui.kit.table import PagedTable
from creditmate.ui.kit.tag import Tone
from creditmate.ui.queries import Desk
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import LIGHT, SIZES, SPACE, Ink, Type

ROWS = 40


@dataclass(frozen=True)
class Line:
    id: int


class Watched(PagedModel[Line]):
    """A model that counts what Qt asks it for."""

    asked = 0

    def data(self, index: Index, role: int = 0) -> Any:  # noqa: ANN401 - Qt's variant
        self.asked += 1
        return super().data(index, role)


class Source:
    def __init__(self) -> None:
        self.gate = threading.Event()

    def __call__(self, ids: Sequence[int]) -> list[Line]:
        self.gate.wait()
        return [Line(id_) for id_ in ids if id_ != 3]


COLUMNS: tuple[Column[Line], ...] = (
    Column("name", "Name", lambda row: Cell(f"Customer {row.id}"), 150),
    Column("tag", "Tag", lambda row: Cell("Long words", tag=CellTag("late", Tone.DANGER)), 120),
    Column(
        "owed", "Owed", lambda row: Cell(f"{row.id}.00", Ink.DANGER, Type.BODY_STRONG), 90,
        right=True,
    ),
)  # fmt: skip


@pytest.fixture
def source() -> Iterator[Source]:
    made = Source()
    yield made
    made.gate.set()


@pytest.fixture
def model(desk: Desk, source: Source) -> Watched:
    return Watched(COLUMNS, source, desk, desk.failed.emit, desk)


@pytest.fixture
def table(qtbot: QtBot, model: Watched, theme: Theme) -> PagedTable[Line]:
    made = PagedTable(model, theme, "Lines")
    qtbot.addWidget(made)
    made.resize(480, 300)
    made.show()
    return made


@pytest.fixture
def filled(
    qtbot: QtBot, table: PagedTable[Line], model: Watched, source: Source
) -> PagedTable[Line]:
    """The table once its rows have come."""
    source.gate.set()
    table.show_list(range(ROWS), ())
    qtbot.waitUntil(lambda: not model.is_coming(0))
    return table


def seen(table: PagedTable[Line]) -> QImage:
    image = QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    flags = QWidget.RenderFlag.DrawChildren
    table.viewport().render(image, QPoint(), QRegion(), flags)
    return image


def colour_at(table: PagedTable[Line], x: int, row: int) -> str:
    """The colour near the upper edge of a row, where no letter reaches."""
    return seen(table).pixelColor(x, table.rowViewportPosition(row) + 2).name().upper()


def test_painting_asks_qts_model_for_nothing(filled: PagedTable[Line], model: Watched) -> None:
    model.asked = 0
    painted = seen(filled)
    assert model.asked == 0
    filled.show_list((), ())
    assert seen(filled) != painted


@pytest.mark.parametrize("mirrored", [False, True])
def test_figures_end_at_the_gutter_whichever_way_people_read(
    qtbot: QtBot, filled: PagedTable[Line], model: Watched, theme: Theme, mirrored: bool
) -> None:
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    filled.setLayoutDirection(right if mirrored else left)
    qtbot.waitUntil(lambda: (filled.visualRect(model.index(1, 2)).left() == 0) is mirrored)
    cell = filled.visualRect(model.index(1, 2)).adjusted(0, 0, 0, -SIZES.hairline)
    ink = ink_of(seen(filled).copy(cell))
    first, last = min(ink), max(ink)
    assert cell.width() - SPACE.xl - 3 <= last < cell.width() - SPACE.xl
    assert abs(last - first - text_width("1.00", theme.font(Type.BODY_STRONG))) <= 6


def test_words_that_do_not_fit_end_in_an_ellipsis_within_their_room(
    filled: PagedTable[Line], model: Watched
) -> None:
    filled.setColumnWidth(1, 40)
    cell = filled.visualRect(model.index(1, 1)).adjusted(0, 0, 0, -SIZES.hairline)
    ink = ink_of(seen(filled).copy(cell))
    assert SPACE.s <= min(ink) < max(ink) < cell.width() - SPACE.s


def ink_of(image: QImage) -> set[int]:
    """The columns of pixels in which something dark or strong stands."""
    ground = image.pixelColor(0, 0).lightness()
    return {
        x
        for x in range(image.width())
        for y in range(image.height())
        if abs(image.pixelColor(x, y).lightness() - ground) > 60
    }


def test_the_current_row_has_its_ground_and_its_bar(filled: PagedTable[Line]) -> None:
    filled.go_to(2)
    filled.clearFocus()
    assert colour_at(filled, 0, 2) == LIGHT.edge.upper()
    assert colour_at(filled, 60, 2) == LIGHT.hover.upper()
    assert colour_at(filled, 60, 1) != LIGHT.hover.upper()


def test_a_bar_stands_for_what_is_long_on_its_way_and_for_nothing_that_is_gone(
    qtbot: QtBot, table: PagedTable[Line], model: Watched, source: Source
) -> None:
    table.show_list(range(ROWS), ())
    middle = table.rowViewportPosition(3) + SIZES.table_row // 2
    inside = SPACE.xl + SPACE.s

    def bar() -> bool:
        return seen(table).pixelColor(inside, middle).name().upper() == LIGHT.hover.upper()

    table.go_to(0)
    assert not bar()
    qtbot.waitUntil(lambda: model.impatient)
    assert bar()
    source.gate.set()
    qtbot.waitUntil(lambda: not model.is_coming(3))
    assert not bar()
