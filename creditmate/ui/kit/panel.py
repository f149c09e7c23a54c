"""The panel beside a list: what belongs to the selection, its actions pinned at the foot."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from creditmate.ui.kit.feet import MessageRoom, frame_foot
from creditmate.ui.kit.margins import keep_clear
from creditmate.ui.kit.text import Paragraph, Text
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import SIZES, SPACE, Ground, Ink, Type


class Hairline(QFrame):
    """One pixel between two blocks."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "top")
        self.setFixedHeight(SIZES.hairline)


class Upright(QFrame):
    """One pixel between two areas side by side."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rule", "left")
        self.setFixedWidth(SIZES.hairline)


class SectionHead(QWidget):
    """The small title of a block, and perhaps something at the end of its line.

    One that ``wraps`` breaks where letters are large: its block may be as narrow as it is let be.
    """

    def __init__(
        self, theme: Theme, title: str, end: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE.s)
        if wraps:
            words = Paragraph(theme, title, Type.SMALL_STRONG, Ink.MUTED)
            row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        else:
            row.addWidget(Text(theme, title, Type.SMALL_STRONG, Ink.MUTED))
            row.addStretch()
        if end is not None:
            row.addWidget(end)


class SidePanel(QWidget):
    """Blocks below one another that scroll, and a foot that does not.

    Args:
        name: Is read out.
        gutter: What is kept free where reading ends; where it begins it is always the same.

    Attributes:
        body: Takes the blocks; a stretch keeps them at the top.
        foot: Takes the actions; shown once it has one.
    """

    def __init__(self, name: str, gutter: int = SPACE.l) -> None:
        super().__init__()
        self._gutter = gutter
        self.setAccessibleName(name)
        self.setProperty("ground", Ground.SUNKEN.value)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        blocks = QWidget()
        self.body = QVBoxLayout(blocks)
        keep_clear(self.body, SPACE.l, SPACE.l, gutter, SPACE.l)
        self.body.setSpacing(SPACE.l)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._scroll = self._scrolling(blocks, name)
        self._foot = QWidget()
        self.foot = QHBoxLayout(self._foot)
        self._lay_out()

    def add_action(self, button: QWidget, *, leading: bool = False) -> None:
        """Pin a button at the foot; the leading one takes the room that is left."""
        self.foot.addWidget(button, 1 if leading else 0)
        self._foot.show()

    def _scrolling(self, blocks: QWidget, name: str) -> QScrollArea:
        area = QScrollArea()
        area.setViewport(QWidget())  # asked for its own one, PySide goes through all kinds: 16 ms
        area.setWidget(blocks)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(name)
        blocks.setAutoFillBackground(False)
        area.verticalScrollBar().rangeChanged.connect(self._on_range)
        return area

    def _on_range(self, _least: int, most: int) -> None:
        """The scroll bar takes its room from the gutter, so that nothing breaks differently."""
        end = self._gutter - (SIZES.scroll_bar if most else 0)
        keep_clear(self.body, SPACE.l, SPACE.l, end, SPACE.l)

    def _lay_out(self) -> None:
        frame_foot(self._foot)
        self.foot.setContentsMargins(SPACE.l, 0, SPACE.l, 0)
        self.foot.setSpacing(SPACE.s)
        self._foot.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(MessageRoom())
        column.addWidget(self._foot)
