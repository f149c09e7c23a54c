"""A debt cut in parts on the customer's own pay cycle: nothing is rounded away.

Parts are equal, and what does not go up stands on the last: 1,000.00 in three is 333.33, 333.33 and
333.34. A day that is not worked is moved to the next one that is, in the customer's calendar, and
so it is printed. Source: domain-rules 4.11; mock-up paper-09.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from creditmate.domain.dates import Calendar, add_months, day_in_month, month_start
from creditmate.domain.money import Money
from creditmate.domain.plan_refusals import PlanWhy, plan_refused
from creditmate.domain.plan_terms import Every, PlanTerms

MOST_PARTS = 120
_FURTHEST = timedelta(days=3_653)  # ten years
_LAST_FIRST = date(9900, 1, 1)
_STEPS = {Every.WEEK: 7, Every.TWO_WEEKS: 14, Every.FOUR_WEEKS: 28}
_LAST_DAY = 31
_HALF_MONTH = 15
_MOST_CURE = 30
"""The days count twice, and no more than sixty are kept."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a plan: on ``day`` or before; ``meant`` is the day before it was moved.

    ``cure_day`` is the last day on which it may come without the plan being in default, ``left``
    what is owed of the plan after it.
    """

    place: int
    day: date
    cure_day: date
    amount: Money
    left: Money
    meant: date

    @property
    def is_moved(self) -> bool:
        """Whether the day that was meant is not worked."""
        return self.day != self.meant


def cut(whole: Money, terms: PlanTerms) -> list[Money]:
    """Return the parts' amounts, the down payment before them.

    Raises:
        UserError: ``PLAN_REFUSED``: they are too many or too small, or it is not said how many.
    """
    down = terms.down or Money(0, whole.currency)
    if down.currency != whole.currency:
        raise plan_refused(PlanWhy.OTHER_CURRENCY, currency=down.currency)
    if down.minor < 0 or down >= whole:
        raise plan_refused(PlanWhy.DOWN_TOO_MUCH)
    rest = whole - down
    parts = [Money(minor, whole.currency) for minor in _equal(rest.minor, _count(rest, terms))]
    if terms.each is not None:
        parts = _of_each(rest, terms.each)
    return [down, *parts] if down else parts


def _count(rest: Money, terms: PlanTerms) -> int:
    if terms.each is not None and terms.each.currency != rest.currency:
        raise plan_refused(PlanWhy.OTHER_CURRENCY, currency=terms.each.currency)
    said = [terms.parts is not None, terms.each is not None, bool(terms.dates)]
    if sum(said) != 1 or bool(terms.dates) is not (terms.every is Every.DATES):
        raise plan_refused(PlanWhy.HOW_CUT)
    if terms.each is not None and terms.each.minor <= 0:
        raise plan_refused(PlanWhy.PART_TOO_SMALL)
    count = len(terms.dates) or terms.parts or 0
    if terms.each is not None:
        count = -(-rest.minor // terms.each.minor)
    if count < 1:
        raise plan_refused(PlanWhy.HOW_CUT)
    if count > MOST_PARTS:
        raise plan_refused(PlanWhy.TOO_MANY_PARTS, most=MOST_PARTS)
    if rest.minor < count:
        raise plan_refused(PlanWhy.PART_TOO_SMALL)
    return count


def _equal(minor: int, count: int) -> list[int]:
    each = minor // count
    return [*[each] * (count - 1), minor - each * (count - 1)]


def _of_each(rest: Money, each: Money) -> list[Money]:
    full, last = divmod(rest.minor, each.minor)
    found = [each] * full
    return [*found, Money(last, rest.currency)] if last else found


def meant_days(terms: PlanTerms, count: int, today: date) -> list[date]:
    """Return the days of so many parts as the rhythm has them, worked or not.

    Args:
        terms: With ``days`` of the month the first part is on the first of them not before
            ``first``.
        count: How many parts, the down payment among them.
        today: No part is before it.

    Raises:
        UserError: ``PLAN_REFUSED``: no first day is said, it has passed, or days do not fit.
    """
    before = [] if terms.down is None or not terms.down else [terms.down_by or today]
    found = [*before, *_days(terms, count - len(before))]
    if found[0] < today:
        raise plan_refused(PlanWhy.FIRST_PAST, day=found[0], today=today)
    if found[-1] > today + _FURTHEST:
        raise plan_refused(PlanWhy.TOO_FAR, day=found[-1])
    if found != sorted(set(found)):
        raise plan_refused(PlanWhy.DATES_TURNED)
    return found


def _days(terms: PlanTerms, count: int) -> list[date]:
    if terms.every is Every.DATES:
        return list(terms.dates)
    if terms.first is None:
        raise plan_refused(PlanWhy.NO_FIRST)
    if terms.first > _LAST_FIRST:
        raise plan_refused(PlanWhy.TOO_FAR, day=terms.first)
    if terms.every in _STEPS:
        step = timedelta(days=_STEPS[terms.every])
        return [terms.first + step * place for place in range(count)]
    days = _in_month(terms, terms.first)
    run = _month_days(terms.first, days)
    return [next(run) for _ in range(count)]


def _in_month(terms: PlanTerms, first: date) -> tuple[int, ...]:
    """The days of the month that count: those that were said, else the first part's."""
    wanted = 1 if terms.every is Every.MONTH else 2
    days = terms.days
    if not days and wanted == 1:
        days = (first.day,)
    elif not days:
        other = first.day + (_HALF_MONTH if first.day <= _HALF_MONTH else -_HALF_MONTH)
        days = (first.day, other)
    if len(set(days)) != wanted or not all(1 <= day <= _LAST_DAY for day in days):
        raise plan_refused(PlanWhy.DAYS_OF_MONTH)
    return tuple(sorted(days))


def _month_days(first: date, days: tuple[int, ...]) -> Iterator[date]:
    month = month_start(first)
    while True:
        for day in sorted({day_in_month(month.year, month.month, one) for one in days}):
            if day >= first:
                yield day
        month = add_months(month, 1)


def schedule(whole: Money, terms: PlanTerms, today: date, calendar: Calendar) -> tuple[Part, ...]:
    """Return the parts of a debt, in order.

    Args:
        whole: What is owed, above zero.
        terms: How it is cut, and when.
        today: The plan's day.
        calendar: The customer's working days, up to the last part.

    Raises:
        UserError: ``PLAN_REFUSED``.
    """
    if not 0 <= terms.cure_days <= _MOST_CURE:
        raise plan_refused(PlanWhy.CURE_DAYS, most=_MOST_CURE)
    amounts = cut(whole, terms)
    found, left = list[Part](), whole
    for place, meant in enumerate(meant_days(terms, len(amounts), today)):
        left -= amounts[place]
        day = calendar.next_working(meant)
        cure = max(calendar.next_working(cure_day(day, terms.cure_days)), day)
        found.append(Part(place + 1, day, cure, amounts[place], left, meant))
    return tuple(found)


def cure_day(day: date, cure_days: int) -> date:
    """Return the day until which a part may come: the days until we write, and again after.

    Who writes later gives them longer, and without a letter no plan ends.
    """
    return day + timedelta(days=2 * cure_days)
