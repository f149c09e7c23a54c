"""Finding customers by an amount: open of an item, overdue, promised, or a part of a plan."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal

from peewee import fn

from creditmate.db.connection import database
from creditmate.db.models import (
    Customer,
    Document,
    Entry,
    Instalment,
    Plan,
    PlanEvent,
    Promise,
    PromiseEvent,
)
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


def overdue_of_groups(
    amounts: Collection[Decimal], currency: str, as_at: date, limit: int
) -> Iterator[tuple[str, str, Money]]:
    """Yield head offices of whose whole group all that is overdue is just that much."""
    total, member = fn.SUM(Entry.open_minor), Customer.alias("member")
    leads = fn.COALESCE(member.head_office_id, member.id)
    heads = member.select(member.head_office_id).where(member.head_office_id.is_null(False))
    query = (
        Entry.select(*WHOSE, total)
        .join(member, on=member.id == Entry.customer_id)
        .join(Customer, on=Customer.id == leads)
        .where(HERE & (Entry.currency == currency) & (Entry.open_minor != 0))
        .where(member.merged_into_id.is_null() & Customer.id.in_(heads))
        .where(Entry.due_day < as_at)
        .group_by(Customer.id)
        .having(total.in_(minors(amounts, currency)))
        .limit(limit)
    )
    for code, name, minor in database.execute(query):
        yield code, name, Money(minor, currency)


def promises_of_amount(
    amounts: Collection[Decimal], currency: str, since: date, limit: int
) -> Iterator[tuple[str, str, Money, date]]:
    """Yield whose promise to pay is just of that much, and by when, if it stands; latest first."""
    ended = PromiseEvent.select(PromiseEvent.promise_id).where(
        PromiseEvent.void_action_id.is_null()
    )
    query = (
        Promise.select(*WHOSE, Promise.amount_minor, Promise.due_day)
        .join(Customer, on=Customer.id == Promise.customer_id)
        .where(HERE & (Promise.currency == currency) & (Promise.due_day >= since))
        .where(Promise.void_action_id.is_null() & (Promise.side == "theirs"))
        .where(Promise.amount_minor.in_(minors(amounts, currency)) & Promise.id.not_in(ended))
        .order_by(Promise.due_day.desc(), Promise.id)
        .limit(limit)
    )
    for code, name, minor, day in database.execute(query):
        yield code, name, Money(minor, currency), date.fromisoformat(str(day))


def instalments_of_amount(
    amounts: Collection[Decimal], currency: str, since: date, limit: int
) -> Iterator[tuple[str, str, str, Money, date]]:
    """Yield whose plan (its number) has parts of just that much, and the first one's day.

    Plans that were cancelled or replaced have none, nor has a part of long ago.
    """
    ended = PlanEvent.select(PlanEvent.plan_id).where(
        PlanEvent.void_action_id.is_null() & PlanEvent.kind.in_(["cancelled", "replaced"])
    )
    query = (
        Instalment.select(*WHOSE, Plan.number, Instalment.amount_minor, fn.MIN(Instalment.due_day))
        .join(Plan, on=Plan.id == Instalment.plan_id)
        .join(Customer, on=Customer.id == Plan.customer_id)
        .where(HERE & (Plan.currency == currency) & (Instalment.due_day >= since))
        .where(Plan.void_action_id.is_null() & Plan.id.not_in(ended))
        .where(Instalment.amount_minor.in_(minors(amounts, currency)))
        .group_by(Plan.id, Instalment.amount_minor)
        .order_by(fn.MIN(Instalment.due_day), Plan.id)
        .limit(limit)
    )
    for code, name, number, minor, day in database.execute(query):
        yield code, name, number, Money(minor, currency), date.fromisoformat(str(day))
