"""What was said to be paid when a plan was agreed is no money of the plan: worked by hand."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.claims import Claim, ClaimEnd, ClaimEnding
from creditmate.domain.plan_aside import Aside
from creditmate.domain.plan_besides import left_out, money_besides
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import Instalment, Plan, PlanItem
from creditmate.domain.promises import Ending, Promise, PromiseEnd

SAID = date(2026, 11, 23)
DAY = timedelta(1)
MADE, UNTIL, DUE = SAID + DAY, SAID + 4 * DAY, SAID + 17 * DAY
PLAN = Plan(
    id=7, customer_id=1, interaction_id=None, day=MADE, number="P-2611-001", contact_id=None,
    by_whom="Ellen", staff_id=None, currency="GBP", minor=900, rhythm="month", method="transfer",
    reference="P-2611-001", interest=Meanwhile.WAIVED, cure_days=7, note="",
    items=(PlanItem(1, 900),),
    instalments=tuple(
        Instalment(place, DUE + place * 30 * DAY, DUE + (place * 30 + 7) * DAY, 300)
        for place in range(3)
    ),
)  # fmt: skip


def claim(
    minor: int | None = 100,
    id_: int = 5,
    *,
    day: date = SAID,
    until: date = UNTIL,
    ended: ClaimEnding | None = None,
    currency: str = "GBP",
) -> Claim:
    return Claim(
        id_, 1, None, day, "Ellen", SAID, "transfer", "", currency, minor, until, (1,), ended
    )


def ended(kind: ClaimEnd, day: date, minor: int | None = None) -> ClaimEnding:
    return ClaimEnding(kind, day, minor=minor)


def outside(*claims: Claim, before: tuple[int, ...] = (5,), posted: date = SAID) -> dict[int, int]:
    return left_out(PLAN, claims, before, posted)


def test_what_was_believed_when_it_was_agreed_was_left_out() -> None:
    assert outside(claim()) == {5: 100}
    assert outside(claim(), before=()) == {}, "told in the same talk, or later"
    assert outside(claim(None)) == {}, "of no sum: what it is about is in no plan"
    assert outside(claim(currency="EUR")) == {}


@pytest.mark.parametrize(
    ("kind", "day", "found"),
    [
        (ClaimEnd.FOUND, SAID, {}),
        (ClaimEnd.FOUND, MADE, {5: 100}),
        (ClaimEnd.FOUND, MADE + DAY, {5: 100}),
        (ClaimEnd.NOT_FOUND, MADE, {}),
        (ClaimEnd.NOT_FOUND, MADE + DAY, {5: 100}),
        (ClaimEnd.WITHDRAWN, MADE, {}),
    ],
)
def test_what_became_of_it_before_counts(kind: ClaimEnd, day: date, found: dict[int, int]) -> None:
    assert outside(claim(ended=ended(kind, day))) == found


def test_while_the_bank_was_not_looked_at_it_was_believed() -> None:
    over = claim(until=SAID)
    assert outside(over, posted=SAID - DAY) == {5: 100}
    assert outside(over, posted=SAID) == {}
    found = replace(over, ended=ended(ClaimEnd.FOUND, MADE))
    assert outside(found, posted=SAID) == {}, "it was in the plan by then"


def test_said_once_more_it_is_the_same_money() -> None:
    again = ended(ClaimEnd.REPLACED, MADE + DAY)
    more = claim(150, 6, day=MADE + DAY)
    assert outside(claim(ended=again), more) == {5: 100, 6: 100}
    assert outside(claim(ended=again), replace(more, minor=60)) == {5: 100, 6: 60}
    assert outside(claim(ended=again), replace(more, day=MADE + 2 * DAY)) == {5: 100}
    (rest,) = Aside(claims=(more,), outside={7: {6: 100}}).claims_about(PLAN)
    assert rest.minor == 50
    assert Aside(claims=(claim(),), outside={7: {5: 100}}).claims_about(PLAN) == []
    assert Aside(claims=(claim(),), outside={8: {5: 100}}).claims_about(PLAN) == [claim()]


def besides(
    one: Claim, *came: tuple[date, int], currency: str = "GBP", promises: tuple[Promise, ...] = ()
) -> dict[int, int]:
    receipts = [(50 + n, day, currency, minor) for n, (day, minor) in enumerate(came)]
    return money_besides(PLAN, [one], {5: 100}, promises, receipts)


def test_what_comes_while_it_is_waited_for_is_it() -> None:
    assert besides(claim(), (UNTIL, 100)) == {50: 100}
    assert besides(claim(), (SAID, 70), (UNTIL, 70)) == {50: 70, 51: 30}
    assert besides(claim(), (SAID - DAY, 100)) == {}
    assert besides(claim(), (UNTIL + DAY, 300)) == {}
    assert besides(claim(), (UNTIL, 100), currency="EUR") == {}


def test_later_it_is_where_it_is_just_that_sum_and_no_part_is() -> None:
    assert besides(claim(), (UNTIL + DAY, 100)) == {50: 100}
    assert besides(claim(), (SAID, 40), (UNTIL + DAY, 60)) == {50: 40, 51: 60}
    same = replace(claim(), minor=300)
    assert money_besides(PLAN, [same], {5: 300}, [], [(50, UNTIL + DAY, "GBP", 300)]) == {}


def test_what_became_of_it_since_counts() -> None:
    late = UNTIL + 3 * DAY
    assert besides(claim(ended=ended(ClaimEnd.FOUND, late, 80)), (late, 90)) == {50: 80}
    assert besides(claim(ended=ended(ClaimEnd.FOUND, SAID)), (UNTIL, 90)) == {50: 90}
    assert besides(claim(ended=ended(ClaimEnd.NOT_FOUND, UNTIL)), (UNTIL, 90)) == {}
    for kind in (ClaimEnd.WITHDRAWN, ClaimEnd.REPLACED):
        assert besides(claim(ended=ended(kind, UNTIL)), (UNTIL, 100)) == {}


def instead(minor: int = 100, made: date = UNTIL + DAY, entries: tuple[int, ...] = (1,)) -> Promise:
    return Promise(9, "GBP", minor, made, made + 3 * DAY, made + 5 * DAY, entries)


def test_promised_instead_as_it_did_not_come_it_is_the_same_money() -> None:
    later = UNTIL + 3 * DAY
    gone = claim(ended=ended(ClaimEnd.WITHDRAWN, MADE + DAY))
    anew = instead(made=MADE + DAY)
    for one, word in ((claim(), instead()), (gone, anew)):
        assert besides(one, (later, 300)) == {}
        assert besides(one, (later, 300), promises=(word,)) == {50: 100}
        assert besides(one, (later, 300), promises=(replace(word, minor=40),)) == {50: 40}
        assert besides(one, (later, 300), promises=(replace(word, entries=(2,)),)) == {}
        part = replace(word, minor=300)
        assert besides(one, (later, 300), promises=(part,)) == {}, "a part of the plan"
        back = replace(word, ended=Ending(PromiseEnd.WITHDRAWN, MADE + 2 * DAY))
        assert besides(one, (later, 300), promises=(back,)) == {}
    assert besides(gone, (later, 300), promises=(replace(anew, made_day=MADE),)) == {}, "before"


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(1, 500)), max_size=6),
    st.lists(st.integers(1, 500), max_size=3),
)
def test_each_pound_counts_once_and_never_more_than_was_said(
    came: list[tuple[int, int]], sums: list[int]
) -> None:
    receipts = [(n, SAID + days * DAY, "GBP", minor) for n, (days, minor) in enumerate(came)]
    said = [claim(minor, n) for n, minor in enumerate(sums)]
    found = money_besides(PLAN, said, dict(enumerate(sums)), [], receipts)
    assert sum(found.values()) <= sum(sums)
    assert all(0 < minor <= receipts[id_][3] for id_, minor in found.items())
    in_time = sum(minor for _, day, _, minor in receipts if day <= UNTIL)
    assert sum(found.values()) >= min(in_time, sum(sums))
