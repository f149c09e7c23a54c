"""An area that is as high as what it holds, and scrolls only where there is no room for that."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


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
