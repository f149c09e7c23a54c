"""What the form of an invoice understands: every field on its own, sums of what is sound."""

from datetime import date
from decimal import Decimal
from typing import Any

from creditmate.domain.due_rules import Net
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import PaymentTerms
from creditmate.domain.rows import BusinessRow, CustomerRow
from creditmate.domain.settings import Settings
from creditmate.domain.taxes import TaxKind, TaxRate
from creditmate.domain.typed_invoice import TypedInvoice, TypedLine
from creditmate.services.invoice_forms import InvoiceSheet
from creditmate.ui.invoices.form_state import FormReader, Read, is_blank_form

TODAY = date(2026, 11, 23)
RATES = (
    TaxRate("S", "VAT", TaxKind.STANDARD, date(2011, 1, 4), Decimal(20), ""),
    TaxRate("R", "VAT", TaxKind.REDUCED, date(2011, 1, 4), Decimal(5), ""),
)
CUSTOMER = CustomerRow(1, "OAK01", "Ashlar & Oak", "ltd", "GB", "en_GB", "GBP", None, "")


def business() -> BusinessRow:
    texts = dict.fromkeys(set(BusinessRow.__dataclass_fields__) - {"logo_blob_id"}, "")
    kept: dict[str, Any] = {**texts, "address": (), "currency": "GBP", "tax_number": "GB 1"}
    return BusinessRow(**{**kept, "country": "GB", "sample": False})


def read(typed: TypedInvoice, customer: CustomerRow | None = CUSTOMER) -> Read:
    sheet = InvoiceSheet(business(), Settings(), RATES, PaymentTerms(Net(30)), customer)
    return FormReader(sheet, TODAY, "en_GB").read(typed)


def test_lines_are_summed_with_their_taxes_and_empty_ones_left_out() -> None:
    lines = (
        TypedLine("Treads", "14", "no.", "38.50"),
        TypedLine(),
        TypedLine("Delivery", "", "", "65", "10%", "r"),
    )
    found = read(TypedInvoice("OAK01", lines=lines))
    assert not found.bad
    assert found.amounts == {0: Money(53_900, "GBP"), 2: Money(5_850, "GBP")}
    assert found.totals is not None
    assert found.totals.gross == Money(53_900 + 10_780 + 5_850 + 293, "GBP")
    assert found.places == (0, 2)
    assert found.can_be_looked_at


def test_every_fault_is_found_at_its_own_field_and_the_rest_is_understood() -> None:
    lines = (
        TypedLine("Treads", "some", "", "38.50"),
        TypedLine("", "2", "", "10"),
        TypedLine("Delivery", "1", "", "65", tax="X"),
        TypedLine("Sound", "3", "", "5"),
    )
    typed = TypedInvoice(
        "OAK01", day="31/2", supply_day="20 Nov", retention="5%", labour="much", lines=lines,
        terms="eom 30",
    )  # fmt: skip
    found = read(typed)
    assert {spot: error.problem for spot, error in found.bad.items()} == {
        ("day", None): Problem.BAD_DATE,
        ("retention_due", None): Problem.INVOICE_FIELD,
        ("labour", None): Problem.BAD_MONEY,
        ("terms", None): Problem.BAD_TERMS,
        ("quantity", 0): Problem.BAD_NUMBER,
        ("description", 1): Problem.INVOICE_FIELD,
        ("tax", 2): Problem.INVOICE_FIELD,
    }
    assert found.new.supply_day == date(2026, 11, 20)
    assert [line.description for line in found.new.lines] == ["Sound"]
    assert found.amounts == {1: Money(2_000, "GBP"), 3: Money(1_500, "GBP")}


def test_a_text_of_which_nobody_is_known_is_a_fault_and_an_empty_one_is_not_yet() -> None:
    assert ("code", None) in read(TypedInvoice("brack"), customer=None).bad
    assert not read(TypedInvoice(), customer=None).bad
    line = TypedLine("Treads", "1", "", "10")
    assert not read(TypedInvoice(lines=(line,)), customer=None).can_be_looked_at


def test_a_charge_is_outside_the_tax_and_what_is_wrong_with_its_invoice_has_a_place() -> None:
    outside = TaxRate("O", "VAT", TaxKind.OUTSIDE, date(2011, 1, 4), Decimal(0), "")
    charge, terms = DocumentKind.CHARGE_NOTE, PaymentTerms(Net(30))
    sheet = InvoiceSheet(business(), Settings(), (*RATES, outside), terms, CUSTOMER, kind=charge)
    lines = (TypedLine("Fixed sum", "1", "", "40"), TypedLine("Extra time", "1", "", "10", tax="S"))
    typed = TypedInvoice("OAK01", lines=lines, charge=True, belongs_to="2064")
    found = FormReader(sheet, TODAY, "en_GB").read(typed)
    assert (found.new.kind, found.new.belongs_to) == (charge, "2064")
    assert found.totals is not None
    assert found.totals.gross == Money(4_000 + 1_200, "GBP")
    for problem in (Problem.UNKNOWN_DOCUMENT, Problem.SEVERAL_DOCUMENTS, Problem.DOCUMENT_STANDS):
        assert found.spot_of(UserError(problem, number="2064")) == ("belongs_to", None)
    assert is_blank_form(TypedInvoice("OAK01", charge=True, belongs_to="2064"))


def test_a_customer_and_empty_lines_alone_are_not_worth_keeping() -> None:
    assert is_blank_form(TypedInvoice("OAK01", lines=(TypedLine(), TypedLine(tax="R"))))
    assert not is_blank_form(TypedInvoice("OAK01", lines=(TypedLine("Treads"),)))
    assert not is_blank_form(TypedInvoice(note="Thank you"))
