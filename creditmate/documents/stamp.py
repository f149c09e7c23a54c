"""A line of bold print at the head of every page of a finished PDF, such as "Cancelled on …".

The paper below stays as it was issued; the line stands above the letterhead, where every form
leaves the sheet free.
"""

import ctypes
from io import BytesIO
from typing import Any

from creditmate.documents.fonts import FONT_FOLDER, Face
from creditmate.documents.page import LEFT, POINTS_PER_MM
from creditmate.documents.raster import opened
from creditmate.documents.text import clean

_SIZE = 12.0
_BASELINE = 9.5
"""From the top of the sheet, in mm."""


def stamped(pdf: bytes, words: str) -> bytes:
    """Return a PDF with a line of print at the head of each page.

    Raises:
        ValueError: These bytes are no PDF.
    """
    target = BytesIO()
    with opened(pdf) as document:
        font = _font(document)
        for page in document:
            _print(document, page, font, clean(words))
            page.close()
        document.save(target)
    return target.getvalue()


def _font(document: Any) -> Any:  # noqa: ANN401 - PDFium's own types
    from pypdfium2 import raw  # noqa: PLC0415 - only a cancelled paper needs it

    content = (FONT_FOLDER / f"{Face.BOLD.value}.ttf").read_bytes()
    buffer = (ctypes.c_uint8 * len(content)).from_buffer_copy(content)
    return raw.FPDFText_LoadFont(document, buffer, len(content), raw.FPDF_FONT_TRUETYPE, 1)


def _print(document: Any, page: Any, font: Any, words: str) -> None:  # noqa: ANN401 - as above
    from pypdfium2 import raw  # noqa: PLC0415 - as above

    mark = raw.FPDFPageObj_CreateTextObj(document, font, _SIZE)
    encoded = (words + "\0").encode("utf-16-le")
    buffer = (ctypes.c_ushort * (len(encoded) // 2)).from_buffer_copy(encoded)
    raw.FPDFText_SetText(mark, buffer)
    y = page.get_height() - _BASELINE * POINTS_PER_MM
    raw.FPDFPageObj_Transform(mark, 1, 0, 0, 1, LEFT * POINTS_PER_MM, y)
    raw.FPDFPage_InsertObject(page, mark)
    raw.FPDFPage_GenerateContent(page)
