"""Pages of a PDF as pictures, for looking at and for printers. Only this knows PDFium.

PDFium is not made for threads: every call stands under one lock, and whatever it made is closed
before the lock is let go. It lets other Python threads work meanwhile.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Lock
from typing import Any

_LOCK = Lock()
_POINTS = 72  # to the inch


@dataclass(frozen=True, slots=True)
class PageForm:
    """The size of a page in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Raster:
    """A page as pixels: blue, green, red and a spare byte each, ``stride`` bytes a line."""

    width: int
    height: int
    stride: int
    pixels: bytes


def page_forms(pdf: bytes) -> tuple[PageForm, ...]:
    """Return the size of every page.

    Raises:
        ValueError: These bytes are no PDF.
    """
    with opened(pdf) as document:
        sizes = [document.get_page_size(number) for number in range(len(document))]
    return tuple(PageForm(float(width), float(height)) for width, height in sizes)


def pixels(points: float, dots_per_inch: float) -> int:
    """Return how many pixels a length takes, as ``rastered`` counts them."""
    return ceil(points * dots_per_inch / _POINTS)


def rastered(
    pdf: bytes, page: int, dots_per_inch: float, rows: tuple[int, int] | None = None
) -> Raster:
    """Return one page on white paper.

    Args:
        pdf: The paper.
        page: Counted from 0.
        dots_per_inch: How fine.
        rows: Only the pixel rows from the first to before the second, for pages that are too
            large to be held at once; all if none are given.

    Raises:
        ValueError: These bytes are no PDF.
    """
    scale = dots_per_inch / _POINTS
    with opened(pdf) as document:
        leaf = document[page]
        high = pixels(leaf.get_height(), dots_per_inch)
        top, below = (0, 0) if rows is None else (rows[0], high - rows[1])
        crop = (0, _cut(below, scale), 0, _cut(top, scale))
        drawn = leaf.render(scale=scale, crop=crop, prefer_bgrx=True)
        made = Raster(drawn.width, drawn.height, drawn.stride, bytes(drawn.buffer))
        drawn.close()
        leaf.close()
    return made


def _cut(rows: int, scale: float) -> float:
    """Points that PDFium, which rounds up, takes for so many pixel rows."""
    return max(rows - 0.5, 0) / scale


@contextmanager
def opened(pdf: bytes) -> Iterator[Any]:  # PDFium's document carries no types
    """Open a document under the lock; nothing of it may be used once this is left.

    Raises:
        ValueError: These bytes are no PDF.
    """
    import pypdfium2  # noqa: PLC0415 - only once a page is looked at

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise ValueError("not a PDF") from error
        try:
            yield document
        finally:
            document.close()
