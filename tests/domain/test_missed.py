"""Promises missed and not spoken about: which, and what they let us ask for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from creditmate.domain.case_picture import picture
from creditmate.domain.chasing import OpenEntry, waterfall
from creditmate.domain.missed import claimed, is_agreed_anew, unanswered
from creditmate.domain.money import Money
from creditmate.domain.plan_terms import Meanwhile
from creditmate.domain.plans import Plan, PlanItem, PlanStanding, PlanState
from creditmate.domain.priority import Contact, ScorePart
from creditmate.domain.promises import Promise, PromiseState, Standing
from creditmate.domain.work_reasons import Reason, ReasonCode
from creditmate.domain.workcase import CallBack, Case
from creditmate.domain.worklist import Channel, Kind, work_line
from tests.domain.worklist_cases import (
    DAY,
    TODAY,
    case_of,
    codes_of,
    entry,
    line_of,
    promised,
)

BROKEN, PART_KEPT = PromiseState.BROKEN, PromiseState.PART_KEPT


def missed(
    minor: int,
    until: int = -1,
    *,
    came: int = 0,
    number: int = 1,
    currency: str = "GBP",
    meant: tuple[int, ...] = (),
) -> Standing:
    """A promise not kept whose last day of grace was ``until`` days from today."""
    last = TODAY + until * DAY
    promise = Promise(number, currency, minor, last - 9 * DAY, last - 2 * DAY, last, meant)
    return Standing(promise, PART_KEPT if came else BROKEN, came, 0)


def pounds(minor: int) -> Money:
    return Money(minor, "GBP")


# ---------------------------------------------------------------- which are unanswered


def test_a_small_promise_kept_later_does_not_hide_a_large_broken_one() -> None:
    kept = promised(5_000, PromiseState.KEPT, until=-1, came=5_000, made=-30, number=2)
    case = case_of(entry(1, 20, 100_000))._replace(standings=(missed(100_000, -9), kept))
    line = line_of(case)
    assert line.kind is Kind.PROMISE_NOT_KEPT
    assert line.reasons[0] == Reason(
        ReasonCode.PROMISE_BROKEN, amount=pounds(100_000), day=TODAY - 11 * DAY
    )
    assert line.parts[0].code is ScorePart.PROMISE_NOT_KEPT


@pytest.mark.parametrize(("talk", "answered"), [
    (None, False), (-9, False), (-8, True), (0, True), (1, False),
])  # fmt: skip
def test_a_talk_answers_what_was_missed_before_it(talk: int | None, answered: bool) -> None:
    day = None if talk is None else TODAY + talk * DAY
    assert (unanswered([missed(500, -9)], day, TODAY) == []) is answered


def test_a_promise_made_since_answers_and_one_made_before_does_not() -> None:
    broken = missed(500, -9)
    assert unanswered([broken, promised(100, made=-8, number=2)], None, TODAY) == []
    assert unanswered([broken, promised(100, made=-9, number=2)], None, TODAY) == [broken]


def test_each_is_judged_by_its_own_last_day_of_grace() -> None:
    old, new = missed(900, -20), missed(100, -3, number=2)
    assert unanswered([old, new], TODAY - 5 * DAY, TODAY) == [new]


def test_the_most_missing_comes_first_and_of_equal_ones_the_oldest() -> None:
    small, large = missed(500, -2), missed(90_000, -1, came=80_000, number=2)
    yen = missed(300, -1, number=3, currency="JPY")
    twin = missed(500, -1, number=4)
    assert unanswered([twin, small, yen, large], None, TODAY) == [yen, large, small, twin]


def test_a_try_that_reached_nobody_answers_nothing_but_its_next_day_is_waited_for() -> None:
    case = case_of(entry(1, 20, 900))._replace(
        standings=(missed(900),),
        last_contact=Contact(TODAY, reached=False),
    )
    assert line_of(case).kind is Kind.PROMISE_NOT_KEPT
    again = case._replace(call_backs=(CallBack(TODAY + DAY, TODAY),))
    assert work_line(again, TODAY) is None
    before = case._replace(call_backs=(CallBack(TODAY + DAY, TODAY - DAY),))
    assert line_of(before).kind is Kind.PROMISE_NOT_KEPT


def test_a_talk_before_the_last_try_still_counts() -> None:
    tried = Contact(TODAY - DAY, reached=False)
    case = case_of(entry(1, 20, 900))._replace(standings=(missed(900, -5),), last_contact=tried)
    assert line_of(case).kind is Kind.PROMISE_NOT_KEPT
    assert line_of(case._replace(last_answer=TODAY - 4 * DAY)).kind is Kind.FOLLOW_UP
    elsewhere = case._replace(last_talk=TODAY - 4 * DAY)  # about something else
    assert line_of(elsewhere).kind is Kind.PROMISE_NOT_KEPT


def test_every_unanswered_promise_is_told() -> None:
    case = case_of(entry(1, 20, 9_000))._replace(
        standings=(missed(100, -3), missed(800, -1, number=2))
    )
    told = [reason.amount for reason in line_of(case).reasons[:2]]
    assert told == [pounds(800), pounds(100)]


def test_one_in_a_currency_in_which_nothing_is_asked_is_not_told() -> None:
    case = case_of(entry(1, 20, 9_000, disputed=9_000), entry(2, 5, 700, "EUR"))
    line = line_of(case._replace(standings=(missed(9_000),)))
    assert line.kind is Kind.FOLLOW_UP
    assert line.amounts == (Money(700, "EUR"),)
    assert ReasonCode.PROMISE_BROKEN not in [reason.code for reason in line.reasons]


# ---------------------------------------------------------------- what is not yet due


def early(
    minor: int, *, due_in: int = 20, promise: int = 500, disputed: int = 0, credit: int = 0
) -> Case:
    """A customer who missed a promise to pay an invoice before its due day."""
    case = case_of(entry(1, -due_in, minor, disputed=disputed))
    return case._replace(standings=(missed(promise, meant=(1,)),), unallocated=(pounds(-credit),))


def test_a_promise_missed_about_what_is_not_yet_due_is_on_the_list_that_morning() -> None:
    line = line_of(early(500))
    assert (line.kind, line.channel, line.days_late) == (
        Kind.PROMISE_NOT_KEPT, Channel.CALL, -20,
    )  # fmt: skip
    assert line.amounts == (pounds(500),)
    assert line.reasons[0].code is ReasonCode.PROMISE_BROKEN
    assert work_line(case_of(entry(1, -20, 500)), TODAY) is None


@pytest.mark.parametrize("due_in", [0, 3, 7, 8, 60])
def test_it_asks_for_what_is_missing_of_the_promise_and_no_more(due_in: int) -> None:
    line = line_of(early(90_000, due_in=due_in))
    assert line.amounts == (pounds(500),)
    assert ReasonCode.DUE_SOON not in [reason.code for reason in line.reasons]


@pytest.mark.parametrize(("disputed", "credit", "asked"), [
    (0, 0, 500), (600, 0, 400), (0, 700, 300), (300, 400, 300), (1000, 0, 0), (0, 1000, 0),
])  # fmt: skip
def test_what_is_disputed_or_covered_is_not_claimed(disputed: int, credit: int, asked: int) -> None:
    line = work_line(early(1000, disputed=disputed, credit=credit), TODAY)
    assert (() if line is None else line.amounts) == ((pounds(asked),) if asked else ())


def test_what_it_meant_that_is_overdue_counts_towards_it() -> None:
    case = case_of(entry(1, 5, 200), entry(2, -20, 1000), entry(3, 2, 30))
    line = line_of(case._replace(standings=(missed(500, meant=(1, 2)),)))
    assert line.amounts == (pounds(200 + 30 + 300),)


def test_one_that_meant_nothing_claims_nothing_that_is_not_due() -> None:
    case = case_of(entry(1, -20, 1000))._replace(standings=(missed(500),))
    assert work_line(case, TODAY) is None
    euros = case._replace(standings=(missed(500, currency="EUR", meant=(1,)),))
    assert work_line(euros, TODAY) is None


def test_answered_it_is_off_the_list_again() -> None:
    assert work_line(early(500)._replace(last_contact=Contact(TODAY)), TODAY) is None


STANDINGS = st.lists(
    st.builds(
        lambda number, minor, currency, meant: missed(
            minor, number=number, currency=currency, meant=tuple(meant)
        ),
        st.integers(1, 9), st.integers(1, 5000), st.sampled_from(["GBP", "EUR"]),
        st.sets(st.integers(1, 5)),
    ),
    max_size=4,
)  # fmt: skip
ENTRIES = st.lists(
    st.builds(
        entry, st.integers(1, 5), st.integers(-30, 9), st.integers(1, 5000),
        st.sampled_from(["GBP", "EUR"]), st.integers(0, 5000),
    ),
    max_size=5, unique_by=lambda row: row.id,
).map(tuple)  # fmt: skip


@given(ENTRIES, STANDINGS, st.integers(0, 5000))
def test_claims_ask_each_penny_once_and_never_more_than_was_missed(
    entries: tuple[OpenEntry, ...], standings: list[Standing], credit: int
) -> None:
    case = case_of(*entries)._replace(
        standings=tuple(standings),
        unallocated=(pounds(-credit),),
    )
    seen = picture(case, TODAY)
    for currency in ("GBP", "EUR"):
        same = [p for p in seen.portions if p.entry.currency == currency]
        asked = sum(m.minor for m in seen.asked if m.currency == currency)
        assert asked <= sum(p.chaseable_minor for p in same)
        unfilled = sum(s.unfilled_minor for s in standings if s.promise.currency == currency)
        assert sum(m.minor for m in seen.claims if m.currency == currency) <= unfilled


def test_two_promises_of_one_invoice_claim_it_once() -> None:
    portions = waterfall([entry(1, -20, 700)], [], TODAY)
    free = [(portion, pounds(portion.chaseable_minor)) for portion in portions]
    both = [missed(500, meant=(1,)), missed(400, number=2, meant=(1,))]
    assert claimed(both, free, TODAY) == [(portions[0], pounds(700))]


# ---------------------------------------------------------------- waiting for the bank


def waiting(minor: int, owed: int, *more: CallBack) -> Case:
    state = promised(minor, PromiseState.CHECK_BANK, until=-1)
    return case_of(entry(1, 9, owed))._replace(standings=(state,), call_backs=more)


def test_a_pound_that_waits_for_the_bank_does_not_hide_ten_thousand() -> None:
    line = line_of(waiting(100, 1_000_000))
    assert (line.kind, line.channel) == (Kind.FOLLOW_UP, Channel.CALL)
    assert line.amounts == (pounds(999_900),)
    codes = [reason.code for reason in line.reasons]
    assert codes.index(ReasonCode.OVERDUE) < codes.index(ReasonCode.CHECK_BANK)


@pytest.mark.parametrize(("owed", "kind"), [
    (500, Kind.CHECK_MONEY), (1000, Kind.CHECK_MONEY), (1001, Kind.FOLLOW_UP),
])  # fmt: skip
def test_the_bank_comes_first_while_no_more_is_asked_besides(owed: int, kind: Kind) -> None:
    assert line_of(waiting(500, owed)).kind is kind


def test_while_a_call_back_pauses_the_customer_the_bank_is_still_looked_at() -> None:
    line = line_of(waiting(100, 1_000_000, CallBack(TODAY + DAY, TODAY)))
    assert (line.kind, line.amounts) == (Kind.CHECK_MONEY, (pounds(100),))
    assert codes_of(waiting(100, 1_000_000, CallBack(TODAY + DAY, TODAY)))[0] is (
        ReasonCode.CHECK_BANK
    )


# ---------------------------------------------------------------- a plan agreed since


def agreed(days_ago: int, *items: PlanItem, state: PlanState = PlanState.RUNNING) -> PlanStanding:
    plan = Plan(
        1, 1, None, TODAY - days_ago * DAY, "P-1", None, "Ann", None, "GBP",
        sum(one.minor for one in items), "month", "transfer", "", Meanwhile.RUNS, 7, "", items, (),
    )  # fmt: skip
    return PlanStanding(plan, state, ())


def anew(plan: PlanStanding, *open_: OpenEntry, meant: tuple[int, ...] = (1,)) -> bool:
    free = [(one, pounds(one.chaseable_minor)) for one in waterfall(open_, [], TODAY)]
    return is_agreed_anew(missed(500, -3, meant=meant), [plan], free)


def test_a_plan_that_is_kept_takes_the_place_of_the_day() -> None:
    whole, half = PlanItem(1, 500), PlanItem(1, 300)
    assert anew(agreed(1, whole), entry(1, 9, 500))
    assert anew(agreed(1, whole)), "nothing may be asked of it"
    assert not anew(agreed(1, half), entry(1, 9, 500)), "200 are in no plan"
    assert not anew(agreed(1, whole), entry(2, 9, 500), entry(1, 9, 500), meant=(1, 2))
    assert not anew(agreed(1, whole), entry(1, 9, 500), meant=(2,))
    assert not anew(agreed(1, whole), entry(1, 9, 500), meant=())
    assert not anew(agreed(1, whole, state=PlanState.DEFAULTED), entry(1, 9, 500))
    assert not anew(agreed(5, whole), entry(1, 9, 500)), "their day was named later, or is its own"


@given(st.integers(1, 900), st.integers(1, 900), st.integers(0, 900))
def test_what_is_in_question_or_in_the_plan_never_brings_the_day_back(
    open_: int, planned: int, disputed: int
) -> None:
    found = anew(agreed(1, PlanItem(1, planned)), entry(1, 9, open_, disputed=disputed))
    assert found == (open_ <= min(disputed, open_) + planned)
