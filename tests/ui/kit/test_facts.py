"""Facts below one another: what is known of them begins at one edge."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.facts import FactGrid, in_line
from creditmate.ui.kit.text import Paragraph
from creditmate.ui.theme.theme import Theme

LONG = "An issue in somebody's own words, which are very many indeed"


def made(qtbot: QtBot, theme: Theme, *labels: str) -> tuple[QWidget, list[FactGrid]]:
    whole = QWidget()
    column = QVBoxLayout(whole)
    grids = []
    for label in labels:
        grid = FactGrid(theme)
        grid.add_text(label, f"known of {label}")
        column.addWidget(grid)
        grids.append(grid)
    qtbot.addWidget(whole)
    return whole, grids


def edges(whole: QWidget) -> list[int]:
    known = [one for one in whole.findChildren(Paragraph) if "known of" in one.accessibleName()]
    return [one.mapTo(whole, one.rect().topLeft()).x() for one in known]


def test_what_is_known_begins_at_one_edge_in_all_of_them(qtbot: QtBot, theme: Theme) -> None:
    whole, grids = made(qtbot, theme, "Stock", "Orders without a number")
    in_line(grids)
    whole.resize(700, 200)
    whole.show()
    first, second = edges(whole)
    assert first == second


def test_words_of_somebodys_own_push_no_other_grid_aside(qtbot: QtBot, theme: Theme) -> None:
    whole, grids = made(qtbot, theme, "Stock", LONG)
    in_line(grids)
    whole.resize(700, 200)
    whole.show()
    first, second = edges(whole)
    assert first < second / 2
