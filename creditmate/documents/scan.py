"""A scan or photograph as pages that can be looked at: a picture becomes a PDF of one page."""

from io import BytesIO

from creditmate.domain.application_form import Unread
from creditmate.domain.errors import Problem, UserError

_MOST_DOTS = 40_000_000
"""Of a picture: more than any telephone takes, less than a bomb unpacks to."""
_SHOWN = (2480, 3508)
"""Dots of A4 at 300 to the inch: finer is not read any better."""
_PER_INCH = 200.0


def scan_as_pdf(content: bytes, name: str) -> bytes:
    """Return a scan as a PDF; one that is a PDF already as it is.

    Args:
        content: The file.
        name: What it is called, for the refusal.

    Raises:
        UserError: ``APPLICATION_UNREAD``: it is neither a PDF nor a picture that can be shown.
    """
    if b"%PDF-" in content[:1024]:
        return content
    try:
        return _as_page(content)
    # what pictures are wrong in is Pillow's to say, in errors of many kinds
    except (OSError, ValueError, SyntaxError, ArithmeticError) as error:
        why = Unread.NO_PICTURE.value
        raise UserError(Problem.APPLICATION_UNREAD, why=why, name=name) from error


def _as_page(content: bytes) -> bytes:
    """Return a picture as a page.

    Raises:
        ValueError: It has too many dots.
    """
    from PIL import Image, ImageOps  # noqa: PLC0415 - only scans need it

    with Image.open(BytesIO(content)) as picture:
        if picture.width * picture.height > _MOST_DOTS:
            raise ValueError(picture.size)
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    upright.thumbnail(_SHOWN)
    target = BytesIO()
    upright.save(target, format="PDF", resolution=_PER_INCH)
    return target.getvalue()
