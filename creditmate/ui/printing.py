"""Papers on a printer: each page drawn at its resolution, band by band, on any thread."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrinter

from creditmate.documents.raster import PageForm, page_forms, pixels
from creditmate.domain.errors import Problem, UserError
from creditmate.services.statement_delivery import Deliver
from creditmate.ui.kit.page_image import page_image

_FINEST = 600
"""Dots per inch: finer, the eye sees no difference and every page takes four times as long."""
_BAND = 512
"""Pixel rows drawn at once, so that a page never has to be held whole."""
_POINTS = 72  # to the inch


@contextmanager
def on_printer(printer: QPrinter) -> Iterator[Deliver]:
    """Print statements one after another as one job.

    Left by an error, or because the user cancelled, the job is taken back from the printer.

    Raises:
        UserError: ``PRINTER_REFUSES``.
    """
    printing = _Printing(printer)
    try:
        yield lambda issued: printing.print_paper(issued.pdf)
    except BaseException:
        printer.abort()
        raise
    finally:
        printing.end()


def print_pdf(printer: QPrinter, pdf: bytes) -> None:
    """Print one paper as a job of its own.

    Raises:
        UserError: ``PRINTER_REFUSES``.
    """
    printing = _Printing(printer)
    try:
        printing.print_paper(pdf)
    except BaseException:
        printer.abort()
        raise
    finally:
        printing.end()


class _Printing:
    """A job on its way to the printer; nothing is begun before there is a page."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer, self._painter = printer, QPainter()
        self._pages = 0
        # Pages lie at their true place on the sheet, so that the address shows in the window.
        printer.setFullPage(True)

    def print_paper(self, pdf: bytes) -> None:
        """Print one; on both sides of the paper, every paper begins a sheet."""
        forms = page_forms(pdf)
        if self._pages % 2 and self._printer.duplex() is not QPrinter.DuplexMode.DuplexNone:
            self._next_page()
        for number, form in enumerate(forms):
            self._next_page()
            self._draw(pdf, number, form)

    def end(self) -> None:
        """Hand the job over."""
        if self._painter.isActive():
            self._painter.end()

    def _next_page(self) -> None:
        began = self._painter.isActive()
        ready = self._printer.newPage() if began else self._painter.begin(self._printer)
        if not ready:
            raise UserError(Problem.PRINTER_REFUSES, printer=self._printer.printerName())
        self._pages += 1

    def _draw(self, pdf: bytes, number: int, form: PageForm) -> None:
        device = self._printer.resolution()
        fine = min(device, _FINEST)
        high, scale = pixels(form.height, fine), device / fine
        wide = form.width / _POINTS * device
        for top in range(0, high, _BAND):
            rows = (top, min(top + _BAND, high))
            image = page_image(pdf, number, fine, rows)
            place = QRectF(0, top * scale, wide, image.height() * scale)
            self._painter.drawImage(place, image)
