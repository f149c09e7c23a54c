"""Where pages stand in a view, and how large: whole at first, then in steps."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QRect, QSize

from creditmate.documents.raster import PageForm
from creditmate.ui.theme.tokens import SPACE

ZOOMS = (1.0, 1.5, 2.0, 3.0)
"""Pixels to the point; 0 stands for whole pages."""
_ASIDE = SPACE.xl + SPACE.m
_ABOVE = SPACE.m


class Laid(NamedTuple):
    """The pages in the view's own coordinates, and the size of the whole."""

    sheets: tuple[QRect, ...]
    size: QSize


def laid_out(forms: Sequence[PageForm], room: QSize, zoom: float) -> Laid:
    """Return the pages below one another, in the middle of the room's width.

    Args:
        forms: Their sizes in points.
        room: What is seen at once.
        zoom: Pixels to the point; 0 for pages that are seen as a whole.
    """
    if not forms:
        return Laid((), QSize(0, 0))
    widest, highest = max(f.width for f in forms), max(f.height for f in forms)
    wide, high = room.width() - 2 * _ASIDE, room.height() - 2 * _ABOVE - SPACE.l
    scale = zoom or max(min(wide / widest, high / highest), 0.1)
    whole = max(round(widest * scale) + 2 * _ASIDE, room.width())
    sheets: list[QRect] = []
    top = _ABOVE
    for form in forms:
        width, height = round(form.width * scale), round(form.height * scale)
        sheets.append(QRect((whole - width) // 2, top, width, height))
        top += height + SPACE.l
    return Laid(tuple(sheets), QSize(whole if zoom else room.width(), top + SPACE.s))


def zoomed(zoom: float, shown: float, step: int) -> float:
    """Return the next size in a direction; below the smallest stand whole pages.

    Args:
        zoom: As it is set; 0 for whole pages.
        shown: Pixels to the point as they are shown.
        step: 1 for larger, -1 for smaller.
    """
    if step > 0:
        return next((size for size in ZOOMS if size > shown + 0.01), ZOOMS[-1])
    smaller = [size for size in ZOOMS if size < zoom]
    return smaller[-1] if smaller else 0.0
