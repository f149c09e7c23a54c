"""Whoever is on stop is seen to be wherever the customer appears, with the reason."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from creditmate.domain.customer_list import Narrow
from creditmate.domain.money import Money
from creditmate.domain.receipts import Method, NewPayment, Share
from creditmate.services.customers import Brief
from creditmate.ui.kit.work_line import WorkLine
from creditmate.ui.payments.side_words import SideWords
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.screens.today_lines import TodayLines
from creditmate.ui.search.lines import FoundLines
from creditmate.ui.wishes import OpenCustomer, OpenPlace, StartCall, WriteInvoice
from tests.ui.window.conftest import TODAY, Office

CODE, WHY = "CAWD01", "Nothing more on account until the autumn is settled"


def said(office: Office) -> str:
    parts = office.window.findChildren(QWidget)
    return " ".join(part.accessibleName() for part in parts if part.isVisible())


@pytest.mark.parametrize("wish", [OpenCustomer(CODE), StartCall(CODE)])
def test_on_the_page_and_in_the_call(office: Office, wish: OpenCustomer | StartCall) -> None:
    office.window.fulfil(wish)
    office.until(lambda: WHY in said(office))


def test_in_the_list_of_customers(office: Office) -> None:
    program = office.around.program
    listing = program.ask(lambda: program.customers.brief(CODE, TODAY))
    assert isinstance(listing, Brief)
    assert listing.facts.status_reason == WHY
    office.customers.chips.choose(Narrow.ON_STOP)
    office.customers.chips.chosen.emit(Narrow.ON_STOP.value)
    office.until(lambda: office.names() == [listing.customer.name])


def test_in_find_or_do(office: Office) -> None:
    program = office.around.program
    names = program.ask(lambda: program.search.names("cawd", TODAY))
    lines = FoundLines("en_GB", "en_GB", lambda: TODAY).lines("cawd", names, [], [])
    found = next(line for line in lines if line.end == CODE)
    assert found.second == f"On stop: {WHY}"
    assert program.ask(lambda: program.search.names("cawd")).customers[0].stopped is None
    office.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    office.type("cawd")
    results = office.window.shell.search.results
    office.until(lambda: any(WHY in line.second for line in results.lines))


def test_in_the_list_of_statements(office: Office) -> None:
    office.window.fulfil(OpenPlace("statements"))
    program = office.around.program
    book = program.ask(lambda: program.statement_lists.book(TODAY))
    stopped = {one.code: one.stopped for one in book.candidates if one.stopped is not None}
    assert stopped == {CODE: WHY}


def test_beside_a_payment(office: Office) -> None:
    program = office.around.program
    money = Money(5_000, "GBP")
    payment = NewPayment(TODAY, Method.TRANSFER, (Share(CODE, money),))
    done = program.ask(lambda: program.payments.record(payment))
    detail = program.ask(lambda: program.payment_lists.detail(done.id, TODAY))
    about = SideWords("en_GB", "en_GB", TODAY).receipt(detail)
    assert dict(about.facts)["Status"] == f"On stop: {WHY}"


def test_in_its_line_of_the_list_with_the_reason(office: Office) -> None:
    office.customers.chips.choose(Narrow.ON_STOP)
    office.customers.chips.chosen.emit(Narrow.ON_STOP.value)
    office.until(lambda: len(office.names()) == 1)
    first = office.customers.model.index(0, 0)
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert first.data(role).endswith(f"On stop: {WHY}")


def test_in_its_line_of_today(office: Office) -> None:
    """Before they are sent the agenda of a visit, which is what they have a line for then."""
    program, day = office.around.program, TODAY - timedelta(days=5)
    rows = program.ask(lambda: program.worklists.today(day))
    lines = TodayLines("en_GB", "en_GB", day).rows([row for row in rows if row.code == CODE])
    line = next(line for line in lines if isinstance(line, WorkLine))
    assert f"on stop: {WHY}" in line.rest


def test_before_it_is_invoiced(office: Office) -> None:
    office.window.fulfil(WriteInvoice(CODE))
    screen = office.window.screen_shown
    assert isinstance(screen, InvoiceFormScreen)
    office.until(lambda: screen.in_hand.is_open and screen.page.isVisible())
    field = screen.page.upper.customer_field.input
    office.until(lambda: field.accessibleDescription() == f"On stop: {WHY}")
    for text in ("Oak", "1", "10"):
        office.type(text)
        office.press(Qt.Key.Key_Return)
    office.until(lambda: f"halted: {WHY}." in screen.page.notices.words)
