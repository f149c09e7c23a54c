"""Payment terms tried on invoices of a few days, so that it is seen what they come to."""

from dataclasses import dataclass
from datetime import date

from creditmate.domain.currencies import exponent
from creditmate.domain.dates import ONE_DAY, Calendar, add_months, day_in_month, month_end
from creditmate.domain.due_rules import (
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    OnDay,
)
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import (
    DiscountOffer,
    DuePart,
    PaymentTerms,
    discount_offer,
    due_parts,
)

_EXAMPLE = 1_000
"""Of the currency: so that amounts are seen as percents too."""


@dataclass(frozen=True, slots=True)
class WorkedTerms:
    """What terms come to for an invoice of ``day``: its parts, and what paying early earns."""

    day: date
    parts: tuple[DuePart, ...]
    offer: DiscountOffer | None


def worked(
    terms: PaymentTerms, day: date, amount: Money, calendar: Calendar | None = None
) -> WorkedTerms:
    """Return what terms come to for an invoice of a day and an amount.

    Args:
        terms: Any.
        day: The invoice's.
        amount: The invoice's, tax included.
        calendar: The working days that count; Monday to Friday without one.
    """
    parts = due_parts(terms, day, amount, calendar)
    return WorkedTerms(day, parts, discount_offer(terms, day, amount))


def example_days(rule: DueRule, today: date) -> tuple[date, ...]:
    """Return days on which invoices show what a rule does: three or four, from ``today`` on.

    Today; the last day of the month; and where the rule jumps, the day before and the day after
    that: the cut-off, the day of the month that is named, else the month's end.
    """
    end = month_end(today)
    edge = _edge(rule, today) or end
    return tuple(sorted({today, end, edge, edge + ONE_DAY}))


def examples(
    terms: PaymentTerms, today: date, currency: str, calendar: Calendar | None = None
) -> tuple[WorkedTerms, ...]:
    """Return what terms come to on their ``example_days``, for invoices of 1,000 in a currency."""
    amount = Money(_EXAMPLE * 10 ** exponent(currency), currency)
    return tuple(worked(terms, day, amount, calendar) for day in example_days(terms.rule, today))


def other_reading(rule: DueRule) -> DueRule | None:
    """Return the other rule that "so many days end of month" may mean; None for other rules."""
    match rule:
        case DaysAfterMonthEnd(days=days):
            return DaysThenMonthEnd(days)
        case DaysThenMonthEnd(days=days):
            return DaysAfterMonthEnd(days)
        case _:
            return None


def _edge(rule: DueRule, today: date) -> date | None:
    """The next day, today or later, after which an invoice is due a month later."""
    match rule:
        case DayOfNextMonth(cut_off=int(cut_off)):
            this, following = (_cut(cut_off, add_months(today, ahead)) for ahead in (0, 1))
        case OnDay(day_of_month=day):
            this, following = (_in_month(day, add_months(today, ahead)) for ahead in (0, 1))
        case _:
            return None
    return this if this >= today else following


def _cut(cut_off: int, day: date) -> date:
    """The last day of a day's month on which the cut-off is not missed."""
    end = month_end(day)
    return end.replace(day=end.day + cut_off) if cut_off < 0 else _in_month(cut_off, day)


def _in_month(day_of_month: int, day: date) -> date:
    return day_in_month(day.year, day.month, day_of_month)
