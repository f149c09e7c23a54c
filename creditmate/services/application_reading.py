"""An application's fields as understood, beside what the ledger knows of a customer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from creditmate.db.business import business
from creditmate.domain.application import Fit, ReadField, Values, compared, understood
from creditmate.domain.application_form import DayOrder, Item
from creditmate.domain.application_merge import known_values, merged
from creditmate.domain.application_rows import Way
from creditmate.domain.contact_form import ContactForm
from creditmate.domain.customer_form import CustomerForm, SiteKind
from creditmate.domain.doubts import Doubt, Odd
from creditmate.domain.money import Money
from creditmate.exchange.application_values import amount_on_form, day_on_form
from creditmate.services.postal_forms import address_doubts, is_country

if TYPE_CHECKING:
    from creditmate.exchange.application_reader import Returned

_ALWAYS = (Item.LEGAL_NAME, Item.ACCEPTS_TERMS, Item.SIGNER_NAME, Item.SIGNED_DAY)
"""Fields that are shown even when they were left empty: without them it is not complete."""
_COUNTRIES = (Item.INVOICE_COUNTRY, Item.DELIVERY_COUNTRY)
_CODES = {SiteKind.BILLING: Item.INVOICE_POSTCODE, SiteKind.DELIVERY: Item.DELIVERY_POSTCODE}


@dataclass(frozen=True, slots=True)
class ApplicationEntry:
    """An application as it came in.

    Attributes:
        given: Its fields that are not empty, as they stand there.
        way: How it came in.
        file_name: Of the form or scan; '' for none.
        content: Its bytes.
        ledger: Names the ledger that handed the form out; '' where that is not known.
        locale: In which it is written; '' for ours.
        decimal: The decimal mark in which it asks.
        order: In which it asks for days.
        terms: Enclosed, by their id; 0 for none.
    """

    given: Mapping[Item, str]
    way: Way = Way.TYPED
    file_name: str = ""
    content: bytes = field(default=b"", repr=False)
    ledger: str = ""
    locale: str = ""
    decimal: str = "."
    order: DayOrder = DayOrder.DMY
    terms: int = 0


@dataclass(frozen=True, slots=True)
class Understood:
    """What an application says: its fields in the form's order, the limit wished, the day."""

    fields: tuple[ReadField, ...]
    limit: Money | None
    signed_day: date | None

    @property
    def values(self) -> dict[Item, str]:
        """The fields of which something can be made."""
        return {each.item: each.understood for each in self.fields if each.understood}


def understand(
    entry: ApplicationEntry, form: CustomerForm, people: list[ContactForm], today: date
) -> Understood:
    """Return what an application says, beside a customer as it is.

    Args:
        entry: As it came in.
        form: The customer's, or a blank one.
        people: The customer's.
        today: A signature cannot be of a later day.
    """
    home = business()
    given = entry.given
    country = (
        form.country if form.id else _country(given.get(Item.INVOICE_COUNTRY, ""), home.country)
    )
    currency = given.get(Item.LIMIT_CURRENCY, form.currency).upper()
    limit = amount_on_form(given.get(Item.LIMIT, ""), currency, entry.decimal)
    signed = day_on_form(given.get(Item.SIGNED_DAY, ""), entry.order)
    read = [_field(item, given.get(item, ""), country, home.country) for item in _shown(given)]
    read = [_of_sums_and_days(each, limit, signed, today) for each in read]
    values = {each.item: each.understood for each in read if each.understood}
    doubts = _postcode_doubts(merged(form, values), values)
    known = known_values(form, people) if form.id else {}
    doubted = (replace(each, doubts=each.doubts + doubts.get(each.item, ())) for each in read)
    fields = (_settled(compared(each, known, values), known) for each in doubted)
    return Understood(tuple(fields), limit, signed)


def _shown(given: Mapping[Item, str]) -> Iterator[Item]:
    return (item for item in Item if given.get(item) or item in _ALWAYS)


def _country(found: str, home: str) -> str:
    return found.upper() if is_country(found.upper()) else home


def _field(item: Item, found: str, country: str, home: str) -> ReadField:
    said, doubts = understood(item, found, country, home)
    if item in _COUNTRIES and said and not is_country(said):
        said, doubts = "", (Doubt(item, Odd.NO_CHOICE, found),)
    if not found:
        doubts = (Doubt(item, Odd.MISSING, ""),)
    return ReadField(item, found, said, doubts)


def _of_sums_and_days(
    read: ReadField, limit: Money | None, signed: date | None, today: date
) -> ReadField:
    """Doubt a limit or a day that cannot be read."""
    odd = None
    if read.item is Item.LIMIT and limit is None:
        odd = Odd.NO_AMOUNT
    elif read.item is Item.SIGNED_DAY and read.found and (signed is None or signed > today):
        odd = Odd.NO_DAY if signed is None else Odd.DAY_AHEAD
    if odd is None:
        return read
    return replace(read, understood="", doubts=(Doubt(read.item, odd, read.found),))


def _postcode_doubts(form: CustomerForm, values: Values) -> dict[Item, tuple[Doubt, ...]]:
    found: dict[Item, tuple[Doubt, ...]] = {}
    for place, site in enumerate(form.sites):
        item = _CODES[site.kind]
        if item in values:
            found[item] = tuple(
                Doubt(item, each.odd, each.found, each.expected)
                for each in address_doubts(site, place)
            )
    return found


def _settled(read: ReadField, known: Values) -> ReadField:
    """A tick that was left out asks for nothing new; what is not there at all is not compared."""
    if read.found or read.item in known:
        return read
    return replace(read, fit=Fit.APART)


def entry_of(returned: "Returned", content: bytes, file_name: str) -> ApplicationEntry:
    """Return a form that came back and was read, as an application."""
    mark = returned.mark
    return ApplicationEntry(
        given=returned.given,
        way=Way.FORM,
        file_name=file_name,
        content=content,
        ledger=mark.ledger,
        locale=mark.locale,
        decimal=mark.decimal,
        order=mark.order,
        terms=mark.terms,
    )
