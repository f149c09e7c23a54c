"""Who changes their mind has not promised twice: the new word takes the place of the older one."""

from datetime import date, timedelta

import pytest

from creditmate.db.proof import prove_all
from creditmate.domain.claims import LIVE_CLAIMS, ClaimState, SaidPaid
from creditmate.domain.disputes import DisputeReason, NewDispute, Questioned
from creditmate.domain.errors import Problem, UserError
from creditmate.domain.extensions import NewExtension
from creditmate.domain.money import Money
from creditmate.domain.outcomes import Outcome
from creditmate.domain.promises import PromiseState
from creditmate.domain.work_reasons import ReasonCode
from creditmate.domain.worklist import Kind
from creditmate.services.calls import CallNote, Calls
from creditmate.services.corrections import Correction, Corrections
from creditmate.services.promise_register import PromiseRegister
from tests.builders import a_customer, an_invoice
from tests.services.conftest import Office
from tests.services.test_agreements import meant
from tests.services.test_calls_and_today import FRIDAY, GRACE_END, MONDAY, owing, will_pay

DAY = timedelta(1)
TUESDAY = MONDAY + DAY
AFTER = GRACE_END + DAY
LATER = FRIDAY + timedelta(7)
AFTER_LATER = date(2026, 12, 9)
OWED, AHEAD = 390_500, 165_000
STATES = PromiseState


@pytest.fixture
def invoices(office: Office) -> tuple[int, int]:
    """One that is overdue, and one that is not due for weeks."""
    due = MONDAY - timedelta(18)
    with office.gateway.write("test") as writing:
        acme = a_customer(writing, "ACME")
        late = an_invoice(writing, acme, "2250", due - timedelta(30), OWED, due=due)
        ahead = MONDAY + timedelta(40)
        return late, an_invoice(writing, acme, "2338", MONDAY, AHEAD, due=ahead)


def record(office: Office, call: CallNote) -> int:
    return Calls(office.gateway, office.clock).record("ACME", call).id


def said(outcome: Outcome, by: date = LATER, **more: object) -> CallNote:
    return CallNote("Ann Lee", outcome, "x", by, incoming=True, **more)  # type: ignore[arg-type]


def stands(office: Office) -> list[tuple[int, PromiseState]]:
    return [(one.promise.minor, one.state) for one in office.brief("ACME").standings]


def asked_for(office: Office) -> int:
    (account,) = office.brief("ACME").accounts
    return account.pay_now.due.minor


# ------------------------------------------------------------------ promises
@pytest.mark.parametrize("minor", [OWED, 200_000])
def test_a_later_day_takes_the_place_of_the_one_before(
    office: Office, invoices: tuple[int, int], minor: int
) -> None:
    record(office, will_pay(OWED))
    again = will_pay(minor, LATER, incoming=True)
    taken = Calls(office.gateway, office.on(TUESDAY).clock).takes_place_of("ACME", again)
    assert [one.promise.due_day for one in taken.promises] == [FRIDAY]
    record(office, again)
    assert stands(office) == [(OWED, STATES.REPLACED), (minor, STATES.OPEN)]
    assert meant(2) == [invoices[0]]
    office.on(AFTER).posted(GRACE_END)
    assert asked_for(office) == OWED - minor, "nothing of what is not due"
    told = {reason.code for row in office.today() for reason in row.line.reasons}
    assert ReasonCode.PROMISE_BROKEN not in told
    assert PromiseRegister(office.gateway, office.clock).rate(AFTER, "ACME") == []
    office.on(AFTER_LATER).posted(AFTER_LATER - DAY)
    assert stands(office) == [(OWED, STATES.REPLACED), (minor, STATES.BROKEN)]
    (rate,) = PromiseRegister(office.gateway, office.clock).rate(AFTER_LATER, "ACME")
    assert (rate.count, rate.kept, rate.minor) == (1, 0, minor)
    assert prove_all() == []


