"""What was decided about customers, as at a day: status, limits, holds and wishes.

Each answer is for many customers at once: the work list asks for all it looks at.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from creditmate.db.connection import database
from creditmate.db.days import maybe_day
from creditmate.db.gateway import Writing
from creditmate.db.models import (
    Action,
    CreditLimit,
    CustomerStatus,
    Hold,
    HoldEvent,
    Voidable,
    Wish,
)
from creditmate.db.prepared import AboutCustomers, Argument, Query, listed, prepared
from creditmate.domain import credit_limits, customer_status, holds, wishes
from creditmate.domain.money import Money

Customers = Sequence[int] | None
"""Ids, or None for everybody."""


def _decided(model: Any, day: Any, *columns: Any) -> AboutCustomers:  # noqa: ANN401 - peewee's
    """Ask for the decisions of a kind that stand, up to a day, in their order.

    The rows are id, customer, action and the columns.
    """

    def everybody(until: Argument) -> Query:
        stands = model.void_action_id.is_null() & (day <= until)
        shown = (model.id, model.customer_id, model.action_id, *columns)
        return model.select(*shown).where(stands).order_by(model.id)

    return AboutCustomers(everybody, model.customer_id)


_STATUSES = _decided(
    CustomerStatus, CustomerStatus.day,
    CustomerStatus.day, CustomerStatus.status, CustomerStatus.reason,
)  # fmt: skip
_LIMITS = _decided(
    CreditLimit, CreditLimit.day, CreditLimit.day, CreditLimit.scope, CreditLimit.currency,
    CreditLimit.amount_minor, CreditLimit.reason,
)  # fmt: skip
_HOLDS = _decided(
    Hold, Hold.from_day, Hold.kind, Hold.from_day, Hold.review_day, Hold.until_day, Hold.stops,
    Hold.reason,
)  # fmt: skip
_WISHES = _decided(Wish, Wish.day, Wish.contact_id, Wish.day, Wish.kind, Wish.value, Wish.note)


def status_changes(
    as_at: date, customers: Customers = None
) -> dict[int, list[customer_status.StatusChange]]:
    """Return the decisions how to trade made up to a day, by customer, in their order."""
    found: dict[int, list[customer_status.StatusChange]] = {}
    for id_, customer, action, day, status, reason in _STATUSES(customers, as_at):
        change = customer_status.StatusChange(
            id_, customer, _day(day), customer_status.Status(status), reason, action
        )
        found.setdefault(customer, []).append(change)
    return found


def statuses(as_at: date, customers: Customers = None) -> dict[int, customer_status.StatusChange]:
    """Return the decision that counts on a day, of those customers about whom one was made."""
    found = {}
    for customer, changes in status_changes(as_at, customers).items():
        latest = customer_status.status_at(changes, as_at)
        if latest is not None:
            found[customer] = latest
    return found


def limit_changes(
    as_at: date, customers: Customers = None
) -> dict[int, list[credit_limits.LimitChange]]:
    """Return the limits set up to a day, by customer, in their order."""
    found: dict[int, list[credit_limits.LimitChange]] = {}
    for row in _LIMITS(customers, as_at):
        id_, customer, action, day, scope, currency, minor, reason = row
        amount = None if minor is None else Money(minor, currency)
        change = credit_limits.LimitChange(
            id_, customer, _day(day), credit_limits.Scope(scope), currency, amount, reason, action
        )
        found.setdefault(customer, []).append(change)
    return found


def holds_of(
    as_at: date, customers: Customers = None, *, to_come: bool = False
) -> dict[int, list[holds.Hold]]:
    """Return the holds begun up to a day, with reviews and endings as far as known then.

    Args:
        as_at: The day.
        customers: Whose.
        to_come: Those that begin later as well.
    """
    rows = list(_HOLDS(customers, date.max if to_come else as_at))
    reviews, endings = _events([row[0] for row in rows], as_at)
    found: dict[int, list[holds.Hold]] = {}
    for id_, customer, action, kind, first, review, until, stops, reason in rows:
        hold = holds.Hold(
            id=id_,
            customer=customer,
            kind=holds.HoldKind(kind),
            from_day=_day(first),
            review_day=maybe_day(reviews.get(id_, review)),
            until_day=maybe_day(until),
            stops=holds.stops_of(stops),
            reason=reason,
            ended_day=maybe_day(endings.get(id_)),
            action=action,
        )
        found.setdefault(customer, []).append(hold)
    return found


def _events(ids: Sequence[int], as_at: date) -> tuple[dict[int, str | None], dict[int, str]]:
    """What the latest review of each hold set, and the day on which it was ended."""
    reviews: dict[int, str | None] = {}
    endings: dict[int, str] = {}
    for hold, kind, day, review in _hold_events(list(ids), as_at) if ids else ():
        if kind == "ended":
            endings.setdefault(hold, day)
        else:
            reviews[hold] = review
    return reviews, endings


@prepared
def _hold_events(ids: Argument, as_at: Argument) -> Query:
    return (
        HoldEvent.select(HoldEvent.hold_id, HoldEvent.kind, HoldEvent.day, HoldEvent.review_day)
        .where(HoldEvent.hold_id.in_(listed(ids)) & HoldEvent.void_action_id.is_null())
        .where(HoldEvent.day <= as_at)
        .order_by(HoldEvent.day, HoldEvent.id)
    )


def wishes_of(as_at: date, customers: Customers = None) -> dict[int, list[wishes.Wish]]:
    """Return what is wished on a day, by customer: nothing that was lifted."""
    known = [
        wishes.Wish(id_, customer, contact, _day(day), wishes.WishKind(kind), value, note, action)
        for id_, customer, action, contact, day, kind, value, note in _WISHES(customers, as_at)
    ]
    found: dict[int, list[wishes.Wish]] = {}
    for wish in wishes.wishes_at(known, as_at):
        found.setdefault(wish.customer, []).append(wish)
    return found


def _day(text: str) -> date:
    return date.fromisoformat(text)


# ---------------------------------------------------------------- writing
_BY_KIND: dict[str, type[Voidable]] = {
    "customer_status": CustomerStatus,
    "credit_limit": CreditLimit,
    "hold": Hold,
    "hold_event": HoldEvent,
    "wish": Wish,
}
KINDS = tuple(_BY_KIND)
"""What can be decided about a customer, by the names of the tables."""


def add_decision(writing: Writing, table: str, /, **values: object) -> int:
    """Put down a decision: ``table`` is one of ``KINDS``, ``values`` its columns."""
    return writing.add(_BY_KIND[table], **values)


def is_decision(action: int) -> bool:
    """Whether an action did nothing but decide: others have an undoing of their own."""
    row = Action.get_or_none(Action.id == action)
    return row is not None and row.use_case.startswith("decide-")


def made_in(action: int) -> list[tuple[str, int, int]]:
    """Return the decisions of an action that stand: kind, id and whose they are."""
    found = []
    for kind, model in _BY_KIND.items():
        whose = Hold.customer_id if model is HoldEvent else model.customer_id  # type: ignore[attr-defined]
        query = model.select(model.id, whose).where(
            (model.action_id == action) & model.void_action_id.is_null()
        )
        if model is HoldEvent:
            query = query.join(Hold, on=Hold.id == HoldEvent.hold_id)
        found += [(kind, id_, customer) for id_, customer in database.execute(query)]
    return found


def void_decision(writing: Writing, kind: str, ids: Sequence[int]) -> None:
    """Void decisions: they were never made."""
    writing.void(_BY_KIND[kind], ids)


def events_of(hold: int) -> list[int]:
    """Return the reviews and endings of a hold that stand."""
    query = HoldEvent.select(HoldEvent.id).where(
        (HoldEvent.hold_id == hold) & HoldEvent.void_action_id.is_null()
    )
    return [id_ for (id_,) in database.execute(query.order_by(HoldEvent.id))]
