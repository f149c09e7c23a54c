"""Terms tried on invoices of a few days."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import Calendar, month_end
from creditmate.domain.due_rules import (
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    MonthEnd,
    Net,
    OnDay,
)
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import Discount, PaymentTerms, Shift
from creditmate.domain.worked_terms import example_days, examples, other_reading, worked
from tests.domain.test_payment_terms_rules import SINGLE

NOVEMBER = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        (Net(30), ("2026-11-22", "2026-11-30", "2026-12-01")),
        (MonthEnd(), ("2026-11-22", "2026-11-30", "2026-12-01")),
        (DayOfNextMonth(20), ("2026-11-22", "2026-11-30", "2026-12-01")),
        (DayOfNextMonth(20, 25), ("2026-11-22", "2026-11-25", "2026-11-26", "2026-11-30")),
        (DayOfNextMonth(20, 12), ("2026-11-22", "2026-11-30", "2026-12-12", "2026-12-13")),
        (DayOfNextMonth(20, 31), ("2026-11-22", "2026-11-30", "2026-12-01")),
        (DayOfNextMonth(20, -3), ("2026-11-22", "2026-11-27", "2026-11-28", "2026-11-30")),
        (OnDay(19), ("2026-11-22", "2026-11-30", "2026-12-19", "2026-12-20")),
        (OnDay(22), ("2026-11-22", "2026-11-23", "2026-11-30")),
    ],
)
def test_examples_lie_where_a_rule_jumps(rule: DueRule, days: tuple[str, ...]) -> None:
    assert tuple(day.isoformat() for day in example_days(rule, NOVEMBER)) == days


@given(SINGLE, st.dates(date(2000, 1, 1), date(2060, 1, 1)))
def test_examples_are_today_and_later_and_the_month_s_end_among_them(
    rule: DueRule, today: date
) -> None:
    days = example_days(rule, today)
    assert days[0] == today
    assert month_end(today) in days
    assert 2 <= len(days) <= 4  # two on the last day of a month
    assert days == tuple(sorted(set(days)))
    assert days[-1] <= today + timedelta(days=63)


def test_a_jump_is_between_two_examples() -> None:
    first, second = (DayOfNextMonth(20, 25).due(date(2026, 6, day)) for day in (25, 26))
    assert (first, second) == (date(2026, 7, 20), date(2026, 8, 20))
    assert {date(2026, 6, 25), date(2026, 6, 26)} <= set(
        example_days(DayOfNextMonth(20, 25), date(2026, 6, 1))
    )


@pytest.mark.parametrize(
    ("currency", "minor"), [("GBP", 100_000), ("JPY", 1_000), ("KWD", 1_000_000)]
)
def test_examples_are_of_a_thousand(currency: str, minor: int) -> None:
    found = examples(PaymentTerms(Net(30)), NOVEMBER, currency)
    assert [one.day for one in found] == list(example_days(Net(30), NOVEMBER))
    assert {part.amount for one in found for part in one.parts} == {Money(minor, currency)}


def test_each_reading_of_end_of_month_has_the_other() -> None:
    assert other_reading(DaysAfterMonthEnd(30)) == DaysThenMonthEnd(30)
    assert other_reading(DaysThenMonthEnd(30)) == DaysAfterMonthEnd(30)
    assert other_reading(Net(30)) is None


def test_what_terms_come_to() -> None:
    terms = PaymentTerms(Net(30), Discount(Decimal(2), 10), Shift.NEXT)
    found = worked(terms, date(2026, 1, 15), Money(123_456, "GBP"), Calendar())
    assert found.day == date(2026, 1, 15)
    [part] = found.parts
    assert (part.day, part.shifted_day) == (date(2026, 2, 14), date(2026, 2, 16))
    assert found.offer is not None
    assert (found.offer.day, found.offer.amount) == (date(2026, 1, 25), Money(2_469, "GBP"))
    assert found.offer.yearly_cost == Decimal("0.3724")
