"""What is typed before a form knows whose it is stays."""

from PySide6.QtCore import Qt

from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.wishes import EditCustomer
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
