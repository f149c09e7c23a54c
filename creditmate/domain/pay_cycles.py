"""A payment plan on the customer's own pay cycle: how often, and from when on.

Source: issue 7, "plans: on the customer's own pay cycle"; domain-rules 4.11.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.dates import add_months, month_start
from creditmate.domain.payment_runs import (
    Fortnightly,
    MonthDay,
    Monthly,
    OnDate,
    OnLast,
    PaymentRun,
    Weekly,
)
from creditmate.domain.plan_terms import Every

_LAST_DAY = 31
_TWICE = 2


@dataclass(frozen=True, slots=True)
class PayCycle:
    """The rhythm that is proposed for a plan: ``days`` are those of the month, as plans have them.

    ``first`` is the first day of theirs that is of use, worked or not: the plan moves it.
    """

    every: Every
    first: date
    days: tuple[int, ...] = ()

    def days_of(self, every: Every, first: date | None) -> tuple[int, ...]:
        """Return the days of the month where a plan is agreed as it was proposed; else none."""
        return self.days if (every, first) == (self.every, self.first) else ()


def pay_cycle(run: PaymentRun, today: date) -> PayCycle:
    """Return the cycle of a payment run, from the day after ``today`` on.

    A run that no plan can follow, on the second Tuesday or on four days of a month, is a monthly
    one from its next day on.
    """
    since = today + timedelta(days=1)
    if isinstance(run, Weekly):
        return PayCycle(Every.WEEK, next(run.nominal(since)))
    if isinstance(run, Fortnightly):
        return PayCycle(Every.TWO_WEEKS, next(run.nominal(since)))
    first = _next_in_month(run, since)
    days = tuple(sorted({day for one in run.days if (day := _number(one)) is not None}))
    if len(days) != len(run.days) or len(days) > _TWICE:
        return PayCycle(Every.MONTH, first)
    return PayCycle(Every.TWICE_A_MONTH if len(days) == _TWICE else Every.MONTH, first, days)


def _next_in_month(run: Monthly, since: date) -> date:
    months = (month_start(since), add_months(month_start(since), 1))
    days = (day.within(month) for month in months for day in run.days)
    return min(day for day in days if day >= since)


def _number(day: MonthDay) -> int | None:
    """The day of the month as a plan has it, its last one as 31; None for a weekday."""
    if isinstance(day, OnDate):
        return day.day
    return _LAST_DAY if isinstance(day, OnLast) else None
