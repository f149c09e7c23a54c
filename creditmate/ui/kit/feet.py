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
    """Below lines that are worked off: grows while a message is told, so that it covers none."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName(_ROOM)
        self.setFixedHeight(0)

    def reach_up_to(self, area: QWidget, top: int) -> None:
        """Take all room from its lower edge up to a height in the area's coordinates."""
        low = self.mapTo(area, QPoint(0, self.height())).y()
        self.setFixedHeight(max(low - top, 0))


def message_room(area: QWidget) -> MessageRoom | None:
    """Return where an area makes room for a message, if what is seen of it does."""
    found = area.findChildren(MessageRoom, _ROOM)
    return next((room for room in found if room.isVisible()), None)


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
