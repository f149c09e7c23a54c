"""The titles over a table: small, faint, and the one the list is ordered by in ink."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from creditmate.ui.kit.paged_model import Column
from creditmate.ui.kit.paint import Lane, centred, line_of_text, text_width
from creditmate.ui.kit.tag import tag_size
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SIZES, SPACE, Ground, Ink, Type


class TableHeader(QHeaderView):
    """Titles that may be clicked to order, dragged to move, and drawn out."""

    order_asked = Signal(str, bool)

    def __init__(self, columns: Sequence[Column[Any]], theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._columns, self._theme = columns, theme
        self._ordered: str | None = None
        self._descending = False
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(SIZES.target)
        self.sectionClicked.connect(self._on_clicked)
        # asked for every cell that is painted, so it is kept until a column moves, comes or goes
        self._outermost: tuple[int, int] | None = None
        for altered in (self.sectionResized, self.sectionMoved, self.sectionCountChanged):
            altered.connect(self._forget_outermost)
        theme.changed.connect(self.viewport().update)

    def show_order(self, key: str, *, descending: bool) -> None:
        """Mark the column that the list is ordered by."""
        self._ordered, self._descending = key, descending
        self.viewport().update()

    def direction_of(self, section: int) -> Qt.LayoutDirection:
        """Return the direction that a column is filled in."""
        if self._columns[section].right:
            return Qt.LayoutDirection.LeftToRight
        return self.layoutDirection()

    def first_width(self, section: int) -> int:
        """Return how wide a column begins: its title and what it promises to show must fit."""
        column, theme = self._columns[section], self._theme
        icon, ends = ICON.small + SPACE.xs, SPACE.s + SPACE.xl
        title = text_width(column.title, theme.font(Type.SMALL_STRONG)) + icon
        widest = max((text_width(text, theme.font(Type.BODY)) for text in column.fits), default=0)
        room = SPACE.s + ICON.small + SPACE.s + widest + SPACE.xl if column.fits else 0
        tag = max((tag_size(theme, text).width() + ends for text in column.tags), default=0)
        return max(theme.wide(column.width), title + 2 * SPACE.s, room, tag)

    def short_width(self, section: int) -> int:
        """Return how narrow a column of names may get: its title and a few letters must fit."""
        column, theme = self._columns[section], self._theme
        title = text_width(column.title, theme.font(Type.SMALL_STRONG)) + ICON.small + SPACE.xs
        words = max(title, theme.wide(SIZES.short_name))
        edges = self.sectionSize(section) - self.room(section)
        return min(words + edges, self.first_width(section))

    def room(self, section: int) -> int:
        """Return how wide the words in a column may be."""
        return self.lane(QRect(0, 0, self.sectionSize(section), 1), section).rest().width()

    def lane(self, rect: QRect, section: int) -> Lane:
        """Return where a column's words go: the outermost ones keep the page's gutter.

        Figures stand at the right whichever way people read, so that their digits do.
        """
        if self._outermost is None:
            self._outermost = self._first_and_last()
        first, last = self._outermost
        lane = Lane(rect, self.direction_of(section))
        lane.lead(SPACE.xl if section == first else SPACE.s, 0)
        lane.trail(SPACE.xl if section == last else SPACE.s, 0)
        return lane

    def _first_and_last(self) -> tuple[int, int]:
        """Return the outermost sections that are shown."""
        places = map(self.logicalIndex, range(self.count()))
        shown = [section for section in places if not self.isSectionHidden(section)]
        return shown[0], shown[-1]

    def _forget_outermost(self) -> None:
        self._outermost = None

    def sizeHint(self) -> QSize:
        """As wide as Qt wants, as high as the design wants."""
        return QSize(super().sizeHint().width(), SIZES.table_head)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        """Draw a title over a hairline; the arrow of the order stands before it."""
        theme, column = self._theme, self._columns[logicalIndex]
        painter.save()
        painter.setLayoutDirection(self.direction_of(logicalIndex))
        painter.fillRect(rect, theme.colour(Ground.SURFACE))
        line = QRect(rect.left(), rect.bottom(), rect.width(), SIZES.hairline)
        painter.fillRect(line, QColor(theme.colours.line))
        lane = self.lane(rect, logicalIndex)
        ordered = column.key == self._ordered
        font = theme.font(Type.SMALL_STRONG if ordered else Type.SMALL)
        ink = theme.colour(Ink.TEXT if ordered else Ink.MUTED)
        title = None
        if column.right:
            width = min(text_width(column.title, font), lane.rest().width())
            title = lane.trail(width, SPACE.xs)
        if ordered:
            self._paint_arrow(painter, lane, far=column.right)
        line_of_text(painter, title or lane.rest(), column.title, font, ink)
        painter.restore()

    def _paint_arrow(self, painter: QPainter, lane: Lane, *, far: bool) -> None:
        room = lane.rest().width()
        if room < ICON.small:
            return
        piece = lane.trail(ICON.small) if far else lane.lead(ICON.small, SPACE.xs)
        glyph = Glyph.ARROW_DOWN if self._descending else Glyph.ARROW_UP
        ratio = painter.device().devicePixelRatio()
        image = self._theme.pixmap(glyph, Ink.TEXT, ICON.small, ratio)
        painter.drawPixmap(centred(piece, ICON.small, ICON.small), image)

    def _on_clicked(self, section: int) -> None:
        column = self._columns[section]
        if column.sortable:
            again = column.key == self._ordered
            self.order_asked.emit(column.key, not self._descending if again else column.right)
