"""How often a customer is approached: one budget over all channels and everybody of ours.

Only what we do of our own accord costs: not what a customer begins, nor an answer, an agreed
call-back or the follow-up of a promise. What is done on one day is one initiative, as a call and
the reminder after it. Attempts in which nobody was reached have a cap of their own.

Source: domain-rules 4.12; issue 7, "one budget over all channels".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from creditmate.domain.contact_channels import WRITTEN

WEEK = 7
MONTH = 30
"""Days of the rolling windows, the day itself included."""


class Purpose(StrEnum):
    """Why a contact was made, which tells whether it costs; the values are stored."""

    OWN = "own"  # of our own accord
    AGREED = "agreed"  # a call-back that was agreed, or what we had promised to do
    REPLY = "reply"
    PROMISE = "promise"  # following up what was promised, or said to be paid
    INCOMING = "incoming"
    ATTEMPT = "attempt"  # of our own accord, and nobody was reached


_ABOUT_DEBT = frozenset({Purpose.OWN, Purpose.PROMISE})
"""Why somebody is written to about what they owe."""


class Refusal(StrEnum):
    """Which part of the budget is used up."""

    WEEK = "week"
    MONTH = "month"
    TOO_SOON = "too_soon"
    ATTEMPTS = "attempts"


class Touch(NamedTuple):
    """A contact made; ``step`` is the code of the step it was about, if it says so.

    ``reached`` tells whether somebody was, which a letter always does.
    """

    day: date
    purpose: Purpose
    channel: str
    step: str | None = None
    reached: bool = True

    @property
    def spoke(self) -> bool:
        """Whether it was more than an attempt."""
        return self.reached and self.purpose is not Purpose.ATTEMPT

    @property
    def talked(self) -> bool:
        """Whether somebody was spoken with, whoever began it; what is written is no talk."""
        return self.spoke and self.channel not in WRITTEN

    @property
    def followed_up(self) -> bool:
        """Whether we followed up what they owe, as far as is known: only that takes a step.

        What they began does not, however much was said, nor does what we wrote in answer, or
        because we had promised to; unless it says its step.
        """
        if not self.spoke or self.step:
            return self.spoke
        if self.purpose is Purpose.INCOMING:
            return False
        return self.purpose in _ABOUT_DEBT or self.channel not in WRITTEN

    @property
    def in_vain(self) -> bool:
        """Whether it counts as an attempt: not where they had asked us to ring, or to answer."""
        tried = self.purpose is Purpose.PROMISE and not self.reached
        return tried or self.purpose is Purpose.ATTEMPT


@dataclass(frozen=True, slots=True)
class Limits:
    """How often at most, by days; ``gap_days`` lie between two initiatives of ours."""

    week: int = 3
    month: int = 10
    gap_days: int = 5
    attempts_week: int = 3
    attempts_day: int = 2


@dataclass(frozen=True, slots=True)
class Used:
    """What of the budget is used on a day: initiatives of ours, and attempts, in rolling windows.

    ``own_days`` are the days of the initiatives in the month, each once; ``attempts`` the days of
    the attempts in the week, each as often as there were any.
    """

    week: int = 0
    month: int = 0
    attempts_week: int = 0
    last_own: date | None = None
    own_days: tuple[date, ...] = ()
    attempts: tuple[date, ...] = ()


def out_of_reach(limits: Limits) -> dict[str, int]:
    """Return the limits that the others never let anybody reach, each with the most there can be.

    By the names of ``Limits``. With five days between two contacts there are two in a week, though
    three may be allowed: whoever sets the limits should know which one counts.
    """
    possible = {
        "week": _most(WEEK, limits.gap_days, WEEK),
        "month": _most(MONTH, limits.gap_days, limits.week),
        "attempts_week": WEEK * limits.attempts_day,
    }
    return {name: most for name, most in possible.items() if most < getattr(limits, name)}


def _most(window: int, gap_days: int, week: int) -> int:
    """How many initiatives there can be in so many days, each as early as it may be."""
    made: list[int] = []
    for day in range(window):
        in_week = sum(day - one < WEEK for one in made)
        if in_week < week and (not made or day - made[-1] >= gap_days):
            made.append(day)
    return len(made)


def purpose_of(direction: str, reached: bool, stored: str | None) -> Purpose:
    """Return the purpose of a contact, worked out where none was put down with it.

    Args:
        direction: ``in`` or ``out``.
        reached: Whether somebody was.
        stored: What was put down; None or '' for contacts of before, and imported ones.
    """
    if stored:
        return Purpose(stored)
    if direction == "in":
        return Purpose.INCOMING
    return Purpose.OWN if reached else Purpose.ATTEMPT


def used(touches: Iterable[Touch], as_at: date) -> Used:
    """Return what of the budget is used on a day.

    Args:
        touches: Of the customer, and of its whole group: a group has one budget.
        as_at: The day; contacts dated later are not known.
    """
    own, attempts = set[date](), list[date]()
    for touch in touches:
        if touch.day > as_at:
            continue
        if touch.purpose is Purpose.OWN:
            own.add(touch.day)
        elif touch.in_vain:
            attempts.append(touch.day)
    last = max(own, default=None)
    in_month = tuple(sorted(day for day in own if _within(day, as_at, MONTH)))
    in_week = tuple(sorted(day for day in attempts if _within(day, as_at, WEEK)))
    return Used(
        week=sum(_within(day, as_at, WEEK) for day in in_month),
        month=len(in_month),
        attempts_week=len(in_week),
        last_own=last,
        own_days=in_month,
        attempts=in_week,
    )


def refusal(
    known: Used, limits: Limits, as_at: date, *, by_phone: bool = True
) -> tuple[Refusal, date] | None:
    """Return what of the budget another initiative would exceed, and when it may be taken.

    One on a day on which there was one already belongs to it and is not refused.

    Args:
        known: What is used on the day.
        limits: The customer's.
        as_at: The day of the initiative.
        by_phone: Attempts in vain say nothing against writing.

    Returns:
        What lasts longest, and the first day on which nothing is exceeded, if nothing else
        happens until then; None where nothing is.
    """
    tried = _attempt_waits(known, limits, as_at) if by_phone else []
    waits = [(why, day) for why, day in tried if day > as_at]
    if waits or as_at not in known.own_days:  # who waits for another day begins anew then
        waits += [(why, day) for why, day in _own_waits(known, limits, as_at) if day > as_at]
    return max(waits, key=lambda wait: wait[1], default=None)


def _own_waits(known: Used, limits: Limits, as_at: date) -> list[tuple[Refusal, date]]:
    found = [
        (Refusal.WEEK, _room(known.own_days, limits.week, WEEK, as_at)),
        (Refusal.MONTH, _room(known.own_days, limits.month, MONTH, as_at)),
    ]
    if known.last_own is not None:
        found.append((Refusal.TOO_SOON, known.last_own + timedelta(days=limits.gap_days)))
    return found


def _attempt_waits(known: Used, limits: Limits, as_at: date) -> list[tuple[Refusal, date]]:
    found = [(Refusal.ATTEMPTS, _room(known.attempts, limits.attempts_week, WEEK, as_at))]
    if known.attempts.count(as_at) >= limits.attempts_day:
        found.append((Refusal.ATTEMPTS, as_at + timedelta(days=1)))
    return found


def _room(days: tuple[date, ...], most: int, window: int, as_at: date) -> date:
    """The first day, from one on, whose window holds fewer than ``most`` of the days."""
    inside = [day for day in days if _within(day, as_at, window)]
    if len(inside) < most:
        return as_at
    return inside[len(inside) - most] + timedelta(days=window)


def _within(day: date, as_at: date, window: int) -> bool:
    return 0 <= (as_at - day).days < window
