"""How much customers were invoiced lately, net of what was credited: read by their own index."""

from collections.abc import Sequence
from datetime import date

from peewee import Case, fn

from creditmate.db.models import Document
from creditmate.db.prepared import Argument, Query, listed, prepared
from creditmate.domain.kinds import DocumentKind
from creditmate.domain.money import Money

_STANDS = (Document.state == "issued") & Document.void_action_id.is_null()
_TRADE = Document.kind.in_((DocumentKind.INVOICE.value, DocumentKind.CREDIT_NOTE.value))


def invoiced_by(customers: Sequence[int], after: date, until: date) -> dict[int, list[Money]]:
    """Return what customers were invoiced after a day and until another, less credit notes.

    Args:
        customers: A few dozen ids.
        after: The last day that does not count.
        until: The last day.
    """
    found: dict[int, list[Money]] = {}
    for customer, currency, minor in _sums(list(customers), after, until):
        found.setdefault(customer, []).append(Money(minor, currency))
    return found


@prepared
def _sums(customers: Argument, after: Argument, until: Argument) -> Query:
    gross = fn.ABS(Document.gross_minor)
    signed = Case(Document.kind, ((DocumentKind.CREDIT_NOTE.value, 0 - gross),), gross)
    return (
        Document.select(Document.customer_id, Document.currency, fn.SUM(signed))
        .where(Document.customer_id.in_(listed(customers)))
        .where((Document.day > after) & (Document.day <= until) & _STANDS & _TRADE)
        .group_by(Document.customer_id, Document.currency)
    )
