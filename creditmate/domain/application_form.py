"""The form on which a customer applies for credit: its fields by name, and how it is known again.

The names are in every form that was ever handed out, so they stay: a form that comes back after
years must still be read. What a field is called on paper is said in the customer's language
(``i18n.application_words``).

A hidden field says whose form it is, of which make, and in which manner amounts and days are
asked for, so that 5.000 is read as it was meant.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MAKE = 1
"""The make of form that is handed out now."""
MARK_FIELD = "creditmate_form"
"""The hidden field by which a form of ours is known."""
LONGEST_TEXT = 2000
"""Letters of a field that are looked at: more is no answer to any of our questions."""


class Item(StrEnum):
    """A field of the form; the values are in the PDF and in the ledger."""

    LEGAL_NAME = "legal_name"
    TRADING_NAME = "trading_name"
    LEGAL_FORM = "legal_form"
    COMPANY_NUMBER = "company_number"
    TAX_NUMBER = "tax_number"
    INVOICE_ADDRESS = "invoice_address"
    INVOICE_POSTCODE = "invoice_postcode"
    INVOICE_COUNTRY = "invoice_country"
    DELIVERY_ADDRESS = "delivery_address"
    DELIVERY_POSTCODE = "delivery_postcode"
    DELIVERY_COUNTRY = "delivery_country"
    ORDERS_NAME = "orders_name"
    ORDERS_PHONE = "orders_phone"
    ORDERS_EMAIL = "orders_email"
    PAYS_NAME = "pays_name"
    PAYS_PHONE = "pays_phone"
    PAYS_EMAIL = "pays_email"
    APPROVES_NAME = "approves_name"
    APPROVES_PHONE = "approves_phone"
    APPROVES_EMAIL = "approves_email"
    INVOICES_TO = "invoices_to"
    PAYMENT_RUN = "payment_run"
    BANK = "bank"
    ORDER_REQUIRED = "order_required"
    REFERENCE_1_NAME = "reference_1_name"
    REFERENCE_1_CONTACT = "reference_1_contact"
    REFERENCE_1_REACH = "reference_1_reach"
    REFERENCE_2_NAME = "reference_2_name"
    REFERENCE_2_CONTACT = "reference_2_contact"
    REFERENCE_2_REACH = "reference_2_reach"
    REFERENCE_3_NAME = "reference_3_name"
    REFERENCE_3_CONTACT = "reference_3_contact"
    REFERENCE_3_REACH = "reference_3_reach"
    LIMIT = "limit"
    LIMIT_CURRENCY = "limit_currency"
    ACCEPTS_TERMS = "accepts_terms"
    ALLOWS_CHECKS = "allows_checks"
    SIGNER_NAME = "signer_name"
    SIGNER_POSITION = "signer_position"
    SIGNED_DAY = "signed_day"


class Who(StrEnum):
    """For what somebody is asked for; the fields of each begin with the value."""

    ORDERS = "orders"
    PAYS = "pays"
    APPROVES = "approves"

    @property
    def items(self) -> tuple[Item, Item, Item]:
        """The fields of name, telephone and e-mail."""
        return Item(f"{self}_name"), Item(f"{self}_phone"), Item(f"{self}_email")


REFERENCES: tuple[tuple[Item, Item, Item], ...] = tuple(
    (
        Item(f"reference_{number}_name"),
        Item(f"reference_{number}_contact"),
        Item(f"reference_{number}_reach"),
    )
    for number in (1, 2, 3)
)
"""Name of the firm, whom to ask there, and how: the fields of each trade reference."""
TICKS = frozenset({Item.ORDER_REQUIRED, Item.ACCEPTS_TERMS, Item.ALLOWS_CHECKS})
"""Boxes: ``TICKED`` or nothing."""
TICKED = "yes"
SEVERAL_LINES = frozenset({Item.INVOICE_ADDRESS, Item.DELIVERY_ADDRESS})
CHOICES = frozenset(
    {
        Item.LEGAL_FORM,
        Item.INVOICE_COUNTRY,
        Item.DELIVERY_COUNTRY,
        Item.PAYMENT_RUN,
        Item.LIMIT_CURRENCY,
    }
)
"""Fields of which a code is kept: a legal form, a country, a rule of payment runs, a currency."""
RUNS = (
    "weekly:mon", "weekly:tue", "weekly:wed", "weekly:thu", "weekly:fri", "monthly:1",
    "monthly:15", "monthly:1,15", "monthly:20", "monthly:25", "monthly:last",
    "monthly:last_working", "monthly:last_fri",
)  # fmt: skip
"""The payment runs that the form offers, as ``domain.payment_runs`` writes them."""


class DayOrder(StrEnum):
    """In which order a form asks for day, month and year; the values are in the PDF."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


@dataclass(frozen=True, slots=True)
class FormMark:
    """What the hidden field says.

    Attributes:
        make: Which make of form it is.
        ledger: Names the business's ledger.
        locale: In which the form asks.
        decimal: The decimal mark of amounts, ``.`` or ``,``.
        order: Of days in figures.
        terms: The terms that were enclosed, by their id in the ledger; 0 for none.
    """

    make: int
    ledger: str
    locale: str
    decimal: str
    order: DayOrder
    terms: int = 0

    def text(self) -> str:
        """Return the field's text."""
        comma = int(self.decimal == ",")
        return f"{self.make} {self.ledger} {self.locale} {comma} {self.order} {self.terms}"


_MARK = re.compile(
    r"(?P<make>[0-9]{1,4}) (?P<ledger>[0-9A-Za-z-]{1,64}) (?P<locale>[A-Za-z0-9_-]{2,20})"
    r" (?P<comma>[01]) (?P<order>dmy|mdy|ymd) (?P<terms>[0-9]{1,18})",
    re.ASCII,
)
_MADE = re.compile(r"([0-9]{1,4})( .*)?", re.ASCII | re.DOTALL)


def form_mark(text: str) -> FormMark | None:
    """Return what a hidden field says; None where it is none of ours."""
    found = _MARK.fullmatch(text.strip())
    if found is None:
        return None
    decimal = "," if found["comma"] == "1" else "."
    order, terms = DayOrder(found["order"]), int(found["terms"])
    return FormMark(int(found["make"]), found["ledger"], found["locale"], decimal, order, terms)


def make_of(text: str) -> int | None:
    """Return which make of form a hidden field names, also one that cannot be read otherwise."""
    found = _MADE.fullmatch(text.strip())
    return None if found is None else int(found[1])


class Unread(StrEnum):
    """Why a form that came back is not read."""

    NOT_A_PDF = "not-a-pdf"
    DAMAGED = "damaged"
    LOCKED = "locked"
    LARGE = "large"  # most
    FLAT = "flat"
    FOREIGN = "foreign"
    NEWER = "newer"  # found, known
    OTHER_BUSINESS = "other-business"
    NO_PICTURE = "no-picture"  # a scan that cannot be shown
