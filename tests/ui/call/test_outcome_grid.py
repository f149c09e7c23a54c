"""The outcomes in three columns: none stands alone, and arrows go to what is seen."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from creditmate.domain.outcomes import CallKind, Outcome, usual_outcomes
from creditmate.ui.call.outcome_grid import OutcomeGrid
from creditmate.ui.theme.theme import Theme

USUAL = usual_outcomes(CallKind.COLLECTION)


def test_sixteen_in_three_columns_leave_none_alone(qtbot: QtBot, theme: Theme) -> None:
    grid = OutcomeGrid(theme, "en_GB", "Outcome")
    qtbot.addWidget(grid)
    grid.offer(CallKind.COLLECTION, None)
    widest = max(button.minimumSizeHint().width() for button in grid._buttons.values())
    grid.resize(3 * widest + 40, 300)
    grid.show()
    qtbot.waitExposed(grid)
    assert len(USUAL) == 16
    assert grid.rows_at(grid.width()) == [3, 3, 3, 3, 2, 2]
    chosen: list[Outcome] = []
    grid.chosen.connect(chosen.append)

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(grid, key)

    down, up, right = Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Right
    press(down, *[down] * 5)
    assert [USUAL.index(one) for one in chosen] == [0, 3, 6, 9, 12, 14]
    press(down)  # below the last row is nothing
    assert len(chosen) == 6
    press(up, up, right, right)
    assert grid.outcome is USUAL[11]
    press(down)  # the row below ends before that column
    assert grid.outcome is USUAL[11]
    press(up)
    assert grid.outcome is USUAL[8]
