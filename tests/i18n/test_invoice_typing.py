"""What is typed into an invoice's form, understood in the user's locale; and words for it all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.due_rules import Net
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.invoice_list import InvoiceNarrow
from creditmate.domain.invoice_parts import Retention
from creditmate.domain.invoice_refusals import InvoiceWhy, invoice_refused
from creditmate.domain.invoice_state import InvoiceState
from creditmate.domain.invoice_warnings import LeaveOut, Notice
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money
from creditmate.domain.new_invoice import CreditedLine, NewInvoice, NewLine
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.settings import Prices, Rounding
from creditmate.domain.typed_invoice import TypedInvoice, TypedLine
from creditmate.i18n.invoice_problems import stands_problem
from creditmate.i18n.invoice_typing import (
    Typing,
    typed_invoice,
    understood_credit,
    understood_invoice,
)
from creditmate.i18n.invoice_words import (
    document_kind_words,
    invoice_narrow_words,
    leave_out_words,
    notice_words,
    state_words,
)
from creditmate.i18n.problems import problem_words
from creditmate.i18n.quantities import decimal_words, parse_decimal, percent_words

TODAY = date(2026, 11, 23)
BRITISH = Typing("en_GB", TODAY, "GBP")
GERMAN = Typing("de_DE", TODAY, "EUR")


def test_a_form_is_understood() -> None:
    typed = TypedInvoice(
        code=" ACME ", day="20", supply_day="fri", prices="gross", rounding="line",
        retention="5 %", retention_due="23/11/2027", labour="1,200.50", terms=" Net 14 ",
        lines=(TypedLine("Oak", "1.5", "m", "1,234.5", "10%", "S"), TypedLine("", " ", "", ""),
               TypedLine("Delivery", "", "", "40", work_item=7)),
    )  # fmt: skip
    assert understood_invoice(typed, BRITISH) == NewInvoice(
        code="ACME",
        day=date(2026, 11, 20),
        supply_day=date(2026, 11, 20),
        currency="GBP",
        lines=(
            NewLine("Oak", Decimal("1.5"), Decimal("1234.5"), "m", Decimal(10), "S"),
            NewLine("Delivery", Decimal(1), Decimal(40), work_item=7),
        ),
        prices=Prices.GROSS,
        rounding=Rounding.LINE,
        retention=Retention(date(2027, 11, 23), percent=Decimal(5)),
        labour=Money(120_050, "GBP"),
        terms=PaymentTerms(Net(14)),
    )


def test_the_locale_decides_what_a_comma_is() -> None:
    typed = TypedInvoice(lines=(TypedLine("Eiche", "1,5", "m", "1.234,5"),), retention="100,00",
                         retention_due="23.11.2027")  # fmt: skip
    new = understood_invoice(typed, GERMAN)
    assert (new.lines[0].quantity, new.lines[0].price) == (Decimal("1.5"), Decimal("1234.5"))
    assert new.retention == Retention(date(2027, 11, 23), amount=Money(10_000, "EUR"))
    assert (new.day, new.supply_day) == (TODAY, None)


def test_a_credit_is_understood() -> None:
    typed = TypedInvoice(credits=" INV-1 ", reason="short", credited=((2, ""), (3, "1.5")))
    new = understood_credit(typed, BRITISH)
    assert (new.number, new.day, new.amount) == ("INV-1", TODAY, None)
    assert new.lines == (CreditedLine(2), CreditedLine(3, Decimal("1.5")))
    assert understood_credit(TypedInvoice(credits="1", amount="12"), BRITISH).amount == Money(
        1200, "GBP"
    )


@pytest.mark.parametrize(
    ("typed", "problem", "field"),
    [
        (TypedInvoice(lines=(TypedLine("a", "x", "", "1"),)), Problem.BAD_NUMBER, "quantity"),
        (TypedInvoice(lines=(TypedLine("a", "1", "", ""),)), Problem.BAD_NUMBER, "price"),
        (TypedInvoice(lines=(TypedLine("a", "1", "", "1", "much"),)), Problem.BAD_NUMBER,
         "discount"),
        (TypedInvoice(day="someday"), Problem.BAD_DATE, "day"),
        (TypedInvoice(terms="eom 30"), Problem.BAD_TERMS, "terms"),
        (TypedInvoice(labour="x"), Problem.BAD_MONEY, "labour"),
        (TypedInvoice(currency="XQ"), Problem.INVOICE_FIELD, "currency"),
        (TypedInvoice(retention="5%"), Problem.INVOICE_FIELD, "retention_due"),
        (TypedInvoice(retention="0%", retention_due="+30"), Problem.INVOICE_FIELD, "retention"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_names_its_field(
    typed: TypedInvoice, problem: Problem, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        understood_invoice(typed, BRITISH)
    assert (refused.value.problem, refused.value.facts["field"]) == (problem, field)


@pytest.mark.parametrize("locale", ["en_GB", "de_DE", "fr_FR", "en_IN", "ar_EG"])
def test_an_invoice_can_be_typed_again(locale: str) -> None:
    new = NewInvoice(
        code="ACME", day=TODAY, supply_day=date(2026, 11, 20), currency="GBP", job="Loft",
        lines=(NewLine("Oak", Decimal("-1.25"), Decimal("12345.5"), "m", Decimal("2.5"), "S", 3),),
        retention=Retention(date(2027, 11, 23), percent=Decimal("2.5")), prices=Prices.NET,
        rounding=Rounding.LINE, labour=Money(123_456, "GBP"),
        terms=PaymentTerms(Net(14), Discount(Decimal("2.5"), 7), Shift.NEXT),
    )  # fmt: skip
    assert understood_invoice(typed_invoice(new, locale), Typing(locale, TODAY, "GBP")) == new
    amount = Retention(date(2027, 11, 23), amount=Money(100_000, "GBP"))
    held = NewInvoice("ACME", TODAY, (), currency="GBP", retention=amount)
    assert understood_invoice(typed_invoice(held, locale), Typing(locale, TODAY, "GBP")) == held
    charge = NewInvoice(
        "ACME", TODAY, (), currency="GBP", kind=DocumentKind.CHARGE_NOTE, belongs_to="INV-7"
    )
    assert understood_invoice(typed_invoice(charge, locale), Typing(locale, TODAY, "GBP")) == charge


@given(
    st.decimals(-(10**12), 10**12, places=6),
    st.sampled_from(["en_GB", "de_DE", "fr_FR", "pl_PL", "en_IN", "de_CH"]),
)
def test_a_number_is_read_as_it_is_written(number: Decimal, locale: str) -> None:
    assert parse_decimal(decimal_words(number, locale), locale) == number


@pytest.mark.parametrize("text", ["", "-", "1e5", "NaN", "1_000", "1,23", "1.2.3", "--1", "1 2",
                                  "9" * 31])  # fmt: skip
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(UserError) as refused:
        parse_decimal(text, "en_GB", field="price")
    assert refused.value.problem is Problem.BAD_NUMBER
    assert "1,234.5" in problem_words(refused.value, "en_GB", "en_GB")


def test_percents_are_written_as_the_locale_does() -> None:
    assert percent_words(Decimal("17.50"), "en_GB") == "17.5%"
    assert percent_words(Decimal(20), "de_DE") == "20\u00a0%"
    assert percent_words(Decimal(20), "tr_TR") == "%20"
    assert decimal_words(Decimal("64.5"), "en_GB", 2) == "64.50"


# ---------------------------------------------------------------- words
def test_every_code_has_words() -> None:
    for why in InvoiceWhy:
        error = invoice_refused("x", why, line=1, most=2, found="3", amount=4, left=5, day=6)
        error.facts["today"] = 7
        said = problem_words(error, "en_GB", "en_GB")
        assert "{" not in said
    for state in InvoiceState:
        for kind in DocumentKind:
            assert state_words(state, "en_GB", kind)
    assert state_words(InvoiceState.PAID, "en_GB", DocumentKind.CREDIT_NOTE) == "Matched"
    assert state_words(InvoiceState.WRITTEN_OFF, "en_GB", DocumentKind.CHARGE_NOTE) == "Waived"
    kinds = {document_kind_words(kind, "en_GB") for kind in DocumentKind}
    assert kinds == {"Invoice", "Credit note", "Charge note"}
    for narrow in InvoiceNarrow:
        assert invoice_narrow_words(narrow, "en_GB")
    for notice in Notice:
        assert notice_words(notice, "en_GB").endswith(".")
    for reason in LeaveOut:
        assert leave_out_words(reason, "en_GB")


@pytest.mark.parametrize(
    "why", ["cancelled", "imported", "later", "credited", "settled", "nothing_open"]
)
def test_why_a_document_stands_has_words(why: str) -> None:
    error = UserError(Problem.DOCUMENT_STANDS, number="INV-1", why=why)
    assert "{number}" in stands_problem(error, "en_GB")
    assert "INV-1" in problem_words(error, "en_GB", "en_GB")
