"""Open items as something to be paid: whose they are, what of them is in question or may come off.

What is open is what is open now, whatever day is acted on: what is set against an item is checked
against everything recorded.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from creditmate.db.customers import customers_by_id
from creditmate.db.discounts import StoredOffer, stored_offers
from creditmate.db.disputes import disputed_entries
from creditmate.db.entries import open_entries
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import discount_offer
from creditmate.domain.proposals import PayableItem
from creditmate.domain.rows import OpenEntryRow
from creditmate.services.stored_terms import read_terms

Offers = dict[int, tuple[Money, date]]
"""What may be taken off an item, and until when, by its entry."""


def payable_items(
    customers: Sequence[int], currency: str, paid_on: date, today: date
) -> list[PayableItem]:
    """Return the open debits of these customers in a currency.

    Args:
        customers: Their ids.
        currency: Items in others are left out.
        paid_on: When the money came: a discount has to be offered that long.
        today: What is not invoiced by then cannot be paid.
    """
    rows = [
        row
        for row in open_entries(customers, date.max)
        if row.due_day is not None and row.open.currency == currency and row.day <= today
    ]
    who = customers_by_id(customers)
    disputed: dict[int, Money] = {}
    unanswered = set[int]()
    for question in disputed_entries(today, customers):
        before = disputed.get(question.entry_id, Money(0, currency))
        if question.open.currency == currency:
            disputed[question.entry_id] = before + question.disputed
            unanswered |= set() if question.to_credit else {question.entry_id}
    offers = offered([row.id for row in rows], paid_on)
    items = [
        _item(row, (who[row.customer_id].code, who[row.customer_id].name), disputed, offers)
        for row in rows
    ]
    credits_ = disputed.keys() - unanswered
    return [replace(one, to_credit=True) if one.entry_id in credits_ else one for one in items]


def _item(
    row: OpenEntryRow, named: tuple[str, str], disputed: dict[int, Money], offers: Offers
) -> PayableItem:
    off, until = offers.get(row.id, (None, None))
    if off is not None and row.open <= off:
        off, until = None, None
    return PayableItem(
        entry_id=row.id,
        code=named[0],
        name=named[1],
        kind=row.kind,
        number=row.number,
        order_number=row.order_number,
        day=row.day,
        due_day=row.due_day or row.day,
        original=row.original,
        open=row.open,
        disputed=min(disputed.get(row.id, Money(0, row.open.currency)), row.open),
        discount=off,
        discount_day=until,
    )


def offered(entries: Sequence[int], paid_on: date) -> Offers:
    """Return what early payment on a day earns for these entries, and until when."""
    found: Offers = {}
    for stored in stored_offers(entries) if entries else ():
        offer = _offer(stored)
        if offer is not None and offer[0] and paid_on <= offer[1]:
            found[stored.entry_id] = offer
    return found


def _offer(stored: StoredOffer) -> tuple[Money, date] | None:
    """Our own paper says itself what it offers; another program's goes by terms.

    Of what was credited nothing comes off: the discount is less by the same share.
    """
    left = max(stored.gross - stored.credited, Money(0, stored.gross.currency))
    if stored.own:
        if stored.day is None or stored.minor is None:
            return None
        offered_ = Money(stored.minor, stored.gross.currency)
        return offered_.scaled(left.minor, stored.gross.minor), stored.day
    if stored.form is None or stored.parameters is None:
        return None
    terms = read_terms(stored.form, stored.parameters)
    offer = discount_offer(terms, stored.invoice_day, left)
    return None if offer is None else (offer.amount, offer.day)
