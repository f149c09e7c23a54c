"""«We have paid»: how long it is believed, and what became of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from creditmate.domain.chasing import OpenEntry, pay_now, waterfall
from creditmate.domain.claim_search import MoneyIn, likeness
from creditmate.domain.claims import (
    Claim,
    ClaimEnd,
    ClaimEnding,
    ClaimStanding,
    ClaimState,
    believed_until,
    claim_standings,
)
from creditmate.domain.dates import Calendar
from creditmate.domain.missed import is_believed, unfound
from creditmate.domain.money import Money
from creditmate.domain.promises import Cash, Promise, PromiseState, Standing

SAID = date(2026, 11, 16)  # a Monday
DAY = timedelta(days=1)
UNTIL = SAID + DAY

CLAIM = Claim(
    id=1, customer_id=7, interaction_id=None, day=SAID, by_whom="Ann", paid_day=SAID,
    method="transfer", reference="", currency="GBP", minor=500, until_day=UNTIL, entries=(1,),
)  # fmt: skip


def standing(
    claim: Claim,
    as_at: date,
    *,
    cash: tuple[Cash, ...] = (),
    posted: date | None = None,
    left: int = 500,
) -> ClaimStanding:
    (found,) = claim_standings([claim], cash, posted, as_at, {claim.id: left})
    return found


def ended(kind: ClaimEnd, day: date, claim: Claim = CLAIM) -> Claim:
    return replace(claim, ended=ClaimEnding(kind, day))


# ---------------------------------------------------------------- how long


@pytest.mark.parametrize(
    ("paid", "said", "days", "until"),
    [
        (SAID, SAID, 1, SAID + DAY),
        (SAID, SAID, 5, SAID + 7 * DAY),  # a cheque sent on Monday: next Monday
        (SAID - 10 * DAY, SAID, 1, SAID + DAY),  # sent long ago, spoken of today
        (SAID + 4 * DAY, SAID + 4 * DAY, 3, SAID + 9 * DAY),  # a card on Friday: Wednesday
    ],
)
def test_it_is_believed_for_working_days_from_when_it_was_sent_or_said(
    paid: date, said: date, days: int, until: date
) -> None:
    assert believed_until(paid, said, days, Calendar()) == until


# ---------------------------------------------------------------- states


def test_it_waits_then_the_bank_is_looked_at_then_it_is_not_found() -> None:
    assert standing(CLAIM, UNTIL).state is ClaimState.WAITING
    late = UNTIL + DAY
    assert standing(CLAIM, late).state is ClaimState.CHECK_BANK
    assert standing(CLAIM, late, posted=SAID).state is ClaimState.CHECK_BANK
    assert standing(CLAIM, late, posted=UNTIL).state is ClaimState.NOT_FOUND


def test_money_of_the_customers_from_that_day_on_is_it() -> None:
    came = (Cash(1, SAID + DAY, "GBP", 500),)
    assert standing(CLAIM, SAID + DAY, cash=came).state is ClaimState.FOUND
    assert standing(CLAIM, SAID, cash=came).state is ClaimState.WAITING
    part = standing(CLAIM, UNTIL, cash=(Cash(1, UNTIL, "GBP", 200),))
    assert (part.state, part.missing_minor) == (ClaimState.WAITING, 300)
    for other in (Cash(1, SAID - DAY, "GBP", 500), Cash(1, SAID, "EUR", 500)):
        assert standing(CLAIM, UNTIL, cash=(other,)).state is ClaimState.WAITING


def test_each_receipt_is_one_claims_and_a_bounce_takes_it_back() -> None:
    later = replace(CLAIM, id=2, paid_day=SAID + 7 * DAY, day=SAID + 7 * DAY)
    cash = [Cash(1, SAID + DAY, "GBP", 500), Cash(2, SAID + 8 * DAY, "GBP", 500)]
    on = SAID + 9 * DAY
    found = claim_standings([later, CLAIM], cash, on, on, {1: 500, 2: 500})
    assert [(one.claim.id, one.state) for one in found] == [
        (1, ClaimState.FOUND), (2, ClaimState.FOUND),
    ]  # fmt: skip
    cash.append(Cash(3, SAID + 9 * DAY, "GBP", -500, takes=2))
    found = claim_standings([later, CLAIM], cash, None, on, {1: 500, 2: 500})
    assert [one.missing_minor for one in found] == [0, 500]


def test_what_is_settled_otherwise_is_waited_for_no_more() -> None:
    assert standing(CLAIM, UNTIL, left=0).state is ClaimState.SETTLED
    everything = replace(CLAIM, minor=None)
    assert standing(everything, UNTIL, left=0).state is ClaimState.SETTLED
    assert standing(everything, UNTIL, left=70).missing_minor == 70


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        (ClaimEnd.FOUND, ClaimState.FOUND),
        (ClaimEnd.NOT_FOUND, ClaimState.NOT_FOUND),
        (ClaimEnd.WITHDRAWN, ClaimState.WITHDRAWN),
        (ClaimEnd.REPLACED, ClaimState.REPLACED),
    ],
)
def test_what_was_put_down_of_it_counts_from_its_day(kind: ClaimEnd, state: ClaimState) -> None:
    claim = ended(kind, UNTIL)
    assert standing(claim, SAID).state is ClaimState.WAITING
    assert standing(claim, UNTIL).state is state


def test_what_was_looked_for_in_vain_may_come_all_the_same() -> None:
    claim = ended(ClaimEnd.NOT_FOUND, SAID)
    assert standing(claim, UNTIL, cash=(Cash(1, UNTIL, "GBP", 500),)).state is ClaimState.FOUND
    gone = ended(ClaimEnd.WITHDRAWN, SAID)
    assert standing(gone, UNTIL, cash=(Cash(1, UNTIL, "GBP", 500),)).missing_minor == 500


def test_what_is_said_later_is_not_known_yet() -> None:
    assert claim_standings([CLAIM], [], None, SAID - DAY, {}) == []


# ---------------------------------------------------------------- chasing


def entry(id_: int, late: int, minor: int, *, disputed: int = 0) -> OpenEntry:
    due = UNTIL - late * DAY
    return OpenEntry(id_, "GBP", due - 30 * DAY, due, minor, disputed)


def chaseable(entries: list[OpenEntry], *claims: ClaimStanding) -> dict[int, int]:
    return {p.entry.id: p.chaseable_minor for p in waterfall(entries, [], UNTIL, claims)}


def test_a_claim_takes_out_what_it_is_about_then_what_is_overdue_and_no_more() -> None:
    entries = [entry(1, 3, 400), entry(2, 9, 900), entry(3, -5, 100)]
    assert chaseable(entries, standing(CLAIM, UNTIL)) == {1: 0, 2: 800, 3: 100}


def test_a_claim_of_no_amount_is_about_its_entries_alone() -> None:
    entries = [entry(1, 3, 400), entry(2, 9, 900)]
    claim = replace(CLAIM, minor=None)
    assert chaseable(entries, standing(claim, UNTIL, left=400)) == {1: 0, 2: 900}


def test_what_is_in_question_stays_in_question_and_a_lost_claim_holds_nothing() -> None:
    entries = [entry(1, 3, 400, disputed=300)]
    (portion,) = waterfall(entries, [], UNTIL, [standing(CLAIM, UNTIL)])
    assert (portion.disputed_minor, portion.claimed_minor, portion.chaseable_minor) == (300, 100, 0)
    lost = standing(CLAIM, UNTIL + DAY, posted=UNTIL)
    assert chaseable(entries, lost) == {1: 100}


def promise(minor: int, *entries: int, state: PromiseState = PromiseState.OPEN) -> Standing:
    made = Promise(9, "GBP", minor, SAID - 9 * DAY, SAID, SAID + 2 * DAY, entries)
    return Standing(made, state, 0, 0)


def test_what_a_promise_was_to_bring_and_is_said_to_be_paid_covers_nothing_else() -> None:
    entries = [entry(1, 3, 500), entry(2, 9, 900)]
    found = waterfall(entries, [promise(500, 1)], UNTIL, [standing(CLAIM, UNTIL)])
    assert {p.entry.id: (p.claimed_minor, p.promised_minor) for p in found} == {
        1: (500, 0), 2: (0, 0),
    }  # fmt: skip


def test_please_pay_now_says_what_is_on_its_way() -> None:
    portions = waterfall([entry(1, 3, 900)], [], UNTIL, [standing(CLAIM, UNTIL)])
    pays = pay_now(portions, Money(-600, "GBP"), UNTIL)
    assert (pays.said_paid, pays.unmatched, pays.due) == (
        Money(500, "GBP"), Money(400, "GBP"), Money(0, "GBP"),
    )  # fmt: skip


# ---------------------------------------------------------------- lost, and believed


LOST = standing(CLAIM, UNTIL + 2 * DAY, posted=UNTIL)


@pytest.mark.parametrize(
    ("last_talk", "is_lost"),
    [(None, True), (SAID, True), (UNTIL, True), (UNTIL + DAY, False)],
)
def test_a_lost_claim_is_asked_about_until_somebody_was_reached(
    last_talk: date | None, is_lost: bool
) -> None:
    found = unfound([LOST], [], last_talk, UNTIL + 2 * DAY)
    assert found == ([LOST] if is_lost else [])


@pytest.mark.parametrize(("last_talk", "is_lost"), [(SAID, True), (SAID + DAY, False)])
def test_the_talk_that_made_a_claim_does_not_answer_it_when_it_is_lost_the_same_day(
    last_talk: date, is_lost: bool
) -> None:
    gone = standing(ended(ClaimEnd.NOT_FOUND, SAID), SAID + DAY)
    assert unfound([gone], [], last_talk, SAID + DAY) == ([gone] if is_lost else [])


def test_a_promise_made_since_answers_a_lost_claim() -> None:
    since = Promise(3, "GBP", 5, UNTIL + DAY, UNTIL + 9 * DAY, UNTIL + 9 * DAY)
    assert unfound([LOST], [Standing(since, PromiseState.OPEN, 0, 0)], None, UNTIL + 2 * DAY) == []


def test_whoever_looked_in_vain_believes_it_no_more_from_that_day() -> None:
    gone = standing(ended(ClaimEnd.NOT_FOUND, SAID), SAID)
    assert (gone.state, gone.believed_to) == (ClaimState.NOT_FOUND, SAID - DAY)
    late = standing(ended(ClaimEnd.NOT_FOUND, UNTIL + 5 * DAY), UNTIL + 5 * DAY)
    assert late.believed_to == UNTIL


@pytest.mark.parametrize(
    ("missed", "claim", "believed"),
    [
        (promise(500, 1), CLAIM, True),
        (promise(501, 1), CLAIM, False),
        (promise(9000, 1), replace(CLAIM, minor=None), True),
        (promise(9000, 2), replace(CLAIM, minor=None), False),
        (promise(500, 1), replace(CLAIM, currency="EUR"), False),
        (promise(500, 1), ended(ClaimEnd.WITHDRAWN, SAID), False),
        (promise(500, 1), replace(CLAIM, day=SAID - 10 * DAY), False),
    ],
)
def test_a_promise_said_to_be_kept_is_not_called_broken(
    missed: Standing, claim: Claim, believed: bool
) -> None:
    assert is_believed(missed, [standing(claim, UNTIL)]) is believed


# ---------------------------------------------------------------- looking for it


def money(**values: object) -> MoneyIn:
    usual = MoneyIn("BIRCH", Money(500, "GBP"), Money(500, "GBP"), SAID, "", "")
    return replace(usual, **values)  # type: ignore[arg-type]


def test_the_amount_tells_most_and_anything_tells_something() -> None:
    claim = replace(CLAIM, reference="LISLE 4471")
    lost = standing(claim, UNTIL)
    exact = likeness(lost, "ACME", "Acme Ltd", money())
    assert exact is not None
    assert (exact.same_amount, exact.same_customer, exact.strength) == (True, False, 4)
    nothing = money(amount=Money(1, "GBP"), left=Money(1, "GBP"))
    assert likeness(lost, "ACME", "Acme Ltd", nothing) is None
    for told, strength in (
        ({"reference": "4471"}, 1), ({"payer": "ACME LIMITED"}, 1), ({"code": "ACME"}, 2),
        ({"left": Money(500, "GBP")}, 4),
    ):  # fmt: skip
        found = likeness(lost, "ACME", "Acme Ltd", replace(nothing, **told))
        assert found is not None
        assert found.strength == strength


def test_what_came_a_week_before_is_not_it_unless_its_day_is_only_presumed() -> None:
    lost = standing(CLAIM, UNTIL)
    assert likeness(lost, "ACME", "Acme", money(day=SAID - 7 * DAY)) is not None
    assert likeness(lost, "ACME", "Acme", money(day=SAID - 8 * DAY)) is None
    assert likeness(lost, "ACME", "Acme", money(day=SAID - 8 * DAY, presumed=True)) is not None
    assert likeness(lost, "ACME", "Acme", money(amount=Money(500, "EUR"))) is None
