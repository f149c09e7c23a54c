"""What may be chased: the waterfall, and *please pay now*."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.chasing import Cover, OpenEntry, Patience, patience, pay_now, waterfall
from creditmate.domain.money import CurrencyMismatch, Money
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.statement import PayNow

TODAY = date(2026, 11, 23)
DAY = timedelta(1)


def _entry(number: int, late: int, minor: int, disputed: int = 0, planned: int = 0) -> OpenEntry:
    due = TODAY - late * DAY
    return OpenEntry(number, "GBP", due - 30 * DAY, due, minor, disputed, planned)


def _promise(
    minor: int, *entries: int, came: int = 0, state: PromiseState = PromiseState.OPEN, wait: int = 3
) -> Standing:
    due = TODAY + wait * DAY
    promise = Promise(wait, "GBP", minor, TODAY, due, due + 2 * DAY, entries)
    return Standing(promise, state, came, 0)


def _chaseable(entries: list[OpenEntry], *standings: Standing) -> dict[int, int]:
    return {p.entry.id: p.chaseable_minor for p in waterfall(entries, standings, TODAY)}


def test_disputed_goes_first_then_planned_then_promised() -> None:
    [portion] = waterfall([_entry(1, 5, 1000, 600, 700)], [_promise(500, 1)], TODAY)
    parts = (portion.disputed_minor, portion.planned_minor, portion.promised_minor)
    assert (*parts, portion.chaseable_minor) == (600, 400, 0, 0)


def test_a_pound_promised_does_not_silence_ten_thousand() -> None:
    assert _chaseable([_entry(1, 5, 1_000_000)], _promise(100, 1)) == {1: 999_900}


def test_a_promise_of_all_that_is_overdue_leaves_nothing_to_chase() -> None:
    entries = [_entry(1, 50, 700), _entry(2, 1, 300), _entry(3, 0, 400)]
    assert _chaseable(entries, _promise(1000)) == {1: 0, 2: 0, 3: 400}


def test_it_covers_what_it_meant_first_then_the_oldest_overdue() -> None:
    entries = [_entry(1, 50, 700), _entry(2, 40, 300), _entry(3, -5, 400)]
    assert _chaseable(entries, _promise(1000, 3)) == {1: 100, 2: 300, 3: 0}
    assert _chaseable(entries, _promise(200, 2)) == {1: 700, 2: 100, 3: 400}


def test_what_is_not_yet_due_is_covered_only_when_meant() -> None:
    assert _chaseable([_entry(1, 0, 700)], _promise(700)) == {1: 700}
    assert _chaseable([_entry(1, 0, 700)], _promise(700, 1)) == {1: 0}


def test_what_has_come_of_it_covers_no_more() -> None:
    assert _chaseable([_entry(1, 9, 1000)], _promise(1000, 1, came=400)) == {1: 400}


def _with_grace(number: int, late: int, days: int, disputed: int = 0) -> OpenEntry:
    return _entry(number, late, 1000, disputed)._replace(grace_days=days)


def _waits(*entries: OpenEntry) -> Patience | None:
    return patience(waterfall(entries, [], TODAY), TODAY)


def test_within_grace_one_is_followed_up_from_the_day_after_it_ends() -> None:
    # due on 20 November, grace of five days: followed up from the 26th
    assert _waits(_with_grace(1, 3, 5)) == Patience(date(2026, 11, 26), 5)
    assert _waits(_with_grace(1, 5, 5)) == Patience(date(2026, 11, 24), 5)  # its last day
    first = _waits(_with_grace(1, 1, 5), _with_grace(2, 4, 5), _with_grace(3, -2, 5))
    assert first == Patience(date(2026, 11, 25), 5)


def test_nothing_waits_for_grace_where_something_is_followed_up_or_nothing_may_be() -> None:
    assert _waits() is None
    assert _waits(_with_grace(1, 0, 5)) is None  # not late
    assert _waits(_with_grace(1, 6, 5)) is None
    assert _waits(_with_grace(1, 1, 5), _with_grace(2, 6, 5)) is None
    assert _waits(_with_grace(1, 3, 5, disputed=1000)) is None


@pytest.mark.parametrize("state", list(PromiseState))
def test_only_live_promises_cover(state: PromiseState) -> None:
    left = _chaseable([_entry(1, 9, 1000)], _promise(1000, 1, state=state))[1]
    assert left == (0 if state in (PromiseState.OPEN, PromiseState.CHECK_BANK) else 1000)


def test_promises_cover_each_penny_once_by_due_day() -> None:
    found = waterfall([_entry(1, 9, 1000)], [_promise(800, wait=5), _promise(300, wait=2)], TODAY)
    assert found[0].promised_minor == 1000


def test_each_portion_knows_which_promise_covers_how_much_of_it() -> None:
    entries = [_entry(1, 9, 1000), _entry(2, 3, 500)]
    first, second = waterfall(entries, [_promise(800, wait=5), _promise(300, 2, wait=2)], TODAY)
    assert first.covers == (Cover(5, TODAY + 5 * DAY, 800),)
    assert second.covers == (Cover(2, TODAY + 2 * DAY, 300),)
    assert (first.promised_by, second.promised_by) == (TODAY + 5 * DAY, TODAY + 2 * DAY)


def test_a_promise_used_up_by_what_it_meant_covers_nothing_else() -> None:
    """The arrangement of an entry is for the day of what covers it, not for any other's."""
    entries = [_entry(1, 9, 1000), _entry(2, 3, 500)]
    early, late = _promise(500, 1, 2, wait=2), _promise(1000, 2, wait=9)
    first, second = waterfall(entries, [early, late], TODAY)
    assert (first.promised_by, second.promised_by) == (TODAY + 2 * DAY, TODAY + 9 * DAY)
    [alone] = waterfall([_entry(1, 9, 1000)], [], TODAY)
    assert (alone.covers, alone.promised_by) == ((), None)


