"""How much a call is worth: late money-days still ahead, told as points that add up.

Points are ten times the common logarithm of a factor, so that adding points multiplies
factors: the sum at stake, times the late days still ahead of it, times how well it can wait,
times what the last contact has used up. Twice the money is 3 points, ten times is 10.

Currencies count in major units of the home currency, at par where no rate is known.
"""

import math
from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.currencies import exponent
from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.money import Money

PROMISE_POINTS = 40.0
"""What a promise not kept, and not yet spoken of, adds."""
WEEK = 7
HELD = 14
FADED = 30
"""A talk about an item is left to work for a fortnight, and after a month it counts no more."""
JUST_SPOKEN = 0.1
"""What a call is still worth in the fortnight after the item was talked about."""
LEAST_DAYS = 0.1
ROUNDED_OFF = 0.21
"""More than what rounding each of four parts to a tenth can add to a score."""


class ScorePart(StrEnum):
    """What points are given for; the values are stable."""

    PROMISE_NOT_KEPT = "promise_not_kept"
    SUM = "sum"
    DAYS_AHEAD = "days_ahead"
    CAN_WAIT = "can_wait"
    SPOKEN = "spoken"


class Part(NamedTuple):
    """Points for one thing, to a tenth; negative ones are taken off."""

    code: ScorePart
    points: float


class Contact(NamedTuple):
    """The last contact with a customer, and whether somebody who could answer was reached.

    ``answers`` is false where it was about something else than what they owe.
    """

    day: date
    reached: bool = True
    answers: bool = True


class Stake(NamedTuple):
    """One item that a call would be about: its amount and the factors that weigh it.

    ``days_ahead`` are expected late days; ``wait`` and ``spoken`` lie above 0 and up to 1.
    """

    amount: Money
    days_ahead: float
    wait: float
    spoken: float


def wait_factor(days_late: int) -> float:
    """Return how little an item can wait: 1 once due, a half a week before its due day.

    A call about it can still be made tomorrow without a late day lost, one about an overdue
    item cannot.
    """
    return 1 / (1 + max(-days_late, 0) / WEEK)


def talked_over(contact: Contact | None, raised: date, due: date, window: int = WEEK) -> bool:
    """Return whether the last talk could cover an item: it was there, and due or nearly so.

    Nearly means due within ``window`` days of the talk.
    """
    if contact is None or not (contact.reached and contact.answers) or raised > contact.day:
        return False
    return (due - contact.day).days <= window


def spoken_factor(contact: Contact | None, covered: bool, as_at: date) -> float:
    """Return what another call about an item is worth after the last contact, from 0.1 to 1.

    After a talk that covered the item that is a tenth at first, and from a fortnight on grows
    evenly to the whole at thirty days. Spoken to today or yesterday, or tried today, everything
    counts a tenth: nobody is rung twice running.
    """
    if contact is None:
        return 1.0
    since = (as_at - contact.day).days
    if since <= (1 if contact.reached else 0):
        return JUST_SPOKEN
    faded = (since - HELD) / (FADED - HELD)
    return min(max(faded, JUST_SPOKEN), 1.0) if covered else 1.0


def score_parts(
    stakes: Sequence[Stake], promise_not_kept: bool, worth: Worth = AT_PAR
) -> tuple[Part, ...]:
    """Return the points of a call, the largest idea first; parts of no points are left out."""
    points = [(ScorePart.PROMISE_NOT_KEPT, PROMISE_POINTS if promise_not_kept else 0.0)]
    money = days = urgent = fresh = 0.0
    unit: dict[str, float] = {}  # what one minor unit counts for
    for amount, days_ahead, wait, spoken in stakes:
        if amount.currency not in unit:
            unit[amount.currency] = units(1, amount.currency, worth)
        sum_ = amount.minor * unit[amount.currency]
        late = sum_ * max(days_ahead, LEAST_DAYS)
        soon = late * wait
        money, days, urgent = money + sum_, days + late, urgent + soon
        fresh += soon * spoken
    if money > 0:
        points += [
            (ScorePart.SUM, sum_points(money)),
            (ScorePart.DAYS_AHEAD, _points(days / money)),
            (ScorePart.CAN_WAIT, _points(urgent / days)),
            (ScorePart.SPOKEN, _points(fresh / urgent)),
        ]
    return tuple(Part(code, value) for code, value in points if value)


def score(parts: Sequence[Part]) -> float:
    """Return the points of all parts together."""
    return sum(part.points for part in parts)


def _major(amount: Money, worth: Worth) -> float:
    return units(amount.minor, amount.currency, worth)


def units(minor: int, currency: str, worth: Worth = AT_PAR) -> float:
    """Return an amount in the major units that points count."""
    return float(minor / 10 ** exponent(currency)) * worth.weight(currency)


def sum_points(money: float) -> float:
    """Return the points of a sum in major units."""
    return _points(max(money, 1.0))


def days_points(days: float) -> float:
    """Return the points of late days ahead."""
    return _points(max(days, LEAST_DAYS))


def _points(factor: float) -> float:
    return round(10 * math.log10(factor), 1)


def score_bound(
    amounts: Sequence[Money], days: float, promise_not_kept: bool, worth: Worth = AT_PAR
) -> float:
    """Return points that no call exceeds which is about no more than this.

    Args:
        amounts: All that could be at stake.
        days: As many late days as any of it can have ahead.
        promise_not_kept: Whether a promise may be not kept.
        worth: What currencies count for.
    """
    money = sum(_major(amount, worth) for amount in amounts)
    promise = PROMISE_POINTS if promise_not_kept else 0.0
    return promise + sum_points(money) + days_points(days)
