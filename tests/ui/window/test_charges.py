"""Charge notes by keyboard: written from a late invoice, kept half typed, waived."""

from functools import partial
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QMenu

from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.ui.invoices.list_state import Show
from creditmate.ui.invoices.reason_dialog import ReasonDialog
from creditmate.ui.kit.menu import actions_of
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.wishes import OpenCustomer, WriteInvoice
from tests.ui.window.conftest import Office
from tests.ui.window.test_invoices import (
    CONTROL,
    dialog_of,
    form,
    invoices,
    press_in,
    save_as,
    show,
    shown,
    told,
    type_in,
    undo,
)

ENTER, SHIFT = Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier
LATE, ANOTHERS = "2064", "2382"
"""An invoice of BRAC01, and one of somebody else."""


def choose_from_menu(office: Office, text: str) -> None:
    office.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = (one for one in actions_of(menu) if one.text().split("\t")[0] == text)
    assert action.isEnabled()
    menu.setActiveAction(action)
    menu.close()
    action.trigger()
    office.come_to_the_front()


def title(screen: InvoiceFormScreen) -> str:
    return screen.page.head._name


def below(screen: InvoiceFormScreen) -> str:
    """What is said below the field of the invoice it is for."""
    field = screen.page.upper.belongs_to.input
    return field.accessibleDescription().replace("\u00a0", " ")


def type_line(office: Office, *texts: str) -> None:
    for text in texts:
        office.type(text)
        office.press(ENTER)


def test_a_late_invoice_is_charged_for_and_the_charge_is_waived(
    office: Office, tmp_path: Path
) -> None:
    screen = invoices(office)
    show(office, screen, LATE)
    screen.side.more.click()
    choose_from_menu(office, "Charge for paying late…")
    office.until(lambda: isinstance(office.window.screen_shown, InvoiceFormScreen))
    made = office.window.screen_shown
    assert isinstance(made, InvoiceFormScreen)
    page = made.page
    office.until(lambda: made.in_hand.is_open)
    assert (title(made), page.upper.belongs_to.input.text()) == ("New charge note", LATE)
    office.until(lambda: below(made).startswith("£1,212.00"))
    seldom = (page.upper.order, page.more_fields.texts["retention"], page.upper.supply_day)
    assert all(field.isHidden() for field in seldom)
    office.until(page.lines.rows[0].inputs["description"].hasFocus)
    type_line(office, "Fixed sum for late payment", "1", "40")
    office.until(lambda: page.sums.lines and page.sums.lines[-1].amount == "£40.00")  # no tax
    office.until(lambda: "no legal advice" in page.notices.words)
    office.press(ENTER, CONTROL | SHIFT)
    save_as(office, tmp_path / "charge.pdf")
    office.until(lambda: office.window.screen_shown is screen and shown(screen).belongs_to)
    document = shown(screen)
    assert (document.row.kind, document.row.gross) == (
        DocumentKind.CHARGE_NOTE, Money(4000, "GBP"),
    )  # fmt: skip
    assert told(office).startswith("Charge note CH-")
    office.come_to_the_front()
    office.until(screen.lists.invoices.hasFocus)
    position = screen.lists.invoices.currentIndex().row()
    row = screen.lists.invoice_model.row_at(position)
    assert row is not None
    tag = screen._cells._state(row).tag
    assert tag is not None
    assert tag.text == "Charge: Open"
    assert "Charge note" in PdfReader(tmp_path / "charge.pdf").pages[0].extract_text()
    screen.side.more.click()
    choose_from_menu(office, "Waive…")
    dialog = dialog_of(office, ReasonDialog)
    assert (dialog.verb.text(), dialog.cancel.text()) == ("Waive", "Keep it")
    type_in(dialog, "They rang and were sorry")
    press_in(dialog, ENTER)
    office.until(lambda: shown(screen).row.state is InvoiceState.WRITTEN_OFF)
    assert told(office).startswith("£40.00 is waived")
    undo(office)
    office.until(lambda: shown(screen).row.open == Money(4000, "GBP"))


def test_one_is_begun_from_a_customers_menu_and_from_find_or_do(office: Office) -> None:
    office.window.fulfil(OpenCustomer("BRAC01"))
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(lambda: page.deeds.code == "BRAC01")
    menu = QMenu()
    page.deeds.fill(menu)
    next(one for one in actions_of(menu) if one.text() == "New charge note").trigger()
    office.until(lambda: isinstance(office.window.screen_shown, InvoiceFormScreen))
    made = office.window.screen_shown
    assert isinstance(made, InvoiceFormScreen)
    office.until(lambda: made.in_hand.is_open and title(made) == "New charge note")
    assert made.page.upper.customer.code == "BRAC01"
    office.press(Qt.Key.Key_Escape)
    office.press(Qt.Key.Key_K, CONTROL)
    office.type("new charge")
    results = office.window.shell.search.results
    office.until(lambda: results.current and results.current.text == "New charge note")
    office.press(ENTER)
    office.until(lambda: made.in_hand.is_open and made.page.isVisible())
    assert (title(made), made.page.upper.customer.code) == ("New charge note", "")


def test_another_customers_invoice_is_refused_beside_its_field(office: Office) -> None:
    made = form(office, WriteInvoice("BRAC01", charge=True))
    page = made.page
    number = page.upper.belongs_to
    office.until(page.lines.rows[0].inputs["description"].hasFocus)
    type_line(office, "Fixed sum", "1", "40")
    number.setFocus()
    office.type(ANOTHERS)
    office.press(Qt.Key.Key_Tab)
    office.until(lambda: ANOTHERS in below(made))
    assert number.input.property("faulty")
    office.press(ENTER, CONTROL)
    assert number.hasFocus() or number.input.hasFocus()
    assert not office.window.findChildren(QPrintDialog)
    office.press(Qt.Key.Key_A, CONTROL)
    office.type(LATE)
    office.until(lambda: below(made).startswith("£1,212.00"))
    assert not made.in_hand.problems.found


def test_half_typed_it_is_kept_among_the_drafts_as_what_it_is(office: Office) -> None:
    program = office.around.program
    known = {one.id for one in program.ask(program.invoice_drafts.list)}
    made = form(office, WriteInvoice("BRAC01", charge=True))
    office.until(made.page.lines.rows[0].inputs["description"].hasFocus)
    made.page.upper.belongs_to.setFocus()
    office.type(LATE)
    made.page.lines.go_to(0)
    office.type("Interest")
    office.press(Qt.Key.Key_Escape)
    office.until(lambda: len(program.ask(program.invoice_drafts.list)) > len(known))
    (draft,) = (one for one in program.ask(program.invoice_drafts.list) if one.id not in known)
    assert (draft.typed.kind, draft.typed.belongs_to) == ("charge_note", LATE)
    form(office, WriteInvoice())  # an invoice in between
    assert title(made) == "New invoice"
    screen = invoices(office)
    screen._on_chip(Show.DRAFTS)
    office.until(lambda: screen.lists.drafts.model().rowCount() == len(known) + 1)
    tag = screen._waiting._draft_name(draft).tag
    assert tag is not None
    assert tag.text == "Charge note"
    screen.lists.drafts.setFocus()
    screen.lists.drafts.go_to([one.id for one in screen.state.drafts].index(draft.id))
    office.press(ENTER)
    office.until(partial(made.isVisible))
    office.until(lambda: made.in_hand.is_open and title(made) == "New charge note")
    assert made.page.upper.belongs_to.input.text() == LATE
