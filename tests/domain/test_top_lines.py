"""The top of the list is the list's top, though no more is read than it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.exchange import AT_PAR, Worth
from creditmate.domain.money import Money
from creditmate.domain.promises import NOT_KEPT, PromiseState
from creditmate.domain.top_lines import (
    BY_GROUP,
    BY_RANK,
    Aggregate,
    Key,
    Order,
    Pile,
    points_bound,
    points_bounds,
    top_lines,
)
from creditmate.domain.workcase import CallBack, Case, Reach
from creditmate.domain.worklist import Kind, place_of, work_line, work_list
from tests.domain.test_worklist_properties import CASES
from tests.domain.worklist_cases import BOOK, DAY, TODAY, case_of, deed_of, entry, promised

ORDERS = st.sampled_from([BY_RANK, BY_GROUP])
CREDITS = st.lists(
    st.builds(Money, st.integers(-(10**7), -1), st.sampled_from(["GBP", "EUR"])),
    max_size=2, unique_by=lambda money: money.currency,
).map(tuple)  # fmt: skip
PROMISES = st.lists(
    st.builds(
        lambda number, minor, state, until, made, meant: replace(
            found := promised(minor, state, until=until, made=min(made, until - 2), number=number),
            promise=replace(found.promise, entries=meant),
        ),
        st.integers(1, 9), st.integers(1, 10**7), st.sampled_from(PromiseState),
        st.integers(-9, 9), st.integers(-20, 0), st.sampled_from([(), (1,), (1, 2, 3)]),
    ),
    max_size=3, unique_by=lambda standing: standing.promise.id,
).map(tuple)  # fmt: skip
CALL_BACKS = st.lists(
    st.builds(lambda day, made, at, ours: CallBack(TODAY + day * DAY, TODAY - made * DAY, at,
                                                   ours=ours),
              st.integers(-3, 3), st.integers(0, 20), st.sampled_from([None, time(9), time(15)]),
              st.booleans()),
    max_size=2,
).map(tuple)  # fmt: skip
BUSY = st.builds(
    lambda case, credit, promises, calls, deed, phone: case._replace(
        unallocated=credit, standings=promises, call_backs=calls,
        deeds=() if deed is None else (deed_of(deed),), reach=Reach(phone, email=True),
    ),
    CASES, CREDITS, PROMISES, CALL_BACKS, st.none() | st.integers(-2, 2), st.booleans(),
)  # fmt: skip
GRACEFUL = st.builds(
    lambda case, grace: case._replace(
        entries=tuple(e._replace(grace_days=grace[e.id % 3]) for e in case.entries)
    ),
    CASES | BUSY, st.tuples(*[st.sampled_from([0, 1, 7, 60])] * 3),
)  # fmt: skip
MANY = st.lists(CASES | BUSY | GRACEFUL, max_size=8, unique_by=lambda case: case.customer)


def aggregate_of(case: Case, *, looked_up: bool = True) -> Aggregate:
    """What the ledger's set queries would tell of a case, and no more."""
    near = [e for e in case.entries if (e.due_day - TODAY).days <= 7]
    spoken = [s.promise.made_day for s in case.standings]
    if case.last_contact is not None and case.last_contact.reached:
        spoken.append(case.last_contact.day)
    missed = [
        Money(s.promise.minor, s.promise.currency)
        for s in case.standings
        if s.state in NOT_KEPT and s.promise.until_day >= max(spoken)
    ]
    to_check = any(s.state is PromiseState.CHECK_BANK for s in case.standings)
    return Aggregate(
        case.customer,
        tuple(Money(e.open_minor, e.currency) for e in near),
        min((e.due_day for e in near), default=TODAY),
        max(case.lateness.recent, default=0) if looked_up else None,
        agreed=any(deed.due_day <= TODAY for deed in case.deeds)
        or any(call.day <= TODAY for call in case.call_backs),
        missed=tuple(missed),
        to_check=to_check or _may_match(case),
        by_phone=case.reach.phone,
    )


def _may_match(case: Case) -> bool:
    credit = {money.currency: -money.minor for money in case.unallocated}
    overdue = [e for e in case.entries if (TODAY - e.due_day).days > e.grace_days]
    if not credit or not overdue:
        return False
    owed = {e.currency: 0 for e in overdue}
    for e in overdue:
        owed[e.currency] += e.open_minor
    held = bool(case.standings) or any(e.disputed_minor for e in case.entries)
    return held or all(credit.get(currency, 0) >= minor for currency, minor in owed.items())


def bounded_by(order: Order, cases: Sequence[Case]) -> list[tuple[Key, Case]]:
    pairs = [(order.bound(aggregate_of(case), BOOK, TODAY), case) for case in cases]
    return sorted(pairs, key=lambda pair: pair[0])


