"""What is promised beside what is owed, each currency for itself."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.chasing import OpenEntry, Portion
from creditmate.domain.money import Money
from creditmate.domain.promised_sums import Account, Beyond, beyond, left_beside

AMOUNTS = st.lists(
    st.builds(Money, st.integers(1, 10**6), st.sampled_from(["GBP", "EUR", "USD"])), max_size=6
)


def test_three_promises_in_pounds_are_held_against_the_pounds_owed() -> None:
    owed = [Money(466_685, "EUR"), Money(65_504, "GBP")]
    promised = [Money(100_000, "GBP"), Money(65_504, "GBP"), Money(200_000, "GBP")]
    assert beyond(promised, owed) == [Beyond(Money(365_504, "GBP"), Money(65_504, "GBP"))]


def test_what_is_owed_in_another_currency_covers_nothing() -> None:
    assert beyond([Money(5, "USD")], [Money(9, "GBP")]) == [
        Beyond(Money(5, "USD"), Money(0, "USD"))
    ]


@given(AMOUNTS, AMOUNTS)
def test_only_what_goes_beyond_is_named(promised: list[Money], owed: list[Money]) -> None:
    found = beyond(promised, owed)
    assert all(one.promised > one.owed for one in found)
    assert len({one.promised.currency for one in found}) == len(found)
    assert beyond(promised, [*owed, *promised]) == []


TODAY = date(2026, 11, 23)


def portion(id_: int, due: date, minor: int, currency: str = "GBP", **more: int) -> Portion:
    entry = OpenEntry(id_, currency, date(2026, 9, 1), due, minor)
    return Portion(entry, more.get("disputed", 0), more.get("planned", 0))


LATE, LATER = date(2026, 10, 1), date(2026, 12, 16)


def test_beside_a_plan_only_what_is_due_and_free_is_left() -> None:
    account = Account(
        [
            portion(1, LATE, 100_000, disputed=8_000, planned=60_000),
            portion(2, LATER, 50_000),
            portion(3, LATE, 70_000, "EUR"),
        ],
        [Money(-30_000, "GBP")],
    )
    assert left_beside(account, TODAY) == [Money(2_000, "GBP")], "of euros there is no plan"
    assert left_beside(account, LATER) == [Money(52_000, "GBP")]
    assert left_beside(account, TODAY, {1: 40_000}) == [Money(0, "GBP")]
    assert left_beside(account, TODAY, {1: 40_000}, replaces=True) == [Money(22_000, "GBP")]
    assert left_beside(account, TODAY, {3: 70_000}) == [Money(0, "EUR"), Money(2_000, "GBP")]


def test_without_a_plan_nothing_is_left_beside_one() -> None:
    assert left_beside(Account([portion(1, LATE, 100)], []), TODAY) == []


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(0, 900), st.booleans()), max_size=5),
    st.integers(0, 900),
)
def test_no_more_is_left_than_is_open_and_due(
    items: list[tuple[int, int, bool]], credit: int
) -> None:
    portions = [
        portion(id_, LATE if late else LATER, minor, planned=min(planned, minor))
        for id_, (minor, planned, late) in enumerate(items)
    ]
    account = Account(portions, [Money(-credit, "GBP")])
    due = sum(minor for minor, _, late in items if late)
    for left in left_beside(account, TODAY):
        assert 0 <= left.minor <= due
        assert left_beside(account, LATER) >= [left]
