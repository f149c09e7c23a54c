"""What visits cost against what came in: each receipt counts once, and windows lie in one another.

Worked example, mock-up 07: the visit costs 165.87; 6,000.00 are handed over on the day, and the
rest of 5,240.75 comes on 31 December, 35 days later.
"""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.visit_worth import (
    WINDOWS,
    MoneyIn,
    VisitMade,
    VisitWorth,
    all_visits,
    worth_of,
)

VISITED = date(2026, 11, 26)
CAWDER = frozenset({1})


def gbp(minor: int) -> Money:
    return Money(minor, "GBP")


def days(count: int) -> date:
    return VISITED + timedelta(count)


def amounts(one: VisitWorth) -> list[tuple[Money, ...]]:
    return [window.amounts for window in one.came]


def test_the_visit_of_the_picture() -> None:
    visit = VisitMade(7, VISITED, CAWDER, gbp(16587))
    money = [MoneyIn(1, VISITED, gbp(600000)), MoneyIn(1, date(2026, 12, 31), gbp(524075))]
    (one,) = worth_of([visit], money, days(91))
    assert amounts(one) == [(gbp(600000),), (gbp(1124075),), (gbp(1124075),)]
    assert all(window.over for window in one.came)
    together = all_visits([one])
    assert together.costs == (gbp(16587),)
    assert together.without_cost == 0


def test_a_way_made_in_vain_costs_and_nothing_is_said_to_come_of_it() -> None:
    met = VisitMade(1, VISITED, CAWDER, gbp(100))
    vain = VisitMade(2, days(10), CAWDER, gbp(60), held=False, in_vain=2)
    found = worth_of([met, vain], [MoneyIn(1, days(12), gbp(500))], days(20))
    assert [(one.visit.id, amounts(one)) for one in found] == [
        (2, [(), (), ()]), (1, [(gbp(500),)] * 3),
    ]  # fmt: skip
    assert all(window.over for window in found[0].came)
    together = all_visits(found)
    assert (together.visits, together.in_vain, together.costs) == (2, 2, (gbp(160),))
    assert together.came[0] == found[1].came[0]


def test_a_window_is_over_the_day_after_its_last() -> None:
    visit = VisitMade(7, VISITED, CAWDER)
    money = [MoneyIn(1, days(30), gbp(100)), MoneyIn(1, days(31), gbp(10))]
    (on_last,) = worth_of([visit], money, days(30))
    assert amounts(on_last) == [(gbp(100),)] * 3
    assert [window.over for window in on_last.came] == [False, False, False]
    (after,) = worth_of([visit], money, days(31))
    assert amounts(after) == [(gbp(100),), (gbp(110),), (gbp(110),)]
    assert [window.over for window in after.came] == [True, False, False]
    assert all_visits([after]).without_cost == 1


def test_what_came_before_or_bounced_did_not_come() -> None:
    visit = VisitMade(7, VISITED, CAWDER)
    money = [MoneyIn(1, days(-1), gbp(100)), MoneyIn(1, days(2), gbp(0))]
    (one,) = worth_of([visit], money, days(91))
    assert amounts(one) == [(), (), ()]


def test_of_two_visits_the_later_one_has_the_money_after_it() -> None:
    first, second = VisitMade(1, VISITED, CAWDER), VisitMade(2, days(20), CAWDER)
    money = [MoneyIn(1, days(19), gbp(1)), MoneyIn(1, days(20), gbp(2))]
    later, earlier = worth_of([second, first], money, days(200))
    assert (later.visit.id, amounts(later)[0]) == (2, (gbp(2),))
    assert (earlier.visit.id, amounts(earlier)[2]) == (1, (gbp(1),))


def test_a_head_office_is_visited_for_its_branches() -> None:
    head, branch = VisitMade(1, VISITED, frozenset({1, 2})), VisitMade(2, days(3), frozenset({2}))
    money = [MoneyIn(2, days(1), gbp(1)), MoneyIn(2, days(5), gbp(2)), MoneyIn(1, days(5), gbp(4))]
    of_branch, of_head = worth_of([head, branch], money, days(200))
    assert amounts(of_branch)[0] == (gbp(2),)
    assert amounts(of_head)[0] == (gbp(5),)


def test_currencies_stay_apart_and_none_is_nothing() -> None:
    visit = VisitMade(1, VISITED, CAWDER, gbp(100))
    money = [MoneyIn(1, days(1), Money(5, "EUR")), MoneyIn(1, days(1), gbp(7))]
    (one,) = worth_of([visit], money, days(1))
    assert set(one.came[0].amounts) == {Money(5, "EUR"), gbp(7)}
    assert all_visits([]).came[0].amounts == ()


def test_a_visit_to_come_counts_nothing() -> None:
    assert worth_of([VisitMade(1, VISITED, CAWDER)], [], days(-1)) == []


VISITS = st.lists(
    st.builds(
        VisitMade,
        st.integers(1, 99),
        st.dates(date(2026, 1, 1), date(2026, 12, 31)),
        st.frozensets(st.integers(1, 3), min_size=1),
        st.none() | st.integers(0, 10_000).map(gbp),
    ),
    max_size=6,
    unique_by=lambda visit: visit.id,
)
MONEY = st.lists(
    st.builds(
        MoneyIn,
        st.integers(1, 4),
        st.dates(date(2025, 11, 1), date(2027, 4, 1)),
        st.integers(0, 10_000).map(gbp),
    ),
    max_size=20,
)


@given(VISITS, MONEY, st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_each_receipt_counts_once_at_most(
    visits: list[VisitMade], money: list[MoneyIn], as_at: date
) -> None:
    each = worth_of(visits, money, as_at)
    for one in each:
        sums = [sum(amount.minor for amount in window.amounts) for window in one.came]
        assert sums == sorted(sums)
        assert [window.over for window in one.came] == sorted(
            (window.over for window in one.came), reverse=True
        )
    counted = sum(amount.minor for amount in all_visits(each).came[-1].amounts)
    possible = [
        one.amount.minor
        for one in money
        if one.day <= as_at
        and any(
            one.customer in visit.customers and 0 <= (one.day - visit.day).days <= WINDOWS[-1]
            for visit in visits
        )
    ]
    assert counted == sum(possible)


@given(VISITS, MONEY, st.dates(date(2026, 1, 1), date(2027, 6, 1)))
def test_visits_add_up_to_all(visits: list[VisitMade], money: list[MoneyIn], as_at: date) -> None:
    each = worth_of(visits, money, as_at)
    together = all_visits(each)
    for place, window in enumerate(together.came):
        summed = sum(amount.minor for one in each for amount in one.came[place].amounts)
        assert sum(amount.minor for amount in window.amounts) == summed
    assert together.visits == len(each)
