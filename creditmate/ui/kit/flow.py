"""Widgets one after the other, in as many rows as they need: none is cut, none folded away."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from creditmate.ui.theme.tokens import SPACE


class Flow(QWidget):
    """As wide as it is let be; those that are hidden take no room."""

    def __init__(self, parts: Sequence[QWidget]) -> None:
        super().__init__()
        self._parts = tuple(parts)
        for part in self._parts:
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Less width makes more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows."""
        return max((place.bottom() + 1 for place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """All in one row."""
        sizes = [part.sizeHint() for part in self._seen()]
        width = sum(size.width() + SPACE.s for size in sizes) - SPACE.s
        return QSize(max(width, 0), max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        """The widest of them; one that wraps needs no more than its longest word."""
        parts = self._seen()
        return QSize(
            max((_least(part) for part in parts), default=0),
            max((part.sizeHint().height() for part in parts), default=0),
        )

    def arrange(self) -> None:
        """Break the rows anew, and claim their height: a part was shown, hidden or changed."""
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for part, place in zip(self._seen(), self._places(self.width()), strict=True):
            if mirrored:
                place.moveLeft(self.width() - place.right() - 1)
            part.setGeometry(place)
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the rows anew."""
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """A part has grown or shrunk, as with the size of text."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().event(event)

    def _seen(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _places(self, width: int) -> list[QRect]:
        places, at = list[QRect](), QPoint(0, 0)
        for part in self._seen():
            size = part.sizeHint().boundedTo(QSize(max(width, 1), part.sizeHint().height()))
            if size.width() < part.sizeHint().width() and part.hasHeightForWidth():
                size.setHeight(max(part.heightForWidth(size.width()), size.height()))
            if at.x() and at.x() + size.width() > width:
                at = QPoint(0, at.y() + size.height())
            places.append(QRect(at, size))
            at.setX(at.x() + size.width() + SPACE.s)
        return places


def _least(part: QWidget) -> int:
    """How narrow a part may be: what wraps breaks, what does not is never cut."""
    wraps = part.hasHeightForWidth()
    return (part.minimumSizeHint() if wraps else part.sizeHint()).width()