def test_what_fits_besides_stands_beside(office: Office, invoices: tuple[int, int]) -> None:
    record(office, will_pay(200_000))
    record(office, will_pay(190_500, LATER))
    assert stands(office) == [(200_000, STATES.OPEN), (190_500, STATES.OPEN)]
    named = will_pay(AHEAD, LATER, entries=(invoices[1],))
    record(office, named)
    assert [state for _, state in stands(office)] == [STATES.OPEN] * 3
    assert meant(3) == [invoices[1]]


def test_both_stand_where_that_is_said(office: Office, invoices: tuple[int, int]) -> None:
    record(office, will_pay(OWED))
    record(office, will_pay(OWED, LATER, replaces_promises=False))
    assert stands(office) == [(OWED, STATES.OPEN), (OWED, STATES.OPEN)]
    assert meant(2) == [invoices[0]], "not what is not due"


def test_undone_the_older_one_holds_again(office: Office, invoices: tuple[int, int]) -> None:
    record(office, will_pay(OWED))
    made = record(office, will_pay(OWED, LATER))
    Calls(office.gateway, office.clock).undo(made)
    assert stands(office) == [(OWED, STATES.OPEN)]
    assert prove_all() == []


def test_put_right_the_older_one_is_judged_anew(office: Office, invoices: tuple[int, int]) -> None:
    record(office, will_pay(OWED))
    made = record(office, will_pay(OWED, LATER))
    corrections = Corrections(office.gateway, office.clock)
    small = Correction(promised=Money(100_000, "GBP"), promised_by=LATER)
    right = corrections.correct(made, small).id
    assert stands(office) == [
        (OWED, STATES.REPLACED), (OWED, STATES.REPLACED), (100_000, STATES.OPEN),
    ]  # fmt: skip
    corrections.correct(right, Correction(note="they meant it"))
    assert [state for _, state in stands(office)][::2] == [STATES.REPLACED, STATES.OPEN]
    done = corrections.put_right(right, Correction(nothing_promised=True))
    assert [one.promise.id for one in done.again] == [1]
    assert [state for _, state in stands(office)] == [
        STATES.OPEN, STATES.REPLACED, STATES.WITHDRAWN,
    ]  # fmt: skip
    assert prove_all() == []


def test_an_earlier_call_put_right_takes_nothing_from_a_later_one(
    office: Office, invoices: tuple[int, int]
) -> None:
    record(office, CallNote("Ann", Outcome.CALL_BACK, "x", FRIDAY))
    record(office.on(TUESDAY), will_pay(OWED, LATER))
    Corrections(office.gateway, office.clock).correct(1, Correction(outcome=Outcome.REFUSES))
    assert stands(office) == [(OWED, STATES.OPEN)]


# ------------------------------------------------------------------ no promise any more
@pytest.mark.parametrize("outcome", [Outcome.REFUSES, Outcome.CANNOT_PAY])
def test_whoever_does_not_pay_keeps_no_promise_up(
    office: Office, invoices: tuple[int, int], outcome: Outcome
) -> None:
    record(office, will_pay(OWED))
    made = record(office.on(TUESDAY), said(outcome))
    assert stands(office) == [(OWED, STATES.WITHDRAWN)]
    assert asked_for(office) == OWED
    corrections = Corrections(office.gateway, office.clock)
    right = corrections.correct(made, Correction(outcome=Outcome.CALL_BACK)).id
    assert stands(office) == [(OWED, STATES.OPEN)], "it was not that"
    corrections.correct(right, Correction(outcome=outcome))
    assert stands(office) == [(OWED, STATES.WITHDRAWN)]
    assert prove_all() == []


def test_refused_and_still_promised_where_that_is_said(
    office: Office, invoices: tuple[int, int]
) -> None:
    record(office, will_pay(200_000))
    record(office, said(Outcome.REFUSES, replaces_promises=False))
    assert stands(office) == [(200_000, STATES.OPEN)]


def test_any_talk_may_take_a_promise_back(office: Office, invoices: tuple[int, int]) -> None:
    back = said(Outcome.CALL_BACK, replaces_promises=True)
    with pytest.raises(UserError) as caught:
        record(office, back)
    assert (caught.value.problem, caught.value.facts["field"]) == (Problem.CALL_FIELD, "replaces")
    record(office, will_pay(OWED))
    record(office, back)
    assert stands(office) == [(OWED, STATES.WITHDRAWN)]


