from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.ageing import (
    BUCKETS,
    DEFAULT,
    AgedItem,
    Ageing,
    Basis,
    Bucket,
    Scheme,
    Stepping,
    age,
    age_by,
    bucket_for,
    cutoffs,
)
from creditmate.domain.money import Money

AS_AT = date(2026, 3, 31)
DUE_MONTHS = Scheme(stepping=Stepping.MONTHS)
BY_INVOICE = Scheme(Basis.INVOICE_DAY)
INVOICE_MONTHS = Scheme(Basis.INVOICE_DAY, Stepping.MONTHS)
SCHEMES = (DEFAULT, DUE_MONTHS, BY_INVOICE, INVOICE_MONTHS)
DAYS = st.dates(date(2024, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("late", "bucket"),
    [
        (-400, Bucket.NOT_DUE),
        (-1, Bucket.NOT_DUE),
        (0, Bucket.NOT_DUE),
        (1, Bucket.D1_30),
        (30, Bucket.D1_30),
        (31, Bucket.D31_60),
        (60, Bucket.D31_60),
        (61, Bucket.D61_90),
        (90, Bucket.D61_90),
        (91, Bucket.D91_PLUS),
        (4000, Bucket.D91_PLUS),
    ],
)
def test_days_past_due(late: int, bucket: Bucket) -> None:
    assert bucket_for(AS_AT - timedelta(days=late), AS_AT) is bucket


@pytest.mark.parametrize(
    ("old", "bucket"),
    [
        (-5, Bucket.D0_30),
        (0, Bucket.D0_30),
        (30, Bucket.D0_30),
        (31, Bucket.D31_60),
        (60, Bucket.D31_60),
        (61, Bucket.D61_90),
        (90, Bucket.D61_90),
        (91, Bucket.D91_PLUS),
    ],
)
def test_days_since_the_invoice(old: int, bucket: Bucket) -> None:
    assert bucket_for(AS_AT - timedelta(days=old), AS_AT, BY_INVOICE) is bucket


@pytest.mark.parametrize(
    ("day", "by_due", "by_invoice"),
    [
        ("2026-03-31", Bucket.NOT_DUE, Bucket.M0),
        ("2026-04-20", Bucket.NOT_DUE, Bucket.M0),
        ("2026-03-30", Bucket.M0, Bucket.M0),
        ("2026-03-01", Bucket.M0, Bucket.M0),
        ("2026-02-28", Bucket.M1, Bucket.M1),
        ("2026-02-01", Bucket.M1, Bucket.M1),
        ("2026-01-20", Bucket.M2, Bucket.M2),
        ("2025-12-31", Bucket.M3_PLUS, Bucket.M3_PLUS),
        ("2019-03-31", Bucket.M3_PLUS, Bucket.M3_PLUS),
    ],
)
def test_calendar_months(day: str, by_due: Bucket, by_invoice: Bucket) -> None:
    assert bucket_for(date.fromisoformat(day), AS_AT, DUE_MONTHS) is by_due
    assert bucket_for(date.fromisoformat(day), AS_AT, INVOICE_MONTHS) is by_invoice


def test_the_default_is_past_due_in_days() -> None:
    assert DEFAULT.buckets == BUCKETS
    assert BUCKETS == (
        Bucket.NOT_DUE,
        Bucket.D1_30,
        Bucket.D31_60,
        Bucket.D61_90,
        Bucket.D91_PLUS,
    )


def test_cutoffs_of_a_known_day() -> None:
    assert [day.isoformat() for day in cutoffs(AS_AT)] == [
        "2026-03-31",
        "2026-03-01",
        "2026-01-30",
        "2025-12-31",
    ]
    assert [day.isoformat() for day in cutoffs(AS_AT, INVOICE_MONTHS)] == [
        "2026-03-01",
        "2026-02-01",
        "2026-01-01",
    ]


@given(st.sampled_from(SCHEMES), DAYS, DAYS)
def test_a_query_by_cutoffs_and_a_bucket_agree(scheme: Scheme, day: date, as_at: date) -> None:
    found = cutoffs(as_at, scheme)
    assert list(found) == sorted(found, reverse=True)
    assert len(found) == len(scheme.buckets) - 1
    compared = [
        bucket for bucket, from_day in zip(scheme.buckets, found, strict=False) if day >= from_day
    ]
    assert bucket_for(day, as_at, scheme) is (compared or [scheme.buckets[-1]])[0]


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


def test_ageing_by_due_day() -> None:
    items = [
        (AS_AT, pounds(100)),
        (AS_AT - timedelta(days=1), pounds(20)),
        (AS_AT - timedelta(days=95), pounds(3)),
        (None, pounds(-50)),
    ]
    aged = age(items, "GBP", AS_AT)
    assert aged.sums == (100, 20, 0, 0, 3)
    assert aged.amount(Bucket.D1_30) == pounds(20)
    assert aged.unallocated == pounds(-50)
    assert (aged.owed, aged.not_due, aged.overdue, aged.total) == (
        pounds(123),
        pounds(100),
        pounds(23),
        pounds(73),
    )


def test_by_invoice_day_not_due_is_an_of_which() -> None:
    old, young = AS_AT - timedelta(days=40), AS_AT - timedelta(days=3)
    items = [
        AgedItem(old, AS_AT + timedelta(days=20), pounds(100)),
        AgedItem(old, AS_AT - timedelta(days=10), pounds(20)),
        AgedItem(young, AS_AT, pounds(3)),
        AgedItem(young, None, pounds(-1)),
    ]
    aged = age_by(BY_INVOICE, items, "GBP", AS_AT)
    assert aged.sums == (3, 120, 0, 0)
    assert (aged.owed, aged.not_due, aged.overdue) == (pounds(123), pounds(103), pounds(20))
    assert (aged.unallocated, aged.total) == (pounds(-1), pounds(122))
    assert aged.amount(Bucket.D31_60) == pounds(120)


def test_what_cannot_be_aged() -> None:
    with pytest.raises(ValueError, match="EUR among GBP"):
        age([(AS_AT, Money(1, "EUR"))], "GBP", AS_AT)
    with pytest.raises(ValueError, match="without a due day"):
        age([(None, pounds(1))], "GBP", AS_AT)


def test_an_ageing_fits_its_scheme() -> None:
    with pytest.raises(ValueError, match="4 sums for 5 buckets"):
        Ageing("GBP", (1, 2, 3, 4), 0)
    with pytest.raises(ValueError, match="5 sums for 4 buckets"):
        Ageing("GBP", (1, 2, 3, 4, 5), 0, BY_INVOICE, 1)
    with pytest.raises(ValueError, match="not due 5"):
        Ageing("GBP", (1, 2, 3, 4, 5), 0, DEFAULT, 5)
    with pytest.raises(ValueError, match="not due None"):
        Ageing("GBP", (1, 2, 3, 4), 0, BY_INVOICE)


ITEMS = st.lists(
    st.builds(
        lambda day, credit_days, minor: AgedItem(
            day, day + timedelta(days=credit_days), pounds(minor)
        ),
        DAYS,
        st.integers(0, 120),
        st.integers(-(10**6), 10**6),
    ),
    max_size=20,
)


@given(st.sampled_from(SCHEMES), ITEMS, DAYS)
def test_all_columns_add_up_to_the_balance(
    scheme: Scheme, items: list[AgedItem], as_at: date
) -> None:
    aged = age_by(scheme, items, "GBP", as_at)
    assert aged.total.minor == sum(item.open.minor for item in items)
    assert aged.total == aged.owed + aged.unallocated
    assert aged.owed == aged.not_due + aged.overdue
    assert min(aged.sums) >= 0 >= aged.unallocated_minor
    assert sum(aged.amount(bucket).minor for bucket in scheme.buckets) == aged.owed.minor
    # What is due does not depend on how it is laid out.
    assert aged.overdue == age_by(DEFAULT, items, "GBP", as_at).overdue
