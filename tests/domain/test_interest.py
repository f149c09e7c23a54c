"""Interest by segments of the balance: the worked sums of domain-rules 4.1; what always holds."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.interest import (
    Balance,
    Held,
    RateStep,
    Segment,
    StartsBecause,
    after,
    interest,
    segments,
    shares,
    statutory_rates,
    statutory_start,
)
from creditmate.domain.interest_rules import Follows, Scheme, scheme_for
from creditmate.domain.money import Money
from creditmate.domain.reference_rates import MissingRate, ReferenceRate, ReferenceRates, Series

FIRST = date(2026, 1, 1)
MOST = 800


def law(country: str = "GB") -> Scheme:
    found = scheme_for(country, FIRST)
    assert found is not None
    return found


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def by_law(minor: int, due: date, until: date, held: tuple[Held, ...] = ()) -> tuple[Segment, ...]:
    start = statutory_start(law(), due, due, public=False, fair=False).day
    rates = statutory_rates(law(), ReferenceRates(), start, until)
    assert not isinstance(rates, MissingRate)
    return segments("GBP", [Balance(due, minor)], rates, held, until)


# ---------------------------------------------------------------- worked examples
@pytest.mark.parametrize(
    ("due", "paid", "percent", "days", "minor"),
    [
        (date(2026, 6, 30), date(2026, 9, 28), "11.75", 90, 34_77),
        (date(2025, 12, 20), date(2026, 3, 1), "12.25", 71, 28_59),
    ],
)
def test_the_worked_sums_of_the_statute(
    due: date, paid: date, percent: str, days: int, minor: int
) -> None:
    (found,) = by_law(1_200_00, due, paid)
    assert (found.first, found.last) == (due + timedelta(days=1), paid)
    assert (found.percent, found.days) == (Decimal(percent), days)
    assert interest([found], "GBP") == gbp(minor)


def test_a_part_payment_cuts_the_days_and_its_own_day_counts() -> None:
    """1,200.00 for 31 days and 700.00 for 59 at 11.75 %: 11.9753 and 13.2952, together 25.27."""
    start = date(2026, 7, 1)
    balances = [Balance(date(2026, 5, 31), 1_200_00), Balance(date(2026, 8, 1), 700_00)]
    found = segments("GBP", balances, [RateStep(start, Decimal("11.75"))], (), date(2026, 9, 28))
    assert [(each.balance.minor, each.days) for each in found] == [(1_200_00, 31), (700_00, 59)]
    assert interest(found, "GBP") == gbp(25_27)
    assert shares(found) == [11_98, 13_29]  # 11.98 and 13.30 would be a penny too many


def test_a_year_has_365_days_in_a_leap_year_too() -> None:
    rates = [RateStep(date(2028, 1, 1), Decimal(12))]
    found = segments("GBP", [Balance(FIRST, 365_00)], rates, (), date(2028, 12, 31))
    assert [each.days for each in found] == [366]
    assert interest(found, "GBP") == gbp(43_92)


def test_one_percent_a_month_is_twelve_a_year_by_days() -> None:
    rates = [RateStep(date(2026, 7, 1), Decimal(12))]
    found = segments("GBP", [Balance(FIRST, 1_000_00)], rates, (), date(2026, 7, 30))
    assert interest(found, "GBP") == gbp(9_86)  # thirty days: 1,000.00 x 12 % x 30 / 365


def test_breathing_space_is_left_out_day_by_day() -> None:
    held = (Held(date(2026, 7, 11), date(2026, 7, 20)), Held(date(2026, 7, 15), date(2026, 7, 25)))
    found = by_law(1_200_00, date(2026, 6, 30), date(2026, 7, 30), held)
    assert sum(each.days for each in found if each.held) == 15
    assert sum(each.days for each in found if not each.held) == 15
    assert interest(found, "GBP") == gbp(5_79)


def test_days_after_the_debt_is_gone_are_no_segment() -> None:
    balances = [Balance(FIRST, 100_00), Balance(date(2026, 2, 1), 0), Balance(date(2026, 3, 1), 50)]
    rates = [RateStep(FIRST, Decimal(8))]
    found = segments("GBP", balances, rates, (), date(2026, 3, 2))
    assert [(each.first, each.last) for each in found] == [
        (FIRST, date(2026, 1, 31)), (date(2026, 3, 1), date(2026, 3, 2)),
    ]  # fmt: skip


def test_a_rate_below_nothing_earns_nothing() -> None:
    found = segments("EUR", [Balance(FIRST, 100_00)], [RateStep(FIRST, Decimal(-1))], (), FIRST)
    assert interest(found, "EUR") == Money(0, "EUR")


# ---------------------------------------------------------------- when it starts
def test_where_no_day_was_agreed_thirty_days_begin_with_the_notice() -> None:
    found = statutory_start(law(), date(2025, 12, 1), None, public=False, fair=False)
    assert (found.day, found.because) == (date(2025, 12, 31), StartsBecause.NONE_AGREED)


@pytest.mark.parametrize("country", ["IE", "DE", "FR"])
def test_the_directives_periods_begin_the_day_after_the_invoice(country: str) -> None:
    """Thirty days after 1 Dec end on 31 Dec; sixty end on 30 Jan, as "net 60" does."""
    noticed = date(2025, 12, 1)
    none = statutory_start(law(country), noticed, None, public=False, fair=False)
    assert (none.day, none.because) == (date(2026, 1, 1), StartsBecause.NONE_AGREED)
    net_60 = date(2026, 1, 30)
    found = statutory_start(law(country), noticed, net_60, public=False, fair=False)
    assert (found.day, found.because) == (date(2026, 1, 31), StartsBecause.AGREED)
    longer = statutory_start(
        law(country), noticed, net_60 + timedelta(days=1), public=False, fair=False
    )
    assert (longer.day, longer.because) == (date(2026, 1, 31), StartsBecause.TOO_LONG)


def test_an_agreed_day_starts_it_the_day_after() -> None:
    found = statutory_start(law(), date(2025, 12, 1), date(2025, 12, 31), public=False, fair=False)
    assert (found.day, found.because) == (date(2026, 1, 1), StartsBecause.AGREED)


@pytest.mark.parametrize(
    ("days", "public", "fair", "starts_after"),
    [
        (59, False, False, 60),  # the sixtieth day
        (60, False, False, 60),
        (90, False, False, 60),
        (90, False, True, 91),
        (29, True, False, 30),
        (45, True, True, 30),  # a public body has no longer time by agreement
    ],
)
def test_longer_than_the_law_allows_does_not_push_the_start_back(
    days: int, public: bool, fair: bool, starts_after: int
) -> None:
    agreed = FIRST + timedelta(days=days)
    found = statutory_start(law(), FIRST, agreed, public=public, fair=fair)
    assert found.day == FIRST + timedelta(days=starts_after)
    assert (found.because is StartsBecause.TOO_LONG) == (found.day <= agreed)


# ---------------------------------------------------------------- which rate
def test_the_statute_keeps_the_rate_of_the_day_it_starts() -> None:
    found = statutory_rates(law(), ReferenceRates(), date(2025, 6, 30), date(2026, 12, 31))
    assert not isinstance(found, MissingRate)
    assert [(step.day, step.percent) for step in found] == [(date(2025, 6, 30), Decimal("12.75"))]


def test_the_directive_follows_each_half_year() -> None:
    assert law("IE").follows is Follows.EACH_HALF
    found = statutory_rates(law("IE"), ReferenceRates(), date(2026, 5, 4), date(2026, 7, 1))
    assert not isinstance(found, MissingRate)
    assert [(step.day, step.percent) for step in found] == [
        (date(2026, 5, 4), Decimal("10.15")), (date(2026, 7, 1), Decimal("10.40")),
    ]  # fmt: skip


def test_a_half_without_a_rate_is_told() -> None:
    found = statutory_rates(law(), ReferenceRates(), date(2027, 1, 1), date(2027, 1, 1))
    assert found == MissingRate(Series.BANK_OF_ENGLAND, date(2027, 1, 1))
    own = ReferenceRate(
        Series.BANK_OF_ENGLAND, date(2027, 1, 1), Decimal("3.5"), "Bank of England", checked=True
    )
    known = statutory_rates(law(), ReferenceRates([own]), date(2027, 2, 1), date(2027, 2, 1))
    assert known == (RateStep(date(2027, 2, 1), Decimal("11.5"), own),)


# ---------------------------------------------------------------- what always holds
days_of = st.integers(0, MOST).map(lambda number: FIRST + timedelta(days=number))
held_spans = st.lists(st.builds(Held, days_of, days_of), max_size=3)
balance_steps = st.dictionaries(days_of, st.integers(0, 10**9), max_size=5).map(
    lambda found: [Balance(day, found[day]) for day in sorted(found)]
)
percents = st.decimals(-2, 30, places=2)
rate_steps = st.dictionaries(days_of, percents, min_size=1, max_size=3).map(
    lambda found: [RateStep(day, found[day]) for day in sorted(found)]
)


@given(balance_steps, rate_steps, held_spans, days_of, days_of)
def test_never_negative_monotone_and_additive(
    balances: list[Balance],
    rates: list[RateStep],
    held: list[Held],
    one: date,
    other: date,
) -> None:
    first, last = min(one, other), max(one, other)
    if first < rates[0].day:
        return
    whole = segments("GBP", balances, rates, held, last)
    early = segments("GBP", balances, rates, held, first)
    late = after(whole, first)
    assert sum(each.exact for each in early) + sum(each.exact for each in late) == sum(
        each.exact for each in whole
    )
    assert gbp(0) <= interest(early, "GBP") <= interest(whole, "GBP")
    assert interest(whole, "GBP", first) == interest(early, "GBP")
    assert sum(shares(whole)) == interest(whole, "GBP").minor
    for each in whole:
        assert each.days >= 1
        assert each.exact >= 0


@given(balance_steps, rate_steps, held_spans, days_of)
def test_it_is_the_sum_of_its_days_without_the_held_ones(
    balances: list[Balance], rates: list[RateStep], held: list[Held], until: date
) -> None:
    """A plain sum day by day, written another way, gives the same; held days give nothing."""
    if until < rates[0].day:
        return
    minor, percent, summed = 0, Decimal(0), Decimal(0)
    owed = {step.day: step.minor for step in balances}
    changed = {step.day: step.percent for step in rates}
    day = FIRST
    while day <= until:
        minor, percent = owed.get(day, minor), changed.get(day, percent)
        still = any(span.first <= day <= span.last for span in held)
        if not still and percent > 0:
            summed += minor * percent
        day += timedelta(days=1)
    whole = segments("GBP", balances, rates, held, until)
    assert sum(each.exact for each in whole) * 36500 == summed


@given(balance_steps, rate_steps)
def test_two_halves_of_a_debt_earn_what_the_whole_earns(
    balances: list[Balance], rates: list[RateStep]
) -> None:
    until = FIRST + timedelta(days=MOST)
    half = segments("GBP", balances, rates, (), until)
    twice = [Balance(step.day, 2 * step.minor) for step in balances]
    whole = segments("GBP", twice, rates, (), until)
    assert 2 * sum(each.exact for each in half) == sum(each.exact for each in whole)
