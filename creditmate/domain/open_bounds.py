"""How high a customer can stand, closely: from the open items, the habit and the last talk.

What a case knows besides (disputes, promises, claims, money on account) takes away from what a
call is about and never adds to it, so the worth of all that is open bounds the worth of the line.
The worth is a sum over the items, each times its factors; points are its logarithm.
"""

import math
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from creditmate.domain.lateness import Lateness
from creditmate.domain.priority import (
    LEAST_DAYS,
    PROMISE_POINTS,
    ROUNDED_OFF,
    Contact,
    spoken_factor,
    talked_over,
    units,
    wait_factor,
)
from creditmate.domain.workcase import Policy

OpenDebit = tuple[str, int, date, date]
"""Currency, minor units, day and due day. What is put back as at a day is an item more."""


class OpenItems(NamedTuple):
    """What is known of a customer that stands for itself, besides what may be agreed or promised.

    ``debits`` are all that are open, whenever they are due: a promise not kept may ask for any.
    """

    debits: Sequence[OpenDebit]
    lateness: Lateness
    contact: Contact | None


class OpenBounds:
    """Bounds the points of hundreds of customers, whatever else is known of them.

    Args:
        as_at: The day.
        policy: How far ahead is soon, and what currencies count for.
    """

    def __init__(self, as_at: date, policy: Policy) -> None:
        self._as_at, self._worths, self._window = as_at, policy.worth, policy.courtesy_window
        self._unit: dict[str, float] = {}

    def points(self, items: OpenItems, missed: bool) -> float:
        """Return points that no call about any of these items exceeds.

        Where less than one unit of money is at stake the points count as if it were one: then
        the best item alone bounds them.

        Args:
            items: What is open.
            missed: Whether a promise may be not kept.
        """
        contact, ahead = items.contact, items.lateness.days_ahead
        covered, others = (spoken_factor(contact, said, self._as_at) for said in (True, False))
        fresh = best = 0.0
        for currency, minor, day, due in items.debits:
            late = (self._as_at - due).days
            factor = max(ahead(late), LEAST_DAYS) * wait_factor(late)
            factor *= covered if talked_over(contact, day, due, self._window) else others
            fresh += factor * minor * self._worth(currency)
            best = max(best, factor)
        promise = PROMISE_POINTS if missed else 0.0
        return promise + 10 * math.log10(max(fresh, best) or 1.0) + ROUNDED_OFF

    def _worth(self, currency: str) -> float:
        """What one minor unit counts for."""
        if currency not in self._unit:
            self._unit[currency] = units(1, currency, self._worths)
        return self._unit[currency]
