"""Where a form scrolls, a line stands at the edge behind which there is more."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from creditmate.ui.kit.panel import Hairline
from creditmate.ui.kit.shrinking import Shrinking


def test_a_line_stands_where_there_is_more_to_see(qtbot: QtBot) -> None:
    inside = QWidget()
    column = QVBoxLayout(inside)
    for _ in range(3):
        part = QWidget()
        part.setFixedHeight(80)
        column.addWidget(part)
    area = Shrinking(inside, "Form")
    qtbot.addWidget(area)
    area.resize(200, 120)
    area.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    above, below = area.findChildren(Hairline)
    assert (above.isVisible(), below.isVisible()) == (False, True)
    assert below.geometry().bottom() == area.rect().bottom()
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())
    assert (above.isVisible(), below.isVisible()) == (True, False)
    area.resize(200, 400)
    qtbot.waitUntil(lambda: not area.verticalScrollBar().maximum())
    assert not above.isVisible()
    assert not below.isVisible()
