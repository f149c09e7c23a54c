"""How promises came out: by count and by value, of those whose time was up."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.money import Money
from creditmate.domain.promise_register import (
    PromiseRow,
    PromiseWanted,
    Side,
    as_matured,
    matured,
    promised_by_them,
)
from creditmate.domain.promises import (
    JUDGED,
    DeedState,
    Ending,
    Promise,
    PromiseEnd,
    PromiseState,
    Standing,
)

MADE = date(2026, 3, 2)
DUE, UNTIL = MADE + timedelta(days=7), MADE + timedelta(days=9)


def a_promise(minor: int = 100, currency: str = "GBP") -> Promise:
    return Promise(1, currency, minor, MADE, DUE, UNTIL)


def stands(state: PromiseState, minor: int = 100, came: int = 0, currency: str = "GBP") -> Standing:
    return Standing(a_promise(minor, currency), state, came, 0)


def test_kept_and_part_kept_are_counted_apart() -> None:
    (found,) = matured(
        [
            stands(PromiseState.KEPT, 600, 600),
            stands(PromiseState.PART_KEPT, 300, 120),
            stands(PromiseState.BROKEN, 100),
            stands(PromiseState.LATE_KEPT, 1000),
        ]
    )
    assert (found.count, found.kept, found.part, found.late) == (4, 1, 1, 1)
    assert (found.minor, found.kept_minor, found.part_minor) == (2000, 600, 120)
    assert (found.by_count, found.by_value) == (Decimal("25.0"), Decimal("30.0"))


def test_what_has_not_matured_is_no_figure() -> None:
    states = set(PromiseState) - JUDGED
    assert matured(stands(state) for state in states) == []


def test_each_currency_is_told_apart() -> None:
    found = matured([stands(PromiseState.KEPT), stands(PromiseState.BROKEN, currency="EUR")])
    assert [(one.currency, one.by_count) for one in found] == [
        ("EUR", Decimal("0.0")),
        ("GBP", Decimal("100.0")),
    ]
    empty = replace(found[0], count=0, minor=0)
    assert (empty.by_count, empty.by_value) == (None, None)


def test_taken_back_in_time_it_stays_so_and_later_it_is_judged() -> None:
    for days, left in ((0, True), (1, False)):
        ended = Ending(PromiseEnd.WITHDRAWN, UNTIL + timedelta(days=days))
        promise = replace(a_promise(), ended=ended)
        assert (as_matured(promise).ended is not None) is left
    assert as_matured(a_promise()) == a_promise()


@given(st.lists(st.tuples(st.sampled_from(sorted(JUDGED)), st.integers(1, 10**6))))
def test_nothing_is_kept_that_was_not_promised(told: list[tuple[PromiseState, int]]) -> None:
    for one in matured(stands(state, minor) for state, minor in told):
        assert one.count == len(told)
        assert one.kept + one.part + one.late <= one.count
        assert one.kept_minor <= one.minor
        assert one.by_count is not None
        assert 0 <= one.by_count <= 100


def a_row(state: PromiseState | DeedState, side: Side = Side.THEIRS) -> PromiseRow:
    return PromiseRow(
        1, side, 1, "A", "A", 2, state, MADE, DUE, UNTIL, Money(1, "GBP"), Money(0, "GBP")
    )


def test_it_is_narrowed() -> None:
    row = a_row(PromiseState.OPEN)
    wanted = PromiseWanted(Side.THEIRS, "open", waiting=True, owner=2, first=DUE, last=DUE)
    assert wanted.takes(row)
    for other in (
        replace(wanted, side=Side.OURS),
        replace(wanted, state="kept"),
        replace(wanted, owner=3),
        replace(wanted, first=UNTIL),
        replace(wanted, last=MADE),
    ):
        assert not other.takes(row)
    assert not PromiseWanted(waiting=True).takes(a_row(PromiseState.KEPT))
    assert PromiseWanted(waiting=True).takes(a_row(DeedState.LATE, Side.OURS))


def test_what_was_taken_back_is_not_promised_any_more() -> None:
    """Put right, a promise counts once: what took its place, and not what it had been before."""
    theirs = PromiseRow(
        1, Side.THEIRS, 1, "ACME", "Acme", None, PromiseState.OPEN, MADE, DUE, UNTIL,
        Money(600, "GBP"),
    )  # fmt: skip
    ours = replace(theirs, side=Side.OURS, state=DeedState.OPEN, money=None, deed="A copy")
    for state in PromiseState:
        row = replace(theirs, state=state, money=Money(1000, "GBP"))
        taken_back = state in {PromiseState.WITHDRAWN, PromiseState.REPLACED}
        counted = [theirs.money] if taken_back else [theirs.money, row.money]
        assert promised_by_them([theirs, ours, row]) == counted
