"""What stands at the foot of a place and is never covered: sums, and the buttons beside them."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from creditmate.ui.theme.tokens import SIZES, Ground

_FOOT = "foot"
_ROOM = "room-for-message"


def mark_foot(widget: QWidget) -> None:
    """Let nothing lie over this one."""
    widget.setObjectName(_FOOT)


def frame_foot(widget: QWidget, *, sunken: bool = False, grows: bool = False) -> None:
    """Make a widget a foot as all of them look: a hairline above, and of one height.

    Args:
        widget: The foot, which nothing may lie over.
        sunken: It has the ground of what stands beside the place.
        grows: It may be higher, where its sums wrap.
    """
    mark_foot(widget)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("rule", "top")
    widget.setMinimumHeight(SIZES.foot)
    if not grows:
        widget.setMaximumHeight(SIZES.foot)
    if sunken:
        widget.setProperty("ground", Ground.SUNKEN.value)


class MessageRoom(QWidget):
    """Below what is read or worked off: grows while a message is told, so that it covers none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(_ROOM)
        self.setFixedHeight(0)

    def reach_up_to(self, area: QWidget, card: QRect) -> None:
        """Take all room from its lower edge up to a message, where that lies upon its column.

        Args:
            area: In whose coordinates the message is told.
            card: Where it is.
        """
        low = self.mapTo(area, QPoint(0, self.height()))
        beside = card.right() < low.x() or card.left() > low.x() + self.width()
        self.setFixedHeight(0 if beside else max(low.y() - card.top(), 0))


def message_rooms(area: QWidget) -> list[MessageRoom]:
    """Return where an area makes room for a message, of what is seen of it."""
    return [room for room in area.findChildren(MessageRoom, _ROOM) if room.isVisible()]


def lifted(area: QWidget, piece: QRect) -> QRect:
    """Return where a piece stands that would cover feet: higher, above all of them.

    Args:
        area: In which feet are looked for.
        piece: In the area's own coordinates.
    """
    feet = [
        QRect(foot.mapTo(area, QPoint(0, 0)), foot.size())
        for foot in area.findChildren(QWidget, _FOOT)
        if foot.isVisible()
    ]
    for foot in sorted(feet, key=QRect.top, reverse=True):
        if foot.intersects(piece):
            piece = piece.translated(0, foot.top() - 1 - piece.bottom())
    return piece
