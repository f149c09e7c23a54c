"""A page as a list of strings, lines and boxes: what layout makes and the press prints.

Lengths are millimetres from the top left corner of the paper; y of a text is its baseline. The
order of drawing is the order in which the page is read aloud and copied.
"""

from typing import NamedTuple

from creditmate.documents.fonts import Style, width
from creditmate.documents.page import MUTED, TABLE_RULE, TEXT, Ink
from creditmate.documents.text import clean, shortened, wrap


class Text(NamedTuple):
    """One string, already clean, from the left end of its baseline."""

    x: float
    y: float
    text: str
    style: Style
    ink: Ink


class Line(NamedTuple):
    """A straight line; ``dash`` is on and off in points."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    ink: Ink
    dash: tuple[float, float] | None


class Box(NamedTuple):
    """A rectangle from its top left corner; filled, framed (``line`` in points), or both."""

    x: float
    y: float
    width: float
    height: float
    line: float
    ink: Ink
    fill: Ink | None


class Code(NamedTuple):
    """A QR code: per row of modules, the (start, length) runs of dark ones."""

    x: float
    y: float
    size: float
    rows: tuple[tuple[tuple[int, int], ...], ...]


class Picture(NamedTuple):
    """A prepared logo, from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    png: bytes


Mark = Text | Line | Box | Code | Picture


class Sheet:
    """One page being laid out. Every x is on the A4 grid and shifted by ``shift``."""

    def __init__(self, shift: float = 0.0) -> None:
        self.shift = shift
        self.marks: list[Mark] = []
        self.shortened: list[str] = []

    def text(self, x: float, y: float, text: str, style: Style, ink: Ink = TEXT) -> None:
        """Draw ``text`` from ``x`` to the right."""
        self.marks.append(Text(x + self.shift, y, clean(text), style, ink))

    def text_right(self, x: float, y: float, text: str, style: Style, ink: Ink = TEXT) -> None:
        """Draw ``text`` flush right at ``x``."""
        text = clean(text)
        self.marks.append(Text(x + self.shift - width(text, style), y, text, style, ink))

    def text_centred(self, x: float, y: float, text: str, style: Style, ink: Ink = TEXT) -> None:
        """Draw ``text`` about ``x``."""
        text = clean(text)
        self.marks.append(Text(x + self.shift - width(text, style) / 2, y, text, style, ink))

    def fitted(self, text: str, style: Style, room: float, most: int) -> list[str]:
        """Wrap ``text`` into at most ``most`` lines of ``room`` mm; what is lost is recorded."""
        lines = wrap(text, style, room)
        if len(lines) <= most:
            return lines
        self.shortened.append(clean(text))
        return [*lines[: most - 1], shortened(" ".join(lines[most - 1 :]), style, room)]

    def rule(
        self, x1: float, x2: float, y: float, line: float = TABLE_RULE, ink: Ink = TEXT
    ) -> None:
        """Draw a horizontal rule, ``line`` points thick."""
        self.marks.append(Line(x1 + self.shift, y, x2 + self.shift, y, line, ink, None))

    def across(
        self, x1: float, x2: float, y: float, line: float, dash: tuple[float, float] | None
    ) -> None:
        """Draw a horizontal line that belongs to the paper, not to the text box (no shift)."""
        self.marks.append(Line(x1, y, x2, y, line, TEXT if dash else MUTED, dash))

    def box(  # noqa: PLR0913, PLR0917 - a rectangle has four measures
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        line: float,
        ink: Ink = TEXT,
        fill: Ink | None = None,
    ) -> None:
        """Draw a rectangle from its top left corner; ``line`` 0 draws no frame."""
        self.marks.append(Box(x + self.shift, y, wide, high, line, ink, fill))

    def code(
        self, x: float, y: float, size: float, rows: tuple[tuple[tuple[int, int], ...], ...]
    ) -> None:
        """Draw a QR code ``size`` mm square from its top left corner."""
        self.marks.append(Code(x + self.shift, y, size, rows))

    def picture(self, x: float, y: float, wide: float, high: float, png: bytes) -> None:
        """Draw a prepared logo from its top left corner."""
        self.marks.append(Picture(x + self.shift, y, wide, high, png))
