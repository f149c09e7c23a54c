"""On which day of the month customers have their statements, and which they have had before.

Of a customer into whom others were merged it is only what was issued to itself, as in
``papers.latest_paper``.
"""

from collections.abc import Sequence
from datetime import date

from peewee import Expression, fn

from creditmate.db.connection import database
from creditmate.db.customers import chunks
from creditmate.db.models import Customer, Paper
from creditmate.db.papers import FIRST_ISSUED_TO
from creditmate.domain.money import Money
from creditmate.domain.statement_period import LastStatement


def statement_days() -> dict[int, int]:
    """Return the days of the month on which customers have their statements, of who has one."""
    query = Customer.select(Customer.id, Customer.statement_day)
    return dict(database.execute(query.where(Customer.statement_day.is_null(False))))


def last_statements(
    kind: str, customers: Sequence[int], as_at: date
) -> dict[tuple[int, str], LastStatement]:
    """Return the papers of a kind last issued for a day before, by customer and currency."""
    found: dict[tuple[int, str], LastStatement] = {}
    shown = Paper.customer_id, Paper.currency, Paper.as_at_day, Paper.number, Paper.total_minor
    for chunk in chunks(customers):
        query = Paper.select(*shown).where(_before(kind, chunk, as_at))
        in_order = query.order_by(Paper.as_at_day, Paper.id)
        for customer, currency, day, number, minor in database.execute(in_order):
            last = LastStatement(date.fromisoformat(day), number, Money(minor, currency))
            found[customer, currency] = last
    return found


def last_statement_days(kind: str, customers: Sequence[int], as_at: date) -> dict[int, date]:
    """Return the latest days before one for which papers of a kind were issued, by customer."""
    found: dict[int, date] = {}
    for chunk in chunks(customers):
        days = Paper.select(Paper.customer_id, fn.MAX(Paper.as_at_day))
        query = days.where(_before(kind, chunk, as_at)).group_by(Paper.customer_id)
        found.update((id_, date.fromisoformat(day)) for id_, day in database.execute(query))
    return found


def _before(kind: str, customers: Sequence[int], as_at: date) -> Expression:
    """Which papers are meant."""
    own = fn.COALESCE(FIRST_ISSUED_TO, Paper.customer_id) == Paper.customer_id
    theirs = (Paper.kind == kind) & Paper.customer_id.in_(customers)
    return theirs & (Paper.as_at_day < as_at) & own
