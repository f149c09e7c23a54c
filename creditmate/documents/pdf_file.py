"""PDFs that others made: whether one can be used, and how pages of ours come behind it."""

from enum import StrEnum
from io import BytesIO

from creditmate.documents.raster import page_forms

MOST_PAGES = 200
"""Terms are read by people; whatever is longer is something else."""


class NoPdf(StrEnum):
    """Why a file cannot be used; ``i18n`` has the words."""

    NOT_A_PDF = "not-a-pdf"
    LOCKED = "locked"
    NO_PAGES = "no-pages"
    TOO_MANY_PAGES = "too-many-pages"


class PdfRefusedError(ValueError):
    """A file that cannot be used, and why."""

    def __init__(self, why: NoPdf) -> None:
        super().__init__(why.value)
        self.why = why


def checked_pages(content: bytes) -> int:
    """Return how many pages a PDF has that opens without a password and can be shown.

    Raises:
        PdfRefusedError: It cannot be used.
    """
    if _is_locked(content):
        raise PdfRefusedError(NoPdf.LOCKED)
    try:
        pages = len(page_forms(content))
    except ValueError as error:
        raise PdfRefusedError(NoPdf.NOT_A_PDF) from error
    if not pages:
        raise PdfRefusedError(NoPdf.NO_PAGES)
    if pages > MOST_PAGES:
        raise PdfRefusedError(NoPdf.TOO_MANY_PAGES)
    return pages


def _is_locked(content: bytes) -> bool:
    """Whether it is encrypted, be it with no password at all: others could not add a page."""
    from pypdf import PdfReader  # noqa: PLC0415 - only where a file comes from outside
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        return bool(PdfReader(BytesIO(content)).is_encrypted)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError):
        return False  # no PDF at all, or so damaged that PDFium has to say


def with_pages_behind(content: bytes, last: bytes) -> bytes:
    """Return a PDF with the pages of another one behind its own; the same two give the same bytes.

    Raises:
        PdfRefusedError: The first cannot be used.
    """
    from pypdf import PdfReader, PdfWriter  # noqa: PLC0415 - as above
    from pypdf.errors import PyPdfError  # noqa: PLC0415 - as above

    try:
        writer = PdfWriter()
        for part in (content, last):
            writer.append(PdfReader(BytesIO(part)), import_outline=False)
        target = BytesIO()
        writer.write(target)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise PdfRefusedError(NoPdf.NOT_A_PDF) from error
    return target.getvalue()
