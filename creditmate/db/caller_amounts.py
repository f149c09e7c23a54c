"""Finding customers by an amount: just what is open of an item, or all that is overdue."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.models import Customer, Document, Entry
from creditmate.db.search import HERE, WHOSE
from creditmate.domain.currencies import exponent
from creditmate.domain.money import LIMIT, Money


def currencies_owed() -> list[str]:
    """Return the currencies in which anything is open."""
    query = Entry.select(Entry.currency).where(Entry.open_minor != 0).distinct()
    return [currency for (currency,) in database.execute(query)]


def minors(amounts: Collection[Decimal], currency: str) -> list[int]:
    """Return amounts in minor units of a currency; what it has no units for is left out."""
    scaled = (amount.scaleb(exponent(currency)) for amount in amounts)
    return [int(one) for one in scaled if one == one.to_integral_value() and 0 < one < LIMIT]


def open_items_of(
    amounts: Collection[Decimal], currency: str, limit: int
) -> Iterator[tuple[str, str, str, Money]]:
    """Yield code and name of a customer, and the number and sum of an item of just that much."""
    query = (
        Entry.select(*WHOSE, fn.COALESCE(Document.number, ""), Entry.open_minor)
        .join(Customer, on=Customer.id == Entry.customer_id)
        .switch(Entry)
        .join(Document, on=Document.id == Entry.document_id)
        .where(HERE & (Entry.currency == currency) & (Entry.open_minor != 0))
        .where(Entry.open_minor.in_(minors(amounts, currency)))
        .order_by(Entry.due_day, Entry.id)
        .limit(limit)
    )
    for code, name, number, minor in database.execute(query):
        yield code, name, number, Money(minor, currency)


def overdue_of(
    amounts: Collection[Decimal], currency: str, as_at: date, limit: int
) -> Iterator[tuple[str, str, Money]]:
    """Yield customers of whom all that is overdue is just that much."""
    total = fn.SUM(Entry.open_minor)
    query = (
        Entry.select(*WHOSE, total)
        .join(Customer, on=Customer.id == Entry.customer_id)
        .where(HERE & (Entry.currency == currency) & (Entry.open_minor != 0))
        .where(Entry.due_day < as_at)
        .group_by(Entry.customer_id)
        .having(total.in_(minors(amounts, currency)))
        .limit(limit)
    )
    for code, name, minor in database.execute(query):
        yield code, name, Money(minor, currency)
