"""Every worked date of domain-rules 4.5."""

from datetime import date

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
