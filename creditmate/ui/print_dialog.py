"""The system's dialog for printers: opened without waiting."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from creditmate.documents.page import PageSize

_SIZES = {PageSize.A4: QPageSize.PageSizeId.A4, PageSize.LETTER: QPageSize.PageSizeId.Letter}


def ask_printer(
    over: QWidget, title: str, size: PageSize, then: Callable[[QPrinter], object]
) -> None:
    """Ask for a printer and how it prints; ``title`` is what the printer's queue shows."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(_SIZES[size]))
    printer.setDocName(title)
    dialog = QPrintDialog(printer, over)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
    dialog.finished.connect(lambda result: _accepted(result, printer, then))
    dialog.show()


def _accepted(result: int, printer: QPrinter, then: Callable[[QPrinter], object]) -> None:
    if result == QDialog.DialogCode.Accepted:
        then(printer)
