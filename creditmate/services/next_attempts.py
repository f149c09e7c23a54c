"""When to try a customer again if nobody is reached now."""

from creditmate.db.contact_details import attempts_since
from creditmate.db.next_steps import asked_to_be_rung
from creditmate.domain.attempts import NextAttempt, next_attempt
from creditmate.domain.contact_budget import Purpose
from creditmate.domain.ports import Clock
from creditmate.domain.rows import CustomerRow
from creditmate.services.contact_warnings import whom_of


def next_attempt_of(customer: CustomerRow, clock: Clock, purpose: Purpose) -> NextAttempt:
    """Return when to try a customer again if nobody is reached now.

    Args:
        customer: Who was tried to be reached.
        clock: Today, and the moment.
        purpose: Why it was tried: as if somebody had been reached.
    """
    whom = whom_of(customer, as_at=clock.today, now=clock.now())
    asked = purpose is Purpose.AGREED and asked_to_be_rung(customer.id, clock.today)
    return next_attempt(whom, attempts_since(customer.id, clock.today), purpose, asked=asked)