@given(CASES | BUSY | GRACEFUL, st.booleans(), ORDERS)
def test_no_line_stands_above_its_bound(case: Case, looked_up: bool, order: Order) -> None:
    line = work_line(case, TODAY)
    if line is not None:
        aggregate = aggregate_of(case, looked_up=looked_up)
        assert line.score <= points_bound(aggregate, BOOK, TODAY)
        assert order.bound(aggregate, BOOK, TODAY) < order.key(line)


OWED = st.dictionaries(
    st.sampled_from(["GBP", "EUR", "JPY"]),
    st.tuples(st.integers(1, 10**9), st.integers(-7, 120)), min_size=1,
)  # fmt: skip


WORTHS = st.sampled_from([AT_PAR, Worth({"JPY": Decimal("0.0052"), "EUR": Decimal("0.86")})])


@given(st.lists(OWED, max_size=6), st.lists(st.none() | st.integers(-20, 120), max_size=6), WORTHS)
def test_many_are_bounded_at_once_as_each_by_itself(
    owed: list[dict[str, tuple[int, int]]], worst: list[int | None], worth: Worth
) -> None:
    rows = [
        (customer, currency, minor, (TODAY - late * DAY).isoformat())
        for customer, sums in enumerate(owed)
        for currency, (minor, late) in sums.items()
    ]
    known = {place: days for place, days in enumerate(worst) if days is not None}
    each = {
        customer: points_bound(
            Aggregate(
                customer,
                tuple(Money(minor, currency) for currency, (minor, _) in sums.items()),
                TODAY - max(late for _, late in sums.values()) * DAY,
                known.get(customer),
            ),
            BOOK,
            TODAY,
            worth,
        )
        for customer, sums in enumerate(owed)
    }
    assert points_bounds(rows, known, BOOK, TODAY, worth) == each


@given(MANY, st.integers(1, 4), ORDERS)
def test_the_top_of_the_list_is_the_list_s_top(cases: list[Case], count: int, order: Order) -> None:
    whole = sorted(work_list(cases, TODAY), key=order.key)
    assert top_lines(bounded_by(order, cases), count, TODAY, order) == whole[:count]


@given(MANY, ORDERS)
def test_what_stands_fast_is_passed_by_nothing_that_comes_later(
    cases: list[Case], order: Order
) -> None:
    pile, found = Pile(order), []
    for bound, case in bounded_by(order, cases):
        found += pile.take(bound)
        line = work_line(case, TODAY)
        if line is not None:
            pile.add(line)
    found += pile.take(None)
    assert found == sorted(work_list(cases, TODAY), key=order.key)


def test_no_more_is_read_than_it_takes() -> None:
    read = []

    def bounded() -> Iterator[tuple[Key, Case]]:
        for power in (9, 8, 7, 4, 3, 2):
            case = case_of(entry(1, 9, 10**power), customer=power)
            read.append(power)
            yield BY_RANK.bound(aggregate_of(case), BOOK, TODAY), case

    assert [found.customer for found in top_lines(bounded(), 2, TODAY)] == [9, 8]
    assert read == [9, 8, 7]


def test_among_the_groups_papers_keep_nobody_from_standing_fast() -> None:
    """Who is written to, and whoever has money to match, comes below all who are rung."""
    ring, write, match = (
        case_of(entry(1, 9, minor), customer=customer)
        for customer, minor in ((1, 10**4), (2, 10**8), (3, 10**7))
    )
    write = write._replace(reach=Reach(phone=False, email=True))
    match = match._replace(unallocated=(Money(-(10**7), "GBP"),), reach=Reach(phone=False))
    order = [case.customer for _, case in bounded_by(BY_GROUP, [write, match, ring])]
    assert order == [1, 3, 2]
    (first,) = top_lines(bounded_by(BY_RANK, [write, match, ring]), 1, TODAY)
    assert first.kind is Kind.CHECK_MONEY


MISSED, CHECK, OWN = (
    place_of(kind) for kind in (Kind.PROMISE_NOT_KEPT, Kind.CHECK_MONEY, Kind.FOLLOW_UP)
)


@pytest.mark.parametrize(("aggregate", "place"), [
    (Aggregate(1, (), TODAY, agreed=True), (0, 0)),
    (Aggregate(1, (), TODAY, missed=(Money(1, "GBP"),)), (1, MISSED)),
    (Aggregate(1, (), TODAY, missed=(Money(1, "GBP"),), by_phone=False), (2, MISSED)),
    (Aggregate(1, (), TODAY, to_check=True), (1, OWN)),
    (Aggregate(1, (), TODAY, to_check=True, by_phone=False), (2, CHECK)),
    (Aggregate(1, (), TODAY), (1, OWN)),
])  # fmt: skip
def test_where_in_the_day_a_customer_can_stand(
    aggregate: Aggregate, place: tuple[int, int]
) -> None:
    key = BY_GROUP.bound(aggregate, BOOK, TODAY)
    assert key[:2] == place
    assert key[2] == (date.min if aggregate.agreed else date.max)
