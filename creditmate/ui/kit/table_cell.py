"""Paints what one cell of a table shows beside plain words: an icon, a tag, an ageing stair."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from creditmate.ui.kit.cell import Cell, CellTag
from creditmate.ui.kit.paint import Lane, centred, line_of_text, text_width
from creditmate.ui.kit.stair import paint_stair
from creditmate.ui.kit.tag import paint_tag, tag_size
from creditmate.ui.theme.theme import Theme
from creditmate.ui.theme.tokens import ICON, SPACE, STAIR_SMALL, Ink


def paint_cell(painter: QPainter, lane: Lane, theme: Theme, cell: Cell, *, far: bool) -> None:
    """Paint one cell into its lane; ``far`` words stand at the right."""
    if cell.stair:
        piece = lane.rest()
        place = centred(piece, piece.width(), STAIR_SMALL.heights[-1])
        paint_stair(painter, place, theme, cell.stair, STAIR_SMALL)
        return
    if cell.glyph is not None:
        at = centred(lane.lead(ICON.small), ICON.small, ICON.small)
        ink = cell.ink if cell.ink is Ink.ACCENT else Ink.MUTED
        ratio = painter.device().devicePixelRatio()
        painter.drawPixmap(at, theme.pixmap(cell.glyph, ink, ICON.small, ratio))
    if cell.tag is not None and _paint_name_and_tag(painter, lane, theme, cell, cell.tag):
        return
    align = Qt.AlignmentFlag.AlignRight if far else Qt.AlignmentFlag.AlignLeft
    font = theme.font(cell.style)
    line_of_text(painter, lane.rest(), cell.text, font, theme.colour(cell.ink), align)


def _paint_name_and_tag(
    painter: QPainter, lane: Lane, theme: Theme, cell: Cell, tag: CellTag
) -> bool:
    """Draw both if there is room for both: a name never shortens before its tag is left out."""
    font = theme.font(cell.style)
    name = text_width(cell.text, font) + SPACE.s if cell.text else 0
    room = lane.rest().width() - name
    full = tag_size(theme, tag.full)
    said = tag.full if tag.full and full.width() <= room else tag.text
    size = tag_size(theme, said)
    if cell.text:
        if size.width() > room:
            return False
        line_of_text(painter, lane.lead(name - SPACE.s), cell.text, font, theme.colour(cell.ink))
    size = size.boundedTo(lane.rest().size())  # alone it shortens, but never goes unsaid
    at = centred(lane.lead(size.width()), size.width(), size.height())
    paint_tag(painter, at, theme, said, tag.tone)
    return True
