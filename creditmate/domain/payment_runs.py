"""How a customer pays: on which days its payment run goes out, and which invoices it takes.

A rule is stored as one line of text beside the customer: ``weekly:fri``, ``fortnightly:2026-11-06``
(every fourteen days, counted from a day), ``monthly:15``, ``monthly:1,15`` (twice a month),
``monthly:last``, ``monthly:last_working``, ``monthly:last_fri``, ``monthly:2_tue``.

A run whose day is not worked goes out on the next worked day; the last *working* day never moves.
Source: product.md, "Payment plan on the customer's own pay cycle"; domain-rules 4.8 (who approves,
and when is the payment run).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.dates import Calendar, add_months, day_in_month, month_end, month_start

_WEEK = 7
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_LAST = "last"
_LAST_WORKING = "last_working"
_DAY = re.compile(r"[1-9]|[12][0-9]|3[01]")
_NTH = re.compile(rf"([1-4]|last)_({'|'.join(_WEEKDAYS)})")
MOST_DAYS = 4
"""Runs in one month that a rule may name: more often than that is weekly."""
_LOOK_BACK = 14
"""Days: a run that should have been earlier may have moved past a day by that much, at most."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every week on a weekday, Monday 0 to Sunday 6."""

    weekday: int

    def __post_init__(self) -> None:
        if not 0 <= self.weekday < _WEEK:
            raise ValueError(f"weekday {self.weekday}")

    def nominal(self, since: date) -> Iterator[date]:
        """Yield the days of the rule from a day on, for ever."""
        day = since + timedelta(days=(self.weekday - since.weekday()) % _WEEK)
        while True:
            yield day
            day += timedelta(days=_WEEK)


@dataclass(frozen=True, slots=True)
class Fortnightly:
    """Every fourteen days, counted from ``start`` in both directions."""

    start: date

    def nominal(self, since: date) -> Iterator[date]:
        """Yield the days of the rule from a day on, for ever."""
        day = since + timedelta(days=(self.start - since).days % (2 * _WEEK))
        while True:
            yield day
            day += timedelta(days=2 * _WEEK)


@dataclass(frozen=True, slots=True)
class OnDate:
    """A day of the month, or its last where it does not exist; 31 is always the last."""

    day: int

    def __post_init__(self) -> None:
        if not 1 <= self.day <= 31:
            raise ValueError(f"day of month {self.day}")

    def within(self, first: date) -> date:
        """Return the day in the month that begins with ``first``."""
        return day_in_month(first.year, first.month, self.day)


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """The first to fourth such weekday of the month; ``place`` None is the last one."""

    place: int | None
    weekday: int

    def __post_init__(self) -> None:
        if self.place is not None and not 1 <= self.place <= 4:
            raise ValueError(f"weekday number {self.place} of a month")
        if not 0 <= self.weekday < _WEEK:
            raise ValueError(f"weekday {self.weekday}")

    def within(self, first: date) -> date:
        """Return the day in the month that begins with ``first``."""
        if self.place is None:
            last = month_end(first)
            return last - timedelta(days=(last.weekday() - self.weekday) % _WEEK)
        earliest = first + timedelta(days=(self.weekday - first.weekday()) % _WEEK)
        return earliest + timedelta(days=_WEEK * (self.place - 1))


@dataclass(frozen=True, slots=True)
class OnLast:
    """The last day of the month, or the last one that is worked."""

    working: bool = False

    def within(self, first: date) -> date:
        """Return the last day of the month; whether it is worked is the calendar's business."""
        return month_end(first)


MonthDay = OnDate | OnWeekday | OnLast


@dataclass(frozen=True, slots=True)
class Monthly:
    """On one to four days of every month."""

    days: tuple[MonthDay, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.days) <= MOST_DAYS or len(set(self.days)) < len(self.days):
            raise ValueError(f"{len(self.days)} days of a month")

    def runs(self, since: date, calendar: Calendar) -> Iterator[date]:
        """Yield the days on which the run goes out, from the month of a day on."""
        first = month_start(since)
        while True:
            yield from sorted(_worked(day, first, calendar) for day in self.days)
            first = add_months(first, 1)


PaymentRun = Weekly | Fortnightly | Monthly


