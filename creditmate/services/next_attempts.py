"""When to try a customer again if nobody is reached now."""

from datetime import datetime

from creditmate.db.business import business
from creditmate.db.contact_details import attempts_since
from creditmate.db.next_steps import asked_to_be_rung
from creditmate.domain.attempts import NextAttempt, next_attempt
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.contact_hours import local_moment, moment_of
from creditmate.domain.diary_room import OUR_HOURS
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.services.contact_warnings import whom_of
from creditmate.services.place_clocks import customer_zone


def next_attempt_of(customer: CustomerRow, clock: Clock, purpose: Purpose) -> NextAttempt:
    """Return when to try a customer again if nobody is reached now.

    Args:
        customer: Who was tried to be reached.
        clock: Today, and the moment.
        purpose: Why it was tried: as if somebody had been reached.
    """
    whom = whom_of(customer, as_at=clock.today, now=clock.now())
    asked = purpose is Purpose.AGREED and asked_to_be_rung(customer.id, clock.today)
    there, here = customer_zone(customer.id), business().zone

    def is_here(moment: datetime) -> bool:
        ours = local_moment(moment_of(moment.date(), moment.time(), there), here)
        return ours.date() == moment.date() and OUR_HOURS[0] <= ours.time() < OUR_HOURS[1]

    before = attempts_since(customer.id, clock.today)
    if not whom.zone:
        return next_attempt(whom, before, purpose, asked=asked)
    return next_attempt(whom, before, purpose, asked=asked, is_here=is_here)
