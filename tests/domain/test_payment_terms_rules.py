"""Every worked date of domain-rules 4.5."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Form,
    Instalment,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
    Prepaid,
)

INVOICED = ("2026-01-15", "2026-01-31", "2026-02-28", "2026-12-31", "2028-01-31")
TABLE: list[tuple[DueRule, tuple[str, ...]]] = [
    (OnReceipt(), INVOICED),
    (CashOnDelivery(), INVOICED),
    (Prepaid(), INVOICED),
    (Net(30), ("2026-02-14", "2026-03-02", "2026-03-30", "2027-01-30", "2028-03-01")),
    (MonthEnd(), ("2026-01-31", "2026-01-31", "2026-02-28", "2026-12-31", "2028-01-31")),
    (MonthEnd(1), ("2026-02-28", "2026-02-28", "2026-03-31", "2027-01-31", "2028-02-29")),
    (
        DaysAfterMonthEnd(30),
        ("2026-03-02", "2026-03-02", "2026-03-30", "2027-01-30", "2028-03-01"),
    ),
    (
        DaysThenMonthEnd(30),
        ("2026-02-28", "2026-03-31", "2026-03-31", "2027-01-31", "2028-03-31"),
    ),
    (DayOfNextMonth(20), ("2026-02-20", "2026-02-20", "2026-03-20", "2027-01-20", "2028-02-20")),
    (DayOfNextMonth(30), ("2026-02-28", "2026-02-28", "2026-03-30", "2027-01-30", "2028-02-29")),
]
WORKED = [
    (rule, invoiced, due)
    for rule, row in TABLE
    for invoiced, due in zip(INVOICED, row, strict=True)
]
EXAMPLES: list[tuple[DueRule, str, str]] = [
    # 45 days end of month, lawful both ways in France
    (DaysAfterMonthEnd(45), "2026-01-15", "2026-03-17"),
    (DaysThenMonthEnd(45), "2026-01-15", "2026-03-31"),
    (DaysAfterMonthEnd(45), "2026-03-10", "2026-05-15"),
    (DaysThenMonthEnd(45), "2026-03-10", "2026-04-30"),
    # proximo with cut-off
    (DayOfNextMonth(20, cut_off=25), "2026-06-25", "2026-07-20"),
    (DayOfNextMonth(20, cut_off=25), "2026-06-26", "2026-08-20"),
    # Zuora
    (DayOfNextMonth(20, cut_off=12), "2026-08-10", "2026-09-20"),
    (DayOfNextMonth(20, cut_off=12), "2026-08-15", "2026-10-20"),
    (DayOfNextMonth(30, cut_off=5), "2026-01-01", "2026-02-28"),
    # GnuCash: -3 in a February of 28 days is the 25th, in a leap year the 26th
    (DayOfNextMonth(20, cut_off=-3), "2026-02-25", "2026-03-20"),
    (DayOfNextMonth(20, cut_off=-3), "2026-02-26", "2026-04-20"),
    (DayOfNextMonth(20, cut_off=-3), "2028-02-26", "2028-03-20"),
    (DayOfNextMonth(20, cut_off=-3), "2026-12-29", "2027-02-20"),
    (DayOfNextMonth(20, cut_off=31), "2026-04-30", "2026-05-20"),
    # MYOB
    (OnDay(19), "2026-04-20", "2026-05-19"),
    (OnDay(19), "2026-04-19", "2026-04-19"),
    (OnDay(31), "2026-04-30", "2026-04-30"),
    (OnDay(30), "2026-02-10", "2026-02-28"),
    (OnDay(1), "2026-12-31", "2027-01-01"),
    (OnDay(30), "2026-01-31", "2026-02-28"),
    (Instalments((Instalment(30), Instalment(60))), "2026-01-15", "2026-03-16"),
]


@pytest.mark.parametrize(("rule", "invoiced", "due"), WORKED + EXAMPLES)
def test_worked_dates(rule: DueRule, invoiced: str, due: str) -> None:
    assert rule.due(date.fromisoformat(invoiced)) == date.fromisoformat(due)


def test_every_form_has_a_worked_date() -> None:
    assert {rule.form for rule, _, _ in WORKED + EXAMPLES} == set(Form)


def refused() -> list[tuple[type[DueRule], tuple[object, ...], str]]:
    return [
        (Net, (-1,), "days is -1"),
        (Net, (3661,), "days is 3661"),
        (Net, (True,), "days is True"),
        (Net, (30.0,), r"days is 30\.0"),
        (Net, ("30",), "days is '30'"),
        (MonthEnd, (-1,), "months is -1"),
        (DaysAfterMonthEnd, (0,), "days is 0"),
        (DaysThenMonthEnd, (0,), "days is 0"),
        (DayOfNextMonth, (0,), "day of month is 0"),
        (DayOfNextMonth, (32,), "day of month is 32"),
        (DayOfNextMonth, (20, 0), "cut-off of 0"),
        (DayOfNextMonth, (20, -28), "cut-off is -28"),
        (DayOfNextMonth, (20, 32), "cut-off is 32"),
        (OnDay, (0,), "day of month is 0"),
        (Instalments, ((),), "number of instalments is 0"),
        (Instalments, ((Instalment(30),),), "number of instalments is 1"),
        (Instalments, ((Instalment(30), Instalment(30)),), "not each later"),
        (Instalments, ((Instalment(60), Instalment(30)),), "not each later"),
    ]


@pytest.mark.parametrize(("rule", "values", "reason"), refused())
def test_nonsense_is_refused(rule: type[DueRule], values: tuple[object, ...], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        rule(*values)  # type: ignore[arg-type]


@pytest.mark.parametrize(("days", "share"), [(-1, 1), (30, 0), (30, True)])
def test_nonsense_instalments_are_refused(days: int, share: int) -> None:
    with pytest.raises(ValueError, match="not a whole number"):
        Instalment(days, share)


@given(st.integers(1, 31), st.integers(1, 31), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_cut_off_moves_the_due_day_one_month_or_not(day: int, cut: int, invoiced: date) -> None:
    plain = DayOfNextMonth(day).due(invoiced)
    cut_off = DayOfNextMonth(day, cut).due(invoiced)
    assert (cut_off > plain) == (invoiced.day > cut)


SINGLE: st.SearchStrategy[DueRule] = st.one_of(
    st.sampled_from([OnReceipt(), CashOnDelivery(), Prepaid()]),
    st.builds(Net, st.integers(0, 400)),
    st.builds(MonthEnd, st.integers(0, 12)),
    st.builds(DaysAfterMonthEnd, st.integers(1, 400)),
    st.builds(DaysThenMonthEnd, st.integers(1, 400)),
    st.builds(
        DayOfNextMonth, st.integers(1, 31), st.none() | st.integers(1, 31) | st.integers(-27, -1)
    ),
    st.builds(OnDay, st.integers(1, 31)),
    st.builds(
        lambda days: Instalments(tuple(Instalment(day) for day in sorted(days))),
        st.sets(st.integers(0, 400), min_size=2, max_size=6),
    ),
)
INVOICE_DAYS = st.dates(date(1990, 1, 1), date(2100, 1, 1))


@given(SINGLE, INVOICE_DAYS)
def test_no_invoice_is_due_before_its_day(rule: DueRule, invoiced: date) -> None:
    assert rule.due(invoiced) >= invoiced


@given(SINGLE, INVOICE_DAYS, st.integers(0, 70))
def test_a_later_invoice_is_never_due_earlier(rule: DueRule, invoiced: date, later: int) -> None:
    assert rule.due(invoiced) <= rule.due(invoiced + timedelta(days=later))


def test_proximo_is_monotone_across_every_cut_off_and_month_of_leap_and_common_years() -> None:
    """The first of a month is before any cut-off, so no month reaches behind the one before it.

    That is why a cut-off is counted back by 27 days at most: by 28, a February of 28 days would
    have no day at all on which the next month can be reached.
    """
    days = [date(2026, 12, 1) + timedelta(days=place) for place in range(3 * 366)]
    for cut_off in (*range(-27, 0), *range(1, 32)):
        for day_of_month in (1, 20, 28, 31):
            due = [DayOfNextMonth(day_of_month, cut_off).due(day) for day in days]
            assert due == sorted(due)
            firsts = [day for day in days if day.day == 1]
            plain = DayOfNextMonth(day_of_month)
            assert all(
                DayOfNextMonth(day_of_month, cut_off).due(first) == plain.due(first)
                for first in firsts
            )


@given(st.integers(0, 400), INVOICE_DAYS)
def test_only_days_from_the_invoice_keep_the_distance(days: int, invoiced: date) -> None:
    tomorrow = invoiced + timedelta(days=1)
    assert Net(days).due(tomorrow) - Net(days).due(invoiced) == timedelta(days=1)


def test_what_is_not_monotone() -> None:
    """One reading of "30 days end of month" is not always the later, nor is a later N."""
    late, early = date(2026, 1, 31), date(2026, 1, 15)
    assert DaysAfterMonthEnd(30).due(early) > DaysThenMonthEnd(30).due(early)
    assert DaysAfterMonthEnd(30).due(late) < DaysThenMonthEnd(30).due(late)
    # a higher day of the month is not always a later day: the 21st comes before the next 19th
    on_the_20th = date(2026, 4, 20)
    assert OnDay(21).due(on_the_20th) < OnDay(19).due(on_the_20th)
    # the credit given shrinks by a day for each day of the month, and jumps at its end
    assert MonthEnd(1).due(date(2026, 2, 1)) - date(2026, 2, 1) > timedelta(days=31)
    assert MonthEnd(1).due(late) - late == timedelta(days=28)
