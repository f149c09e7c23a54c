"""An area that is as high as what it holds, and scrolls only where there is no room for that.

Where more is to be seen there is a line, so that nothing looks cut off.
"""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from creditmate.ui.kit.panel import Hairline
from creditmate.ui.theme.tokens import SIZES


class Shrinking(QScrollArea):
    """As high as what it holds where there is room, else it scrolls."""

    def __init__(self, inside: QWidget, name: str) -> None:
        super().__init__()
        self._inside = inside
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Maximum)
        self.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        self._above, self._below = Hairline(), Hairline()
        for edge in (self._above, self._below):
            edge.setParent(self)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._show_edges)
        bar.rangeChanged.connect(self._show_edges)

    def _show_edges(self) -> None:
        bar = self.verticalScrollBar()
        self._above.setVisible(bar.value() > bar.minimum())
        self._below.setVisible(bar.value() < bar.maximum())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The lines stand at its edges."""
        super().resizeEvent(event)
        wide, last = self.width(), self.height() - SIZES.hairline
        self._above.setGeometry(0, 0, wide, SIZES.hairline)
        self._below.setGeometry(0, last, wide, SIZES.hairline)
        self._show_edges()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What it holds has grown or shrunk: so does the area."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def sizeHint(self) -> QSize:
        """All of it."""
        inside = self._inside
        wide = max(inside.minimumSizeHint().width(), self.width())
        wanted = inside.heightForWidth(wide) if inside.hasHeightForWidth() else 0
        return QSize(wide, max(wanted, inside.minimumSizeHint().height()))
