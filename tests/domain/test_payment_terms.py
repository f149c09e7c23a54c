import json
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.dates import Calendar
from creditmate.domain.due_rules import (
    CashOnDelivery,
    DayOfNextMonth,
    DaysAfterMonthEnd,
    DaysThenMonthEnd,
    DueRule,
    Instalment,
    Instalments,
    MonthEnd,
    Net,
    OnDay,
    OnReceipt,
    Prepaid,
)
from creditmate.domain.money import Money
from creditmate.domain.payment_terms import (
    Discount,
    DuePart,
    PaymentTerms,
    Shift,
    discount_offer,
    due_parts,
    from_parameters,
)

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
AMOUNTS = st.integers(-(10**12), 10**12).map(lambda minor: Money(minor, "GBP"))
COUNTS = st.integers(1, 400)
INSTALMENTS = st.builds(
    lambda days, shares: Instalments(
        tuple(Instalment(day, share) for day, share in zip(sorted(days), shares, strict=False))
    ),
    st.sets(st.integers(0, 400), min_size=2, max_size=12),
    st.lists(st.integers(1, 1000), min_size=12, max_size=12),
)
SINGLE: st.SearchStrategy[DueRule] = st.one_of(
    st.sampled_from([OnReceipt(), CashOnDelivery(), Prepaid()]),
    st.builds(Net, st.integers(0, 400)),
    st.builds(MonthEnd, st.integers(0, 12)),
    st.builds(DaysAfterMonthEnd, COUNTS),
    st.builds(DaysThenMonthEnd, COUNTS),
    st.builds(
        DayOfNextMonth,
        st.integers(1, 31),
        st.none() | st.integers(1, 31) | st.integers(-27, -1),
    ),
    st.builds(OnDay, st.integers(1, 31)),
)
DISCOUNTS = st.builds(
    Discount,
    st.decimals("0.0001", "99.9999", places=4).filter(bool),
    st.integers(0, 60),
)
TERMS: st.SearchStrategy[PaymentTerms] = st.one_of(
    st.builds(PaymentTerms, SINGLE, st.none() | DISCOUNTS, st.sampled_from(Shift)),
    st.builds(PaymentTerms, INSTALMENTS, st.none(), st.sampled_from(Shift)),
)
CALENDARS = st.builds(
    Calendar, st.frozensets(st.integers(0, 6), max_size=6), st.frozensets(DAYS, max_size=20)
)


def pounds(*minor: int) -> list[Money]:
    return [Money(each, "GBP") for each in minor]


def test_one_part_without_shift() -> None:
    parts = due_parts(PaymentTerms(Net(30)), date(2026, 1, 15), Money(100, "GBP"))
    saturday = date(2026, 2, 14)
    assert parts == (DuePart(saturday, saturday, Money(100, "GBP")),)


@pytest.mark.parametrize(
    ("shift", "shifted"),
    [
        (Shift.NONE, date(2026, 2, 14)),
        (Shift.NEXT, date(2026, 2, 17)),  # Monday is a holiday here
        (Shift.PREVIOUS, date(2026, 2, 13)),
    ],
)
def test_both_days_are_given(shift: Shift, shifted: date) -> None:
    calendar = Calendar(holidays=frozenset({date(2026, 2, 16)}))
    terms = PaymentTerms(Net(30), shift=shift)
    [part] = due_parts(terms, date(2026, 1, 15), Money(100, "GBP"), calendar)
    assert (part.day, part.shifted_day) == (date(2026, 2, 14), shifted)


def test_an_earlier_worked_day_is_never_before_the_invoice() -> None:
    terms = PaymentTerms(OnReceipt(), shift=Shift.PREVIOUS)
    [part] = due_parts(terms, date(2026, 2, 14), Money(100, "GBP"))
    assert (part.day, part.shifted_day) == (date(2026, 2, 14), date(2026, 2, 16))


def test_30_60_90_has_the_odd_penny_on_the_last() -> None:
    thirds = Instalments((Instalment(30), Instalment(60), Instalment(90)))
    parts = due_parts(PaymentTerms(thirds), date(2026, 1, 15), Money(10000, "GBP"))
    assert [part.amount for part in parts] == pounds(3333, 3333, 3334)
    assert [part.day.isoformat() for part in parts] == ["2026-02-14", "2026-03-16", "2026-04-15"]
    credit = due_parts(PaymentTerms(thirds), date(2026, 1, 15), Money(-10000, "GBP"))
    assert [part.amount for part in credit] == pounds(-3333, -3333, -3334)