def _worked(day: MonthDay, first: date, calendar: Calendar) -> date:
    nominal = day.within(first)
    if isinstance(day, OnLast) and day.working:
        return calendar.previous_working(nominal)
    return calendar.next_working(nominal)


def next_run(run: PaymentRun, since: date, calendar: Calendar | None = None) -> date:
    """Return the first day on or after ``since`` on which the run goes out.

    Args:
        run: The customer's rule.
        since: The earliest day that is of use.
        calendar: Which days the customer's bank works; Monday to Friday where it is not given.
    """
    worked = calendar or Calendar()
    early = since - timedelta(days=_LOOK_BACK)
    days = (
        run.runs(early, worked)
        if isinstance(run, Monthly)
        else map(worked.next_working, run.nominal(early))
    )
    return next(day for day in days if day >= since)


def promise_day(
    run: PaymentRun,
    today: date,
    calendar: Calendar | None = None,
    *,
    invoice_day: date | None = None,
    cut_off: int | None = None,
) -> date:
    """Return the day that a promise is proposed for: the next run after today that can pay.

    Args:
        run: The customer's rule.
        today: The day of the talk.
        calendar: As for ``next_run``.
        invoice_day: Of the newest invoice that is spoken of; None: any run can take it.
        cut_off: As for ``run_for_invoice``.
    """
    soonest = next_run(run, today + timedelta(days=1), calendar)
    if invoice_day is None:
        return soonest
    return max(soonest, run_for_invoice(run, invoice_day, cut_off, calendar))


def run_for_invoice(
    run: PaymentRun, invoice_day: date, cut_off: int | None, calendar: Calendar | None = None
) -> date:
    """Return the first run that can take an invoice.

    Args:
        run: The customer's rule.
        invoice_day: The day on which the customer has the invoice.
        cut_off: The day of the month (1 to 31; the last where it does not exist) by which an
            invoice has to be there for the runs that follow it; None: any run takes it.
        calendar: As for ``next_run``.
    """
    if cut_off is None:
        return next_run(run, invoice_day, calendar)
    cut = day_in_month(invoice_day.year, invoice_day.month, cut_off)
    if invoice_day > cut:
        following = add_months(month_start(invoice_day), 1)
        cut = day_in_month(following.year, following.month, cut_off)
    return next_run(run, cut, calendar)


# ---------------------------------------------------------------- as stored
def run_text(run: PaymentRun) -> str:
    """Return what is stored of a rule."""
    if isinstance(run, Weekly):
        return f"weekly:{_WEEKDAYS[run.weekday]}"
    if isinstance(run, Fortnightly):
        return f"fortnightly:{run.start.isoformat()}"
    return "monthly:" + ",".join(map(_day_text, run.days))


def _day_text(day: MonthDay) -> str:
    if isinstance(day, OnDate):
        return str(day.day)
    if isinstance(day, OnLast):
        return _LAST_WORKING if day.working else _LAST
    place = _LAST if day.place is None else str(day.place)
    return f"{place}_{_WEEKDAYS[day.weekday]}"


def run_of(text: str) -> PaymentRun:
    """Return the rule that is stored.

    Raises:
        ValueError: It is none.
    """
    form, _, rest = text.partition(":")
    if form == "weekly" and rest in _WEEKDAYS:
        return Weekly(_WEEKDAYS.index(rest))
    if form == "fortnightly":
        return Fortnightly(date.fromisoformat(rest))
    if form == "monthly":
        return Monthly(tuple(map(_day_of, rest.split(","))))
    raise ValueError(f"payment run {text!r}")


def _day_of(text: str) -> MonthDay:
    if text in {_LAST, _LAST_WORKING}:
        return OnLast(working=text == _LAST_WORKING)
    if _DAY.fullmatch(text):
        return OnDate(int(text))
    nth = _NTH.fullmatch(text)
    if nth is None:
        raise ValueError(f"day of a month {text!r}")
    place = None if nth[1] == _LAST else int(nth[1])
    return OnWeekday(place, _WEEKDAYS.index(nth[2]))


def stored_run(text: str) -> PaymentRun | None:
    """Return the rule of a customer's record; None where none is known or it cannot be read."""
    try:
        return run_of(text)
    except ValueError:
        return None
