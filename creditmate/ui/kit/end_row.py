"""Two widgets in a row; where there is no room for both, the second stands below the first."""

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from creditmate.ui.theme.tokens import SPACE

_UNBOUNDED = 1 << 20  # wider than any screen


class EndRow(QWidget):
    """The leading widget where reading begins, the other at the end of the row, if it is shown.

    Args:
        lead: Stands first.
        trail: Stands at the other end, or below.
        gap: Between them, either way.
        least: Where given, the other follows the first at once and takes the room that is left,
            if that is at least so wide.
    """

    def __init__(
        self, lead: QWidget, trail: QWidget, gap: int = SPACE.s, least: int | None = None
    ) -> None:
        super().__init__()
        self._lead, self._trail, self._gap, self._least = lead, trail, gap, least
        for part in (lead, trail):
            part.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """One row or two."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the higher of both, or as both."""
        lead, trail = self._places(width)
        return max(lead.bottom(), trail.bottom()) + 1

    def sizeHint(self) -> QSize:
        """Both side by side."""
        first, second = self._lead.sizeHint(), self._trail.sizeHint()
        width = first.width() + self._gap + second.width()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The wider of both."""
        widths = (part.minimumSizeHint().width() for part in (self._lead, self._trail))
        return QSize(max(widths), self.heightForWidth(_UNBOUNDED))

    def event(self, event: QEvent) -> bool:
        """Parts that grow or shrink are put in their places anew."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may have room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where both stand at a width, read from the left."""
        first = min(self._lead.sizeHint().width(), width)
        left = width - first - self._gap
        wanted = self._trail.sizeHint().width()
        fits = self._trail.isHidden() or left >= (wanted if self._least is None else self._least)
        second = min(wanted, width) if self._least is None else (left if fits else width)
        high, low = _height(self._lead, first), _height(self._trail, second)
        low = 0 if self._trail.isHidden() else low
        if not fits:
            return QRect(0, 0, first, high), QRect(0, high + self._gap, second, low)
        whole = max(high, low)
        lead = QRect(0, (whole - high) // 2, first, high)
        return lead, QRect(width - second, (whole - low) // 2, second, low)

    def _arrange(self) -> None:
        for part, place in zip((self._lead, self._trail), self._places(self.width()), strict=True):
            part.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), place))
        self.setMinimumHeight(self.heightForWidth(self.width()))


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
