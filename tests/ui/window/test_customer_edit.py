"""A customer entered and edited, by keyboard."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.customer_status import Status
from creditmate.domain.money import Money
from creditmate.domain.terms_text import terms_text
from creditmate.ui.customer_edit.terms_examples_view import TermsExamplesView
from creditmate.ui.kit.field import Field
from creditmate.ui.kit.inputs import Choice, LineInput
from creditmate.ui.kit.question import Question
from creditmate.ui.screens.customer import CustomerScreen
from creditmate.ui.screens.customer_edit import CustomerEditScreen
from creditmate.ui.wishes import EditCustomer, OpenCustomer
from tests.ui.window.conftest import TODAY, Office

CTRL = Qt.KeyboardModifier.ControlModifier
CODE = "BRAC01"
TABS = 40  # presses that no address needs


def editing(office: Office, code: str) -> CustomerEditScreen:
    """Go to the form of a customer and wait until it is there."""
    office.window.fulfil(EditCustomer(code))
    return shown(office)


def shown(office: Office) -> CustomerEditScreen:
    screen = office.window.screen_shown
    assert isinstance(screen, CustomerEditScreen)
    office.until(lambda: screen.state.sheet is not None)
    return screen


def field(screen: CustomerEditScreen, name: str) -> Field[QWidget]:
    return screen.form.book.fields[name]


def put(office: Office, screen: CustomerEditScreen, name: str, text: str) -> None:
    """Type into a field, over what stands in it."""
    made = screen.form.book.input(name)
    made.setFocus()
    if isinstance(made, LineInput):
        made.selectAll()
    office.type(text)


def form_of(office: Office, code: str) -> CustomerForm:
    program = office.around.program
    return program.ask(lambda: program.customer_editing.form(code))


def said(screen: CustomerEditScreen, name: str) -> str:
    return field(screen, name).input.accessibleDescription().replace("\u00a0", " ")


def question(office: Office) -> Question:
    office.until(lambda: office.window.findChildren(Question))
    return office.window.findChildren(Question)[0]


def test_n_makes_a_customer_whose_code_is_proposed(office: Office) -> None:
    office.press(Qt.Key.Key_N)
    screen = shown(office)
    assert office.window.focusWidget() is field(screen, "name").input
    office.type("Harrow Lane Joinery Ltd")
    office.until(lambda: screen.form.book.values()["code"] == "HARR01")
    put(office, screen, "limit", "5,000")
    terms = screen.form.terms.rule.form
    terms.setFocus()
    office.type("d")
    office.until(lambda: "due Wed 23 Dec" in said(screen, "terms"))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    program = office.around.program
    facts = program.ask(lambda: program.customers.brief("HARR01", TODAY)).facts
    assert facts.limit is not None
    assert facts.limit.limit == Money(500_000, "GBP")
    assert facts.status is Status.ACTIVE
    assert form_of(office, "HARR01").name == "Harrow Lane Joinery Ltd"
    page = office.window.screen_shown
    assert isinstance(page, CustomerScreen)
    office.until(lambda: page.area.story.area.none is not None)
    none = page.area.story.area.none
    assert none is not None
    assert none.action.hasFocus(), "an empty story is begun with a call"
    assert page.head.statement.toolTip() == "Nothing is open."


def test_an_empty_name_and_a_code_that_is_taken_are_said_beside_the_field(office: Office) -> None:
    screen = editing(office, "")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: said(screen, "name"))
    assert office.window.focusWidget() is field(screen, "name").input
    put(office, screen, "name", "Acme")
    put(office, screen, "code", "brac01")
    office.until(lambda: "Brackenford Homes Ltd has" in said(screen, "code"))
    assert screen.form.book.values()["name"] == "Acme"


def test_numbers_are_doubted_as_they_are_typed_and_may_stand(office: Office) -> None:
    screen = editing(office, CODE)
    office.until(lambda: said(screen, "company_number"))
    put(office, screen, "tax_number", "GB 980 7806 85")
    office.until(lambda: "check digits" in said(screen, "tax_number"))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: form_of(office, CODE).tax_number == "GB 980 7806 85")


def test_escape_asks_only_when_something_was_typed(office: Office) -> None:
    office.window.fulfil(OpenCustomer(CODE))
    screen = editing(office, CODE)
    office.press(Qt.Key.Key_Escape)
    assert isinstance(office.window.screen_shown, CustomerScreen)
    screen = editing(office, CODE)
    put(office, screen, "approver", "Kim Hale")
    office.press(Qt.Key.Key_Escape)
    asked = question(office)
    asked.other.click()
    office.until(lambda: isinstance(office.window.screen_shown, CustomerScreen))
    assert form_of(office, CODE).approver == "Helen Sowerby"


def test_what_was_typed_for_one_waits_while_another_is_edited(office: Office) -> None:
    screen = editing(office, CODE)
    put(office, screen, "approver", "Kim Hale")
    editing(office, "ASHL01")
    office.until(lambda: screen.form.book.values()["approver"] != "Kim Hale")
    editing(office, CODE)
    office.until(lambda: screen.form.book.values()["approver"] == "Kim Hale")
    assert screen.talk.notes.isVisible()


def test_what_another_saves_meanwhile_is_taken_in_and_mine_is_kept(office: Office) -> None:
    screen = editing(office, CODE)
    put(office, screen, "approver", "Kim Hale")
    program = office.around.program

    def elsewhere() -> None:
        form = program.customer_editing.form(CODE)
        program.customer_editing.save(replace(form, approver="Lee", invoices_to="ap@x.example"))

    program.ask(elsewhere)
    office.press(Qt.Key.Key_S, CTRL)
    office.until(screen.talk.notes.isVisible)
    assert screen.form.book.values()["invoices_to"] == "ap@x.example"
    assert screen.form.book.values()["approver"] == "Kim Hale"
    office.until(lambda: "“Lee”" in said(screen, "approver"))
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: form_of(office, CODE).approver == "Kim Hale")
    assert form_of(office, CODE).invoices_to == "ap@x.example"


def test_an_address_has_the_fields_of_its_country(office: Office) -> None:
    screen = editing(office, "")
    (block,) = screen.form.addresses.blocks
    country = screen.form.book.input("country")
    assert isinstance(country, Choice)
    country.setFocus()
    office.type("United States")
    office.until(lambda: "country_area" in block.book.fields)
    assert "Post town" not in {f.input.accessibleName() for f in block.book.fields.values()}


def test_an_address_is_put_on_the_map_beside_it(office: Office) -> None:
    screen = editing(office, CODE)
    block = screen.form.addresses.blocks[0]
    place = block.book.input("place")
    place.setFocus()
    office.type("behind the mill")
    screen.form.book.input("name").setFocus()
    office.until(lambda: "names no place on the map" in place.accessibleDescription())
    office.press(Qt.Key.Key_S, CTRL)
    office.until(place.hasFocus)
    assert not [site.place for site in form_of(office, CODE).sites if site.place]
    office.press(Qt.Key.Key_A, CTRL)
    office.type("https://www.openstreetmap.org/#map=17/51.5074/-0.1278")
    office.until(lambda: "no place" not in place.accessibleDescription())
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: form_of(office, CODE).sites[0].place == "51.507400, -0.127800")
    program = office.around.program
    known = program.ask(lambda: program.map_places.of_customer(CODE))
    assert [one.degrees for one in known if one.degrees] == [(51_507_400, -127_800)]


def examples(screen: CustomerEditScreen) -> str:
    """What the terms are said to come to."""
    view = screen.form.terms.findChild(TermsExamplesView)
    assert view is not None
    return view.accessibleName().replace("\u00a0", " ") if view.isVisibleTo(screen) else ""


def test_terms_say_what_they_come_to_as_they_are_typed(office: Office) -> None:
    screen = editing(office, CODE)
    rule = screen.form.terms.rule
    rule.form.setFocus()
    rule.form.setCurrentIndex(rule.form.findData("day_of_next_month"))
    for box, text in ((rule.number, "20"), (screen.form.terms.cut_off.day, "25")):
        box.setFocus()
        box.selectAll()
        office.type(text)
    office.until(lambda: "Wed 25 Nov; Sun 20 Dec" in examples(screen))
    office.until(lambda: "Thu 26 Nov; Wed 20 Jan 2027" in examples(screen))
    assert "keep their due days" in examples(screen)
    rule.form.setFocus()
    rule.form.setCurrentIndex(rule.form.findData("days_after_month_end"))
    office.until(lambda: "Not to be confused with" in examples(screen))
    assert not screen.form.terms.cut_off.isVisibleTo(screen)
    rule.form.setCurrentIndex(rule.form.findData("net"))
    for box, text in (
        (screen.form.terms.discount.percent, "2"),
        (screen.form.terms.discount.within, "10"),
    ):
        box.setFocus()
        box.selectAll()
        office.type(text)
    office.until(lambda: "about 37% a year" in examples(screen))
    assert "£20.00 less up to Thu 3 Dec" in examples(screen)


def test_parts_grace_and_the_part_of_the_country_are_saved(office: Office) -> None:
    screen = editing(office, CODE)
    rule = screen.form.terms.rule
    rule.form.setFocus()
    rule.form.setCurrentIndex(rule.form.findData("instalments"))
    assert not screen.form.terms.discount.isVisibleTo(screen)
    rule.number.setFocus()
    rule.number.selectAll()
    office.type("60/30")
    screen.form.book.input("name").setFocus()
    office.until(lambda: "later than the one before" in said(screen, "terms"))
    rule.number.setFocus()
    rule.number.selectAll()
    office.type("50% now, 50% in 30")
    put(office, screen, "grace_days", "7")
    region = screen.form.book.input("region")
    assert isinstance(region, Choice)
    office.until(lambda: region.findData("SCT") > 0)
    region.setFocus()
    office.type("sco")
    office.press(Qt.Key.Key_S, CTRL)
    office.until(lambda: not isinstance(office.window.screen_shown, CustomerEditScreen))
    form = form_of(office, CODE)
    assert form.terms is not None
    assert terms_text(form.terms) == "parts 0/30"
    assert (form.grace_days, form.region) == (7, "SCT")
