"""An application's fields: what is made of them, how they compare, and the customer they make."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.application import Fit, ReadField, compared, understood
from creditmate.domain.application_form import (
    REFERENCES,
    RUNS,
    TICKED,
    TICKS,
    DayOrder,
    FormMark,
    Item,
    Who,
    form_mark,
    make_of,
)
from creditmate.domain.application_merge import known_values, merged, merged_contacts
from creditmate.domain.contact_form import Authority, ContactForm, EmailForm, PhoneForm
from creditmate.domain.customer_form import CustomerForm, SiteForm, SiteKind
from creditmate.domain.doubts import Odd
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.payment_runs import stored_run

BLANK = CustomerForm("", "", "GB", "GBP", "en_GB", "Europe/London")
ROLES = {Who.ORDERS: "orders", Who.PAYS: "pays", Who.APPROVES: "approves"}
WHOLE = {
    Item.LEGAL_NAME: "Brindle Row Interiors Ltd",
    Item.TRADING_NAME: "Brindle Row",
    Item.LEGAL_FORM: "company",
    Item.COMPANY_NUMBER: "01234567",
    Item.TAX_NUMBER: "GB 123 4567 82",
    Item.INVOICE_ADDRESS: "Unit 4\nOld Mill Lane\nBridgeton",
    Item.INVOICE_POSTCODE: "M2 5BQ",
    Item.INVOICE_COUNTRY: "GB",
    Item.DELIVERY_ADDRESS: "The Loft, no. 9",
    Item.DELIVERY_POSTCODE: "M2 5BR",
    Item.DELIVERY_COUNTRY: "GB",
    Item.PAYS_NAME: "Ms Ash",
    Item.PAYS_PHONE: "0161 496 0123",
    Item.PAYS_EMAIL: "ash@brindle.example",
    Item.APPROVES_NAME: "Mr Oak",
    Item.APPROVES_PHONE: "0161 496 0124",
    Item.APPROVES_EMAIL: "oak@brindle.example",
    Item.INVOICES_TO: "invoices@brindle.example",
    Item.PAYMENT_RUN: "monthly:last",
    Item.ORDER_REQUIRED: TICKED,
}


def read(item: Item, found: str, country: str = "GB") -> tuple[str, list[Odd]]:
    said, doubts = understood(item, found, country, "GB")
    assert all(doubt.field == item for doubt in doubts)
    return said, [doubt.odd for doubt in doubts]


# ---------------------------------------------------------------- the form's own marks
def test_the_names_of_fields_are_in_forms_handed_out_and_never_change() -> None:
    assert " ".join(item.value for item in Item) == (
        "legal_name trading_name legal_form company_number tax_number invoice_address"
        " invoice_postcode invoice_country delivery_address delivery_postcode delivery_country"
        " orders_name orders_phone orders_email pays_name pays_phone pays_email approves_name"
        " approves_phone approves_email invoices_to payment_run bank order_required"
        " reference_1_name reference_1_contact reference_1_reach reference_2_name"
        " reference_2_contact reference_2_reach reference_3_name reference_3_contact"
        " reference_3_reach limit limit_currency accepts_terms allows_checks signer_name"
        " signer_position signed_day"
    )
    assert [Who.PAYS.items[0], REFERENCES[2][1]] == [Item.PAYS_NAME, Item.REFERENCE_3_CONTACT]


_MARKS = st.builds(
    FormMark,
    st.integers(1, 9999),
    st.text("0123456789abcdef-", min_size=1, max_size=64),
    st.sampled_from(["en_GB", "de", "zh_Hans_CN"]),
    st.sampled_from([".", ","]),
    st.sampled_from(DayOrder),
    st.integers(0, 10**17),
)


@given(_MARKS)
def test_a_mark_reads_as_it_was_written(mark: FormMark) -> None:
    assert form_mark(mark.text()) == mark
    assert make_of(mark.text()) == mark.make


def test_a_mark_of_another_hand_is_none() -> None:
    assert form_mark("") is form_mark("hello") is form_mark("1 uid en_GB 2 dmy 0") is None
    assert make_of("7 whatever comes then") == 7
    assert make_of("seven") is make_of("") is None


def test_every_run_on_the_form_is_one_that_is_known() -> None:
    assert all(stored_run(code) is not None for code in RUNS)


# ---------------------------------------------------------------- one field
@pytest.mark.parametrize(
    ("item", "found", "said", "odd"),
    [
        (Item.LEGAL_NAME, "Brindle", "Brindle", []),
        (Item.LEGAL_NAME, "x" * 201, "", [Odd.TOO_LONG]),
        (Item.BANK, "x" * 101, "", [Odd.TOO_LONG]),
        (Item.ACCEPTS_TERMS, TICKED, TICKED, []),
        (Item.ACCEPTS_TERMS, "", "", []),
        (Item.LEGAL_FORM, "plc", "plc", []),
        (Item.LEGAL_FORM, "Limited", "", [Odd.NO_CHOICE]),
        (Item.INVOICE_COUNTRY, "de", "DE", []),
        (Item.INVOICE_COUNTRY, "Germany", "", [Odd.NO_CHOICE]),
        (Item.INVOICE_COUNTRY, "4!", "", [Odd.NO_CHOICE]),
        (Item.PAYMENT_RUN, "weekly:fri", "weekly:fri", []),
        (Item.PAYMENT_RUN, "when asked", "", [Odd.NO_CHOICE]),
        (Item.LIMIT_CURRENCY, "eur", "EUR", []),
        (Item.LIMIT_CURRENCY, "€", "", [Odd.NO_CHOICE]),
        (Item.PAYS_EMAIL, "ash@brindle.example", "ash@brindle.example", []),
        (Item.PAYS_EMAIL, "ask Ms Ash", "", [Odd.NOT_AN_EMAIL]),
        (Item.PAYS_PHONE, "+44 161 496 0123", "0161 496 0123", []),
        (Item.PAYS_PHONE, "ring us", "", [Odd.NO_SUCH_NUMBER]),
        (Item.PAYS_PHONE, "1" * 41, "", [Odd.NO_SUCH_NUMBER]),
        (Item.PAYS_PHONE, "12", "12", [Odd.NO_SUCH_NUMBER]),
        (Item.TAX_NUMBER, "GB 980 7806 84", "GB 980 7806 84", []),
        (Item.TAX_NUMBER, "GB 980 7806 85", "GB 980 7806 85", [Odd.CHECK_DIGIT]),
        (Item.COMPANY_NUMBER, "01234567", "01234567", []),
        (Item.COMPANY_NUMBER, "12", "12", [Odd.FORM]),
    ],
)
def test_a_field_as_understood(item: Item, found: str, said: str, odd: list[Odd]) -> None:
    assert read(item, found) == (said, odd)


@given(st.sampled_from(Item), st.text(max_size=300))
def test_nothing_written_in_any_field_stops_the_reading(item: Item, found: str) -> None:
    said, doubts = understood(item, found, "GB", "GB")
    assert said or doubts or not found or item in TICKS
    assert len(said) <= 1000


# ---------------------------------------------------------------- compared
def fit(item: Item, said: str, known: dict[Item, str], **more: str) -> Fit:
    values = {item: said} | {Item(name): text for name, text in more.items()}
    return compared(ReadField(item, said, said), known, values).fit


def test_how_a_field_compares() -> None:
    known = {
        Item.LEGAL_NAME: "Brindle Row Ltd",
        Item.TAX_NUMBER: "GB123456782",
        Item.PAYS_PHONE: "0161 496 0123",
        Item.PAYS_EMAIL: "Ash@brindle.example",
        Item.INVOICE_ADDRESS: "1 Mill Lane\nOvermere M2 5BQ",
    }
    assert fit(Item.LEGAL_NAME, "BRINDLE ROW LTD", known) is Fit.SAME
    assert fit(Item.LEGAL_NAME, "Brindle Road Ltd", known) is Fit.DIFFERENT
    assert fit(Item.TRADING_NAME, "Brindle", known) is Fit.NEW
    assert fit(Item.TAX_NUMBER, "GB 123 4567 82", known) is Fit.SAME
    assert fit(Item.PAYS_PHONE, "+44 161 4960123", known) is Fit.SAME
    assert fit(Item.PAYS_PHONE, "0161 496 0199", known) is Fit.DIFFERENT
    assert fit(Item.PAYS_EMAIL, "ash@BRINDLE.example", known) is Fit.SAME
    assert fit(Item.BANK, "Mill Bank", known) is Fit.APART
    postcode = {"invoice_postcode": "M2 5BQ"}
    assert fit(Item.INVOICE_ADDRESS, "1 Mill Lane\nOvermere", known, **postcode) is Fit.SAME
    assert fit(Item.INVOICE_ADDRESS, "2 Mill Lane\nOvermere", known, **postcode) is Fit.DIFFERENT


def test_only_what_is_new_and_understood_is_taken_unasked() -> None:
    new = ReadField(Item.LEGAL_NAME, "Brindle", "Brindle")
    assert new.usual
    assert not replace(new, understood="").usual
    assert not replace(new, fit=Fit.DIFFERENT).usual


# ---------------------------------------------------------------- the customer made of it
def test_a_whole_application_makes_the_customer_that_gives_it_again() -> None:
    form = merged(BLANK, WHOLE)
    people = merged_contacts((), WHOLE, ROLES)
    assert known_values(form, people) == WHOLE
    assert form.legal_form is LegalForm.COMPANY
    assert [(site.kind, site.postcode) for site in form.sites] == [
        (SiteKind.BILLING, "M2 5BQ"),
        (SiteKind.DELIVERY, "M2 5BR"),
    ]


_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30
)


@given(st.dictionaries(st.sampled_from(sorted(set(WHOLE) - {Item.LEGAL_NAME})), _WORDS), _WORDS)
def test_any_texts_come_back_as_they_went_in(said: dict[Item, str], name: str) -> None:
    choices = {Item.LEGAL_FORM, Item.PAYMENT_RUN, Item.ORDER_REQUIRED}
    countries = {Item.INVOICE_COUNTRY, Item.DELIVERY_COUNTRY}
    values = {item: WHOLE[item] if item in choices else text for item, text in said.items()}
    values = {item: text for item, text in values.items() if item not in countries}
    values = {item: text for item, text in values.items() if not item.startswith(("pays", "app"))}
    values[Item.LEGAL_NAME] = name
    found = known_values(merged(BLANK, values), ())
    assert {item: text for item, text in found.items() if item not in countries} == values


def test_what_is_not_taken_over_stays_as_it_is() -> None:
    site = SiteForm(SiteKind.BILLING, "DE", ("Am Tor 1",), "", "Büro", {"city": "Ulm"}, 7, 3)
    known = replace(BLANK, id=4, country="DE", name="Alt", trading_name="A", sites=(site,))
    assert merged(known, {Item.TAX_NUMBER: "1"}) == replace(known, tax_number="1")
    moved = merged(known, {Item.INVOICE_POSTCODE: "89073", Item.INVOICE_COUNTRY: "AT"})
    assert moved.country == "DE"  # a customer that is there does not move its books
    assert moved.sites == (replace(site, postcode="89073", country="AT", parts={}),)
    lines = merged(known, {Item.INVOICE_ADDRESS: "Am Tor 2\n89073 Ulm"})
    assert (lines.sites[0].lines, lines.sites[0].id) == (("Am Tor 2", "89073 Ulm"), 7)


def test_one_person_asked_for_twice_is_one_contact() -> None:
    values = {
        Item.ORDERS_NAME: "Ms Ash",
        Item.PAYS_NAME: "ms ash",
        Item.PAYS_PHONE: "0161 496 0123",
        Item.APPROVES_NAME: "Ms Ash",
        Item.APPROVES_PHONE: "+44 161 496 0123",
    }
    (only,) = merged_contacts((), values, ROLES)
    assert only.name == "Ms Ash"
    assert only.role == "orders, pays, approves"
    assert only.authority is Authority.DECIDES
    assert [phone.number for phone in only.phones] == ["0161 496 0123"]


def test_people_that_are_known_are_found_by_name_mail_or_telephone() -> None:
    ash = ContactForm("Ms Ash", 1, 1, role="Accounts", emails=(EmailForm("ash@b.example"),))
    oak = ContactForm("Mr Oak", 2, 1, phones=(PhoneForm("0161 496 0124"),))
    assert merged_contacts((ash,), {Item.ORDERS_NAME: "Ms Ash"}, ROLES) == []
    values = {Item.PAYS_EMAIL: "ASH@b.example", Item.APPROVES_PHONE: "+44 161 496 0124"}
    changed = merged_contacts((ash, oak), values, ROLES)
    assert [(each.id, each.role, each.authority) for each in changed] == [
        (1, "Accounts", Authority.PAYS),
        (2, "approves", Authority.DECIDES),
    ]
    new = merged_contacts((ash,), {Item.ORDERS_EMAIL: "new@b.example"}, ROLES)
    assert [(each.id, each.name) for each in new] == [(0, "new@b.example")]
