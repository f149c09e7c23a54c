"""What is against the day or the hour of a next step, before it is put down or once it is."""

from datetime import date, datetime, time

from creditmate.db.business import business
from creditmate.domain.contact_hours import NotNow, local_moment, may_contact, moment_of
from creditmate.domain.ports import Clock
from creditmate.services.calendars import customer_calendar
from creditmate.services.contact_policies import policies_of
from creditmate.services.customers import require_customer
from creditmate.services.place_clocks import customer_zone

_NOON = time(12)
_BY_THE_DAY = frozenset({NotNow.HOLIDAY, NotNow.WEEKEND})


def hour_has_passed(code: str, day: date, at: time, clock: Clock) -> bool:
    """Return whether an hour by a customer's clock lies behind us: nobody can ring then any more.

    Whoever acts on another day than the computer's has no hour that could pass.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    customer, now = require_customer(code), clock.now()
    if local_moment(now, business().zone).date() != clock.today:
        return False
    return moment_of(day, at, customer_zone(customer.id)) < now


def against_step(code: str, day: date, at: time | None) -> NotNow | None:
    """Return what is against ringing a customer on a day that is set; nobody is stopped by it.

    Args:
        code: The customer's.
        day: By their calendar.
        at: The hour by their clock; None where any hour of the day will do.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    customer = require_customer(code)
    calendar = customer_calendar(customer.country, day, customer.region)
    hours = policies_of([customer.id])[customer.id].hours
    found = may_contact(datetime.combine(day, at or _NOON), "call", calendar, hours)
    return found if at is not None or found in _BY_THE_DAY else None


def our_hour(code: str, day: date, at: time) -> datetime | None:
    """Return an hour by a customer's clock as ours shows it; None where it is the same.

    Raises:
        UserError: ``UNKNOWN_CUSTOMER``.
    """
    there = customer_zone(require_customer(code).id)
    here = local_moment(moment_of(day, at, there), business().zone)
    return None if here == datetime.combine(day, at) else here
