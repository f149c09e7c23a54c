"""Paints the rows of a work list: titles, lines in their states, placeholders."""

from collections.abc import Sequence
from typing import Protocol, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from creditmate.ui.kit.paint import Lane, box, centred, line_of_text, text_width
from creditmate.ui.kit.work_line import Coming, GroupTitle, Row, WorkLine
from creditmate.ui.theme.icons import Glyph
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, RADIUS, SIZES, SPACE, Ground, Ink, Type

Index = QModelIndex | QPersistentModelIndex

_TRAILING = Qt.AlignmentFlag.AlignRight
_COMING = 3  # a placeholder's second bar is one part in so many of the first one's room


class WorkDelegate(QStyledItemDelegate):
    """Figures stand on one edge and so do sides, so both columns are measured for all rows."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view
        self._rows: Sequence[Row] = ()
        self._figure = self._side = 0

    def measure(self, rows: Sequence[Row]) -> None:
        """Make room for the widest figure and side of the rows that are to be shown."""
        theme, self._rows = self._theme, rows
        lines = [row for row in rows if isinstance(row, WorkLine)]
        strong, small = theme.font(Type.BODY_STRONG), theme.font(Type.SMALL)
        figures = [text_width(line.figure, strong) for line in lines]
        figures += [text_width(line.under, small) for line in lines]
        sides = [text_width(line.side, small) for line in lines]
        self._figure = max(figures, default=0)
        self._side = max([*sides, SIZES.work_side])
        if any(line.off_name for line in lines):
            self._side = max(self._side, 2 * SIZES.target + SPACE.xs)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """A title's height, or that of a line with its two lines of text."""
        row, theme = self._rows[index.row()], self._theme
        if isinstance(row, GroupTitle):
            return QSize(0, max(SIZES.group_title, theme.line(Type.SMALL_STRONG) + SPACE.m))
        text = theme.line(Type.BODY) + theme.line(Type.SMALL)
        return QSize(0, max(SIZES.work_line, text + 2 * SPACE.s))

    def button_in(self, rect: QRect) -> QRect:
        """Return where in a line its button stands."""
        side = self._lane(rect).trail(self._side)
        lane = Lane(side, self._view.layoutDirection())
        return centred(lane.trail(SIZES.target), SIZES.target, SIZES.target)

    def off_in(self, rect: QRect) -> QRect:
        """Return where in a line the button stands that puts it off."""
        lane = Lane(self._lane(rect).trail(self._side), self._view.layoutDirection())
        lane.trail(SIZES.target, SPACE.xs)
        return centred(lane.trail(SIZES.target), SIZES.target, SIZES.target)

    def words_cut(self, rect: QRect, line: WorkLine) -> str:
        """Return why a line is here, all of it, where there is no room for that; else ''."""
        lane, font = self._lane(rect), self._theme.font(Type.SMALL)
        lane.lead(SIZES.icon_disc, SPACE.m)
        lane.trail(self._side, SPACE.l)
        lane.trail(self._figure, SPACE.l)
        wanted = text_width(line.mark, font) + SPACE.s + text_width(line.rest, font)
        if wanted <= lane.rest().width():
            return ""
        return ": ".join(part for part in (line.mark, line.rest) if part)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        shown = cast("_Shown", option)  # the stubs leave the fields of options out
        row, rect = self._rows[index.row()], QRect(shown.rect)
        painter.save()
        painter.setLayoutDirection(self._view.layoutDirection())
        if isinstance(row, GroupTitle):
            font = self._theme.font(Type.SMALL_STRONG)
            at = self._lane(rect).rest()
            line_of_text(painter, at, row.text, font, self._theme.colour(Ink.MUTED))
        elif isinstance(row, Coming):
            self._paint_coming(painter, rect)
        else:
            self._paint_line(painter, rect, row, shown.state)
        painter.restore()

    def _lane(self, rect: QRect) -> Lane:
        """The row between the page's gutter and the panel's, of which a scroll bar is part."""
        lane = Lane(rect, self._view.layoutDirection())
        lane.lead(SPACE.xl, 0)
        lane.trail(SPACE.l - (self._view.width() - rect.width()), 0)
        return Lane(lane.rest(), self._view.layoutDirection())

    # ------------------------------------------------------------- a line
    def _paint_line(
        self, painter: QPainter, rect: QRect, line: WorkLine, state: QStyle.StateFlag
    ) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        self._paint_ground(painter, rect, selected, hovered)
        lane = self._lane(rect)
        disc = centred(lane.lead(SIZES.icon_disc, SPACE.m), SIZES.icon_disc, SIZES.icon_disc)
        self._paint_disc(painter, disc, line.glyph, selected or hovered)
        side = lane.trail(self._side, SPACE.l)
        if selected or hovered:
            self._paint_button(painter, self.button_in(rect), line.act)
            if line.off_name:
                self._paint_button(painter, self.off_in(rect), Glyph.SNOOZE)
        else:
            font, ink = self._theme.font(Type.SMALL), self._theme.colour(Ink.MUTED)
            line_of_text(painter, side, line.side, font, ink, _TRAILING)
        figures = self._two(lane.trail(self._figure, SPACE.l))
        self._write(painter, figures[0], line.figure, Type.BODY_STRONG, Ink.TEXT, _TRAILING)
        self._write(painter, figures[1], line.under, Type.SMALL, Ink.MUTED, _TRAILING)
        self._paint_words(painter, lane.rest(), line)

    def _paint_ground(self, painter: QPainter, rect: QRect, selected: bool, hovered: bool) -> None:
        theme, focused = self._theme, self._view.hasFocus()
        if selected or hovered:
            ground = Ground.ACCENT_SOFT if selected and focused else Ground.HOVER
            painter.fillRect(rect, theme.colour(ground))
        if selected:
            bar = Lane(rect, self._view.layoutDirection()).lead(SIZES.selection_bar)
            painter.fillRect(bar, QColor(theme.colours.accent if focused else theme.colours.edge))

    def _paint_disc(self, painter: QPainter, disc: QRect, glyph: Glyph, raised: bool) -> None:
        ground = Ground.SURFACE if raised else Ground.SUNKEN
        box(painter, disc, SIZES.icon_disc / 2, self._theme.colour(ground))
        self._paint_glyph(painter, disc, glyph, Ink.ACCENT if raised else Ink.MUTED)

    def _paint_button(self, painter: QPainter, button: QRect, glyph: Glyph) -> None:
        theme = self._theme
        line = QColor(theme.colours.line)
        box(painter, button, RADIUS.m, theme.colour(Ground.SURFACE), line)
        self._paint_glyph(painter, button, glyph, Ink.ACCENT)

    def _paint_glyph(self, painter: QPainter, rect: QRect, glyph: Glyph, ink: Ink) -> None:
        ratio = painter.device().devicePixelRatio()
        drawn = self._theme.pixmap(glyph, ink, ICON.button, ratio)
        painter.drawPixmap(centred(rect, ICON.button, ICON.button), drawn)

    def _paint_words(self, painter: QPainter, rect: QRect, line: WorkLine) -> None:
        name, reason = self._two(rect)
        self._paint_name(painter, name, line)
        lane = Lane(reason, self._view.layoutDirection())
        wanted = text_width(line.mark, self._theme.font(Type.SMALL))
        mark = lane.lead(min(wanted, reason.width()), SPACE.s)
        self._write(painter, mark, line.mark, Type.SMALL, line.mark_ink)
        if lane.rest().width() > SPACE.xl:
            self._write(painter, lane.rest(), line.rest, Type.SMALL, Ink.MUTED)

    def _paint_name(self, painter: QPainter, rect: QRect, line: WorkLine) -> None:
        """The name, and beside it what waits; where room is short, the name is cut."""
        if line.note:
            noted = text_width(line.note, self._theme.font(Type.SMALL))
            wanted = text_width(line.name, self._theme.font(Type.BODY_STRONG))
            lane = Lane(rect, self._view.layoutDirection())
            room = max(rect.width() - noted - SPACE.s, 0)
            rect = lane.lead(min(wanted, room), SPACE.s)
            self._write(painter, lane.rest(), line.note, Type.SMALL, Ink.WARNING)
        self._write(painter, rect, line.name, Type.BODY_STRONG, Ink.TEXT)

    def _two(self, rect: QRect) -> tuple[QRect, QRect]:
        """Cut a piece of a line into its two lines of text."""
        first, second = self._theme.line(Type.BODY), self._theme.line(Type.SMALL)
        both = centred(rect, rect.width(), first + second)
        upper = QRect(both.left(), both.top(), both.width(), first)
        return upper, QRect(both.left(), both.top() + first, both.width(), second)

    def _write(  # noqa: PLR0913, PLR0917 - what a line is made of
        self,
        painter: QPainter,
        rect: QRect,
        text: str,
        style: Type,
        ink: Ink,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeading,
    ) -> None:
        font, colour = self._theme.font(style), self._theme.colour(ink)
        line_of_text(painter, rect, text, font, colour, align)

    # ------------------------------------------------------------- a placeholder
    def _paint_coming(self, painter: QPainter, rect: QRect) -> None:
        lane, ground = self._lane(rect), self._theme.colour(Ground.HOVER)
        disc = centred(lane.lead(SIZES.icon_disc, SPACE.m), SIZES.icon_disc, SIZES.icon_disc)
        box(painter, disc, SIZES.icon_disc / 2, ground)
        for part, line in enumerate(self._two(lane.rest()), 1):
            piece = Lane(line, self._view.layoutDirection()).lead(line.width() // (_COMING * part))
            box(painter, centred(piece, piece.width(), SPACE.s), RADIUS.s, ground)


class _Shown(Protocol):
    """What Qt says of the row to paint."""

    rect: QRect
    state: QStyle.StateFlag
