"""Asking where a document goes that is about to be issued, or was: a printer or a file."""

from collections.abc import Callable
from enum import Enum, auto
from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from creditmate.i18n.catalogue import words
from creditmate.services.document_delivery import pdf_name
from creditmate.services.invoice_plans import InvoicePlan
from creditmate.services.ledgers import LedgerFacts
from creditmate.services.letterhead import paper_form
from creditmate.system.folders import Purpose
from creditmate.ui.file_dialogs import ask_new_file
from creditmate.ui.invoices.issuing import Deliver, to_file, to_printer
from creditmate.ui.print_dialog import ask_printer
from creditmate.ui.surroundings import Surroundings


class Target(Enum):
    """Where a document goes."""

    PRINTER = auto()
    FILE = auto()


class IssueTargets:
    """Opens the system's dialogs over a screen; left by Cancel, nothing is issued."""

    def __init__(self, around: Surroundings, facts: LedgerFacts, screen: QWidget) -> None:
        self._screen = screen
        self._ = words(around.language).gettext
        self._size = paper_form(facts.business)[0]

    def ask(
        self, target: Target, plan: InvoicePlan, number: str, then: Callable[[Deliver], object]
    ) -> None:
        """Ask where a document goes that will have this number, unless another takes it first."""
        name = pdf_name(number, plan.customer.code)
        if target is Target.PRINTER:
            self.ask_printer(name, lambda printer: then(to_printer(printer)))
        else:
            self.ask_file(name, lambda path: then(to_file(path, name)))

    def ask_file(self, name: str, then: Callable[[Path], object]) -> None:
        """Ask for the file that a document is written into."""
        title = self._("Save as PDF")
        ask_new_file(self._screen, title, Purpose.INVOICES, "PDF (*.pdf)", name, then)

    def ask_printer(self, title: str, then: Callable[[QPrinter], object]) -> None:
        """Ask for a printer."""
        ask_printer(self._screen, title, self._size, then)
