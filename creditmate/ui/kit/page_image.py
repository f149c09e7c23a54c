"""Pages of a PDF as Qt's images; made on any thread."""

from PySide6.QtGui import QImage

from creditmate.documents.raster import rastered


def page_image(
    pdf: bytes, page: int, dots_per_inch: float, rows: tuple[int, int] | None = None
) -> QImage:
    """Return one page, counted from 0, on white paper; or some of its pixel rows."""
    drawn = rastered(pdf, page, dots_per_inch, rows)
    image = QImage(
        drawn.pixels, drawn.width, drawn.height, drawn.stride, QImage.Format.Format_RGB32
    )
    return image.copy()  # the bytes are Python's own and go
