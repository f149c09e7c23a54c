"""The embedded typeface: which font a style is set in, how wide a text is, what it lacks.

Fonts are read when first measured, so importing this module does not import reportlab.
"""

from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from creditmate.documents.page import POINTS_PER_MM

if TYPE_CHECKING:
    from creditmate.documents.primed_font import PrimedFont

FONT_FOLDER = Path(__file__).parents[2] / "resources" / "fonts"
"""Beside the package, in the source tree and in the frozen program alike."""


class Face(Enum):
    """The faces of the one family; the value is the file's name.

    The fixed one is for what is typed off paper letter by letter: its nought has a dot.
    """

    REGULAR = "LiberationSans-Regular"
    BOLD = "LiberationSans-Bold"
    ITALIC = "LiberationSans-Italic"
    FIXED = "LiberationMono-Bold"


class Style(NamedTuple):
    """A face at a size in points."""

    face: Face
    size: float


TITLE = Style(Face.BOLD, 16)
TITLE_NARROW = Style(Face.BOLD, 14)
SUBJECT = Style(Face.BOLD, 12)
TOTAL = Style(Face.BOLD, 10.5)
HEADING = Style(Face.BOLD, 10)
LETTER = Style(Face.REGULAR, 10)
ADDRESS = Style(Face.REGULAR, 9.5)
BODY = Style(Face.REGULAR, 9)
STRONG = Style(Face.BOLD, 9)
SMALL = Style(Face.REGULAR, 8.5)
LABEL = Style(Face.REGULAR, 8)
HEAD = Style(Face.BOLD, 8)
NOTE = Style(Face.REGULAR, 7.5)
NOTE_STRONG = Style(Face.BOLD, 7.5)
CAPTION = Style(Face.REGULAR, 7)

CAP_HEIGHT = 0.729
"""Height of capitals and figures in ems, from the baseline (OS/2 sCapHeight of the family)."""


@lru_cache(maxsize=len(Face))
def font(face: Face) -> "PrimedFont":
    """Return a face, read and registered with reportlab on first use."""
    from creditmate.documents.primed_font import registered  # noqa: PLC0415 - reportlab is slow

    return registered(face.value, FONT_FOLDER / f"{face.value}.ttf")


@lru_cache(maxsize=len(Face))
def _advances(face: Face) -> dict[int, float]:
    advances: dict[int, float] = font(face).face.charWidths
    return advances


@lru_cache(maxsize=4096)
def width(text: str, style: Style) -> float:
    """Return how wide ``text`` is in mm; a character the font lacks counts as its box."""
    advances = _advances(style.face)
    missing: float = font(style.face).face.defaultWidth
    units = sum(advances.get(ord(character), missing) for character in text)
    return units * style.size / 1000 / POINTS_PER_MM


def undrawable(text: str, face: Face = Face.REGULAR) -> tuple[str, ...]:
    """Return the characters of ``text`` that the embedded font lacks, each once, in order."""
    if text.isascii():
        return ()
    glyphs = font(face).face.charToGlyph
    return tuple(dict.fromkeys(c for c in text if not glyphs.get(ord(c))))
