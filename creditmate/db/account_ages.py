"""Since when customers have an account, and since when there are books."""

from collections.abc import Sequence
from datetime import date

from peewee import fn

from creditmate.db.days import maybe_day
from creditmate.db.models import Customer, Document
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import DocumentKind

_STANDS = (Document.state == "issued") & Document.void_action_id.is_null()


def first_invoice_days(customers: Sequence[int], as_at: date, since: date) -> dict[int, date]:
    """Return the day of the first invoice of those of these customers who had it since a day."""
    first = since.isoformat()
    return {
        id_: date.fromisoformat(day)
        for id_, day in _first(list(customers), as_at)
        if day is not None and day >= first
    }


@prepared
def _first(customers: Argument, as_at: Argument) -> Query:
    """Found by the index of each customer's documents, so that a long history costs nothing."""
    first = (
        Document.select(Document.day)
        .where((Document.customer_id == Customer.id) & (Document.day <= as_at) & _STANDS)
        .where(Document.kind == DocumentKind.INVOICE.value)
        .order_by(Document.day)
        .limit(1)
    )
    return Customer.select(Customer.id, first).where(Customer.id.in_(listed(customers)))


def books_from() -> date | None:
    """Return the day of the oldest document in the books; None while there is none."""
    ((day,),) = _oldest()
    return maybe_day(day)


@prepared
def _oldest() -> Query:
    return Document.select(fn.MIN(Document.day)).where(_STANDS)
