"""The business's logo: made ready once when it is chosen, then printed from its own bytes.

A picture from outside is decoded only here, with bounds on bytes and dots, and written anew: what
a file may hide beside its dots never reaches a paper. Ready, it is a plain PNG on white, trimmed,
and no finer than 400 dots per inch. Source: reliability.md D12; mockups/paper.md section 9.
"""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from creditmate.domain.refusals import Why, refused

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_BYTES = 2 * 1024 * 1024
MOST_DOTS = 25_000_000
WIDE, HIGH = 60.0, 24.0
"""The most that a logo takes on paper, in mm."""
_PER_INCH = 400
_LEAST_PER_INCH = 300
_INCH = 25.4
_FIELD = "business.logo"
_SEEN = 148
"""Grey values up to this stand out from white paper 3 : 1 (WCAG 2.2, graphical objects)."""
_ENOUGH = 0.005
"""Part of the dots that has to be seen."""
_NEARLY = 8
"""Grey values from white that count as white: what JPEG leaves around a picture."""
_PNG = b"\x89PNG\r\n\x1a\n"
_IHDR = slice(16, 24)


def prepared_logo(content: bytes) -> bytes:
    """Return a PNG or JPEG made ready to be printed.

    Raises:
        UserError: ``FIELD_REFUSED``: too many bytes or dots, no picture, or nothing to be seen.
    """
    if len(content) > MOST_BYTES:
        raise refused(_FIELD, Why.TOO_MANY_BYTES, most=MOST_BYTES)
    picture = _trimmed(_on_white(content))
    _refuse_pale(picture)
    picture.thumbnail((_dots(WIDE), _dots(HIGH)))
    target = BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def printed_size(logo: bytes, high: float = HIGH) -> tuple[float, float]:
    """Return how wide and high in mm a prepared logo is printed, at 300 dots per inch or more.

    Args:
        logo: As ``prepared_logo`` returned it.
        high: Room in height.
    """
    across, down = struct.unpack(">II", logo[_IHDR])
    finest = _INCH / _LEAST_PER_INCH
    scale = min(WIDE / across, min(high, HIGH) / down, finest)
    return across * scale, down * scale


def image_data(logo: bytes) -> tuple[int, int, bytes]:
    """Return the width and height in dots of a prepared logo, and its compressed dots.

    They are compressed as a PDF reads them, so nothing is decoded.
    """
    across, down = struct.unpack(">II", logo[_IHDR])
    at, dots = len(_PNG), b""
    while at < len(logo):
        length, kind = struct.unpack(">I4s", logo[at : at + 8])
        if kind == b"IDAT":
            dots += logo[at + 8 : at + 8 + length]
        at += length + 12
    return across, down, dots


def _on_white(content: bytes) -> "Image":
    """Decode a picture as it is meant to be seen, on white paper."""
    from PIL import Image, ImageOps  # noqa: PLC0415 - only when a logo is chosen

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as found:
            if found.width * found.height > MOST_DOTS:
                raise refused(_FIELD, Why.TOO_MANY_PIXELS, most=MOST_DOTS)
            upright = ImageOps.exif_transpose(found).convert("RGBA")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise refused(_FIELD, Why.TOO_MANY_PIXELS, most=MOST_DOTS) from error
    except (OSError, SyntaxError, ValueError, EOFError, struct.error) as error:
        raise refused(_FIELD, Why.NOT_A_PICTURE) from error
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("RGB")


def _trimmed(picture: "Image") -> "Image":
    """Cut the white off that surrounds a picture.

    Raises:
        UserError: ``FIELD_REFUSED``: there is nothing else.
    """
    from PIL import Image, ImageChops  # noqa: PLC0415 - as above

    paper = Image.new("RGB", picture.size, "white")
    greys = ImageChops.difference(picture, paper).convert("L")
    box = greys.point([0] * (_NEARLY + 1) + [255] * (255 - _NEARLY)).getbbox()
    if box is None:
        raise refused(_FIELD, Why.VANISHES)
    return picture.crop(box)


def _refuse_pale(picture: "Image") -> None:
    """Refuse a picture of which a grey printer shows next to nothing."""
    greys = picture.convert("L").histogram()
    if sum(greys[: _SEEN + 1]) < _ENOUGH * sum(greys):
        raise refused(_FIELD, Why.VANISHES)


def _dots(length: float) -> int:
    return int(length / _INCH * _PER_INCH)
