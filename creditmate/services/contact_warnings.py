"""What a contact with a customer now would go against, for whoever is about to make it."""

from datetime import date, datetime, time, timedelta

from creditmate.db.business import business
from creditmate.db.contacts_made import touches_of
from creditmate.db.groups import branches_of
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_hours import local_moment
from creditmate.domain.contact_warnings import Warned, Whom, warned
from creditmate.domain.holds import Stop
from creditmate.domain.rows import CustomerRow
from creditmate.domain.wishes import WishKind, hours_of
from creditmate.services.calendars import customer_calendar
from creditmate.services.contact_policies import policies_of
from creditmate.services.customers import require_customer
from creditmate.services.manners import Wished, restings, wished
from creditmate.services.place_clocks import customer_zone


def warnings_for(  # noqa: PLR0913 - each is asked by itself
    code: str,
    channel: str,
    purpose: Purpose,
    *,
    as_at: date,
    now: datetime,
    contact: int | None = None,
) -> tuple[Warned, ...]:
    """Return what a contact now goes against; nobody is stopped by it.

    Args:
        code: The customer's.
        channel: How it is made: ``call``, ``email`` and so on.
        purpose: Why; what was agreed or begun by the customer goes against nothing.
        as_at: The business day on which it is made; contacts dated later are not known.
        now: The moment, aware; where the business acts on another day, its hour counts.
        contact: With whom, whose own wishes go before those of everybody there.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``; ``SETTINGS_UNREADABLE`` naming the key.
    """
    customer = require_customer(code)
    return warned(whom_of(customer, as_at=as_at, now=now, contact=contact), channel, purpose, as_at)


def whom_of(
    customer: CustomerRow, *, as_at: date, now: datetime, contact: int | None = None
) -> Whom:
    """Return everything about a customer that a contact now can go against.

    Args:
        customer: Who is contacted.
        as_at: The business day; contacts dated later are not known.
        now: The moment, aware; where the business acts on another day, its hour counts.
        contact: With whom, whose own wishes go before those of everybody there.

    Raises:
        UserError: ``SETTINGS_UNREADABLE`` naming the key.
    """
    head = customer.head_office_id or customer.id
    group = [head, *branches_of([head]).get(head, [])]
    touches = [touch for found in touches_of(group, as_at).values() for touch in found]
    known = wished([customer.id], as_at)
    ours, zone = local_moment(now, business().zone), customer_zone(customer.id)
    theirs = local_moment(now, zone)
    moment = theirs + timedelta(days=(as_at - ours.date()).days)
    rests = restings([Stop.STEPS, Stop.LETTERS], as_at, [customer.id])
    return Whom(
        moment=moment,
        calendar=customer_calendar(customer.country, moment.date(), customer.region),
        policy=policies_of([customer.id])[customer.id],
        touches=tuple(touches),
        refuses=known.refused(customer.id, contact),
        wished=_hours(known, customer.id, contact),
        zone=zone if theirs != ours else "",
        rests={stop: found[customer.id] for stop, found in rests.items() if customer.id in found},
    )


def _hours(known: Wished, customer: int, contact: int | None) -> tuple[time, time] | None:
    """The hours a person wishes, else those that everybody there does."""
    hours = {w.contact: w.value for w in known.wishes.get(customer, ()) if w.kind is WishKind.HOURS}
    value = hours.get(contact) or hours.get(None)
    return None if value is None else hours_of(value)
