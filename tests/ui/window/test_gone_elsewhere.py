"""Whoever has gone to another place is neither moved nor robbed of the focus by a late answer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from creditmate.db.connection import execute
from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.screens.record_payment import RecordPaymentScreen
from creditmate.ui.wishes import EditCustomer, OpenCustomer, RecordPayment, WriteInvoice
from tests.ui.window.conftest import Office

CODE = "BRAC01"
FORM = "invoice"


@contextmanager
def busy(office: Office) -> Iterator[None]:
    """While the ledger has something else to do."""
    done = Event()
    office.around.program.later(done.wait)
    try:
        yield
    finally:
        done.set()


def to_customers(office: Office) -> None:
    office.window.go_to("customers")
    assert office.customers.table.hasFocus()


def is_still_there(office: Office) -> bool:
    """Whether the customers are seen and have the focus, once every answer has come."""
    office.around.program.ask(lambda: None)
    settled: list[bool] = []
    office.around.desk.ask(lambda: None, lambda _done: settled.append(True))
    office.until(lambda: settled)
    office.qtbot.wait(0)
    shown = office.window.screen_shown
    return shown is office.customers and office.customers.table.hasFocus()


def test_a_form_that_was_left_before_it_was_there_waits(office: Office) -> None:
    with busy(office):
        office.window.fulfil(WriteInvoice())
        screen = office.window.screen_shown
        assert isinstance(screen, InvoiceFormScreen)
        to_customers(office)
    office.until(lambda: screen.in_hand.is_open)
    assert is_still_there(office)
    screen.take(WriteInvoice(CODE))  # and once more with somebody's name, still out of sight
    office.until(lambda: screen.page.upper.customer.code == CODE)
    assert is_still_there(office)
    office.window.go_to(FORM)
    assert office.window.screen_shown is screen
    office.until(screen.page.lines.rows[0].inputs["description"].hasFocus)


def test_a_payment_recorded_meanwhile_moves_nobody(office: Office) -> None:
    office.window.fulfil(OpenCustomer(CODE))
    office.window.fulfil(RecordPayment(CODE, "Brackenford Homes Ltd"))
    screen = office.window.screen_shown
    assert isinstance(screen, RecordPaymentScreen)
    office.type("10.00")
    office.until(lambda: screen.sheet.worth and not screen.in_hand.waits)
    with busy(office):
        office.press(Qt.Key.Key_Return)
        to_customers(office)
    office.until(lambda: not screen.form.amount.input.text())
    assert is_still_there(office)


@pytest.mark.parametrize("code", [CODE, ""])
def test_a_customer_saved_meanwhile_moves_nobody(office: Office, code: str) -> None:
    office.window.fulfil(EditCustomer(code))
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerEditScreen)
    office.until(lambda: screen.state.sheet is not None)
    name = screen.form.book.input("name")
    assert isinstance(name, QLineEdit)
    name.setFocus()
    name.selectAll()
    office.type("Harrow Lane Joinery")
    office.until(lambda: code or screen.form.book.values()["code"] == "HARR01")
    with busy(office):
        office.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        to_customers(office)
    office.until(lambda: not screen.unsaved)
    assert is_still_there(office)
    sql = "SELECT count(*) FROM customer WHERE name = 'Harrow Lane Joinery'"
    assert office.around.program.ask(lambda: execute(sql).fetchone()) == (1,)
