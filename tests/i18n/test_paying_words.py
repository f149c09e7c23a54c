"""What was put right about how a customer pays is said field by field, and nothing else is."""

from dataclasses import replace
from datetime import date

import pytest

from creditmate.domain.customer_form import CustomerForm
from creditmate.domain.payment_runs import Weekly
from creditmate.i18n.paying_words import paying_put_right, person_put_right

TODAY = date(2026, 11, 23)
BEFORE = CustomerForm(
    code="ACME", name="Acme", country="GB", currency="GBP", locale="en_GB", zone="Europe/London",
    payment_run=Weekly(4), pay_method="cheque", approver="Ann Lee",
)  # fmt: skip


def said(after: CustomerForm) -> str:
    return paying_put_right(BEFORE, after, "en", "en_GB", TODAY)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"payment_run": Weekly(0)}, "Payment run: every Monday"),
        ({"payment_run": None}, "Payment run: not known"),
        ({"invoice_cut_off": 25}, "Cut-off for invoices: 25"),
        ({"pay_method": "transfer"}, "How they pay: transfer"),
        ({"approver": ""}, "Who approves: not known"),
        ({"invoices_to": "ap@acme.example"}, "Where invoices go: ap@acme.example"),
        ({"account_at_theirs": "S-17"}, "Our account at theirs: S-17"),
        ({"order_required": True}, "every invoice needs an order number"),
    ],
)
def test_each_field_is_told(changed: dict[str, object], words: str) -> None:
    assert said(replace(BEFORE, **changed)) == f"How they pay put right. {words}."  # type: ignore[arg-type]


def test_several_stand_beside_one_another() -> None:
    both = said(replace(BEFORE, pay_method="transfer", invoice_cut_off=3))
    assert both == "How they pay put right. Cut-off for invoices: 3; How they pay: transfer."


def test_an_order_number_that_is_not_needed_any_more_is_told() -> None:
    before = replace(BEFORE, order_required=True)
    told = paying_put_right(before, BEFORE, "en", "en_GB", TODAY)
    assert "no order number is needed" in told


def test_what_does_not_concern_paying_is_not_told() -> None:
    assert not said(BEFORE)
    assert not said(replace(BEFORE, pay_method=" cheque ", name="Acme Ltd", remember="x"))


def test_a_person_is_named() -> None:
    assert person_put_right("Ann Lee", "en") == "Details of Ann Lee put right."