def test_a_promise_covers_only_its_own_currency() -> None:
    euro = OpenEntry(2, "EUR", TODAY - 60 * DAY, TODAY - 30 * DAY, 500)
    assert _chaseable([_entry(1, 9, 1000), euro], _promise(1500, 2)) == {1: 0, 2: 500}


def test_days_late_are_counted_from_the_due_day_and_negative_before_it() -> None:
    found = waterfall([_entry(1, 3, 1), _entry(2, 0, 1), _entry(3, -4, 1)], [], TODAY)
    assert [p.days_late(TODAY) for p in found] == [3, 0, -4]


def _gbp(*minors: int) -> PayNow:
    return PayNow(*(Money(minor, "GBP") for minor in minors))


def test_pay_now_takes_off_disputed_arranged_and_unmatched() -> None:
    entries = [_entry(1, 81, 1000, disputed=300), _entry(2, 5, 500, planned=100), _entry(3, 0, 900)]
    portions = waterfall(entries, [_promise(250, 2)], TODAY)
    found = pay_now(portions, Money(-150, "GBP"), TODAY)
    assert found == _gbp(1500, 300, 350, 0, 150)._replace(planned=Money(100, "GBP"))
    assert found.by_promise == Money(250, "GBP")
    assert found.due == Money(700, "GBP")


def test_pay_now_is_never_below_zero() -> None:
    found = pay_now(waterfall([_entry(1, 1, 400)], [], TODAY), Money(-900, "GBP"), TODAY)
    assert found == _gbp(400, 0, 0, 0, 400)
    assert pay_now([], Money(-900, "GBP"), TODAY) == _gbp(0, 0, 0, 0, 0)


def test_pay_now_refuses_other_currencies_and_credits_of_the_wrong_sign() -> None:
    portions = waterfall([_entry(1, 1, 400)], [], TODAY)
    with pytest.raises(CurrencyMismatch):
        pay_now(portions, Money(0, "EUR"), TODAY)
    with pytest.raises(ValueError, match="zero or negative"):
        pay_now(portions, Money(1, "GBP"), TODAY)


AMOUNTS = st.integers(0, 5000)
ENTRIES = st.lists(
    st.builds(
        lambda number, currency, late, minor, disputed, planned: OpenEntry(
            number, currency, TODAY - 99 * DAY, TODAY - late * DAY, minor, disputed, planned
        ),
        st.integers(1, 6), st.sampled_from(["GBP", "EUR"]), st.integers(-9, 60),
        st.integers(1, 5000), AMOUNTS, AMOUNTS,
    ),
    max_size=6, unique_by=lambda entry: entry.id,
)  # fmt: skip
STANDINGS = st.lists(
    st.builds(
        lambda number, currency, minor, came, meant, state: Standing(
            Promise(number, currency, minor + came, TODAY, TODAY, TODAY, tuple(meant)),
            state, came, 0,
        ),
        st.integers(1, 9), st.sampled_from(["GBP", "EUR"]), AMOUNTS, AMOUNTS,
        st.sets(st.integers(1, 6)), st.sampled_from(PromiseState),
    ),
    max_size=4,
)  # fmt: skip


@given(ENTRIES, STANDINGS)
def test_every_penny_is_in_one_of_the_four(
    entries: list[OpenEntry], standings: list[Standing]
) -> None:
    portions = waterfall(entries, standings, TODAY)
    assert sorted(p.entry.id for p in portions) == sorted(e.id for e in entries)
    for p in portions:
        parts = (p.disputed_minor, p.planned_minor, p.promised_minor, p.chaseable_minor)
        assert min(parts) >= 0
        assert sum(parts) == p.entry.open_minor
        assert all(cover.minor > 0 for cover in p.covers)
    live = sum(s.unfilled_minor for s in standings)
    assert sum(p.promised_minor for p in portions) <= live


@given(ENTRIES, STANDINGS, st.integers(-9000, 0))
def test_pay_now_adds_up_and_asks_for_no_more_than_may_be_chased(
    entries: list[OpenEntry], standings: list[Standing], credit: int
) -> None:
    portions = [p for p in waterfall(entries, standings, TODAY) if p.entry.currency == "GBP"]
    found = pay_now(portions, Money(credit, "GBP"), TODAY)
    chaseable = sum(p.chaseable_minor for p in portions if p.entry.due_day < TODAY)
    assert found.due.minor == max(chaseable + credit, 0)
    assert found.overdue.minor == sum(
        e.open_minor for e in entries if e.currency == "GBP" and e.due_day < TODAY
    )
