"""An invoice from nothing to a PDF on the disk, by keys alone, in under a minute of typing.

Nothing is timed: the keys are counted. A calm typist presses five of them in a second, so that 75
take a quarter of a minute; the rest of it is left for thinking.
"""

import io
from functools import partial
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.screens.invoices import InvoicesScreen
from creditmate.ui.wishes import WriteInvoice
from tests.ui.conftest import theme
from tests.ui.window.conftest import (
    Office,
    _collected_here,
    _home,
    empty_office,
    ledger,
    office,
    program,
    sample,
)

__all__ = [
    "_collected_here",
    "_home",
    "empty_office",
    "ledger",
    "office",
    "program",
    "sample",
    "theme",
]

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
A_QUARTER = 75  # keys, of a minute at five in a second


class Typist:
    """Counts every key that is pressed at a window."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.keys = 0

    def type(self, text: str) -> None:
        self.keys += len(text)
        self._office.type(text)

    def press(
        self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.keys += 1
        self._office.press(key, modifiers)

    def line(self, *texts: str) -> None:
        """Fill a line in: Enter goes on from field to field, and to the next line."""
        for text in texts:
            self.type(text)
            self.press(Qt.Key.Key_Return)


def place(office: Office) -> InvoicesScreen:
    screen = office.window.screen_shown
    assert isinstance(screen, InvoicesScreen)
    return screen


def form(office: Office) -> InvoiceFormScreen:
    screen = office.window.screen_shown
    assert isinstance(screen, InvoiceFormScreen)
    return screen


def test_an_invoice_takes_less_than_a_minute(office: Office, tmp_path: Path) -> None:
    typist, window = Typist(office), office.window
    window.go_to("customers")
    typist.press(Qt.Key.Key_5, CONTROL)
    office.until(partial(place, office))
    office.until(place(office).lists.invoices.hasFocus)
    typist.press(Qt.Key.Key_N)
    office.until(lambda: isinstance(window.screen_shown, InvoiceFormScreen))
    page = form(office).page
    office.until(page.upper.customer.hasFocus)
    typist.type("brack")
    typist.press(Qt.Key.Key_Return)
    office.until(page.lines.rows[0].inputs["description"].hasFocus)
    typist.line("Oak treads, planed", "14", "38.50")
    typist.line("Delivery", "1", "65")
    office.until(lambda: page.sums.lines and page.sums.lines[-1].amount == "£724.80")
    office.until(lambda: page.preview.view.is_drawn)
    typist.press(Qt.Key.Key_Return, CONTROL | SHIFT)
    office.until(partial(window.findChildren, QFileDialog))
    (dialog,) = window.findChildren(QFileDialog)
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    proposed = field.text()
    field.setText(str(tmp_path / proposed))  # the folder that the system would remember
    QTest.keyClick(field, Qt.Key.Key_Return)
    typist.keys += 1
    office.until(partial(place, office))

    side = place(office).side
    office.until(lambda: side.detail is not None)
    detail = side.detail
    assert detail is not None
    assert typist.keys < A_QUARTER, typist.keys
    assert (detail.row.code, detail.row.gross.minor, detail.row.own) == ("BRAC01", 72480, True)
    assert proposed == f"{detail.row.number}-BRAC01.pdf"
    text = PdfReader(io.BytesIO((tmp_path / proposed).read_bytes())).pages[0].extract_text()
    for said in ("Oak treads, planed", "Delivery", detail.row.number, "724.80"):
        assert said in text
    assert [one.code for one in office.around.program.ask(office.around.program.invoice_drafts.list)
            if one.code == "BRAC01"] == []  # fmt: skip


def test_a_crash_loses_at_most_what_was_typed_last(office: Office) -> None:
    """What is typed is a draft a moment later, and goes on where it was left."""
    program, typist = office.around.program, Typist(office)
    office.window.go_to("invoices")
    office.until(partial(place, office))
    office.press(Qt.Key.Key_N)
    office.until(lambda: isinstance(office.window.screen_shown, InvoiceFormScreen))
    screen = form(office)
    office.until(screen.page.upper.customer.hasFocus)
    typist.type("brack")
    typist.press(Qt.Key.Key_Return)
    office.until(screen.page.lines.rows[0].inputs["description"].hasFocus)
    typist.line("Oak treads")

    def kept() -> list[str]:
        drafts = program.ask(program.invoice_drafts.list)
        return [line.description for one in drafts if one.code == "BRAC01"
                for line in one.typed.lines]  # fmt: skip

    office.until(lambda: kept() == ["Oak treads"])  # the timer alone: nothing else was pressed
    (draft,) = [one for one in program.ask(program.invoice_drafts.list) if one.code == "BRAC01"]
    typist.press(Qt.Key.Key_Escape)
    office.until(partial(place, office))
    office.window.fulfil(WriteInvoice(draft=draft.id))
    office.until(lambda: screen.page.upper.customer.text() == "Brackenford Homes Ltd")
    assert [line.description for line in screen.page.typed.lines] == ["Oak treads"]