# ------------------------------------------------------------------ what was said to be sent
def test_what_was_not_sent_after_all_is_promised_instead(
    office: Office, invoices: tuple[int, int]
) -> None:
    record(office, said(Outcome.PAYMENT_SENT, FRIDAY, said_paid=SaidPaid(paid_on=MONDAY)))
    made = record(office.on(TUESDAY), will_pay(OWED, LATER))
    (claim,) = office.brief("ACME").said
    assert claim.state is ClaimState.WITHDRAWN
    assert meant(1) == [invoices[0]]
    office.on(AFTER).posted(GRACE_END)
    assert (office.codes(), asked_for(office)) == ([], 0)
    office.on(TUESDAY)
    Corrections(office.gateway, office.clock).correct(made, Correction(nothing_promised=True))
    (claim,) = office.brief("ACME").said
    assert claim.state in LIVE_CLAIMS
    assert prove_all() == []


def test_a_promise_of_the_rest_leaves_what_was_sent(
    office: Office, invoices: tuple[int, int]
) -> None:
    sent = SaidPaid(amount=Money(100_000, "GBP"))
    record(office, said(Outcome.PAYMENT_SENT, FRIDAY, said_paid=sent))
    record(office.on(TUESDAY), will_pay(OWED - 100_000, LATER))
    (claim,) = office.brief("ACME").said
    assert claim.state is ClaimState.WAITING


# ------------------------------------------------------------------ what it means
def test_who_had_time_and_promises_on_the_same_day_has_promised(
    office: Office, invoices: tuple[int, int]
) -> None:
    time = NewExtension(MONDAY + timedelta(17), "y", ())
    record(office, said(Outcome.ASKS_FOR_TIME, extension=time))
    record(office, will_pay(OWED))
    assert stands(office) == [(OWED, STATES.OPEN)]
    assert meant(1) == [invoices[0]]


def test_who_had_time_and_names_an_earlier_day_is_not_asked_before_the_time_is_up(
    office: Office, invoices: tuple[int, int]
) -> None:
    time = NewExtension(MONDAY + timedelta(17), "y", ())
    record(office, said(Outcome.ASKS_FOR_TIME, extension=time))
    record(office.on(TUESDAY), will_pay(OWED))
    assert meant(1) == [invoices[0]]
    office.on(AFTER).posted(GRACE_END)
    assert stands(office) == [(OWED, STATES.BROKEN)]
    assert (office.codes(), asked_for(office)) == ([], 0)
    office.on(MONDAY + timedelta(18)).posted(MONDAY + timedelta(17))
    (row,) = office.today()
    assert row.line.amounts == (Money(OWED, "GBP"),)


@pytest.mark.parametrize("part", [None, 80_000])
def test_what_is_put_under_query_in_the_same_talk_was_not_promised(
    office: Office, part: int | None
) -> None:
    owing(office, "ACME", 300_000, days_late=40)
    with office.gateway.write("test") as writing:
        due = MONDAY - timedelta(10)
        asked = an_invoice(writing, 1, "2230", due - timedelta(30), 253_220, due=due)
    amount = None if part is None else Money(part, "GBP")
    query = NewDispute((Questioned(asked, amount),), DisputeReason.QUANTITY)
    record(office, will_pay(200_000, entries=(asked,), dispute=query))
    assert stands(office) == [(200_000, STATES.OPEN)]
    assert asked not in meant(1)


def test_a_promise_in_any_case_stands_beside_the_query(
    office: Office, invoices: tuple[int, int]
) -> None:
    query = NewDispute((Questioned(invoices[0]),), DisputeReason.DAMAGED)
    record(office, said(Outcome.DISPUTE, FRIDAY, dispute=query))
    record(office, will_pay(80_000))
    assert stands(office) == [(80_000, STATES.OPEN)]
    assert meant(1) == [invoices[0]]
    office.on(AFTER).posted(GRACE_END)
    assert stands(office) == [(80_000, STATES.BROKEN)]
    kinds = [row.line.kind for row in office.today()]
    assert Kind.PROMISE_NOT_KEPT not in kinds, "our answer comes first"
