"""How a plan stands, worked out from the money; and what of its items is left in peace."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.arranged import Arranged, arranged, planned_by_entry
from creditmate.domain.chasing import OpenEntry, waterfall
from creditmate.domain.money import Money
from creditmate.domain.plan_filling import PlanMoney, Used, spent_on_plans
from creditmate.domain.plan_standing import plan_standings
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import (
    Instalment,
    InstalmentState,
    Plan,
    PlanEvent,
    PlanEventKind,
    PlanItem,
    PlanStanding,
    PlanState,
)
from creditmate.domain.promises import Cash, Ending, Promise, PromiseEnd, promise_states

MADE = date(2026, 12, 3)
DUE = (date(2026, 12, 18), date(2027, 1, 18), date(2027, 2, 18))
CURE = tuple(day + timedelta(14) for day in DUE)
WROTE = tuple(day + timedelta(7) for day in DUE)
DAY = timedelta(1)


def _plan(*events: PlanEvent, id_: int = 7, parts: tuple[int, ...] = (300, 300, 400)) -> Plan:
    return Plan(
        id=id_, customer_id=1, interaction_id=None, day=MADE, number="P-2612-001", contact_id=None,
        by_whom="Ellen", staff_id=None, currency="GBP", minor=sum(parts), rhythm="month",
        method="transfer", reference="P-2612-001", interest=Meanwhile.WAIVED, cure_days=7, note="",
        items=(PlanItem(1, 600), PlanItem(2, sum(parts) - 600)),
        instalments=tuple(
            Instalment(place, due, cure, minor)
            for place, (due, cure, minor) in enumerate(zip(DUE, CURE, parts, strict=False), 1)
        ),
        events=events,
    )  # fmt: skip


def _came(day: date, minor: int, id_: int = 50, spent: Mapping[int, int] | None = None) -> Cash:
    return Cash(id_, day, "GBP", minor, spent=spent or {})


def _standing(
    as_at: date,
    *cash: Cash,
    plan: Plan | None = None,
    posted: date | None = date.max,
    open_of: Mapping[int, int] | None = None,
    paid_on: Mapping[tuple[int, int], int] | None = None,
    written: tuple[date, ...] = WROTE,
    promises: tuple[Promise, ...] = (),
) -> PlanStanding:
    plan = plan or _plan()
    whole = {1: 600, 2: plan.minor - 600}
    known = tuple(day for day in written if day <= as_at)
    money = PlanMoney(
        cash, whole if open_of is None else open_of, paid_on or {},
        promises=tuple(one for one in promises if one.made_day <= as_at), written=known,
    )  # fmt: skip
    (found,), _ = plan_standings([plan], money, posted, as_at)
    return found


def _states(standing: PlanStanding) -> list[str]:
    return [one.state.value for one in standing.instalments]


def test_nothing_is_due_yet() -> None:
    standing = _standing(DUE[0])
    assert (standing.state, standing.is_kept) == (PlanState.RUNNING, True)
    assert _states(standing) == ["open", "open", "open"]
    assert (standing.missing_minor, standing.came_minor, standing.missed_minor) == (1000, 0, 0)
    first = standing.next_due
    assert first is not None
    assert first.instalment.place == 1


def test_kept_so_far() -> None:
    standing = _standing(date(2026, 12, 20), _came(DUE[0], 300))
    assert standing.state is PlanState.KEPT
    assert _states(standing) == ["paid", "open", "open"]
    assert standing.instalments[0].filled_day == DUE[0]


def test_all_of_it_came() -> None:
    sums = enumerate(zip(DUE, (300, 300, 400), strict=True))
    cash = [_came(day, minor, 50 + n) for n, (day, minor) in sums]
    assert _standing(DUE[2], *cash).state is PlanState.COMPLETED
    assert _standing(DUE[2], *cash).next_due is None


def test_paid_early() -> None:
    rest = _came(date(2027, 1, 2), 700, 51)
    standing = _standing(rest.day, _came(DUE[0], 300), rest)
    assert (standing.state, standing.is_kept) == (PlanState.PAID_EARLY, False)


def test_a_part_is_missed_while_it_may_still_come() -> None:
    missed = _standing(DUE[0] + DAY)
    assert missed.state is PlanState.MISSED
    assert _states(missed) == ["missed", "open", "open"]
    assert missed.missed_minor == 300
    last = _standing(CURE[0])
    assert (last.state, last.is_kept) == (PlanState.MISSED, True)


def test_it_is_in_default_on_the_first_day_after() -> None:
    standing = _standing(CURE[0] + DAY)
    assert (standing.state, standing.is_kept) == (PlanState.DEFAULTED, False)
    assert standing.defaulted_day == CURE[0] + DAY
    assert _states(standing) == ["defaulted", "open", "open"]


def test_until_cash_is_posted_so_far_the_bank_is_looked_at_first() -> None:
    unknown = _standing(DUE[0] + DAY, posted=DUE[0] - DAY)
    assert (unknown.state, len(unknown.to_check)) == (PlanState.CHECK_BANK, 1)
    assert _standing(DUE[0] + DAY, posted=None).state is PlanState.CHECK_BANK
    assert _standing(DUE[0] + DAY, posted=DUE[0]).state is PlanState.MISSED
    # long past its time, but nobody has seen the money of its last days
    late = _standing(CURE[0] + 9 * DAY, posted=CURE[0] - DAY)
    assert late.state is PlanState.MISSED
    assert _standing(CURE[0] + 9 * DAY, posted=CURE[0]).state is PlanState.DEFAULTED


def test_a_part_that_came_late_within_its_time_is_cured() -> None:
    standing = _standing(CURE[0] + DAY, _came(CURE[0], 300))
    assert (standing.state, standing.is_kept) == (PlanState.CURED, True)
    assert _states(standing) == ["cured", "open", "open"]


def test_what_came_after_its_time_leaves_it_in_default() -> None:
    late = _came(CURE[0] + DAY, 300)
    standing = _standing(CURE[0] + 2 * DAY, late)
    assert standing.state is PlanState.DEFAULTED
    assert _states(standing) == ["paid_late", "open", "open"]
    everything = _standing(CURE[0] + 2 * DAY, _came(CURE[0] + DAY, 1000))
    assert everything.state is PlanState.PAID_EARLY  # nothing is left to talk of


def test_a_part_of_a_part() -> None:
    standing = _standing(DUE[0] + DAY, _came(DUE[0], 100))
    first = standing.instalments[0]
    assert (first.state, first.came_minor, first.missing_minor) == (
        InstalmentState.MISSED, 100, 200,
    )  # fmt: skip
    assert standing.missed_minor == 200
    early = _standing(DUE[0], _came(MADE, 350))
    assert _states(early) == ["paid", "open", "open"]
    assert early.instalments[1].came_minor == 50


def test_what_bounced_never_came() -> None:
    bounced = _came(DUE[0], 300), _came(DUE[0] + 4 * DAY, -300, 51)
    assert _standing(DUE[0] + 3 * DAY, *bounced).state is PlanState.KEPT
    assert _standing(DUE[0] + 4 * DAY, *bounced).state is PlanState.MISSED
    again = _standing(DUE[0] + 9 * DAY, *bounced, _came(DUE[0] + 8 * DAY, 300, 52))
    assert again.state is PlanState.CURED


def test_money_from_before_or_for_something_else_is_not_the_plans() -> None:
    assert _standing(DUE[0], _came(MADE - DAY, 300)).came_minor == 0
    assert _standing(DUE[0], _came(DUE[0], 300, spent={7: 200})).came_minor == 100
    assert _standing(DUE[0], Cash(1, DUE[0], "EUR", 300)).came_minor == 0


def test_two_plans_share_no_receipt() -> None:
    second = _plan(id_=8)
    money = PlanMoney((_came(DUE[0], 400),), {1: 600, 2: 400})
    standings, used = plan_standings([_plan(), second], money, date.max, DUE[0])
    assert [one.came_minor for one in standings] == [300, 100]
    assert used == [Used(50, 7, 300, DUE[0]), Used(50, 8, 100, DUE[0])]


def test_it_is_cancelled_and_replaced() -> None:
    for kind in (PlanEventKind.CANCELLED, PlanEventKind.REPLACED):
        plan = _plan(PlanEvent(kind, date(2026, 12, 30), by_plan=9))
        standing = _standing(
            date(2027, 1, 3), _came(DUE[0], 300), _came(date(2026, 12, 30), 50, 51), plan=plan
        )
        assert (standing.state.value, standing.is_kept) == (kind.value, False)
        assert standing.came_minor == 300  # what comes later is not this plan's
        assert planned_by_entry(standing, {1: 600, 2: 400}) == {}


def test_nobody_waits_for_a_part_of_a_plan_that_has_ended() -> None:
    plan = _plan(PlanEvent(PlanEventKind.CANCELLED, date(2026, 12, 30)))
    standing = _standing(date(2027, 1, 30), _came(DUE[0], 300), plan=plan)
    assert _states(standing) == ["paid", "ended", "ended"]
    assert (standing.next_due, standing.missing_minor) == (None, 700)
    assert [one.days_late(date(2027, 1, 30)) for one in standing.instalments] == [0, None, None]


def test_how_late_each_part_came_or_is() -> None:
    today = CURE[0] + DAY
    came = _standing(today, _came(DUE[0] + 3 * DAY, 300))
    assert [one.days_late(today) for one in came.instalments] == [3, None, None]
    missed = _standing(DUE[1] + 2 * DAY, _came(DUE[0] - DAY, 400))
    assert [one.days_late(DUE[1] + 2 * DAY) for one in missed.instalments] == [0, 2, None]
    on_its_day = _standing(DUE[0])
    assert on_its_day.instalments[0].days_late(DUE[0]) is None
    unknown = _standing(DUE[0] + DAY, posted=DUE[0] - DAY)
    assert unknown.instalments[0].days_late(DUE[0] + DAY) is None
    anew = _plan(
        PlanEvent(PlanEventKind.CANCELLED, DUE[0]), PlanEvent(PlanEventKind.REINSTATED, DUE[0])
    )
    again = _standing(DUE[0] + 2 * DAY, plan=anew)
    assert again.instalments[0].days_late(DUE[0] + 2 * DAY) == 2


def test_signing_changes_nothing_but_is_known() -> None:
    signed = _plan(PlanEvent(PlanEventKind.SIGNED, date(2026, 12, 9)))
    assert (signed.signed_day, _plan().signed_day) == (date(2026, 12, 9), None)
    assert _standing(DUE[0], plan=signed).state is PlanState.RUNNING


def test_taken_up_again_what_had_not_come_is_due_that_day() -> None:
    again = date(2027, 1, 5)
    plan = _plan(PlanEvent(PlanEventKind.REINSTATED, again))
    standing = _standing(again, plan=plan)
    assert (standing.state, standing.instalments[0].due_day) == (PlanState.RUNNING, again)
    assert _standing(again + DAY, plan=plan).state is PlanState.MISSED
    wrote = (again + 7 * DAY,)
    assert _standing(again + 14 * DAY, plan=plan, written=wrote).state is PlanState.MISSED
    lapsed = _standing(again + 15 * DAY, plan=plan, written=wrote)
    assert lapsed.defaulted_day == again + 15 * DAY
    assert _standing(again + DAY, _came(again, 300), plan=plan).state is PlanState.KEPT
    cancelled = PlanEvent(PlanEventKind.CANCELLED, date(2026, 12, 10))
    back = _plan(cancelled, PlanEvent(PlanEventKind.REINSTATED, date(2026, 12, 12)))
    assert _standing(DUE[0], _came(DUE[0], 300), plan=back).state is PlanState.KEPT


def test_a_credit_note_shortens_it_at_its_end() -> None:
    credited = _standing(DUE[0], open_of={1: 600, 2: 100})
    assert [one.minor for one in credited.instalments] == [300, 300, 100]
    gone = _standing(DUE[0], open_of={1: 300, 2: 0})
    assert _states(gone) == ["open", "fallen_away", "fallen_away"]
    none = _standing(DUE[0], open_of={})
    assert none.state is PlanState.FALLEN_AWAY, "nothing was paid"
    # what the plan's own money is set against did not fall away
    paid = _standing(DUE[1], _came(DUE[0], 300), open_of={1: 300, 2: 400}, paid_on={(7, 1): 300})
    assert paid.missing_minor == 700


def test_more_open_than_agreed_is_not_in_the_plan() -> None:
    standing = _standing(DUE[0], open_of={1: 700, 2: 400})
    assert planned_by_entry(standing, {1: 700, 2: 400}) == {
        1: Arranged(600, DUE[0]), 2: Arranged(400, DUE[0]),
    }  # fmt: skip


def test_money_that_is_matched_to_nothing_is_taken_off_the_oldest() -> None:
    standing = _standing(DUE[1], _came(DUE[0], 300))
    assert planned_by_entry(standing, {1: 600, 2: 400}) == {
        1: Arranged(300, DUE[1]), 2: Arranged(400, DUE[1]),
    }  # fmt: skip


def test_a_part_that_was_missed_is_talked_of_and_the_rest_left_in_peace() -> None:
    standing = _standing(DUE[0] + DAY)
    assert planned_by_entry(standing, {1: 600, 2: 400}) == {
        1: Arranged(300, DUE[1]), 2: Arranged(400, DUE[1]),
    }  # fmt: skip
    questioned = planned_by_entry(standing, {1: 0, 2: 400})
    assert questioned == {2: Arranged(100, DUE[1])}
    last = _standing(DUE[2] + DAY, _came(DUE[0], 600))
    assert planned_by_entry(last, {1: 0, 2: 400}) == {}


def test_in_default_everything_may_be_asked_for() -> None:
    assert planned_by_entry(_standing(CURE[0] + DAY), {1: 600, 2: 400}) == {}


def test_more_time_leaves_all_of_an_entry_in_peace() -> None:
    until = {2: date(2027, 3, 1), 3: date(2027, 3, 2), 4: date(2027, 3, 2)}
    found = arranged([_standing(DUE[0])], until, {1: 600, 2: 400, 3: 50})
    assert found == {
        1: Arranged(600, DUE[0]), 2: Arranged(400, date(2027, 3, 1)),
        3: Arranged(50, date(2027, 3, 2)),
    }  # fmt: skip


def test_the_days_on_which_it_was_kept() -> None:
    assert _standing(DUE[0]).kept_spans == ((MADE, DUE[0]),)
    late = CURE[0] + 9 * DAY
    assert _standing(late).kept_spans == ((MADE, CURE[0]),)
    again = PlanEvent(PlanEventKind.REINSTATED, late)
    assert _standing(late + DAY, plan=_plan(again)).kept_spans == (
        (MADE, CURE[0]), (late, late + DAY),
    )  # fmt: skip
    ended = PlanEvent(PlanEventKind.CANCELLED, date(2026, 12, 10))
    assert _standing(DUE[0], plan=_plan(ended)).kept_spans == ((MADE, date(2026, 12, 9)),)
    at_once = PlanEvent(PlanEventKind.CANCELLED, MADE)
    assert _standing(DUE[0], plan=_plan(at_once)).kept_spans == ()


# ---------------------------------------------------------------- until when a part may come
def _named(minor: int, made: date, due: date, ended: Ending | None = None) -> Promise:
    return Promise(1, "GBP", minor, made, due, due + 2 * DAY, (1,), ended)


def _ends(*promises: Promise, written: tuple[date, ...] = WROTE) -> date | None:
    late = _standing(DUE[0] + 90 * DAY, _came(DUE[1], 0), written=written, promises=promises)
    return late.defaulted_day


def test_nothing_written_nothing_ended() -> None:
    late = _standing(DUE[0] + 25 * DAY, written=())
    assert (late.state, late.is_kept, late.instalments[0].written_day) == (
        PlanState.MISSED, True, None,
    )  # fmt: skip
    came = _standing(DUE[0] + 26 * DAY, _came(DUE[0] + 26 * DAY, 300), written=())
    assert came.state is PlanState.CURED


@pytest.mark.parametrize(
    ("wrote", "last"), [(0, None), (1, 14), (7, 14), (8, 15), (30, 37)]
)  # fmt: skip
def test_it_ends_seven_days_after_the_letter_and_not_before_its_time(
    wrote: int, last: int | None
) -> None:
    ends = None if last is None else DUE[0] + (last + 1) * DAY
    assert _ends(written=(DUE[0] + wrote * DAY,)) == ends
    if last is not None:
        known = _standing(DUE[0] + 30 * DAY, written=(DUE[0] + wrote * DAY,)).instalments[0]
        assert (known.written_day, known.cure_day) == (
            DUE[0] + wrote * DAY, DUE[0] + last * DAY,
        )  # fmt: skip


def test_a_later_letter_does_not_put_the_end_off() -> None:
    assert _ends(written=(WROTE[0], CURE[0])) == CURE[0] + DAY


def test_a_day_that_they_named_for_what_is_missing_is_waited_for() -> None:
    day = CURE[0] + 6 * DAY
    named = _named(300, DUE[0] + 3 * DAY, day)
    assert _ends(named) == day + 3 * DAY
    assert _standing(day + 2 * DAY, promises=(named,)).state is PlanState.MISSED
    assert _ends(_named(299, DUE[0] + 3 * DAY, day)) == CURE[0] + DAY, "not all of it"
    assert _ends(_named(300, CURE[0] + DAY, day)) == CURE[0] + DAY, "it had ended"
    assert _ends(replace(named, entries=(99,))) == CURE[0] + DAY
    assert _ends(replace(named, currency="EUR")) == CURE[0] + DAY
    again = replace(_named(300, day, day + 9 * DAY), id=2)
    assert _ends(named, again) == day + 12 * DAY, "named anew in time"


def test_a_day_that_was_taken_back_is_waited_for_no_longer() -> None:
    named = _named(300, DUE[0] + 3 * DAY, CURE[0] + 9 * DAY)
    for taken, ends in ((CURE[0] - DAY, CURE[0]), (CURE[0] + 4 * DAY, CURE[0] + 4 * DAY)):
        over = replace(named, ended=Ending(PromiseEnd.WITHDRAWN, taken))
        assert _ends(over) == ends + DAY


def test_of_two_missed_parts_a_day_for_one_is_not_a_day_for_both() -> None:
    made = DUE[1] + 2 * DAY
    written = (DUE[0] + 29 * DAY, DUE[1] + 7 * DAY)
    far = made + 60 * DAY
    both, one = _named(600, made, far), _named(300, made, far)
    for promise, ends in ((both, None), (one, CURE[1] + DAY)):
        found = _standing(DUE[1] + 20 * DAY, written=written, promises=(promise,))
        assert found.defaulted_day == ends


@given(st.lists(st.integers(0, 60), max_size=3), st.lists(st.integers(0, 30), max_size=3))
def test_it_never_ends_without_a_letter_nor_sooner_than_said_on_paper(
    wrote: list[int], named: list[int]
) -> None:
    written = tuple(DUE[0] + timedelta(late) for late in wrote)
    promises = tuple(
        replace(_named(300, DUE[0] + timedelta(late), DUE[0] + timedelta(late + 10)), id=number)
        for number, late in enumerate(named)
    )
    ends = _ends(*promises, written=written)
    letters = [day for day in written if day > DUE[0]]
    if not letters:
        assert ends is None
    elif ends is not None:
        assert ends > max(CURE[0], min(letters) + 7 * DAY)
    assert ends is None or not any(one.made_day < ends <= one.until_day for one in promises)


def test_a_plan_of_later_is_not_known() -> None:
    found, _ = plan_standings([_plan()], PlanMoney(), None, MADE - DAY)
    assert found == []


def test_no_receipt_keeps_a_plan_and_a_promise_about_something_else() -> None:
    plan, until = _plan(), DUE[0] + 2 * DAY
    elsewhere = Promise(1, "GBP", 300, MADE, DUE[0], until, (99,))
    the_part = replace(elsewhere, id=2, entries=(1,))
    cash = _came(DUE[0], 300)
    _, used = plan_standings([plan], PlanMoney((cash,), {1: 600, 2: 400}), date.max, DUE[0])
    spent = spent_on_plans(used, [plan], [elsewhere, the_part])
    assert spent == {50: {1: 300}}
    told = replace(cash, spent=spent[50])
    for promise, came in ((elsewhere, 0), (the_part, 300)):
        (found,) = promise_states([promise], [told], date.max, DUE[0], {})
        assert found.came_minor == came
        (later,) = promise_states([promise], [told], date.max, until + 9 * DAY, {})
        assert later.came_minor + later.late_minor == came


MONEY = st.lists(st.tuples(st.integers(0, 100), st.integers(-400, 900).filter(bool)), max_size=6)


@given(
    MONEY,
    st.integers(0, 120),
    st.integers(0, 120),
    st.tuples(st.integers(0, 600), st.integers(0, 400)),
    st.lists(st.tuples(st.sampled_from(list(PlanEventKind)), st.integers(0, 90)), max_size=3),
)
@pytest.mark.filterwarnings("error")
def test_whatever_happens_each_penny_is_in_one_place(
    rows: list[tuple[int, int]],
    posted: int,
    day: int,
    left: tuple[int, int],
    events: list[tuple[PlanEventKind, int]],
) -> None:
    as_at = MADE + timedelta(day)
    done = sorted((MADE + timedelta(late), kind) for kind, late in events if late <= day)
    plan = _plan(*(PlanEvent(kind, when) for when, kind in done))
    cash = tuple(_came(MADE + timedelta(at), minor, 50 + n) for n, (at, minor) in enumerate(rows))
    open_of = {1: left[0], 2: left[1]}
    money = PlanMoney(cash, open_of, written=WROTE)
    (standing,), used = plan_standings([plan], money, MADE + timedelta(posted), as_at)
    came = sum(one.minor for one in cash if one.day <= as_at)
    assert sum(one.minor for one in used) == standing.came_minor
    assert standing.came_minor <= max(came, 0) + sum(-c.minor for c in cash if c.minor < 0)
    assert all(
        0 <= one.came_minor <= one.minor <= one.instalment.minor for one in standing.instalments
    )
    planned = planned_by_entry(standing, open_of)
    assert sum(one.minor for one in planned.values()) <= standing.missing_minor
    assert bool(planned) <= standing.is_kept
    entries = [
        OpenEntry(id_, "GBP", MADE, MADE, minor, 0, planned[id_].minor if id_ in planned else 0)
        for id_, minor in open_of.items()
    ]
    for portion in waterfall(entries, (), as_at):
        parts = portion.disputed_minor + portion.planned_minor + portion.promised_minor
        assert parts + portion.claimed_minor + portion.chaseable_minor == portion.entry.open_minor
        assert portion.chaseable_minor >= 0
    if standing.state is PlanState.MISSED:
        free = sum(open_of.values()) - sum(one.minor for one in planned.values())
        assert free >= min(standing.missed_minor, sum(open_of.values()))
    for first, last in standing.kept_spans:
        assert MADE <= first <= last <= as_at


# ---------------------------------------------------------------- money, plans and promises


def _elsewhere(minor: int, due: date, *entries: int) -> Promise:
    return Promise(1, "GBP", minor, MADE, due, due + 2 * DAY, entries)


def _used(money: PlanMoney, as_at: date) -> int:
    _, used = plan_standings([_plan()], money, date.max, as_at)
    return sum(one.minor for one in used)


def test_money_matched_to_nothing_goes_to_the_earliest_day() -> None:
    whole, cash = {1: 600, 2: 400}, (_came(DUE[0], 700),)
    between = _elsewhere(200, date(2027, 1, 5), 99)
    assert _used(PlanMoney(cash, whole, promises=(between,)), DUE[0]) == 500
    after = _elsewhere(200, DUE[2] + DAY, 99)
    assert _used(PlanMoney(cash, whole, promises=(after,)), DUE[0]) == 700
    about_an_item = _elsewhere(200, date(2027, 1, 5), 1)
    assert _used(PlanMoney(cash, whole, promises=(about_an_item,)), DUE[0]) == 700
    taken_back = replace(between, ended=Ending(PromiseEnd.WITHDRAWN, DUE[0]))
    assert _used(PlanMoney(cash, whole, promises=(taken_back,)), DUE[0]) == 700
    in_euro = replace(between, currency="EUR")
    assert _used(PlanMoney(cash, whole, promises=(in_euro,)), DUE[0]) == 700
    too_late = replace(between, until_day=DUE[0] - DAY)
    assert _used(PlanMoney(cash, whole, promises=(too_late,)), DUE[0]) == 700


def test_what_is_matched_to_something_else_keeps_the_promise_and_not_the_plan() -> None:
    promise = _elsewhere(200, date(2027, 1, 5), 99)
    cash = (_came(DUE[0], 700, spent={7: 200}),)
    money = PlanMoney(cash, {1: 600, 2: 400}, outside={50: 200}, promises=(promise,))
    assert _used(money, DUE[0]) == 500  # the promise has its 200, the rest is free


def test_what_is_matched_to_the_plan_fills_it_before_any_promise() -> None:
    promise = _elsewhere(900, MADE + DAY, 99)
    cash = (_came(MADE + DAY, 900),)
    money = PlanMoney(cash, {1: 0, 2: 400}, matched={(50, 7): 600}, promises=(promise,))
    assert _used(money, DUE[0]) == 600


def test_money_for_a_part_of_later_keeps_a_promise_of_an_earlier_day() -> None:
    cash = _came(MADE + 9 * DAY, 200)
    money = PlanMoney((cash,), {1: 400, 2: 400}, matched={(50, 7): 200})
    _, used = plan_standings([_plan()], money, date.max, DUE[0])
    assert used == [Used(50, 7, 200, DUE[0])]
    for due, came in ((DUE[0] - DAY, 150), (DUE[0], 0), (DUE[0] + DAY, 0)):
        promise = _elsewhere(150, due, 99)
        spent = spent_on_plans(used, [_plan()], [promise]).get(50, {})
        (found,) = promise_states([promise], [replace(cash, spent=spent)], date.max, DUE[1], {})
        assert found.came_minor == came, "the part was to come first"


@given(st.integers(1, 1000), st.integers(1, 1000), st.integers(0, 70), st.integers(1, 70))
def test_whoever_pays_before_a_promise_and_before_any_part_has_kept_it(
    paid: int, promised: int, at: int, days: int
) -> None:
    promise = _elsewhere(promised, MADE + timedelta(days), 99)
    cash = _came(MADE + timedelta(min(at, days)), max(paid, promised))
    money = PlanMoney((cash,), {1: 600, 2: 400}, matched={(50, 7): 1000})
    _, used = plan_standings([_plan()], money, date.max, DUE[2])
    spent = spent_on_plans(used, [_plan()], [promise]).get(50, {})
    (found,) = promise_states([promise], [replace(cash, spent=spent)], date.max, DUE[2], {})
    to_come_before = sum(one.minor for one in _plan().instalments if one.due_day <= promise.due_day)
    assert found.came_minor >= min(promised, cash.minor - to_come_before)


def test_a_part_that_came_after_its_time_and_before_the_plan_was_taken_up() -> None:
    again = PlanEvent(PlanEventKind.REINSTATED, CURE[0] + 9 * DAY)
    late = _came(CURE[0] + DAY, 300)
    standing = _standing(again.day, late, plan=_plan(again))
    assert (standing.state, _states(standing)[0]) == (PlanState.CURED, "paid_late")


def test_the_plan_knows_its_amount() -> None:
    assert _plan().amount == Money(1000, "GBP")
