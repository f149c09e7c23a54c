"""What is kept free round a layout turns round with the line of reading."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from creditmate.ui.kit.margins import keep_clear


@pytest.mark.parametrize(
    ("direction", "left", "right"),
    [(Qt.LayoutDirection.LeftToRight, 24, 16), (Qt.LayoutDirection.RightToLeft, 16, 24)],
)
def test_the_lead_is_where_reading_begins(
    qapp: QApplication, direction: Qt.LayoutDirection, left: int, right: int
) -> None:
    before = qapp.layoutDirection()
    qapp.setLayoutDirection(direction)
    try:
        holder = QWidget()
        row = QHBoxLayout(holder)
        keep_clear(row, 24, 4, 16, 8)
    finally:
        qapp.setLayoutDirection(before)
    margins = row.contentsMargins()
    assert (margins.left(), margins.top(), margins.right(), margins.bottom()) == (left, 4, right, 8)
