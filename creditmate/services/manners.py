"""How customers are met and whether they are left in peace, as at a day: read for many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from creditmate.db import decisions as db
from creditmate.db.customers import friends_among
from creditmate.db.groups import heads, heads_of
from creditmate.domain.at_rest import Rest, rest
from creditmate.domain.customer_status import Status, gets_courtesy
from creditmate.domain.holds import Stop
from creditmate.domain.manner import Manner
from creditmate.domain.rows import ContactRow
from creditmate.domain.wishes import Wish, WishKind
from creditmate.domain.workcase import Reach


@dataclass(frozen=True, slots=True)
class Wished:
    """What customers wish on a day, by customer; a person's own wish concerns that person."""

    wishes: dict[int, list[Wish]]

    def refuses(self, customer: int, kind: WishKind) -> bool:
        """Whether everybody at a customer's refuses a way of being met."""
        return any(w.kind is kind and w.contact is None for w in self.wishes.get(customer, ()))

    def refusing(self, customer: int, kind: WishKind) -> set[int]:
        """Return the contacts who refuse it for themselves."""
        found = (w.contact for w in self.wishes.get(customer, ()) if w.kind is kind)
        return {contact for contact in found if contact is not None}


def wished(customers: Sequence[int], as_at: date) -> Wished:
    """Return what these customers wish on a day."""
    return Wished(db.wishes_of(as_at, customers))


def manners(customers: Sequence[int], as_at: date) -> dict[int, Manner]:
    """Return how each of these customers is met."""
    friends, changes = friends_among(customers), db.statuses(as_at, customers)
    found = {}
    for id_ in customers:
        status = changes[id_].status if id_ in changes else Status.ACTIVE
        found[id_] = Manner(
            friend=id_ in friends,
            on_stop=status is Status.ON_STOP,
            courtesy=gets_courtesy(status),
        )
    return found


def resting(stop: Stop, as_at: date, customers: Sequence[int] | None = None) -> dict[int, Rest]:
    """Return for whom something is not done on a day, and why.

    What holds for a head office holds for its branches, which are met through it.

    Args:
        stop: What is asked about.
        as_at: The day.
        customers: Only these; None for all.
    """
    known = heads() if customers is None else heads_of(customers)
    asked = None if customers is None else sorted({*customers, *known.values()})
    holds, changes = db.holds_of(as_at, asked), db.statuses(as_at, asked)
    found = {}
    for id_ in holds.keys() | changes.keys():
        status = changes[id_].status if id_ in changes else Status.ACTIVE
        why = rest(holds.get(id_, ()), status, stop, as_at)
        if why is not None:
            found[id_] = why
    for branch, head in known.items():
        if head in found and branch not in found:
            found[branch] = found[head]
    return found


def reach_of(
    customer: int, contacts: Sequence[ContactRow], wishes: Wished, *, may_call: bool
) -> Reach:
    """Return how a customer can be reached.

    One whom nobody has entered a number of is rung all the same. A wish goes before any number
    or address, and before a contact's own channel.
    """
    phone = may_call and not wishes.refuses(customer, WishKind.NO_CALLS)
    email = not wishes.refuses(customer, WishKind.NO_EMAILS)
    if not contacts:
        return Reach(phone=phone, email=email)
    mute = wishes.refusing(customer, WishKind.NO_CALLS)
    silent = wishes.refusing(customer, WishKind.NO_EMAILS)
    rung = (row for row in contacts if row.phone and row.channel == "call" and row.id not in mute)
    return Reach(
        phone=phone and any(rung),
        email=email and any(row.email and row.id not in silent for row in contacts),
    )
