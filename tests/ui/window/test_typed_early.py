"""What is typed before a form knows whose it is stays."""

from PySide6.QtCore import Qt

from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.screens.invoice_form import InvoiceFormScreen
from creditmate.ui.wishes import EditCustomer, WriteInvoice
from tests.ui.window.conftest import Office

CODE = "BRAC01"


def read(office: Office) -> CustomerEditScreen:
    """The form, once its customer was read."""
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerEditScreen)
    office.until(lambda: screen.state.sheet is not None)
    return screen


def test_a_name_typed_right_after_n_stays(office: Office) -> None:
    office.press(Qt.Key.Key_N)
    office.type("Harrow Lane Joinery")
    screen = read(office)
    assert screen.form.book.values()["name"] == "Harrow Lane Joinery"
    office.until(lambda: screen.form.book.values()["code"] == "HARR01")
    assert screen.form.addresses.blocks
    assert not screen.talk.notes.isVisible()
    assert screen.unsaved == ["Harrow Lane Joinery"]


def test_a_name_typed_after_another_form_is_of_the_new_customer(office: Office) -> None:
    office.window.fulfil(EditCustomer(CODE))
    before = read(office)
    assert before.form.book.values()["approver"]
    office.window.fulfil(EditCustomer())
    office.type("Harrow Lane")
    screen = read(office)
    values = screen.form.book.values()
    assert (values["name"], values["approver"], values["company_number"]) == ("Harrow Lane", "", "")


def test_what_is_typed_early_into_a_known_customer_keeps_the_rest(office: Office) -> None:
    office.window.fulfil(EditCustomer(CODE))
    first = office.window.screen_shown
    assert isinstance(first, CustomerEditScreen)
    first.form.book.input("approver").setFocus()
    office.type("Kim Hale")
    screen = read(office)
    values = screen.form.book.values()
    assert (values["name"], values["approver"]) == ("Brackenford Homes Ltd", "Kim Hale")
    assert screen.form.typed().sites, "the addresses are the customer's"
    assert screen.state.clashes == ()


def opened(office: Office) -> InvoiceFormScreen:
    """The form of an invoice, once it is open."""
    screen = office.window.screen_shown
    assert isinstance(screen, InvoiceFormScreen)
    office.until(lambda: screen.in_hand.is_open)
    return screen


def test_a_customer_typed_before_the_invoice_is_open_is_found(office: Office) -> None:
    office.window.fulfil(WriteInvoice())
    office.type("brack")
    screen = opened(office)
    customer = screen.page.upper.customer
    assert (customer.text(), customer.hasFocus()) == ("brack", True)
    office.until(lambda: customer.is_offering)
    office.press(Qt.Key.Key_Return)
    office.until(lambda: customer.code == CODE)
    office.until(lambda: not customer.hasFocus())
    office.type("Oak doors")
    assert screen.page.typed.lines[0].description == "Oak doors"


def test_a_line_typed_before_the_invoice_is_open_stays_and_is_kept(office: Office) -> None:
    office.window.fulfil(WriteInvoice(code=CODE))
    office.type("Oak doo")
    screen = opened(office)
    office.until(lambda: screen.page.upper.customer.code == CODE)
    office.type("rs")
    assert [line.description for line in screen.page.typed.lines] == ["Oak doors"]
    office.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    program = office.around.program

    def kept() -> list[str]:
        drafts = program.ask(program.invoice_drafts.list)
        return [draft.typed.lines[0].description for draft in drafts if draft.typed.code == CODE]

    office.until(lambda: "Oak doors" in kept())


def test_what_was_typed_into_the_invoice_before_is_not_in_the_next(office: Office) -> None:
    office.window.fulfil(WriteInvoice(code=CODE))
    office.type("Oak doors")
    opened(office)
    office.window.fulfil(WriteInvoice())
    office.type("stock")
    screen = opened(office)
    assert screen.page.typed.lines == ()
    assert screen.page.upper.customer.text() == "stock"


def test_escape_before_the_invoice_is_open_leaves_no_form_behind(office: Office) -> None:
    office.window.fulfil(WriteInvoice())
    screen = office.window.screen_shown
    assert isinstance(screen, InvoiceFormScreen)
    office.press(Qt.Key.Key_Escape)
    office.until(lambda: office.window.screen_shown is not screen)
    program = office.around.program
    assert program.ask(program.invoice_forms.sheet)  # whatever was asked before is answered
    office.until(lambda: not screen._opening.waiting)
    assert not screen.in_hand.is_open