def test_shares_weigh() -> None:
    half = Instalments((Instalment(0, 50), Instalment(30, 25), Instalment(60, 25)))
    parts = due_parts(PaymentTerms(half), date(2026, 1, 15), Money(1001, "GBP"))
    assert [part.amount for part in parts] == pounds(500, 250, 251)


def test_parts_that_come_to_nothing_are_left_out() -> None:
    thirds = Instalments((Instalment(30), Instalment(60), Instalment(90)))
    [part] = due_parts(PaymentTerms(thirds), date(2026, 1, 15), Money(2, "GBP"))
    assert part.amount == Money(2, "GBP")
    [part] = due_parts(PaymentTerms(thirds), date(2026, 1, 15), Money(0, "GBP"))
    assert (part.day, part.amount) == (date(2026, 4, 15), Money(0, "GBP"))


@pytest.mark.parametrize(
    ("invoiced", "day"),
    [
        ("2026-01-15", "2026-01-25"),
        ("2026-01-31", "2026-02-10"),
        ("2026-02-28", "2026-03-10"),
        ("2026-12-31", "2027-01-10"),
        ("2028-01-31", "2028-02-10"),
    ],
)
def test_2_10_net_30(invoiced: str, day: str) -> None:
    terms = PaymentTerms(Net(30), Discount(Decimal(2), 10))
    offer = discount_offer(terms, date.fromisoformat(invoiced), Money(123456, "GBP"))
    assert offer is not None
    assert offer.day == date.fromisoformat(day)
    assert offer.amount == Money(2469, "GBP")
    assert offer.yearly_cost == Decimal("0.3724")  # "about 37 % a year"


def test_an_offer_that_ends_when_due_has_no_yearly_cost() -> None:
    terms = PaymentTerms(Net(10), Discount(Decimal("1.5"), 10))
    offer = discount_offer(terms, date(2026, 1, 15), Money(10000, "GBP"))
    assert offer is not None
    assert offer.yearly_cost is None
    assert offer.amount == Money(150, "GBP")
    assert discount_offer(PaymentTerms(Net(10)), date(2026, 1, 15), Money(1, "GBP")) is None
    with pytest.raises(ValueError, match="0 days sooner"):
        Discount(Decimal(2), 10).yearly_cost(0)


@pytest.mark.parametrize(
    "percent", ["0", "0.00", "100", "-1", "NaN", "Infinity", "0.00001", "1E+2"]
)
def test_a_discount_that_is_none_is_refused(percent: str) -> None:
    with pytest.raises(ValueError, match="percent"):
        Discount(Decimal(percent), 10)


def test_a_discount_needs_one_due_day() -> None:
    thirds = Instalments((Instalment(30), Instalment(60)))
    with pytest.raises(ValueError, match="one due day"):
        PaymentTerms(thirds, Discount(Decimal(2), 10))


@pytest.mark.parametrize(
    ("terms", "form", "stored"),
    [
        (PaymentTerms(OnReceipt()), "on_receipt", {}),
        (PaymentTerms(Net(30), shift=Shift.NEXT), "net", {"days": 30, "shift": "next"}),
        (PaymentTerms(DayOfNextMonth(20)), "day_of_next_month", {"day_of_month": 20}),
        (
            PaymentTerms(Net(30), Discount(Decimal("2.5"), 10)),
            "net",
            {"days": 30, "discount_percent": "2.5", "discount_days": 10},
        ),
        (
            PaymentTerms(Instalments((Instalment(30), Instalment(60, 2)))),
            "instalments",
            {"parts": [[30, 1], [60, 2]]},
        ),
    ],
)
def test_what_is_stored(terms: PaymentTerms, form: str, stored: dict[str, object]) -> None:
    assert terms.form == form
    assert terms.to_parameters() == stored


@given(TERMS)
def test_stored_terms_come_back_the_same(terms: PaymentTerms) -> None:
    stored = json.loads(json.dumps(terms.to_parameters()))
    assert from_parameters(terms.form.value, stored) == terms


