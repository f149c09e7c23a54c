"""What an application for credit says, field by field: found, understood, and what looks odd.

A field of which nothing can be made (a telephone without digits, an amount in words) is understood
as nothing, with the reason beside it; what only looks odd is understood as it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from creditmate.domain.application_form import CHOICES, TICKS, Item, Who
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.email_syntax import email_key, is_email
from creditmate.domain.folding import fold, number_tails
from creditmate.domain.identifiers import company_number_doubt, same_number, tax_number_doubt
from creditmate.domain.legal_forms import LegalForm
from creditmate.domain.payment_runs import stored_run
from creditmate.domain.telephone import MOST as LONGEST_PHONE
from creditmate.domain.telephone import example_number, telephone

Values = Mapping[Item, str]
"""Fields that are not empty."""

_LONGEST = {
    Item.LEGAL_NAME: 200, Item.TRADING_NAME: 200, Item.COMPANY_NUMBER: 40, Item.TAX_NUMBER: 40,
    Item.INVOICE_ADDRESS: 1000, Item.DELIVERY_ADDRESS: 1000, Item.INVOICES_TO: 200,
    Item.APPROVES_NAME: 200,
}  # fmt: skip
_USUAL_LONGEST = 100
_PHONES = frozenset(who.items[1] for who in Who)
_EMAILS = frozenset(who.items[2] for who in Who)
_COUNTRIES = frozenset({Item.INVOICE_COUNTRY, Item.DELIVERY_COUNTRY})
_APART = frozenset(
    {
        Item.BANK,
        Item.LIMIT,
        Item.LIMIT_CURRENCY,
        Item.ACCEPTS_TERMS,
        Item.ALLOWS_CHECKS,
        Item.SIGNER_NAME,
        Item.SIGNER_POSITION,
        Item.SIGNED_DAY,
        *(item for item in Item if item.startswith("reference_")),
    }
)
"""Fields that stay with the application: the customer's record has no place for them."""
_SHORTEST_TAIL = 7
"""Digits by which two telephone numbers are compared, however they are written."""


class Fit(StrEnum):
    """How a field stands to what the ledger knows of the customer."""

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"
    APART = "apart"  # kept with the application only


@dataclass(frozen=True, slots=True)
class ReadField:
    """A field of an application.

    Attributes:
        item: Which one.
        found: As it stands in the form.
        understood: As it would be kept; '' for what cannot be.
        doubts: What looks odd.
        known: What the ledger has there.
        fit: How the two compare.
    """

    item: Item
    found: str
    understood: str
    doubts: tuple[Doubt, ...] = ()
    known: str = ""
    fit: Fit = Fit.NEW

    @property
    def usual(self) -> bool:
        """Whether it is taken over unless somebody says otherwise: what is not known yet is."""
        return bool(self.understood) and self.fit is Fit.NEW


def understood(item: Item, found: str, country: str, home: str) -> tuple[str, tuple[Doubt, ...]]:
    """Return what a field says as it would be kept, and what looks odd about it.

    Amounts and days are not looked at here: how they are read depends on the form.

    Args:
        item: Which field.
        found: As it stands there, tidied.
        country: Whose numbers are meant: the customer's.
        home: Our country, of which numbers are shown without its code.
    """
    if not found or item in TICKS:
        return found, ()
    if item in CHOICES:
        return _chosen(item, found)
    most = _LONGEST.get(item, _USUAL_LONGEST)
    if len(found) > most:
        return "", (Doubt(item, Odd.TOO_LONG, found[:40], str(most)),)
    if item in _EMAILS and not is_email(found):
        return "", (Doubt(item, Odd.NOT_AN_EMAIL, found),)
    if item in _PHONES:
        return _telephone(item, found, country, home)
    return found, _number_doubts(item, found, country)


def _number_doubts(item: Item, found: str, country: str) -> tuple[Doubt, ...]:
    doubt = None
    if item is Item.TAX_NUMBER:
        doubt = tax_number_doubt(found, country)
    elif item is Item.COMPANY_NUMBER:
        doubt = company_number_doubt(found, country)
    return () if doubt is None else (doubt,)


def _chosen(item: Item, found: str) -> tuple[str, tuple[Doubt, ...]]:
    if item in _COUNTRIES:
        fits = len(found) == 2 and found.isascii() and found.isalpha()
    elif item is Item.LEGAL_FORM:
        fits = found in set(LegalForm)
    elif item is Item.PAYMENT_RUN:
        fits = stored_run(found) is not None
    else:
        fits = len(found) == 3 and found.isascii() and found.isalpha()
    if not fits:
        return "", (Doubt(item, Odd.NO_CHOICE, found),)
    upper = item in _COUNTRIES or item is Item.LIMIT_CURRENCY
    return (found.upper() if upper else found), ()


def _telephone(item: Item, found: str, country: str, home: str) -> tuple[str, tuple[Doubt, ...]]:
    if len(found) > LONGEST_PHONE or not any(map(str.isdigit, found)):
        return "", (Doubt(item, Odd.NO_SUCH_NUMBER, found[:40], example_number(country)),)
    number = telephone(found, country, home)
    doubts = (
        () if number.valid else (Doubt(item, Odd.NO_SUCH_NUMBER, found, example_number(country)),)
    )
    return number.shown, doubts


# ---------------------------------------------------------------- beside what is known
def compared(field: ReadField, known: Values, values: Values) -> ReadField:
    """Return a field with what the ledger has in its place, and how the two compare.

    Args:
        field: As read.
        known: All that the ledger has of the customer.
        values: All that the application says, as understood.
    """
    there = known.get(field.item, "")
    return ReadField(
        field.item,
        field.found,
        field.understood,
        field.doubts,
        there,
        _fit(field.item, known, values),
    )


def _fit(item: Item, known: Values, values: Values) -> Fit:
    said, there = values.get(item, ""), known.get(item, "")
    if item in _APART:
        return Fit.APART
    if _same(item, said, there) or (item in _ADDRESSES and _same_place(item, known, values)):
        return Fit.SAME
    return Fit.DIFFERENT if there else Fit.NEW


_ADDRESSES = {
    Item.INVOICE_ADDRESS: Item.INVOICE_POSTCODE,
    Item.INVOICE_POSTCODE: Item.INVOICE_ADDRESS,
    Item.DELIVERY_ADDRESS: Item.DELIVERY_POSTCODE,
    Item.DELIVERY_POSTCODE: Item.DELIVERY_ADDRESS,
}
"""An address and its postcode, which may also stand within its last line."""


def _same_place(item: Item, known: Values, values: Values) -> bool:
    """Whether address and postcode together say the same."""
    pair = sorted((item, _ADDRESSES[item]))
    here, there = (fold(" ".join(each.get(part, "") for part in pair)) for each in (values, known))
    return bool(here) and here == there


def _same(item: Item, said: str, there: str) -> bool:
    if item in {Item.COMPANY_NUMBER, Item.TAX_NUMBER}:
        return same_number(said, there)
    if item in _PHONES:
        return same_telephone(said, there)
    if item in _EMAILS:
        return bool(said) and email_key(said) == email_key(there)
    return bool(said) and fold(said) == fold(there) and bool(there)


def same_telephone(first: str, second: str) -> bool:
    """Whether two numbers end in the same seven digits or more, however they are written."""
    tails = [{tail for tail in number_tails(each) if len(tail) >= _SHORTEST_TAIL}
             for each in (first, second)]  # fmt: skip
    return bool(tails[0] & tails[1])
