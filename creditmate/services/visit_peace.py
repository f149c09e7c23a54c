"""To whom nobody proposes a visit: those in a state in which one would be wrong, or who want none.

One who is visited anyway is told of it (``domain.visit_hints``); nothing stops anybody.
"""

from collections.abc import Sequence
from datetime import date

from creditmate.db.decisions import holds_of
from creditmate.db.groups import heads_of
from creditmate.domain.at_rest import RestWhy
from creditmate.domain.holds import Stop, in_force
from creditmate.domain.visit_suggestions import LEFT_IN_PEACE
from creditmate.domain.wishes import WishKind
from creditmate.services.manners import resting, restings, wished


def at_peace(customers: Sequence[int], as_at: date) -> set[int]:
    """Return which of these customers are left in peace, and so not visited.

    They are not followed up; or the state they are in forbids it, whatever else was left to go on.
    What holds for a head office holds for its branches.
    """
    if not customers:
        return set()
    found = set(resting(Stop.STEPS, as_at, customers))
    heads = heads_of(customers)
    holds = holds_of(as_at, sorted({*customers, *heads.values()}))
    held = {
        id_
        for id_, own in holds.items()
        if any(hold.kind in LEFT_IN_PEACE for hold in in_force(own, as_at))
    }
    return found | {id_ for id_ in customers if {id_, heads.get(id_, id_)} & held}


def why_at_peace(customer: int, as_at: date) -> RestWhy | None:
    """Return why a customer is left in peace, as ``at_peace``; None: it is not."""
    found = resting(Stop.STEPS, as_at, [customer]).get(customer)
    if found is not None:
        return found.why
    head = heads_of([customer]).get(customer, customer)
    holds = holds_of(as_at, sorted({customer, head})).values()
    kinds = [hold.kind for own in holds for hold in in_force(own, as_at)]
    return next((RestWhy(kind.value) for kind in kinds if kind in LEFT_IN_PEACE), None)


def not_sent(customer: int, as_at: date) -> frozenset[Stop]:
    """Return which papers are stopped for a customer: letters, statements."""
    found = restings([Stop.LETTERS, Stop.STATEMENTS], as_at, [customer])
    return frozenset(stop for stop, resting_ in found.items() if customer in resting_)


def not_to_be_visited(customers: Sequence[int], as_at: date) -> set[int]:
    """Return the same, and who wishes no visits."""
    if not customers:
        return set()
    wishes = wished(customers, as_at)
    refusing = {id_ for id_ in customers if WishKind.NO_VISITS in wishes.refused(id_)}
    return at_peace(customers, as_at) | refusing