@pytest.mark.parametrize(
    ("form", "stored", "reason"),
    [
        ("eom_30", {}, "unknown form"),
        ("net", {}, "lack a parameter"),
        ("net", {"days": "30"}, "not a whole number"),
        ("net", {"days": None}, "not a whole number"),
        ("net", {"days": 30.5}, "not a whole number"),
        ("net", {"days": 30, "months": 1}, "take no months"),
        ("net", {"days": 30, "form": "cod"}, "take no form"),
        ("net", {"days": 30, "shift": "later"}, "later"),
        ("net", {"days": 30, "shift": ["next"]}, "next"),
        ("net", {"days": 30, "discount_percent": "2"}, "discount days is None"),
        ("net", {"days": 30, "discount_days": 2}, "None percent"),
        ("net", {"days": 30, "discount_percent": 2, "discount_days": 2}, "2 percent"),
        ("net", {"days": 30, "discount_percent": "1e1", "discount_days": 2}, "1e1"),
        ("net", {"days": 30, "discount_percent": "٢", "discount_days": 2}, "percent"),
        ("net", {"days": 30, "discount_percent": "1_0", "discount_days": 2}, "1_0"),
        ("instalments", {}, "number of instalments is 0"),
        ("instalments", {"parts": "30/60"}, "number of instalments is 0"),
        ("instalments", {"parts": [30, 60]}, r"not \[days, share\]"),
        ("instalments", {"parts": [[30], [60]]}, r"not \[days, share\]"),
        ("instalments", {"parts": [[30, 1], [60, "1"]]}, "share is '1'"),
        ("instalments", {"parts": [[30, 1], [60, 1]], "days": 3}, "take no days"),
    ],
)
def test_nonsense_in_store_is_refused(form: str, stored: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_parameters(form, stored)


@given(TERMS, DAYS, AMOUNTS, CALENDARS)
def test_parts_add_up_in_order_on_worked_days(
    terms: PaymentTerms, invoiced: date, amount: Money, calendar: Calendar
) -> None:
    parts = due_parts(terms, invoiced, amount, calendar)
    assert sum(part.amount.minor for part in parts) == amount.minor
    assert all(part.amount.minor * amount.minor > 0 for part in parts) or amount.minor == 0
    for days in ([part.day for part in parts], [part.shifted_day for part in parts]):
        assert days == sorted(days)
        assert days[0] >= invoiced
    assert parts[-1].day == terms.rule.due(invoiced)
    if terms.shift is Shift.NONE:
        assert all(part.shifted_day == part.day for part in parts)
    else:
        assert all(calendar.is_working(part.shifted_day) for part in parts)


@given(SINGLE, DISCOUNTS, DAYS, AMOUNTS)
def test_a_discount_is_less_than_the_invoice(
    rule: DueRule, discount: Discount, invoiced: date, amount: Money
) -> None:
    offer = discount_offer(PaymentTerms(rule, discount), invoiced, amount)
    assert offer is not None
    assert abs(offer.amount.minor) <= abs(amount.minor)
    assert offer.day == invoiced + timedelta(days=discount.days)
    assert (offer.yearly_cost is None) == (offer.day >= rule.due(invoiced))


@pytest.mark.parametrize(("percent", "text"), [("2.50", "2.5"), ("2.0", "2"), ("10", "10")])
def test_equal_discounts_are_stored_alike(percent: str, text: str) -> None:
    terms = PaymentTerms(Net(30), Discount(Decimal(percent), 10))
    assert terms.to_parameters()["discount_percent"] == text


@given(TERMS, DAYS, st.integers(0, 40), CALENDARS)
def test_a_later_invoice_is_never_due_earlier_even_where_days_are_moved(
    terms: PaymentTerms, invoiced: date, later: int, calendar: Calendar
) -> None:
    """Also by moving back, which goes forward where the day would fall before the invoice."""
    amount = Money(100_000, "GBP")
    first = due_parts(terms, invoiced, amount, calendar)
    second = due_parts(terms, invoiced + timedelta(days=later), amount, calendar)
    assert all(
        one.shifted_day <= other.shifted_day for one, other in zip(first, second, strict=True)
    )
