"""The rhythm that is proposed for a plan: the days on which the customer pays anyway."""

from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import add_months, month_start
from creditmate.domain.pay_cycles import PayCycle, pay_cycle
from creditmate.domain.payment_runs import PaymentRun, Weekly, run_of
from creditmate.domain.plan_schedule import meant_days
from creditmate.domain.plan_terms import Every, PlanTerms

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("run", "cycle"),
    [
        ("weekly:thu", PayCycle(Every.WEEK, date(2026, 11, 26))),
        ("weekly:mon", PayCycle(Every.WEEK, date(2026, 11, 30))),
        ("fortnightly:2026-01-02", PayCycle(Every.TWO_WEEKS, date(2026, 12, 4))),
        ("monthly:25", PayCycle(Every.MONTH, date(2026, 11, 25), (25,))),
        ("monthly:23", PayCycle(Every.MONTH, date(2026, 12, 23), (23,))),
        ("monthly:last", PayCycle(Every.MONTH, date(2026, 11, 30), (31,))),
        ("monthly:last_working", PayCycle(Every.MONTH, date(2026, 11, 30), (31,))),
        ("monthly:1,15", PayCycle(Every.TWICE_A_MONTH, date(2026, 12, 1), (1, 15))),
        ("monthly:15,last", PayCycle(Every.TWICE_A_MONTH, date(2026, 11, 30), (15, 31))),
        ("monthly:2_tue", PayCycle(Every.MONTH, date(2026, 12, 8))),
        ("monthly:1,10,20", PayCycle(Every.MONTH, date(2026, 12, 1))),
        ("monthly:31,last", PayCycle(Every.MONTH, date(2026, 11, 30))),
    ],
)
def test_the_cycle_of_a_run(run: str, cycle: PayCycle) -> None:
    assert pay_cycle(run_of(run), MONDAY) == cycle


def runs_of(run: PaymentRun, since: date, count: int) -> list[date]:
    """The days of a rule, worked or not."""
    if not hasattr(run, "days"):
        return list(islice(run.nominal(since), count))
    months = [add_months(month_start(since), place) for place in range(count + 2)]
    days = sorted({day.within(month) for month in months for day in run.days})
    return [day for day in days if day >= since][:count]


texts = st.one_of(
    st.sampled_from(["weekly:mon", "weekly:sun", "fortnightly:2026-01-02", "monthly:last"]),
    st.integers(1, 31).map("monthly:{}".format),
    st.lists(st.integers(1, 27), min_size=2, max_size=2, unique=True).map(
        lambda days: "monthly:{},{}".format(*days)
    ),
)


@given(texts, st.dates(date(2024, 1, 1), date(2030, 1, 1)), st.integers(1, 24))
def test_a_plan_agreed_as_proposed_has_the_days_of_their_run(
    text: str, today: date, parts: int
) -> None:
    cycle = pay_cycle(run_of(text), today)
    days = cycle.days_of(cycle.every, cycle.first)
    terms = PlanTerms(every=cycle.every, first=cycle.first, parts=parts, days=days)
    since = today + timedelta(days=1)
    assert meant_days(terms, parts, today) == runs_of(run_of(text), since, parts)


def test_the_days_of_the_month_belong_to_the_first_day_that_was_proposed() -> None:
    cycle = pay_cycle(run_of("monthly:last"), MONDAY)
    assert cycle.days_of(Every.MONTH, cycle.first) == (31,)
    assert cycle.days_of(Every.MONTH, MONDAY) == cycle.days_of(Every.WEEK, cycle.first) == ()
    assert pay_cycle(Weekly(0), MONDAY).days_of(Every.WEEK, None) == ()
