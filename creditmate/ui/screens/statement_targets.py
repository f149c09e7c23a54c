"""Asking where statements go: a folder, a file, a printer. The system's own dialogs."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from creditmate.documents.page import PageSize
from creditmate.i18n.catalogue import words
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_folder, ask_new_file
from creditmate.ui.print_dialog import ask_printer


class Targets:
    """Opens the dialogs over a screen; none of them blocks."""

    def __init__(self, screen: QWidget, language: str, size: PageSize) -> None:
        """Ask over ``screen``; ``size`` is that of the statements."""
        self._screen, self._size = screen, size
        self._ = words(language).gettext

    def ask_folder(self, then: Callable[[Path], object]) -> None:
        """Ask for the folder that files are written into."""
        title, accept = self._("Save the statements into a folder"), self._("Save here")
        ask_folder(self._screen, title, Purpose.STATEMENTS, then, accept=accept)

    def ask_file(self, name: str, then: Callable[[Path], object]) -> None:
        """Ask for a PDF to write, under a name to begin with."""
        title = self._("Save as one file")
        ask_new_file(self._screen, title, Purpose.STATEMENTS, "PDF (*.pdf)", name, then)

    def ask_printer(self, title: str, then: Callable[[QPrinter], object]) -> None:
        """Ask for a printer and how it prints."""
        ask_printer(self._screen, title, self._size, then)
